"""The recordings and messages at issue in a case: audio, video, letters, statements; those first that most reports tell of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from purport.dossier.lines import Line, Section
from purport.dossier.recordings import AUTHENTICITY, DURATION, MEDIUM, RELEASED, SPEAKER
from purport.web.desk import Desk
from purport.web.page import Nothing
from purport.web.telling import section_lines


@dataclass(frozen=True, slots=True)
class RecordingRow:
    """A recording by what the case calls it; ``speakers`` are whose it is said to be, each with the words that hedge it.

    ``accounts`` is how many accounts there are of whether it is genuine.
    """

    of: str
    media: tuple[str, ...]
    speakers: tuple[str, ...]
    released_not_before: str | None
    released_not_after: str | None
    durations: tuple[str, ...]
    accounts: int
    reports: int


@dataclass(frozen=True, slots=True)
class RecordingsPage:
    """Every recording of the case."""

    recordings: tuple[RecordingRow, ...]


def every_recording(desk: Desk) -> Mapping[str, Sequence[Line]]:
    """The lines of each recording, by what the case calls it."""
    return desk.held("recordings", lambda: _by_name(section_lines(desk, Section.RECORDING)))


def recordings(desk: Desk, asked: Nothing) -> RecordingsPage:
    """The recordings of the case."""
    found = (_row(of, own) for of, own in every_recording(desk).items())
    return RecordingsPage(tuple(sorted(found, key=_most_told)))


def values(own: Sequence[Line], field: str) -> tuple[str, ...]:
    """The values of a field, but for those that are folded."""
    return tuple(dict.fromkeys(each.value for each in own if each.field == field and not each.is_folded))


def _by_name(found: Sequence[Line]) -> dict[str, list[Line]]:
    named: dict[str, list[Line]] = {}
    for each in found:
        named.setdefault(each.subject, []).append(each)
    return named


def _row(of: str, own: Sequence[Line]) -> RecordingRow:
    released = next((each for each in own if each.field == RELEASED), None)
    return RecordingRow(
        of,
        values(own, MEDIUM),
        values(own, SPEAKER),
        released.not_before if released else None,
        released.not_after if released else None,
        values(own, DURATION),
        sum(each.field == AUTHENTICITY for each in own),
        len({cited.path for each in own for cited in each.citations}),
    )


def _most_told(each: RecordingRow) -> tuple[int, str, str]:
    return -each.reports, each.released_not_before or each.released_not_after or "9999", each.of
