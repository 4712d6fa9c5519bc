"""One recording: whose it is said to be, when it came out, when it can have been made and why, who holds it genuine, what it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from purport.bounded import file_lines
from purport.dossier.lines import InFile, Line
from purport.dossier.recordings import EARLIER, RECORDED, RELEASED
from purport.findings import Stretch
from purport.pictures.days import as_day, days_in_words
from purport.pictures.rows import Band, Chart, Row
from purport.pictures.timeline import bar
from purport.store import ReportRow
from purport.visible import flat
from purport.web.bars import Drawing, draw
from purport.web.desk import Desk
from purport.web.page import Gone
from purport.web.pages.files import kept_files
from purport.web.pages.recordings import every_recording
from purport.web.quoting import sources_by_path
from purport.web.telling import Field, fields, tell_lines

BARRED = {RELEASED: "Came out", RECORDED: "Can have been made"}
"""The fields whose days are shown as bars, and under which heading."""
LABEL = 80
"""Letters of a value beside its bar; the whole of it stands in the list."""


@dataclass(frozen=True, slots=True)
class RecordingAsked:
    """Which recording, as the case calls it; ``unfold`` shows what it calls for."""

    of: str
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """What reports call an earlier recording, and what the case calls it."""

    value: str
    of: str


@dataclass(frozen=True, slots=True)
class FileLine:
    """What a file shows of when a part of it was spoken: ``at`` are seconds of the file, ``None`` where it is of the whole."""

    value: str
    at: Stretch | None
    not_before: str | None
    not_after: str | None


@dataclass(frozen=True, slots=True)
class CopyOf:
    """A file that is said to be a copy of the recording: its digest, its name, who says so, and what it shows."""

    sha256: str
    name: str
    source: str
    lines: tuple[FileLine, ...]


@dataclass(frozen=True, slots=True)
class RecordingPage:
    """The dossier of a recording, field after field; values that part stand beside each other.

    ``drawing`` has days as bars; ``earlier`` are those of its series that the case has; ``folded`` is how many lines are not shown whole
    as they call for violence; ``files`` are those that are said to be copies of it.
    """

    asked: RecordingAsked
    fields: tuple[Field, ...]
    drawing: Drawing | None
    earlier: tuple[Earlier, ...]
    folded: int
    reports: tuple[ReportRow, ...]
    files: tuple[CopyOf, ...]


def recording(desk: Desk, asked: RecordingAsked) -> RecordingPage:
    """One recording of the case."""
    return desk.held(("recording", asked), lambda: _recording(desk, asked))


def _recording(desk: Desk, asked: RecordingAsked) -> RecordingPage:
    every = every_recording(desk)
    if asked.of not in every:
        raise Gone(f"{asked.of}: the case has no such recording")
    own = every[asked.of]
    lines = tell_lines(desk, own, unfold=asked.unfold)
    known = sources_by_path(desk)
    paths = {cited.path for each in own for cited in each.citations}
    return RecordingPage(
        asked,
        fields(lines),
        draw(_chart(own, unfold=asked.unfold)),
        tuple(_earlier(own, every)),
        sum(each.is_folded for each in lines),
        tuple(sorted((known[each] for each in paths), key=_when)),
        tuple(_files(desk, asked.of)),
    )


def _files(desk: Desk, of: str) -> Iterator[CopyOf]:
    kept = kept_files(desk)
    for sha256, claims in kept.claims.items():
        sources = [each.source for each in claims if each.recording is not None and each.recording.casefold() == of.casefold()]
        if sources:
            sound = kept.sounds[sha256]
            lines = tuple(_shown(each) for each in file_lines(desk.case, sound, of))
            yield CopyOf(sha256, sound.name, "; ".join(dict.fromkeys(sources)), lines)


def _shown(line: Line) -> FileLine:
    own = {each.seconds for each in line.citations if isinstance(each, InFile)}
    return FileLine(line.value, own.pop() if len(own) == 1 else None, line.not_before, line.not_after)


def _chart(own: Sequence[Line], *, unfold: bool) -> Chart:
    bands = (Band(called, tuple(_rows([each for each in own if each.field == field], unfold=unfold))) for field, called in BARRED.items())
    return Chart("", tuple(each for each in bands if each.rows))


def _rows(own: Sequence[Line], *, unfold: bool) -> Iterator[Row]:
    for each in own:
        if (each.not_before or each.not_after) and (unfold or not each.is_folded):
            label = shorten(flat(each.value), LABEL, placeholder=" …")
            yield Row(label, "; ".join(each.by), days_in_words(as_day(each.not_before), as_day(each.not_after)), (bar(each),))


def _earlier(own: Sequence[Line], every: Mapping[str, Sequence[Line]]) -> Iterator[Earlier]:
    """The earlier ones by what stands before and behind the speaker in what the case calls them: medium and day."""
    called = {}
    for of in every:
        medium, _, rest = of.partition(", ")
        called[f"{medium}, {rest.rpartition(', ')[2]}"] = of
    for each in own:
        if each.field == EARLIER:
            found = next((of for key, of in called.items() if f"{each.value}, ".startswith(f"{key}, ")), None)
            if found:
                yield Earlier(each.value, found)


def _when(each: ReportRow) -> tuple[str, str]:
    return each.not_before or each.not_after or "9999", each.path
