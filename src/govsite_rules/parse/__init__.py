"""From bytes to snapshots: pages, sites and feeds. Nothing here crawls, stores or asks the clock."""
