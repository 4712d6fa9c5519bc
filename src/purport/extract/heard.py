"""Recordings that an undated report tells of and a dated one dates: it was written not before they came out.

Which recordings are one is decided elsewhere (``resolve.released``). Another report's word gives way to the report's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from purport.extract.syntax import Tree, words_in
from purport.lexicon import words as listed
from purport.records import Interval, Report, Span
from purport.time.dating import told
from purport.time.days import Days, between
from purport.time.expression import Expression
from purport.time.recurring import Recurring
from purport.time.solving import Force, Statement, Witness
from purport.time.statements import named, written_if

RELEASING = frozenset({"issued", "surfaced", "came"})
"""What a verb tells of a recording that says when it came out (``lexicon/releasing.tsv``)."""
WEEK = 7
"""Days until a weekday that is told of without more is another one."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A recording by its first words in an undated report, the days on which it came out, and the path of the dated report that tells."""

    report: str
    start: int
    end: int
    days: Interval
    path: str


def heard(report: Report, witnesses: Sequence[Witness], tree: Tree, known: Sequence[Heard]) -> Iterator[Statement]:
    """What recordings say of when a report was written; nothing of one that the report brings out on another weekday."""
    for each in known:
        if each.report != report.id or each.days.not_before is None or each.days.not_after is None:
            continue
        first, last = (date.fromisoformat(day) for day in (each.days.not_before, each.days.not_after))
        own = Expression(each.start, each.end, report.text[each.start : each.end], "RECORDING", None)
        source = f"{told(between(first, last))} in {each.path}"
        when = [one.expression for one in witnesses if _brings_out(tree, one.word, Span(each.start, each.end))]
        dated = [(one, _written(one, first, last)) for one in when]
        if any(days is not None and not days for _, days in dated):
            continue
        yield Statement(between(first), f"{named(own)} came out: {source}", Force.QUOTED, (own,))
        for one, days in dated:
            if days is not None:
                force = Force.HABIT if isinstance(one.meaning, Recurring) else Force.QUOTED
                yield Statement(days, f"{named(one)} is when {named(own)} came out: {source}", force, (own, one))


def _brings_out(tree: Tree, verb: int, recording: Span) -> bool:
    """Whether a verb brings a recording out: "a message *put out* on Thursday", "the message *surfaced* on Thursday"."""
    if verb < 0:
        return False
    particle = tree.child(verb, ("compound:prt",))
    lemmas = (tree.words.lemmas[each].lower() for each in (verb, particle) if each is not None)
    if listed("releasing.tsv").get("_".join(lemmas), ("",))[0] not in RELEASING:
        return False
    own = words_in(tree.words, recording)
    return tree.words.heads[verb] in own or any(each in own for each in tree.children[verb])


def _written(expression: Expression, first: date, last: date) -> Days | None:
    """The days of writing on which an expression can mean some days; a weekday is that of the week up to it."""
    meaning = expression.meaning
    if isinstance(meaning, Recurring) and meaning.kind == "weekday":
        of_week = (first + timedelta(days=each) for each in range((last - first).days + 1))
        found = [day for day in of_week if day.isoweekday() == meaning.number]
        return between(found[0], found[-1] + timedelta(days=WEEK - 1)) if found else Days()
    return None if meaning is None else written_if(meaning, between(first, last))
