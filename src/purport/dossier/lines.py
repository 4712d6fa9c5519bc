"""Tellings and lines: what one report tells of a subject, and what a case does, with all who tell it.

A telling is drawn from the record of its report alone, so it is made once; who or what its subject is, is looked up in the case. Tellings
of one value of one field of one subject are one line; values that part stand as lines beside each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from purport.records import Factuality, Span
from purport.resolve.accounts import Days
from purport.resolve.stems import stems


class Section(StrEnum):
    """What a line belongs to."""

    RECORDING = "recording"
    PERSON = "person"
    LEDGER = "ledger"
    FIGURES = "figures"
    TIMELINE = "timeline"
    COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class Telling:
    """What some words of a report tell of one subject: ``value`` of ``field``, and within which days that lies.

    ``subject`` is an entity or recording of the report, or what is counted; ``subject_words`` what the report calls it. ``by`` are the words for whose word it is, none where it is the
    outlet's own; ``said`` is when that was said. ``same`` is what tellings of one value share: its words' stems, if nothing better.
    ``is_folded`` is for calls to violence, which are shown only where they are asked for.
    """

    section: Section
    subject: str
    subject_words: str
    field: str
    value: str
    spans: tuple[Span, ...]
    factuality: Factuality
    days: Days = Days()
    claim: str | None = None
    by: str | None = None
    by_entity: str | None = None
    said: Days = Days()
    same: str = ""
    is_folded: bool = False

    @property
    def key(self) -> str:
        """What tellings of one value share."""
        return self.same or " ".join(sorted(stems(self.value)))


@dataclass(frozen=True, slots=True)
class Placed:
    """A telling and the report it stands in."""

    path: str
    report: str
    telling: Telling


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a report: code points ``[start, end)`` of its text."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a dossier, ledger or timeline: DESIGN's contract, and whose word it is (``by``, one each).

    ``not_before`` and ``not_after`` are the days within which what the line tells lies, as ISO dates, open where not known. ``origins`` is
    how many independent origins it has, ``origin_names`` what they are called.
    """

    section: Section
    subject: str
    field: str
    value: str
    not_before: str | None
    not_after: str | None
    factuality: Factuality
    origins: int
    citations: tuple[Citation, ...]
    by: tuple[str, ...] = ()
    origin_names: tuple[str, ...] = ()
    is_folded: bool = False


Subject = Callable[[Placed], tuple[str, str]]
"""Which subject of the case a telling is of: its id and what it is called."""
Origins = Callable[[Sequence[Placed]], Collection[str]]
"""The names of the independent origins of some tellings."""


def gathered(tellings: Iterable[Placed], subject: Subject, origins: Origins) -> list[Line]:
    """A line for each value of each field of each subject, told as surely, of days that meet; each subject's fields as they come, in order of days."""
    groups: dict[tuple[str, str, str, str], list[Placed]] = defaultdict(list)
    called: dict[str, str] = {}
    for each in sorted(tellings, key=_order):
        id_, name = subject(each)
        called.setdefault(id_, name)
        groups[id_, each.telling.field, each.telling.key, each.telling.factuality].append(each)
    found = [(called[id_], part) for (id_, *_), group in groups.items() for part in _of_days(group)]
    return [line(name, part, origins(part)) for name, part in found]


def line(subject: str, told: Sequence[Placed], origins: Collection[str]) -> Line:
    """The line of tellings of one value; the words are those of the first, the days those that all leave open."""
    first = told[0].telling
    days = meet([each.telling.days for each in told])
    return Line(
        first.section,
        subject,
        first.field,
        first.value,
        days.first.isoformat() if days.first else None,
        days.last.isoformat() if days.last else None,
        first.factuality,
        len(origins),
        tuple(Citation(each.path, span.start, span.end) for each in told for span in each.telling.spans),
        tuple(dict.fromkeys(each.telling.by for each in told if each.telling.by)),
        tuple(sorted(origins)),
        first.is_folded,
    )


def meet(days: Sequence[Days]) -> Days:
    """The days that all leave open."""
    firsts = [each.first for each in days if each.first]
    lasts = [each.last for each in days if each.last]
    return Days(max(firsts, default=None), min(lasts, default=None))


def _of_days(group: Sequence[Placed]) -> list[list[Placed]]:
    """A group parted so that within each part all days meet: "May" and "2 June" of one year are two lines."""
    parts: list[list[Placed]] = []
    for each in group:
        fits = (part for part in parts if not each.telling.days.apart(meet([one.telling.days for one in part])))
        part = next(fits, None)
        if part is None:
            parts.append([each])
        else:
            part.append(each)
    return parts


def _order(each: Placed) -> tuple[str, str, str, str, int]:
    """Narrower days first, then by when it was said and where it stands, so that no order of arrival shows."""
    telling = each.telling
    first = telling.days.first.isoformat() if telling.days.first else ""
    said = telling.said.first.isoformat() if telling.said.first else "9999"
    return first, said, each.path, telling.field, telling.spans[0].start if telling.spans else 0
