"""Many subjects, and the one layer below the command that reads files."""
