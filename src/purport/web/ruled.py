"""What people have judged of somebody, or of what happened: the judgements on any of the parts that reports tell of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from purport.records import Judgement
from purport.resolve.standing import in_order, taken_back
from purport.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement that two are one ("merge") or that they are not ("split"); ``stands`` where nobody has taken it back."""

    id: str
    decision: str
    words: str
    author: str
    made: str
    note: str | None
    stands: bool


def rulings_on(desk: Desk, layer: str, parts: Collection[str]) -> tuple[Ruling, ...]:
    """The judgements of a layer on some parts, in the order in which they were made."""
    every = desk.held("in order", lambda: tuple(in_order(desk.case.judgements())))
    void = desk.held("taken back", lambda: taken_back(every))
    own = [each for each in every if each.layer == layer and not {each.target, each.correction}.isdisjoint(parts)]
    return tuple(_ruling(each, void) for each in own)


def _ruling(each: Judgement, void: Collection[str] | Sequence[str]) -> Ruling:
    return Ruling(each.id, each.decision, each.words, each.author, each.made, each.note, each.id not in void)
