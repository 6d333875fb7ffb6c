"""Edits of a year's sources by address: proved, validated by the rules, shown as a diff, and written atomically."""
