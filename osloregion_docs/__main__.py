"""Runs osloregion-docs as ``python -m osloregion_docs``."""

from osloregion_docs.cli import main

main()
