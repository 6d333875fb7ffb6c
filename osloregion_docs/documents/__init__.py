"""The kinds of document: what each may show, and how it is composed from a programme. Opens no file."""
