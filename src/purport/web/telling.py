"""Lines of a dossier as a page shows them: what is told, by whom, how surely, within which days, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from purport.dossier.lines import Line
from purport.records import Factuality
from purport.visible import flat
from purport.web.desk import Desk
from purport.web.quoting import Quoted, Quoter


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line of a dossier; ``value`` is empty where ``is_folded``, and that is not asked to be shown.

    ``origins`` is how many independent origins it has, ``origin_names`` what these are called; ``by`` whose word it is.
    """

    subject: str
    field: str
    value: str
    is_folded: bool
    factuality: Factuality
    not_before: str | None
    not_after: str | None
    by: tuple[str, ...]
    origins: int
    origin_names: tuple[str, ...]
    why: str | None
    term: str | None
    words: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """What is told of one thing of a subject, each value a line, those that part beside each other."""

    name: str
    lines: tuple[ToldLine, ...]


def told(desk: Desk, lines: Sequence[Line], *, unfold: bool = False) -> tuple[ToldLine, ...]:
    """Lines with their words, in their order."""
    quoter = Quoter.of(desk, (each for line in lines for each in line.citations), unfold=unfold)
    return tuple(_told(line, quoter, unfold=unfold) for line in lines)


def fields(lines: Sequence[ToldLine]) -> tuple[Field, ...]:
    """Lines by their fields, in the order in which these first come."""
    order = list(dict.fromkeys(each.field for each in lines))
    ranked = sorted(lines, key=lambda each: order.index(each.field))
    return tuple(Field(name, tuple(own)) for name, own in groupby(ranked, key=lambda each: each.field))


def _told(line: Line, quoter: Quoter, *, unfold: bool) -> ToldLine:
    """What stands in calls, threats and offers alone is folded, whatever the line is of."""
    words = tuple(quoter.quote(each) for each in dict.fromkeys(line.citations))
    is_call = line.is_folded or (bool(words) and all(each.is_folded for each in words))
    is_folded = is_call and not unfold
    return ToldLine(
        line.subject,
        line.field,
        "" if is_folded else flat(line.value),
        is_folded,
        line.factuality,
        line.not_before,
        line.not_after,
        line.by,
        line.origins,
        line.origin_names,
        None if is_folded else line.why,
        line.term,
        tuple(replace(each, words="", is_folded=True) for each in words) if is_folded else words,
    )
