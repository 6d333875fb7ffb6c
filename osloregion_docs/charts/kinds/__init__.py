"""The kinds of chart: the values of each, and how they are laid out."""
