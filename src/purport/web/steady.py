"""Pages of a case that is written to while they are made."""

from __future__ import annotations

from collections.abc import Callable
from time import sleep
from typing import TypeVar

from purport.web.desk import Desk
from purport.web.memo import settled

T = TypeVar("T")

TRIES = 20
"""How often a page is made. Reports that are read or compared are written several times a second, each time in some milliseconds."""
PAUSE = 0.05
"""Seconds between two tries."""


def steadily(desk: Desk, make: Callable[[], T]) -> T:
    """What ``make`` gives, of one state of the case. Where that fails while somebody writes, since one half of what it needs was of another
    state than the other, it is made anew.
    """  # noqa: D205
    for _ in range(TRIES - 1):
        with settled():
            before = desk.memo.stamp()
            try:
                return make()
            except Exception as error:
                failed = error
        if desk.memo.stamp() == before:
            raise failed
        sleep(PAUSE)
    with settled():
        return make()
