"""Which judgements stand: all that nobody has taken back. Taking back is a judgement too, and can itself be taken back."""

from __future__ import annotations

from collections.abc import Iterable

from purport.records import Judgement

LAYER = "judgements"
"""The layer of judgements on judgements: ``target`` is one's id."""
UNDO = "undo"


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements in the order in which they were made."""
    return sorted(judgements, key=lambda each: (each.made, each.id))


def taken_back(made: Iterable[Judgement]) -> set[str]:
    """The ids of the judgements that have been taken back, by one that has not."""
    void: set[str] = set()
    for each in reversed(in_order(made)):
        if each.layer == LAYER and each.decision == UNDO and each.id not in void:
            void.add(each.target)
    return void


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements on the record that have not been taken back, in the order in which they were made."""
    made = in_order(judgements)
    void = taken_back(made)
    return [each for each in made if each.id not in void and each.layer != LAYER]
