"""The command line: one file a command, one call into the api each."""

from osloregion_docs.cli.root import main

__all__ = ["main"]
