"""Pandoc: how it is run, how a document becomes its tree, and what is wrong with the templates it reads."""
