"""Figures: each quantity that moves, or of which accounts part, as a sequence of counts with who says so and when."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from purport.dossier import Line, Section
from purport.folding import fold
from purport.pictures.timeline import bar
from purport.records import Factuality
from purport.web.bars import Days, Mark, Tick, days_of, marks, ticks
from purport.web.desk import Desk
from purport.web.paging import Part, cut
from purport.web.telling import ToldLine, section_lines, tell_lines

_NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
AT_LEAST, AT_MOST = "at least", "at most"
AT_ONCE = 20
"""Things counted of which a part tells."""
FEW, MOST, MOST_DRAWN = 8, 300, 40
"""Counts of one thing in a list of many things, on a page of its own, and in a drawing beside a list of fewer."""
NEAR = 9.0
"""Hundredths of the height that two numbers at the side of a drawing are apart, at least."""
NARROW = 300.0
"""Pixels that the axis of a drawing has in most windows."""
HIGHEST, LOWEST = 10.0, 88.0
"""Where the greatest and the smallest count are drawn, in hundredths of the height."""


@dataclass(frozen=True, slots=True)
class FiguresAsked:
    """``about`` is part of what is counted, or of what that is about; ``disputed`` what accounts part on alone.

    ``subject`` and ``what`` are these whole: all counts of one thing.
    """

    about: str = ""
    subject: str = ""
    what: str = ""
    disputed: bool = False
    part: int = 1
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """How many: from ``low`` to ``high``, one of them ``None`` where only a bound is told."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Step:
    """Where a count is drawn: from ``top`` to ``bottom`` in hundredths of the height; ``is_open`` up or down where a bound is told."""

    mark: Mark
    top: float
    bottom: float
    is_open: str | None


@dataclass(frozen=True, slots=True)
class Level:
    """A number at the side of a drawing."""

    y: float
    called: str


@dataclass(frozen=True, slots=True)
class Count:
    """A count as it is told, and the number in it, as far as it is written in figures."""

    told: ToldLine
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class Figure:
    """What is counted, of whom or what, and its counts in the order in which they were said: of ``every`` so many the first are here."""

    subject: str
    what: str
    is_disputed: bool
    every: int
    counts: tuple[Count, ...]
    shown: Days
    ticks: tuple[Tick, ...]
    levels: tuple[Level, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """A part of the sequences found: those of most counts first."""

    asked: FiguresAsked
    part: Part
    disputed: int
    folded: int
    sure: tuple[Factuality, ...]
    sequences: tuple[Figure, ...]


def figures(desk: Desk, asked: FiguresAsked) -> FiguresPage:
    """What is counted, and how that moved."""
    return desk.held(("figures", asked), lambda: _figures(desk, asked))


def _figures(desk: Desk, asked: FiguresAsked) -> FiguresPage:
    every = desk.held("sequences", lambda: _sequences(section_lines(desk, Section.FIGURES)))
    words = fold(asked.about.strip())
    told = [each for each in every if _is_asked(each[0], asked) and (words in fold(each[0].subject) or words in fold(each[0].field))]
    found = [each for each in told if not asked.disputed or _is_disputed(each)]
    part, groups = cut(found, asked.part, AT_ONCE)
    most = MOST if asked.subject and asked.what else FEW
    lines = [line for group in groups for line in group[:most]]
    shown = dict(zip(map(id, lines), tell_lines(desk, lines, unfold=asked.unfold), strict=True))
    return FiguresPage(
        asked,
        part,
        sum(map(_is_disputed, told)),
        sum(each.is_folded for each in shown.values()),
        tuple(each for each in Factuality if any(line.factuality is each for line in lines)),
        tuple(_sequence(group, [shown[id(each)] for each in group[:most]]) for group in groups),
    )


def _is_asked(line: Line, asked: FiguresAsked) -> bool:
    return asked.subject in ("", line.subject) and asked.what in ("", line.field)


def _sequences(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The lines of one thing counted together; those of most different counts first."""
    found = [tuple(own) for _, own in groupby(lines, key=lambda each: (each.subject, each.field))]
    return sorted(found, key=lambda own: -len({each.value for each in own}))


def _is_disputed(own: Sequence[Line]) -> bool:
    return any(each.is_disputed for each in own)


def _sequence(every: Sequence[Line], told: Sequence[ToldLine]) -> Figure:
    own = every[: max(len(told), MOST_DRAWN)]
    amounts = [amount_of(each.value) for each in own]
    shown = days_of([day for each in own for day in (each.not_before, each.not_after)])
    ends = [end for each in amounts if each for end in (each.low, each.high) if end is not None]
    drawn = [(each, amount) for each, amount in zip(own, amounts, strict=True) if amount and (each.not_before or each.not_after)]
    return Figure(
        own[0].subject,
        own[0].field,
        _is_disputed(every),
        len(every),
        tuple(Count(each, amount) for each, amount in zip(told, amounts, strict=False)),
        shown,
        ticks(shown, NARROW),
        tuple(_levels(ends)),
        tuple(_step(amount, mark, ends) for each, amount in drawn for mark in marks(shown, [bar(each)])),
    )


def amount_of(value: str) -> Amount | None:
    """How many a count tells, where that is written in figures: "at least 1,200", "12", "9 to 14"."""
    numbers = [float(each.replace(",", "")) for each in _NUMBER.findall(value)]
    if not numbers:
        return None
    low, high = min(numbers[:2]), max(numbers[:2])
    if value.startswith(AT_LEAST):
        return Amount(low, None)
    return Amount(None, low) if value.startswith(AT_MOST) else Amount(low, high)


def _step(amount: Amount, mark: Mark, ends: Collection[float]) -> Step:
    low = amount.low if amount.low is not None else amount.high or 0.0
    high = amount.high if amount.high is not None else low
    is_open = "up" if amount.high is None else "down" if amount.low is None else None
    return Step(mark, _height(high, ends), _height(low, ends), is_open)


def _height(number: float, ends: Collection[float]) -> float:
    low, high = min(ends), max(ends)
    part = 0.5 if low == high else (number - low) / (high - low)
    return round(LOWEST - part * (LOWEST - HIGHEST), 2)


def _levels(ends: Collection[float]) -> list[Level]:
    """The least, the greatest, and of those between them as many as have room."""
    kept: list[Level] = []
    for number in sorted(set(ends), key=lambda each: (each not in (min(ends), max(ends)), each)):
        level = Level(_height(number, ends), f"{number:,.0f}" if number == int(number) else f"{number:,g}")
        if all(abs(level.y - other.y) >= NEAR for other in kept):
            kept.append(level)
    return kept
