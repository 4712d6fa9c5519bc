"""Where what is sent is kept until it is in the case: a folder beside it, which one server at a time has."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir
from typing import IO

from purport.errors import UsageError

try:
    import fcntl
except ImportError:  # pragma: no cover  Windows has no such locks
    fcntl = None  # type: ignore[assignment]

SUFFIX = ".adding"
LOCK = "lock"


def folder_of(address: str) -> Path:
    """The folder of a case: beside its file, or among temporary files where it is in PostgreSQL."""
    if "://" not in address:
        return Path(address + SUFFIX)
    return Path(gettempdir()) / f"purport-{sha256(address.encode()).hexdigest()[:16]}{SUFFIX}"


class Folder:
    """A folder that may not be there yet, and is not there when nothing is in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: IO[bytes] | None = None

    def take(self, *, create: bool = False) -> bool:
        """Have the folder for oneself; whether that is so. What is not there is nobody's, unless it is to be made.

        ``UsageError`` where it cannot be made, or is somebody else's.
        """
        if self._lock is not None:
            return True
        if not create and not self.path.is_dir():
            return False
        try:
            self.path.mkdir(mode=0o700, exist_ok=True)
            if hasattr(os, "getuid") and (self.path.is_symlink() or self.path.stat().st_uid != os.getuid()):
                raise UsageError("the folder in which reports wait to be read is somebody else's")
            lock = (self.path / LOCK).open("ab")
        except OSError as error:
            raise UsageError(f"reports cannot be kept beside the case until they are read: {error.strerror or error}") from error
        if not _locked(lock):
            lock.close()
            return False
        self._lock = lock
        return True

    def leave(self) -> None:
        """Let others have it; where nothing is in it, it goes."""
        if self._lock is None:
            return
        with suppress(OSError):
            (self.path / LOCK).unlink()
            self.path.rmdir()
        self._lock.close()
        self._lock = None


def _locked(lock: IO[bytes]) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
