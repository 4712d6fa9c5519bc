"""The files of recordings in a case: what each is, what is said of it, the days by which it was public, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, insert, select, update

from purport.errors import StoreError
from purport.findings import Bound, Claimed, Earlier, Finding, Sound, Stretch
from purport.ids import digest
from purport.records import Interval
from purport.store.tables import (
    originals,
    sound_bounds,
    sound_claims,
    sound_findings,
    sound_peaks,
    sound_transcripts,
    sounds,
    sounds_earlier,
)

BEGINNING = 8
"""Characters of a digest that name a file."""


class Sounds:
    """The files of recordings of a case, inside one transaction. A file is named by the SHA-256 of its bytes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, sound: Sound, version: str, peaks: bytes) -> None:
        """Keep what a file is and its peaks, in place of what was known of the same bytes."""
        own = sound.sha256
        row = {"name": sound.name, "path": sound.path, "pcm_sha256": sound.pcm_sha256, "seconds": sound.seconds}
        self._replace(sounds, {"sha256": own}, row | {"record": msgspec.json.encode(sound).decode()})
        self._replace(sound_peaks, {"sound": own}, {"version": version, "peaks": peaks})

    def all(self) -> list[Sound]:
        """Every file, by name and digest."""
        rows = self._connection.execute(select(sounds.c.record).order_by(sounds.c.name, sounds.c.sha256))
        return [msgspec.json.decode(row.record, type=Sound) for row in rows]

    def get(self, sha256: str) -> Sound | None:
        """The file of a digest."""
        row = self._connection.execute(select(sounds.c.record).where(sounds.c.sha256 == sha256)).one_or_none()
        return msgspec.json.decode(row.record, type=Sound) if row is not None else None

    def find(self, asked: str) -> Sound | None:
        """The file of this digest, or a beginning of it (eight characters at least), of this path or name; ``None`` for none or several."""
        every = self.all()
        same = [each for each in every if asked in (each.sha256, each.path)] or [each for each in every if each.name == asked]
        found = same or [each for each in every if len(asked) >= BEGINNING and each.sha256.startswith(asked)]
        return found[0] if len(found) == 1 else None

    def peaks(self, sound: str) -> tuple[str, bytes]:
        """The peaks of a file's sound, and the version that they were found by; ``StoreError`` where the case has no such file."""
        row = self._connection.execute(select(sound_peaks).where(sound_peaks.c.sound == sound)).one_or_none()
        if row is None:
            raise StoreError(f"there is no recording {sound}")
        return row.version, bytes(row.peaks)

    def claim(self, sound: str, claimed: Claimed) -> None:
        """Keep what is said of a file; the same words of the same source are kept once, and what is not said again of them stays."""
        own = digest((sound, claimed.text, claimed.source))
        row = {
            "sound": sound,
            "text": claimed.text,
            "source": claimed.source,
            "speaker": claimed.speaker,
            "recording": claimed.recording,
            "released_not_before": claimed.released.not_before,
            "released_not_after": claimed.released.not_after,
        }
        self._replace(sound_claims, {"id": own}, {name: value for name, value in row.items() if value is not None})

    def claims(self, sound: str) -> list[Claimed]:
        """What is said of a file, by source and words."""
        named = sound_claims.c
        rows = self._connection.execute(select(sound_claims).where(named.sound == sound).order_by(named.source, named.text))
        return [
            Claimed(row.text, row.source, Interval(row.released_not_before, row.released_not_after), row.speaker, row.recording)
            for row in rows
        ]

    def publish(self, sound: str, earlier: Earlier) -> None:
        """Keep by which day a file was public, in place of what was said of that before."""
        self._replace(sounds_earlier, {"sound": sound}, {"public_by": earlier.public_by, "source": earlier.source, "note": earlier.note})

    def earlier(self) -> dict[str, Earlier]:
        """The files that were public by a day, by digest."""
        rows = self._connection.execute(select(sounds_earlier).order_by(sounds_earlier.c.public_by, sounds_earlier.c.sound))
        return {row.sound: Earlier(row.public_by, row.source, row.note) for row in rows}

    def add_transcript(self, sound: str, name: str, content: bytes) -> None:
        """Keep a transcript as it was received."""
        own = sha256(content).hexdigest()
        if self._connection.scalar(select(originals.c.sha256).where(originals.c.sha256 == own)) is None:
            self._connection.execute(insert(originals), {"sha256": own, "bytes": content})
        self._replace(sound_transcripts, {"sound": sound, "sha256": own}, {"name": name})

    def transcripts(self, sound: str) -> list[tuple[str, bytes]]:
        """The transcripts of a file, each with its name, by name and digest."""
        own = sound_transcripts.c
        wanted = select(own.name, originals.c.bytes).join(originals, originals.c.sha256 == own.sha256).where(own.sound == sound)
        return [(row.name, bytes(row.bytes)) for row in self._connection.execute(wanted.order_by(own.name, own.sha256))]

    def bound(self, sound: str, bound: Bound) -> None:
        """Keep between which days somebody says that a stretch was spoken; the same twice is kept once."""
        start, end, when = bound.at.start, bound.at.end, bound.when
        own = digest((sound, f"{start:.3f}-{end:.3f}", str(when.not_before), str(when.not_after), bound.why, bound.source))
        row = {"sound": sound, "start": start, "end": end, "not_before": when.not_before, "not_after": when.not_after}
        self._replace(sound_bounds, {"id": own}, row | {"why": bound.why, "source": bound.source})

    def bounds(self, sound: str) -> list[Bound]:
        """What people said of when stretches of a file were spoken, in their order."""
        own = sound_bounds.c
        rows = self._connection.execute(select(sound_bounds).where(own.sound == sound).order_by(own.start, own.end, own.id))
        return [Bound(Stretch(row.start, row.end), Interval(row.not_before, row.not_after), row.why, row.source) for row in rows]

    def note(self, finding: Finding, other: str = "") -> None:
        """Keep a finding in place of the last of its kind in that file, held against that ``other``."""
        record = msgspec.json.encode(finding).decode()
        keys = {"sound": finding.file, "kind": finding.kind, "other": other}
        self._replace(sound_findings, keys, {"digest": finding.digest, "record": record})

    def findings(self, sound: str | None = None) -> Iterator[Finding]:
        """The last findings in a file, or in every one, by file, kind and what it was held against."""
        own = sound_findings.c
        wanted = select(own.record).order_by(own.sound, own.kind, own.other)
        for row in self._connection.execute(wanted if sound is None else wanted.where(own.sound == sound)):
            yield msgspec.json.decode(row.record, type=Finding)

    def _replace(self, table: Table, keys: Mapping[str, str], values: Mapping[str, object]) -> None:
        """The row that has these keys with these values, changed where it is there."""
        taken = [table.c[name] == value for name, value in keys.items()]
        if not self._connection.execute(update(table).where(*taken).values(**values)).rowcount:
            self._connection.execute(insert(table), {**keys, **values})


def _claimed(row: Row[Any]) -> Claimed:
    return Claimed(row.text, row.source, Interval(row.released_not_before, row.released_not_after), row.speaker, row.recording)
