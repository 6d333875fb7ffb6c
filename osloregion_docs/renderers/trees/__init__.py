"""Pandoc's tree rewritten for a format before Pandoc writes it, one file a format."""
