"""The verbs, one function each: they take a workspace and return an Outcome, never print and never exit."""
