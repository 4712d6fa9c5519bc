"""What people judge, made and kept: each decision a row of its own with author and time, its consequences drawn at once.

Nothing is ever changed or lost: who thinks otherwise adds a judgement, and taking one back is a judgement too. Two people who judge at
once both have their rows; the later word holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from purport.errors import UsageError
from purport.ids import digest
from purport.records import Analysis, Claim, Judgement, Span
from purport.recounting import judge_events, recount
from purport.resolve import CaseEntity, Profile
from purport.resolve import corrections as claims
from purport.resolve import standing as undoing
from purport.resolve.case_events import LAYER as EVENTS
from purport.resolve.case_events import CaseEvent
from purport.resolve.joining import LAYER as ALIASES
from purport.resolve.told import Told
from purport.resolving import COMPARISONS, case_entities, judge_aliases, judge_claims, profiles_of
from purport.store import Case

MERGE, SPLIT = "merge", "split"
CONFIRM, REJECT = claims.CONFIRM, claims.REJECT


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges, and why if they say so."""

    author: str
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.author.strip():
            raise UsageError("who judges is to be said: the author's name is missing")


def judge_comparison(case: Case, comparison: str, decision: str, judge: Judge) -> Judgement:
    """Keep that a comparison holds ("confirm") or does not ("reject"): one that is rejected counts for nothing."""
    found = case.comparison(comparison)
    if found is None:
        raise UsageError(f"{comparison}: the case has no such comparison or claim")
    at = found.left.content[0]
    made = _made(COMPARISONS, comparison, decision, judge, f"{found.relation}: {found.why}", found.left.report, at)
    case.add_judgement(made)
    return made


def judge_claim(
    case: Case,
    report: str,
    claim: str,
    decision: str,
    judge: Judge,
    correction: claims.Correction = claims.NOTHING,
    *,
    derive: bool = True,
) -> Judgement:
    """Keep what a person judges of a claim: that it is read rightly ("confirm"), is none ("reject"), is another ("correct"), or a "note".

    What rests on the report is derived anew from the record as corrected, at once or where not ``derive`` by whoever compares next; the
    record as read stays.
    """
    if decision not in claims.DECISIONS:
        raise UsageError(f"{decision}: one of {', '.join(claims.DECISIONS)} expected")
    analysis = next(case.analyses([report]), None)
    found = next((each for each in analysis.claims if each.id == claim), None) if analysis is not None else None
    if analysis is None or found is None:
        raise UsageError(f"{claim}: the case has no such claim in a report {report}")
    written = None
    if decision == claims.CORRECT:
        _check(analysis, found, correction)
        written = claims.write_correction(correction)
    if decision == claims.NOTE and not judge.note:
        raise UsageError("a note of some words expected, it is empty")
    at = Span(found.content[0].start, found.content[-1].end)
    made = _made(claims.LAYER, claim, decision, judge, claims.words_of(analysis, found), report, at, written)
    if decision in (claims.CONFIRM, claims.NOTE):
        case.add_judgement(made)
    else:
        judge_claims(case, [made], [report], derive=derive)
    return made


def merge_entities(case: Case, one: CaseEntity, other: CaseEntity, judge: Judge) -> Judgement:
    """Keep that two entities of the case are one."""
    if one.id == other.id:
        raise UsageError(f"{one.id}: two entities expected, one was given twice")
    mine, theirs = (profiles_of(case, each)[0] for each in (one, other))
    made = _alias(one, mine, other, theirs, MERGE, judge)
    judge_aliases(case, [made], [*one.members, *other.members])
    return made


def split_entity(case: Case, whole: CaseEntity, reports: Collection[str], judge: Judge) -> list[Judgement]:
    """Keep that whom some reports name is not the entity that it is taken for."""
    profiles = profiles_of(case, whole)
    own = [each for each in profiles if each.report in reports]
    rest = {each.signature: each for each in reversed(profiles) if each.report not in reports}
    if not own or not rest:
        raise UsageError(f"{'nothing' if rest else 'all'} of {whole.name} stands there, so there is nothing to split")
    made = [_alias(whole, mine, whole, theirs, SPLIT, judge) for mine in own for theirs in rest.values()]
    judge_aliases(case, made, whole.members)
    return made


def merge_events(case: Case, one: str, other: str, judge: Judge) -> Judgement:
    """Keep that two events of the case are one."""
    if one == other:
        raise UsageError(f"{one}: two events expected, one was given twice")
    recounted = recount(case)
    paths = {place.report: place.path for place in case.places()}
    tellings = ([recounted.told[item] for item in _event(recounted.events, each).tellings] for each in (one, other))
    mine, theirs = (min(told, key=lambda each: (paths[each.around.report], each.at.start)) for told in tellings)
    made = _told(case, mine, theirs, MERGE, judge)
    judge_events(case, [made])
    return made


