"""Parts of registers and data sets."""
