"""Where things lie, and how a year of files becomes a programme."""