def split_event(case: Case, whole: str, reports: Collection[str], judge: Judge) -> list[Judgement]:
    """Keep that what some reports tell of is not the event that it is taken for."""
    recounted = recount(case)
    event = _event(recounted.events, whole)
    own = [recounted.told[each] for each in event.tellings if each[0] in reports]
    rest = [recounted.told[each] for each in event.tellings if each[0] not in reports]
    if not own or not rest:
        raise UsageError(f"{'nothing' if rest else 'all'} of that event is told there, so there is nothing to split")
    made = [_told(case, mine, theirs, SPLIT, judge) for mine in own for theirs in rest]
    judge_events(case, made)
    return made


def take_back(case: Case, judgement: str, judge: Judge, *, derive: bool = True) -> Judgement:
    """Keep that a judgement is taken back; what it led to is undone. Taking back can be taken back as well."""
    every = {each.id: each for each in case.judgements()}
    found = every.get(judgement)
    if found is None:
        raise UsageError(f"{judgement}: there is no such judgement")
    at = None if found.start is None or found.end is None else Span(found.start, found.end)
    made = _made(undoing.LAYER, judgement, undoing.UNDO, judge, found.words, found.report, at)
    while found.layer == undoing.LAYER:
        found = every[found.target]
    _redraw(case, found, made, derive=derive)
    return made


def _redraw(case: Case, touched: Judgement, made: Judgement, *, derive: bool) -> None:
    """Keep a judgement, and draw anew what rested on the one that it touches."""
    if touched.layer == ALIASES:
        members = {touched.target, touched.correction}
        whole = [each.members for each in case_entities(case) if any(entity in members for _, entity in each.members)]
        judge_aliases(case, [made], [item for each in whole for item in each])
    elif touched.layer == claims.LAYER and touched.report is not None and touched.decision in (claims.REJECT, claims.CORRECT):
        judge_claims(case, [made], [touched.report], derive=derive)
    else:
        case.add_judgement(made)


def _check(analysis: Analysis, claim: Claim, correction: claims.Correction) -> None:
    """Refuse what makes no record: nothing corrected, spans outside the text, empty, or out of order."""
    if correction == claims.NOTHING:
        raise UsageError("something that is another than the machine has it expected, nothing was given")
    if claim.attribution is None and (correction.source is not None or correction.source_type is not None or not correction.has_source):
        raise UsageError("this claim is in the outlet's own voice: there is no source to correct")
    spans = [*correction.content, *([correction.source] if correction.source else [])]
    for span in spans:
        if not (0 <= span.start < span.end <= len(analysis.report.text)) or not span.words(analysis.report.text).strip():
            raise UsageError(f"words of the report expected, at {span.start} to {span.end} there are none")
    if any(left.end > right.start for left, right in zip(correction.content, correction.content[1:], strict=False)):
        raise UsageError("the pieces of a content are to be in the order of the text, without overlap")


def _event(events: Iterable[CaseEvent], id_: str) -> CaseEvent:
    found = next((each for each in events if each.id == id_), None)
    if found is None:
        raise UsageError(f"{id_}: the case has no such event")
    return found


def _alias(left: CaseEntity, mine: Profile, right: CaseEntity, theirs: Profile, decision: str, judge: Judge) -> Judgement:
    """A decision on two entities of reports, with the words of the first."""
    at = next(iter(mine.names), None)
    span = Span(at.start, at.end) if at else None
    return _made(ALIASES, mine.entity, decision, judge, f"{left.name} / {right.name}", mine.report, span, theirs.entity)


def _told(case: Case, mine: Told, theirs: Told, decision: str, judge: Judge) -> Judgement:
    """A decision on two events of reports, with the words of both."""
    return _made(
        EVENTS, mine.event, decision, judge, f"{_word(case, mine)} / {_word(case, theirs)}", mine.around.report, mine.at, theirs.event
    )


def _word(case: Case, told: Told) -> str:
    return told.at.words(case.analysis(told.around.report).report.text)


def _made(
    layer: str, target: str, decision: str, judge: Judge, words: str, report: str | None, at: Span | None, correction: str | None = None
) -> Judgement:
    made = datetime.now(UTC).isoformat(timespec="microseconds")
    id_ = digest((layer, target, correction or "", decision, judge.author, made))
    start, end = (at.start, at.end) if at else (None, None)
    return Judgement(id_, target, layer, decision, judge.author.strip(), made, words, report, start, end, correction, judge.note or None)
