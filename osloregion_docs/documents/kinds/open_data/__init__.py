"""Registers and data sets that spreadsheets and programs read."""
