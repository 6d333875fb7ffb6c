"""Figures as SVG and PNG: plain values in, drawings out. Knows no programme and no language; all text comes printed."""
