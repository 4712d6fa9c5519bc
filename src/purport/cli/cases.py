"""Opening a case, from the command line's point of view."""

from __future__ import annotations

from purport.errors import StoreError, UsageError
from purport.store import Case


def open_case(address: str, *, create: bool = False) -> Case:
    """The case at an address; ``UsageError`` where there is none, or it cannot be opened."""
    try:
        return Case.open(address, create=create)
    except StoreError as error:
        raise UsageError(str(error)) from error
