"""Products outside the network, on one thread: a core a window is enough, and sums do not depend on the number of cores."""

from __future__ import annotations

from threading import Lock
from types import TracebackType

from threadpoolctl import ThreadpoolController


class OneThread:
    """A context in which products run on one thread, whoever else is in it.

    The number of threads is the process's: the first to come in takes it, and the last to go out puts it back.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0

    def __enter__(self) -> None:
        with self._lock:
            if not self._inside:
                # looking for the libraries takes 0.4 ms, and others may have been loaded since the last time
                self._limit = ThreadpoolController().limit(limits=1, user_api="blas")
            self._inside += 1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                self._limit.restore_original_limits()


one_thread = OneThread()
"""The process's."""
