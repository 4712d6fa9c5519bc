"""One report as a reader: its text as received with everything marked, and the record beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from purport.errors import StoreError
from purport.folds import FOLDED, Fold, fold_plainly
from purport.listings.calls import find_folds
from purport.records import (
    Analysis,
    Attribution,
    Basis,
    Claim,
    Factuality,
    Form,
    Reason,
    SourceType,
    Span,
    SpeechAct,
)
from purport.resolve.corrections import Ruling, rulings
from purport.resolve.standing import standing
from purport.visible import visible
from purport.web.desk import Desk
from purport.web.page import Gone
from purport.web.pieces import Marked, Paragraph, paragraphs

AT_ONCE = 60_000
"""Characters of a text on one page: a report of the length of a book comes in parts."""


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """Which report, which part of a long one, and whether calls to violence are shown.

    ``at`` are characters that something else cites, as in 120-134: they are marked, and without a ``part`` the one that has them is shown.
    """

    report: str
    part: int = 1
    unfold: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a report comes from and when it came out, with the reasons for the date."""

    id: str
    path: str
    title: str | None
    outlet: str | None
    url: str | None
    archive_url: str | None
    bylines: tuple[str, ...]
    place: str | None
    not_before: str | None
    not_after: str | None
    basis: Basis
    reasons: tuple[Reason, ...]
    retrieved: str | None
    encoding: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the report as they are shown, and where they stand."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What people have judged of a claim: what now stands beside what the machine read, and how many judgements there are."""

    decision: str
    author: str
    made: str
    note: str | None
    factuality: Factuality | None
    source: Words | None
    has_source: bool
    content: tuple[Words, ...]
    judgements: int


@dataclass(frozen=True, slots=True)
class ClaimIn:
    """A claim as its report has it: who, in which words, how surely; ``number`` is that in the text.

    ``source`` is ``None`` where the text names none, and for what the outlet says in its own voice (``attribution`` is then ``None``).
    ``inside`` is the number of the attribution that it stands in. ``fold`` is what its words are where they are not shown.
    """

    number: int
    id: str
    attribution: str | None
    source: Words | None
    source_type: SourceType
    source_name: str | None
    source_id: str | None
    cue: Words | None
    content: tuple[Words, ...]
    form: Form | None
    factuality: Factuality
    negated: bool
    speech_act: SpeechAct
    said_not_before: str | None
    said_not_after: str | None
    inside: int | None
    score: float | None
    fold: str | None
    judged: Judged | None


@dataclass(frozen=True, slots=True)
class TimeIn:
    """A time expression, and the days that it can mean."""

    id: str
    start: int
    words: str
    value: str | None
    not_before: str | None
    not_after: str | None


