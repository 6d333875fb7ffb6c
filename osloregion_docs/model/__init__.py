"""The typed programme. Knows no file, no Word and no command line."""
