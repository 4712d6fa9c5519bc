"""What every page is made from: the case, what is held of it until it changes, and who reads what is added."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from purport.resolving import COMPARISONS
from purport.store import Case
from purport.web.memo import Memo

if TYPE_CHECKING:
    from purport.web.reading import Reading

T = TypeVar("T")

COPIES = 4
"""Copies of recordings that are kept for listening: each can be a gigabyte."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One open case; ``title`` is what it is called on every page, ``reading`` who reads what is added, if anybody does.

    ``memo`` holds what is so until the case changes, ``compared`` what is so until something is compared anew, ``disk`` what is so of files
    outside the case whatever becomes of it, and ``copies`` what was made of them for listening.
    """

    case: Case
    title: str
    memo: Memo
    compared: Memo
    reading: Reading | None = None
    disk: Memo = field(default_factory=lambda: Memo(_always))
    copies: Memo = field(default_factory=lambda: Memo(_always, COPIES))

    @classmethod
    def of(cls, case: Case, address: str, reading: Reading | None = None) -> Desk:
        """The desk of a case that has been opened at an address."""
        title = PurePath(address.partition("?")[0]).name or "case"
        return cls(case, title, Memo(case.changes), Memo(partial(case.changes, but=COMPARISONS)), reading)

    def busy(self) -> int:
        """How far reading has come: another number whenever what is being added has."""
        return self.reading.jobs.ticks if self.reading is not None else 0

    def is_reading(self) -> bool:
        """Whether reports are being read: what waits to be compared then is compared when they are."""
        return self.reading is not None and self.reading.progress() is not None

    def held(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, held until the case changes."""
        return self.memo.get(key, make)

    def held_compared(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, held until the case changes otherwise than by what people judge of comparisons."""
        return self.compared.get(key, make)


def _always() -> None:
    """What says that nothing has changed, of what does not change with the case."""
