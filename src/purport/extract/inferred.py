"""When a report was published, where nobody gives it and nothing prints it whole: inferred from what the report says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from purport.extract.heard import Heard, heard
from purport.extract.once import Telling, agreed, happens_once
from purport.extract.syntax import Tree, head_of, words_in
from purport.extract.tenses import is_past
from purport.extract.words import is_negation
from purport.records import Basis, Factuality, Interval, Published, Reason, Report, Span
from purport.time.dating import told, when_written
from purport.time.days import EVER, FIRST, LAST, Days, between
from purport.time.expression import Expression
from purport.time.grammar import read
from purport.time.solving import Dating, Force, Side, Statement, Witness
from purport.time.statements import fixed, named, say, written_if

HEAD = "printed without a year"
"""How ``ingest`` names a date at the head of a report that has no year."""
INFERRED = frozenset({Basis.UNKNOWN, Basis.INFERRED})
"""What a date rests on that may be inferred anew."""
HELD = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
"""How sure a speaker is of what dates their words."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event of a person's own table: the words that it goes by, and the days on which it happened."""

    words: str
    days: Interval


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the reports: the days they were written between, a table of dated events, and what dated reports tell.

    These tell of what happens once, and of ``recordings`` that reports have in common with them.
    """

    between: Interval | None = None
    events: tuple[DatedEvent, ...] = ()
    tellings: tuple[Telling, ...] = ()
    recordings: tuple[Heard, ...] = ()


NOTHING_KNOWN = Known()


def infer(report: Report, witnesses: Sequence[Witness], tree: Tree, known: Known = NOTHING_KNOWN) -> Dating | None:
    """The days on which a report can have been written, with the reasons; ``None`` where its publication date is given or printed."""
    if report.published.basis not in INFERRED:
        return None
    beside = (
        _bounds(known),
        _told_of(report, witnesses, tree, known.events),
        _told_elsewhere(report, witnesses, tree, known.tellings),
        heard(report, witnesses, tree, known.recordings),
    )
    return when_written((*witnesses, *_printed(report)), [*chain.from_iterable(beside)])


def said_after(
    report: Report, witnesses: Sequence[Witness], tree: Tree, sure: Mapping[int, Factuality], known: Known = NOTHING_KNOWN
) -> Iterator[Statement]:
    """What a text says that was said not before a day, each with its words: dates of what was, and events that are dated elsewhere.

    What is to come, denied, only supposed or hoped for says nothing of that; ``sure`` is how sure the speaker is of each event's word.
    """
    beside = (_told_of(report, witnesses, tree, known.events, every=True), _told_elsewhere(report, witnesses, tree, known.tellings))
    for each in chain(say(witnesses), *beside):
        if each.days and each.days.first > EVER.first and all(_is_held(tree, one, sure) for one in each.by):
            yield each


def _is_held(tree: Tree, expression: Expression, sure: Mapping[int, Factuality]) -> bool:
    """Whether what some words tell of, or date, is held to be so: no word from theirs up to the verb of their clause is open or denied."""
    word = head_of(tree.words, words_in(tree.words, Span(expression.start, expression.end)))
    while word is not None and word >= 0:
        if sure.get(word, Factuality.CERTAIN) not in HELD:
            return False
        word = None if tree.words.tags[word] in ("VERB", "AUX") else tree.words.heads[word]
    return True


def published(report: Report, dating: Dating | None) -> Published:
    """The publication date as it was, or as a dating leaves it.

    The reasons are in the order in which they narrow the days. Where they bound one side alone that bound stands, on an unknown basis: the
    report cannot be dated. Where what the report says cannot all hold, the reasons are the smallest part of it that conflicts.
    """
    if dating is None:
        return report.published
    reasons = (*(each for each in report.published.reasons if each.why.startswith(HEAD)), *_reasons(report, dating))
    if dating.conflict or not dating.reasons:
        return Published(reasons=reasons)
    candidates = tuple(_interval(stretch) for stretch in dating.days.stretches)
    whole = _interval((dating.days.stretches[0][0], dating.days.stretches[-1][1]))
    if not dating.known or all(each.statement.force is Force.GIVEN for each in dating.reasons):
        return Published(whole.not_before, whole.not_after, Basis.UNKNOWN, (), reasons)
    return Published(whole.not_before, whole.not_after, Basis.INFERRED, candidates, reasons)


def _bounds(known: Known) -> Iterator[Statement]:
    days = _days(known.between) if known.between else EVER
    if days != EVER:
        yield Statement(days, f"given: {told(days)}", Force.GIVEN)


def _days(interval: Interval) -> Days:
    return between(*(date.fromisoformat(each) if each else None for each in (interval.not_before, interval.not_after)))


def _printed(report: Report) -> Iterator[Witness]:
    """The dates without a year that stand at the head."""
    for reason in report.published.reasons:
        if reason.start is None or reason.end is None or not reason.why.startswith(HEAD):
            continue
        words = report.text[reason.start : reason.end]
        yield Witness(Expression(reason.start, reason.end, words, "DATE", read(words, "DATE")), Side.PRINTED)


def _told_of(
    report: Report, witnesses: Sequence[Witness], tree: Tree, events: Sequence[DatedEvent], *, every: bool = False
) -> Iterator[Statement]:
    """What the events of the table say, where the report tells of them as of what was, or dates them by its own day.

    Where it tells of one first, or at ``every`` place where it does.
    """
    low = report.text.lower()
    for event in events:
        start = low.find(event.words.lower())
        while start >= 0:
            own = Expression(start, start + len(event.words), report.text[start : start + len(event.words)], "EVENT", None)
            yield from _of_event(own, _days(event.days), tree, _beside(report, own, witnesses))
            start = low.find(event.words.lower(), own.end) if every else -1


def _told_elsewhere(report: Report, witnesses: Sequence[Witness], tree: Tree, tellings: Sequence[Telling]) -> Iterator[Statement]:
    """What dated reports tell of what happens once, where the report tells of it as of what was, or dates it by its own day.

    Another report's word gives way to the report's own, as quoted words do. Where others do not agree on the days, they date nothing.
    """
    if not tellings:
        return
    told_as_past = {name: word for word in range(len(tree.words)) if _has_happened(tree, word) for name in happens_once(tree, word)}
    for each in agreed(tellings):
        days = _days(each.days)
        source = f"{told(days)} in {each.path}"
        for witness in (one for one in witnesses if each.event in one.events and fixed(one.expression) is None):
            meaning = witness.expression.meaning
            written = written_if(meaning, days) if meaning is not None else None
            if written is not None:
                why = f"{named(witness.expression)} dates the {each.event}: {source}"
                yield Statement(written, why, Force.QUOTED, (witness.expression,))
        if each.event in told_as_past:
            word = told_as_past[each.event]
            start, end = tree.words.starts[word], tree.words.ends[word]
            own = Expression(start, end, report.text[start:end], "EVENT", None)
            yield Statement(between(days.first), f"{named(own)} tells of the {each.event}: {source}", Force.QUOTED, (own,))


def _has_happened(tree: Tree, word: int) -> bool:
    return is_past(tree, word) is True and not any(is_negation(tree.words.lemmas[each].lower()) for each in tree.children[word])


def _of_event(own: Expression, days: Days, tree: Tree, beside: Sequence[Expression]) -> Iterator[Statement]:
    head = next((at for at, end in enumerate(tree.words.ends) if end == own.end), None)
    if head is None or is_past(tree, head) is not False:
        yield Statement(between(days.first), f"{named(own)} is told of: {told(days)} in the table", Force.SAID, (own,))
    for each in beside:
        written = written_if(each.meaning, days) if each.meaning is not None and fixed(each) is None else None
        if written is not None:
            yield Statement(written, f"{named(each)} dates {named(own)}: {told(days)} in the table", Force.SAID, (own, each))


def _beside(report: Report, own: Expression, witnesses: Sequence[Witness]) -> list[Expression]:
    """The time expressions that follow an event's words at once, but for a few words: "the bridge fell two months ago"."""
    near = (each.expression for each in witnesses)
    return [each for each in near if 0 <= each.start - own.end <= NEAR and not STOPS & set(report.text[own.end : each.start])]


