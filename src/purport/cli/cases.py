"""Opening a case, from the command line's point of view."""

from __future__ import annotations

from rich.console import Console

from purport.cli.terminal import open_stderr
from purport.errors import StoreError, UsageError
from purport.store import Case


def open_case(address: str, *, create: bool = False) -> Case:
    """The case at an address; ``UsageError`` where there is none, or it cannot be opened."""
    try:
        return Case.open(address, create=create)
    except StoreError as error:
        raise UsageError(str(error)) from error


def open_resolved(address: str) -> Case:
    """The case at an address, its reports compared with one another as far as they have not been."""
    case = open_case(address)
    try:
        compare(case, open_stderr())
    except BaseException:
        case.close()
        raise
    return case


def compare(case: Case, stderr: Console) -> None:
    """Compare the reports of a case that have not been compared yet, with a progress bar."""
    from purport.cli.progress import shown_progress
    from purport.resolving import resolve, waiting

    todo = waiting(case)
    if todo:
        with shown_progress(stderr, todo) as advance:
            resolve(case, advance)
