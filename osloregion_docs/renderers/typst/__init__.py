"""Typst: what it needs of a tree, how it is run, and what it says."""
