"""Formats that are made of a document's context alone, without a template: spreadsheets, calendars and data."""
