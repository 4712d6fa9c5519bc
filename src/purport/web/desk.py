"""What every page is made from: the case, what is held of it until it changes, and who reads what is added."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from purport.store import Case
from purport.web.memo import Memo

if TYPE_CHECKING:
    from purport.web.reading import Reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """One open case; ``title`` is what it is called on every page, ``reading`` who reads what is added, if anybody does."""

    case: Case
    title: str
    memo: Memo
    reading: Reading | None = None

    @classmethod
    def of(cls, case: Case, address: str, reading: Reading | None = None) -> Desk:
        """The desk of a case that has been opened at an address."""
        return cls(case, PurePath(address.partition("?")[0]).name or "case", Memo(case.changes), reading)

    def busy(self) -> int:
        """How far reading has come: another number whenever what is being added has."""
        return self.reading.jobs.ticks if self.reading is not None else 0

    def held(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, held until the case changes."""
        return self.memo.get(key, make)
