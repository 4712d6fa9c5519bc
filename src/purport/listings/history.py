"""What people have judged, as a listing tells it."""

from __future__ import annotations

from dataclasses import dataclass

from purport.resolve.standing import in_order, taken_back
from purport.store import Case


@dataclass(frozen=True, slots=True)
class Judged:
    """A line of ``purport judgements --json``: a judgement, where what it is on stands, and whether nobody has taken it back."""

    id: str
    layer: str
    target: str
    decision: str
    author: str
    made: str
    words: str
    path: str | None
    report: str | None
    start: int | None
    end: int | None
    correction: str | None
    note: str | None
    stands: bool


def find_history(case: Case) -> list[Judged]:
    """Every judgement, the latest first; taking back is one too."""
    every = in_order(case.judgements())
    void = taken_back(every)
    paths = {each.report: each.path for each in case.places()}
    return [
        Judged(
            each.id,
            each.layer,
            each.target,
            each.decision,
            each.author,
            each.made,
            each.words,
            paths.get(each.report or ""),
            each.report,
            each.start,
            each.end,
            each.correction,
            each.note,
            each.id not in void,
        )
        for each in reversed(every)
    ]
