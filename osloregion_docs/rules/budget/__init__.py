"""The rules on the budget: its table, its frames, its members and changes, and the figures in prose."""
