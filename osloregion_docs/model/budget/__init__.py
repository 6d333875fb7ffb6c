"""The budget of a year: its table, its changes, the members' contribution, and computed sums."""
