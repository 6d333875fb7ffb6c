"""Runs osloregion-docs from a checkout."""

from osloregion_docs.cli import main

if __name__ == "__main__":
    main()
