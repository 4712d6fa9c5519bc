"""What is said in a recording by its transcripts, what reports quote from it, and when its parts can have been spoken; calls are folded.

A call, threat or offer is known by the reports that quote it: those lines of a transcript in which it stands are folded with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from purport.errors import ReportError
from purport.findings import Bound, Bounds, Finding, Ground, Quote, Quotes, Sound, Stretch
from purport.folds import FOLDED, touching
from purport.ingest.decoding import decode
from purport.listings.calls import find_calls
from purport.store import ReportRow
from purport.web import paging
from purport.web.desk import Desk
from purport.web.examined import How, last_of
from purport.web.quoting import sources_by_path

QUOTES, BOUNDS = "quotes", "bounds"
"""The kinds of findings whose bodies are ``Quotes`` and ``Bounds``."""
LINES = 200
"""Lines of a transcript that are shown at once."""


@dataclass(frozen=True, slots=True)
class Call:
    """A stretch in which a call, threat or offer is heard, and which of these."""

    at: Stretch
    what: str


@dataclass(frozen=True, slots=True)
class CueLine:
    """A line of a transcript; ``fold`` is what its words are where they are not shown: they are then not here either."""

    at: Stretch
    words: str
    fold: str | None


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A part of a transcript by its name; ``notices`` say what is odd in it, or why it cannot be read."""

    name: str
    cues: tuple[CueLine, ...]
    part: paging.Part
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quotation; ``reports`` are the ids of the reports that have it, by their paths; ``fold`` is what it is where it is not shown."""

    quote: Quote
    reports: Mapping[str, str]
    fold: str | None


@dataclass(frozen=True, slots=True)
class HeldQuotes:
    """What reports quote from the recording, held against its transcripts; ``folded`` is how many are calls, threats or offers."""

    how: How
    quotes: tuple[QuoteLine, ...]
    folded: int
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounded:
    """When the parts of the file can have been spoken; ``reports`` are the ids of the reports that bounds rest on, by their paths."""

    how: How
    bounds: Bounds
    reports: Mapping[str, str]


def quoted(desk: Desk, found: Sequence[Finding], *, unfold: bool) -> HeldQuotes | None:
    """The quotations as they were last held against the transcripts, if they were."""
    last = last_of(found, QUOTES, Quotes)
    if last is None:
        return None
    body, known = last.body, sources_by_path(desk)
    lines = tuple(_quote(each, known, unfold=unfold) for each in body.quotes)
    folded = sum(each.speech_act in FOLDED for each in body.quotes)
    return HeldQuotes(last.how, lines, folded, body.notices)


def find_calls_in(found: Sequence[Finding]) -> tuple[Call, ...]:
    """Where in the file calls, threats and offers are heard that reports quote."""
    last = last_of(found, QUOTES, Quotes)
    quotes = last.body.quotes if last else ()
    return tuple(Call(at, FOLDED[each.speech_act]) for each in quotes if each.speech_act in FOLDED for at in each.places)


def transcribed(desk: Desk, sound: Sound, calls: Sequence[Call], part: int) -> Iterator[Transcribed]:
    """The transcripts of a file, each the part asked for."""
    from purport.audio.transcripts import read_transcript

    with desk.case.sounds() as sounds:
        kept = sounds.transcripts(sound.sha256)
    for name, content in kept:
        try:
            read = read_transcript(decode(content, name).text, name, sound.seconds)
        except ReportError as error:
            yield Transcribed(name, (), paging.part_of(0, 1), (error.reason,))
            continue
        number, shown = paging.cut(read.cues, part, LINES)
        cues = ((each, _called(each.at, calls)) for each in shown)
        yield Transcribed(name, tuple(CueLine(each.at, "" if fold else each.text, fold) for each, fold in cues), number, read.notices)


def bounded(desk: Desk, found: Sequence[Finding], calls: Sequence[Call], *, unfold: bool) -> Bounded | None:
    """The bounds as they were last put together, if they were; reasons that have words of a call are folded."""
    last = last_of(found, BOUNDS, Bounds)
    if last is None:
        return None
    body = last.body
    known = sources_by_path(desk)
    reports = {words.path: known[words.path].report for each in _every(body) for words in each.words if words.path in known}
    if not unfold:
        body = _folded(desk, body, calls, reports)
    return Bounded(last.how, body, reports)


def _quote(quote: Quote, known: Mapping[str, ReportRow], *, unfold: bool) -> QuoteLine:
    fold = None if unfold else FOLDED.get(quote.speech_act)
    if fold is not None:
        quote = replace(quote, words="", heard=None, changes=())
    return QuoteLine(quote, {each.path: known[each.path].report for each in quote.at if each.path in known}, fold)


def _called(at: Stretch, calls: Iterable[Call]) -> str | None:
    return next((each.what for each in calls if each.at.start < at.end and at.start < each.at.end), None)


def _every(body: Bounds) -> Iterator[Bound]:
    for part in body.parts:
        yield from (*part.bounds, *part.conflict)
    yield from body.somewhere


def _folded(desk: Desk, body: Bounds, calls: Sequence[Call], reports: Mapping[str, str]) -> Bounds:
    """The bounds without the reasons that have words of calls: of those in reports, or of those heard where a transcript is cited."""
    folds = find_calls(desk.case, set(reports.values()))

    def bare(bound: Bound) -> Bound:
        cited = (each for each in bound.words if each.path in reports)
        fold = next((one.what for each in cited for one in touching(folds[reports[each.path]], each.start, each.end)), None)
        if fold is None and bound.ground is Ground.TRANSCRIPT:
            fold = _called(bound.at, calls)
        return replace(bound, why=f"[{fold}, folded]") if fold else bound

    parts = (replace(each, bounds=tuple(map(bare, each.bounds)), conflict=tuple(map(bare, each.conflict))) for each in body.parts)
    return replace(body, parts=tuple(parts), somewhere=tuple(map(bare, body.somewhere)))
