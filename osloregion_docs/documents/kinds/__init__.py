"""The document kinds: one module each, none of which imports another."""
