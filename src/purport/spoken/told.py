"""Bounds that rest on words: what a transcript tells of as past, and what reports have a recording mention."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from purport.audio.transcripts import Transcript, spoken
from purport.findings import Bound, Ground, Stretch, Wording, Words
from purport.ids import digest
from purport.records import Analysis, Document, Interval, Report, Span
from purport.spoken.wording import Heard, fold_words, hold
from purport.time.solving import Statement

_SINCE = re.compile(r"^mentions .*? \((\d{4}-\d\d-\d\d) at the earliest\)", re.DOTALL)
_WRITING = (", so it was written", " before the writing", " of the writing")


def as_document(transcript: Transcript) -> Document:
    """The words of a transcript as a text to be read; nothing is known of when they were said."""
    text = spoken(transcript).text
    return Document(Report(digest((transcript.name, text)), transcript.name, "", text), b"")


def transcript_bounds(transcript: Transcript, statements: Sequence[Statement]) -> Iterator[Bound]:
    """That the cues in which something is told of as past were spoken not before it; the statements are of ``as_document``."""
    whole = spoken(transcript)
    for each in statements:
        cues = [transcript.cues[bisect_right(whole.starts, one.start) - 1] for one in each.by]
        if cues:
            at = Stretch(min(cue.at.start for cue in cues), max(cue.at.end for cue in cues))
            words = tuple(dict.fromkeys(Words(transcript.name, cue.start, cue.end) for cue in cues))
            yield Bound(at, Interval(each.days.first.isoformat()), _spoken(each.why), transcript.name, Ground.TRANSCRIPT, words)


def _spoken(why: str) -> str:
    """A reason as of what was spoken."""
    first, middle, last = _WRITING
    return why.partition(first)[0].replace(middle, " before it was spoken").replace(last, " of the day that it was spoken")


def reported_bounds(
    analysis: Analysis, recordings: Collection[str], heard: Sequence[Heard], seconds: float
) -> Iterator[tuple[Bound, bool]]:
    """What a report has some of its recordings mention, with a day since when that can be spoken of, and whether its place is known.

    Where the words stand in a transcript as they do in the report, that stretch was spoken after; else something in the file was, if the
    file is a copy of that recording.
    """
    text = analysis.report.text
    for recording in analysis.recordings:
        for reason in recording.recorded.reasons if recording.id in recordings else ():
            since = _SINCE.match(reason.why)
            if since is None or reason.start is None or reason.end is None:
                continue
            at = Span(reason.start, reason.end)
            why = f"as {analysis.report.path} tells it, the recording {reason.why}"
            words = (Words(analysis.report.path, at.start, at.end),)
            when = Interval(since[1])
            places = [*_places(at.words(text), heard)]
            for place in places:
                yield Bound(place, when, why, analysis.report.path, Ground.REPORT, words), True
            if not places:
                yield Bound(Stretch(0, seconds), when, why, analysis.report.path, Ground.REPORT, words), False


def _places(words: str, heard: Sequence[Heard]) -> Iterator[Stretch]:
    quoted = fold_words(words)
    for each in heard:
        found = hold(quoted, each.said)
        if found.wording is Wording.VERBATIM:
            yield from (each.at(*place) for place in found.places)
