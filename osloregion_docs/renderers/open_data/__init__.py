"""Formats rendered from a document's context alone, without a template: spreadsheets, calendars and data."""
