"""Edits of source texts that keep every byte they do not mean to change. Knows no addresses, no model and no files."""
