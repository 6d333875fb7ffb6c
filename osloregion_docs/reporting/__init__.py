"""Diagnostics as text, JSON and GitHub annotations. Sees diagnostics and nothing else."""
