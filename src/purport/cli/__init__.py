"""The command line: one thin module a verb, and the only place that prints."""

from purport.cli.main import main

__all__ = ["main"]
