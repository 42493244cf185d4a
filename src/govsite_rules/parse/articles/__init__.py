"""Articles: which line is the heading, and when the page says that it was published."""
