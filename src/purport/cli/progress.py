"""How far a long run has come: on stderr, and for a terminal only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Rate(ProgressColumn):
    def __init__(self, noun: str) -> None:
        super().__init__()
        self._noun = noun

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f} {self._noun}/s" if task.speed else "")


@contextmanager
def shown_progress(
    console: Console, total: int, *, wanted: bool = True, doing: str = "reading", noun: str = "reports"
) -> Iterator[Callable[[], None]]:
    """A bar with rate and time left while the block runs; call what it gives after each report, or whatever is counted."""
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), _Rate(noun), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not (wanted and console.is_terminal)) as progress:
        task = progress.add_task(doing, total=total)
        yield lambda: progress.advance(task)
