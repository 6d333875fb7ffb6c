"""The meetings of organs and their cases, typed."""
