"""The fixed words of the documents, and the one printed form of numbers, dates and ranges."""
