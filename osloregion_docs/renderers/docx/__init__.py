"""The Word format: filling a template, and writing running text into it."""
