"""Registers and data: what spreadsheets and programs read. Opens no file."""
