"""Chapters of the annual and status reports."""