NEAR = 30
"""Characters between an event's words and a time expression that dates it."""
STOPS = frozenset(".;:!?\n")


def _reasons(report: Report, found: Dating) -> Iterator[Reason]:
    if found.conflict:
        yield Reason(f"cannot be dated: {len(found.conflict)} statements cannot all hold")
        for statement in found.conflict:
            yield _reason(report, statement, statement.why)
        return
    for each in found.reasons:
        yield _reason(report, each.statement, f"{each.statement.why}; left: {_short(each.left)}")


def _reason(report: Report, statement: Statement, why: str) -> Reason:
    if not statement.by:
        return Reason(why)
    return Reason(why, report.id, statement.by[0].start, statement.by[0].end)


def _short(days: Days) -> str:
    """Days in words; many stretches by how many there are and their edges."""
    if len(days.stretches) <= MANY:
        return told(days)
    return f"{len(days.stretches)} stretches, {told(Days(((days.stretches[0][0], days.stretches[-1][1]),)))}"


MANY = 3
"""Stretches of days that are told one by one."""


def _interval(stretch: tuple[int, int]) -> Interval:
    first, last = stretch
    return Interval(
        None if first == FIRST else date.fromordinal(first).isoformat(), None if last == LAST else date.fromordinal(last).isoformat()
    )
