"""Word's file format, and nothing of what the documents say."""
