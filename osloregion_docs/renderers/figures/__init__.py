"""Pictures: how each format shows them."""
