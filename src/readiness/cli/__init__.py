"""The command line: one file per command; each parses, calls, prints and returns a code."""

from readiness.cli.app import main

__all__ = ["main"]
