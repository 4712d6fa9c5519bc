"""What holds until the case changes, made once however many ask for it at the same time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Generic, TypeVar, cast

T = TypeVar("T")

SIZE = 512
"""Values held at most; those asked for longest ago give way."""

_settled: ContextVar[dict[Memo, Hashable] | None] = ContextVar("settled", default=None)


@contextmanager
def settled() -> Iterator[None]:
    """For a while whoever is here sees one state of the case: it is asked for once, though a page may need a thousand values."""
    token = _settled.set({})
    try:
        yield
    finally:
        _settled.reset(token)


class _Slot(Generic[T]):
    """A value, or the right to make it."""

    def __init__(self, stamp: object) -> None:
        self.stamp = stamp
        self.lock = Lock()
        self.made = False
        self.value: T | None = None


class Memo:
    """Values by their keys. Each holds for one ``stamp``: what says of the case that nothing has changed."""

    def __init__(self, stamp: Callable[[], Hashable], size: int = SIZE) -> None:
        self._stamp = stamp
        self._size = size
        self._slots: OrderedDict[Hashable, _Slot[object]] = OrderedDict()
        self._lock = Lock()

    def stamp(self) -> Hashable:
        """What says of the case that nothing has changed."""
        here = _settled.get()
        if here is None:
            return self._stamp()
        if self not in here:
            here[self] = self._stamp()
        return here[self]

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made if there is none of this state of the case. What ``make`` raises is raised, and nothing kept."""
        slot = self._slot(key, self.stamp())
        with slot.lock:
            if not slot.made:
                slot.value = make()
                slot.made = True
            return cast(T, slot.value)

    def _slot(self, key: Hashable, stamp: Hashable) -> _Slot[object]:
        with self._lock:
            slot = self._slots.get(key)
            if slot is None or slot.stamp != stamp:
                slot = self._slots[key] = _Slot(stamp)
            self._slots.move_to_end(key)
            while len(self._slots) > self._size:
                self._slots.popitem(last=False)
            return slot
