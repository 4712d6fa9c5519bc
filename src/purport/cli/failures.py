"""Reports that could not be read: told as it happens, a line each on stderr."""

from __future__ import annotations

from traceback import format_exception

from rich.console import Console
from rich.text import Text

from purport.adding.failures import reason_of
from purport.errors import PurportError
from purport.visible import in_one_line, visible


class Failures:
    """Tells of failures on a console and counts them."""

    def __init__(self, console: Console, *, debug: bool = False) -> None:
        self._console = console
        self._debug = debug
        self.count = 0

    def add(self, path: str, error: Exception) -> None:
        """One more; with ``debug`` the traceback follows where the fault is Purport's."""
        self.count += 1
        line = f"purport: {in_one_line(path)}: {in_one_line(reason_of(error))}"
        self._console.print(Text(line), soft_wrap=True)
        if self._debug and not isinstance(error, PurportError):
            self._console.print(Text(visible("".join(format_exception(error)))), soft_wrap=True)
