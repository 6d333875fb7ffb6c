"""The checks on a programme. They see no file, no line and no template."""
