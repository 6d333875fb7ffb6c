"""The documents that give account: the budget, and what they share with each other and with chapters."""
