"""What people have judged, the latest first: by whom, when, why, and whether it still stands."""

from __future__ import annotations

from dataclasses import dataclass

from purport.listings.history import Judged, find_history
from purport.resolve.case_events import LAYER as EVENTS
from purport.resolve.corrections import LAYER as CLAIMS
from purport.resolve.joining import LAYER as ALIASES
from purport.resolve.standing import LAYER as JUDGEMENTS
from purport.resolving import COMPARISONS, orphaned
from purport.web.desk import Desk
from purport.web.paging import Part, cut

ON = {CLAIMS: "a claim", COMPARISONS: "two claims", ALIASES: "who is who", EVENTS: "what happened", JUDGEMENTS: "a judgement"}
"""What a judgement is on, by its layer."""


@dataclass(frozen=True, slots=True)
class JudgementsAsked:
    """``author`` is whose, whole; ``layer`` what they are on."""

    author: str = ""
    layer: str = ""
    part: int = 1


@dataclass(frozen=True, slots=True)
class Author:
    """Who has judged, and how often."""

    name: str
    judgements: int


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement; ``on`` says what kind of thing it is on, ``is_orphaned`` where the case has that no more."""

    judged: Judged
    on: str
    is_orphaned: bool


@dataclass(frozen=True, slots=True)
class JudgementsPage:
    """A part of the judgements found, and who has judged."""

    asked: JudgementsAsked
    part: Part
    authors: tuple[Author, ...]
    judgements: tuple[JudgementRow, ...]


def judgements(desk: Desk, asked: JudgementsAsked) -> JudgementsPage:
    """What people have judged."""
    every = desk.held("history", lambda: find_history(desk.case))
    lost = desk.held("orphaned", lambda: frozenset(each.id for each in orphaned(desk.case)))
    names = sorted({each.author for each in every})
    authors = tuple(Author(name, sum(each.author == name for each in every)) for name in names)
    found = [each for each in every if asked.author in ("", each.author) and asked.layer in ("", each.layer)]
    part, shown = cut(found, asked.part)
    return JudgementsPage(
        asked, part, authors, tuple(JudgementRow(each, ON.get(each.layer, each.layer), each.id in lost) for each in shown)
    )
