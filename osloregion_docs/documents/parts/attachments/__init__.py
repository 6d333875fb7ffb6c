"""Attached files, where they are written in the output, and links to them."""
