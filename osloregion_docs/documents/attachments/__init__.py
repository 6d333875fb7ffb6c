"""What is sent along: which files, where they lie in the output, and the links that lead to them."""
