"""Recordings that undated reports have in common with dated ones, which tell when they came out.

A wrong day is worse than none. So a recording is taken for another only where both are said to be one speaker's by full name, both are
known to have come out within some days that overlap, nothing told of them differs, and nothing else of that speaker can be meant: all
that dated reports tell of then has a day in common, and the undated report tells of no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from purport.extract import DATED, INFERRED, Heard
from purport.records import Analysis, Interval, MentionType, Recording
from purport.resolve.names import Fit, Name, compare, parse

SHORT, NARROW = 7, 45
"""Days within which a dated report must tell, and the undated one leave open, when a recording came out, at most."""
ANY_MEDIUM = frozenset({"recording", "message"})
ABOUT = 0.1
"""Part of a length by which two reports of it differ, at most: "half an hour" and 31 minutes."""
_LENGTH = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")


@dataclass(frozen=True, slots=True)
class _Told:
    """A recording as a report tells of it, with its speaker and the first and last day of its coming out."""

    report: str
    path: str
    recording: Recording
    speaker: Name
    first: date
    last: date


def find_released(analyses: Iterable[Analysis]) -> tuple[Heard, ...]:
    """Recordings of the undated reports among some with the days on which they came out, as each dated report tells; by report and path."""
    dated: list[_Told] = []
    undated: list[_Told] = []
    for analysis in analyses:
        basis = analysis.report.published.basis
        if basis in DATED:
            dated += _told(analysis, SHORT)
        elif basis in INFERRED:
            undated += _told(analysis, NARROW)
    found = [heard for each in undated if not _has_another(each, undated) for heard in _matched(each, dated)]
    return tuple(sorted(found, key=lambda each: (each.report, each.start, each.path)))


def _told(analysis: Analysis, most: int) -> Iterator[_Told]:
    for each in analysis.recordings:
        first, last = (day and date.fromisoformat(day) for day in (each.released.not_before, each.released.not_after))
        if each.speaker is None or not first or not last or (last - first).days > most:
            continue
        speaker = parse(each.speaker, MentionType.PERSON)
        if len(speaker.words) > 1:
            yield _Told(analysis.report.id, analysis.report.path, each, speaker, first, last)


def _matched(own: _Told, dated: Iterable[_Told]) -> Iterator[Heard]:
    """The recording by the days that dated reports tell of it; nothing where they tell of two, or of one that it is not."""
    then = [each for each in dated if _is_of(own, each)]
    if not then or max(each.first for each in then) > min(each.last for each in then) or not all(_is_alike(own, each) for each in then):
        return
    for each in then:
        days = Interval(each.first.isoformat(), each.last.isoformat())
        yield Heard(own.report, own.recording.start, own.recording.end, days, each.path)


def _has_another(own: _Told, undated: Iterable[_Told]) -> bool:
    return any(each.report == own.report and each.recording.id != own.recording.id and _is_of(own, each) for each in undated)


def _is_of(own: _Told, other: _Told) -> bool:
    """Whether two recordings are of one speaker and can have come out on one day."""
    if own.last < other.first or other.last < own.first:
        return False
    fits = compare(own.speaker, other.speaker)
    return fits is not None and fits.fit is Fit.FULL


def _is_alike(own: _Told, other: _Told) -> bool:
    """Whether medium and length, as far as both are told, can be one's."""
    media = {own.recording.medium, other.recording.medium}
    lengths = [length for each in (own, other) if (length := seconds(each.recording.duration))]
    return (len(media) == 1 or not media.isdisjoint(ANY_MEDIUM)) and (
        len(lengths) < 2 or max(lengths) - min(lengths) <= ABOUT * max(lengths)
    )


def seconds(duration: str | None) -> int | None:
    """The seconds of a length in hours, minutes and seconds; of any other ``None``."""
    found = _LENGTH.fullmatch(duration or "")
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return 3600 * hours + 60 * minutes + seconds
