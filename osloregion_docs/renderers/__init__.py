"""A document and its template to the bytes of one format: one format a file."""
