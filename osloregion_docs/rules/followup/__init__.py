"""The rules on what came of what was adopted."""
