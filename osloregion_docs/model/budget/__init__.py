"""The budget of a year: its table, what changes it, what the members pay; and the sums that follow from them."""