@dataclass(frozen=True, slots=True)
class EventIn:
    """An event that the report tells of, with how sure its author is; who took part in which role."""

    id: str
    start: int
    words: str
    factuality: Factuality
    taking: tuple[str, ...]
    not_before: str | None
    not_after: str | None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report, or a part of a long one: its text in pieces, its claims, times and events; ``folded`` is how many calls it has.

    ``voiced`` are the claims in the outlet's own voice.
    """

    asked: ReportAsked
    head: Head
    parts: int
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[ClaimIn, ...]
    voiced: tuple[ClaimIn, ...]
    times: tuple[TimeIn, ...]
    events: tuple[EventIn, ...]
    folded: int


def find_report(desk: Desk, id_: str) -> Analysis:
    """The record of a report; ``Gone`` where there is none."""
    try:
        return desk.held(("analysis", id_), lambda: desk.case.analysis(id_))
    except StoreError as error:
        raise Gone(f"{id_}: the case has no such report") from error


def report(desk: Desk, asked: ReportAsked) -> ReportPage:
    """One report for reading."""
    return desk.held(("report", asked), lambda: _report(desk, asked))


def _report(desk: Desk, asked: ReportAsked) -> ReportPage:
    analysis = find_report(desk, asked.report)
    folds = find_folds(analysis)
    shown = () if asked.unfold else folds
    cited = _cited(asked.at, len(analysis.report.text))
    whole = paragraphs(analysis.report.text, (*_marks(analysis), *cited), shown)
    parts = _parts(whole)
    number = min(max(asked.part, 1), len(parts))
    if cited and asked.part == 1:
        number = next((nth for nth, part in enumerate(parts, start=1) if cited[0].start < _ends(part)[1]), number)
    found = tuple(claims_in(desk, analysis, shown))
    start, end = _ends(parts[number - 1])
    inside = [each for each in found if start <= _at(each) < end or not each.content]
    return ReportPage(
        replace(asked, part=number),
        head_of(analysis),
        len(parts),
        parts[number - 1],
        tuple(each for each in inside if each.attribution is not None),
        tuple(each for each in inside if each.attribution is None),
        tuple(each for each in _times(analysis) if start <= each.start < end),
        tuple(each for each in _events(analysis, shown) if start <= each.start < end),
        len(folds),
    )


def _cited(at: str, length: int) -> tuple[Marked, ...]:
    """The characters that an address names, as far as the text has them; nothing where it names none."""
    start, _, end = at.partition("-")
    if not (start.isdecimal() and end.isdecimal() and int(start) < min(int(end), length)):
        return ()
    return (Marked(int(start), min(int(end), length), "cited", "cited"),)


def _marks(analysis: Analysis) -> Iterator[Marked]:
    for each in analysis.attributions:
        if each.source is not None:
            yield Marked(each.source.start, each.source.end, "source", each.id)
        if each.cue is not None:
            yield Marked(each.cue.start, each.cue.end, "cue", each.id)
        for span in each.content:
            yield Marked(span.start, span.end, "content", each.id)
    for time in analysis.timexes:
        yield Marked(time.start, time.end, "time", time.id)
    for event in analysis.events:
        yield Marked(event.start, event.end, "event", event.id)
    for furniture in analysis.furniture:
        yield Marked(furniture.start, furniture.end, "furniture", f"{furniture.kind.value}-{furniture.start}")
    for claim in analysis.claims:
        if claim.attribution is None:
            for span in claim.content:
                yield Marked(span.start, span.end, "voice", claim.id)


def _parts(whole: Sequence[Paragraph]) -> list[tuple[Paragraph, ...]]:
    parts: list[tuple[Paragraph, ...]] = []
    now: list[Paragraph] = []
    length = 0
    for each in whole:
        size = sum(len(piece.words) for piece in each.pieces)
        if now and length + size > AT_ONCE:
            parts.append(tuple(now))
            now, length = [], 0
        now.append(each)
        length += size
    return [*parts, tuple(now)]


def _ends(part: Sequence[Paragraph]) -> tuple[int, int]:
    return (part[0].pieces[0].start, part[-1].pieces[-1].end) if part else (0, 0)


def _at(claim: ClaimIn) -> int:
    return claim.content[0].start


def head_of(analysis: Analysis) -> Head:
    """Where a report comes from."""
    one = analysis.report
    when = one.published
    return Head(
        one.id,
        one.path,
        one.title,
        one.outlet,
        one.url,
        one.archive_url,
        tuple(each.name for each in one.bylines),
        one.dateline.place if one.dateline else None,
        when.not_before,
        when.not_after,
        when.basis,
        when.reasons,
        one.retrieved,
        one.encoding,
        one.media_type,
        one.sha256,
    )


def claims_in(desk: Desk, analysis: Analysis, folds: Sequence[Fold]) -> Iterator[ClaimIn]:
    """The claims in the order of the text, those of attributions under the numbers of these."""
    attributions = {each.id: (number, each) for number, each in enumerate(analysis.attributions, start=1)}
    ruled = rulings(analysis, desk.held("standing", lambda: standing(desk.case.judgements())))
    with desk.case.derived() as shelf:
        names = shelf.names_in([analysis.report.id])
    for number, claim in enumerate(analysis.claims, start=1):
        rule = ruled.get(claim.id)
        judged = None if rule is None else _judged(analysis, rule)
        if claim.attribution is None:
            yield _voiced(analysis, claim, number, judged, folds)
        else:
            nth, held = attributions[claim.attribution]
            who = names.get((analysis.report.id, held.source_entity or ""))
            inside = attributions[held.nested_in][0] if held.nested_in in attributions else None
            yield _attributed(analysis, claim, held, nth, who, inside, judged, folds)


def _attributed(
    analysis: Analysis,
    claim: Claim,
    held: Attribution,
    number: int,
    who: tuple[str, str] | None,
    inside: int | None,
    judged: Judged | None,
    folds: Sequence[Fold],
) -> ClaimIn:
    text = analysis.report.text
    return ClaimIn(
        number,
        claim.id,
        held.id,
        _words(text, held.source, folds) if held.source else None,
        held.source_type,
        who[1] if who else None,
        who[0] if who else None,
        _words(text, held.cue, folds) if held.cue else None,
        tuple(_words(text, span, folds) for span in claim.content),
        held.form,
        claim.factuality,
        held.negated,
        held.speech_act,
        held.said.not_before if held.said else None,
        held.said.not_after if held.said else None,
        inside,
        held.score,
        FOLDED.get(held.speech_act),
        judged,
    )


def _voiced(analysis: Analysis, claim: Claim, number: int, judged: Judged | None, folds: Sequence[Fold]) -> ClaimIn:
    return ClaimIn(
        number,
        claim.id,
        attribution=None,
        source=None,
        source_type=SourceType.OUTLET,
        source_name=None,
        source_id=None,
        cue=None,
        content=tuple(_words(analysis.report.text, span, folds) for span in claim.content),
        form=None,
        factuality=claim.factuality,
        negated=False,
        speech_act=SpeechAct.STATEMENT,
        said_not_before=None,
        said_not_after=None,
        inside=None,
        score=None,
        fold=None,
        judged=judged,
    )


def _judged(analysis: Analysis, rule: Ruling) -> Judged:
    last = rule.judgements[-1]
    text = analysis.report.text
    to = rule.correction
    return Judged(
        "reject" if rule.is_rejected else "confirm" if rule.is_confirmed else last.decision,
        last.author,
        last.made,
        last.note,
        to.factuality,
        _words(text, to.source, ()) if to.source else None,
        to.has_source,
        tuple(_words(text, span, ()) for span in to.content),
        len(rule.judgements),
    )


def _words(text: str, span: Span, folds: Sequence[Fold]) -> Words:
    words = text[span.start : span.end]
    return Words(span.start, span.end, visible(fold_plainly(words, span.start, folds) if folds else words))


def _times(analysis: Analysis) -> Iterator[TimeIn]:
    for each in analysis.timexes:
        words = visible(analysis.report.text[each.start : each.end])
        yield TimeIn(each.id, each.start, words, each.value, each.not_before, each.not_after)


def _events(analysis: Analysis, folds: Sequence[Fold]) -> Iterator[EventIn]:
    mentions = {each.id: each for each in analysis.mentions}
    for each in analysis.events:
        if any(fold.start <= each.start < fold.end for fold in folds):
            continue
        taking = tuple(
            f"{part.role}: {_words(analysis.report.text, Span(mentions[part.mention].start, mentions[part.mention].end), folds).words}"
            for part in each.participants
            if part.mention in mentions
        )
        words = visible(analysis.report.text[each.start : each.end])
        yield EventIn(each.id, each.start, words, each.factuality, taking, each.not_before, each.not_after)
