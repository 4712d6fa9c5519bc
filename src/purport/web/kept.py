"""The bytes of a recording's file, while they are those that were added; and copies of it for listening, which go with the server."""

from __future__ import annotations

import os
import stat
import wave
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from tempfile import mkstemp
from threading import Lock
from weakref import finalize

from purport.errors import Altered, StoreError
from purport.examining import hear_again
from purport.findings import Sound
from purport.web.desk import Desk
from purport.web.playing import RATE

PATIENCE = 60.0
"""Seconds that one who wants to listen waits for the copies that others have asked for."""
BLOCK = 1 << 20
"""Samples that are written at once."""
_ONE_AT_A_TIME = Lock()


class Copy:
    """A file that was made for listening; it is deleted when nobody has this any more, or the server ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        finalize(self, _delete, path)


def original_of(desk: Desk, sound: Sound) -> Path:
    """Where the file lies, if it is still the bytes that were added: ``Altered`` says what is wrong with it otherwise.

    Its digest is taken once, and again when its size, its time or its place on the disk is another.
    """
    path = Path(sound.path)
    try:
        found = path.stat()
    except OSError as error:
        raise Altered(sound.name, "not where it was added any more; purport recording add with its new place goes on") from error
    same = stat.S_ISREG(found.st_mode) and found.st_size == sound.container.size
    seen = (sound.path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    if not same or desk.disk.get(("digest", seen), lambda: _digest(path)) != sound.sha256:
        raise Altered(sound.name, "not the bytes that were added: it is not played; purport recording add adds it as another file")
    return path


def copy_of(desk: Desk, sound: Sound) -> Copy:
    """The sound of a file for listening: WAV, mono, ``RATE`` samples a second. ``UsageError`` where what decodes is not installed."""
    original_of(desk, sound)
    return desk.copies.get((sound.sha256, sound.track), lambda: _copied(sound))


def _copied(sound: Sound) -> Copy:
    if not _ONE_AT_A_TIME.acquire(timeout=PATIENCE):
        raise StoreError("A listening copy is being made for somebody else; ask again in a minute.")
    try:
        return _written(sound)
    finally:
        _ONE_AT_A_TIME.release()


def _written(sound: Sound) -> Copy:
    samples = hear_again(sound).samples
    handle, name = mkstemp(prefix="purport-", suffix=".wav")
    made = Copy(Path(name))
    with os.fdopen(handle, "wb") as file, wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        for start in range(0, len(samples), BLOCK):
            written.writeframesraw(samples[start : start + BLOCK].astype("<i2").tobytes())
    return made


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _delete(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
