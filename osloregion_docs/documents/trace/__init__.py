"""The thread from strategy to result (sporbarhet): what is followed up, and where it breaks. Opens no file."""
