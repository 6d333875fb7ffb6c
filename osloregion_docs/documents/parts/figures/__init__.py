"""Figures: from plain values to a chart, its alternative text and its table."""
