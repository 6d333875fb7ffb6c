"""Pictures of the documents: from plain values to a chart, its alternative text and its table. Knows no programme."""
