"""Text to a tree of plain values with places, and nothing of what they mean. Knows no model."""
