"""Entries and lines: what one report tells of a subject, and what a case does, with all who tell it.

An entry is drawn from the record of its report alone, so it is made once; who or what its subject is, is looked up in the case. Entries
of one value of one field of one subject are one line; values that part stand as lines beside each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from purport.findings import Stretch
from purport.lexicon import words
from purport.records import Comparison, Factuality, Relation, Span
from purport.resolve.accounts import Days
from purport.resolve.outlets import plain_name
from purport.resolve.profiles import Profile
from purport.resolve.stems import stems


class Section(StrEnum):
    """What a line belongs to."""

    RECORDING = "recording"
    PERSON = "person"
    LEDGER = "ledger"
    FIGURES = "figures"
    TIMELINE = "timeline"
    COVERAGE = "coverage"


UNKNOWN = Days()
AROUND = " ,;:–—"
"""What parts the words for a source from those beside them, and belongs to neither."""
POINTING = frozenset(words("pronouns.tsv")) | {"who", "which", "that"}
"""Words that tell who somebody is only beside others."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Who takes part in what an entry tells, or where it was: an entity of its report, and what the report calls it."""

    entity: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What some words of a report tell of one subject: ``value`` of ``field``, and within which days that lies.

    ``subject`` is an entity or recording of the report, or what is counted; ``subject_words`` what the report calls it. ``by`` are the
    words for whose word it is, none where it is the outlet's own; ``said`` is when that was said. ``same`` is what entries of one value
    share: the stems of its words, if nothing better. ``is_folded`` is for calls to violence, which are shown only where asked for.
    ``whose`` is the entity of the report whose the subject is, such as a recording's speaker.
    ``events`` are those of the report that it tells of, with ``who`` takes part in them and ``where`` they were, if these have names.
    ``part`` is the part of a place that alone is meant, ``term`` what a codebook calls what is told.
    """

    section: Section
    subject: str
    subject_words: str
    field: str
    value: str
    spans: tuple[Span, ...]
    factuality: Factuality
    days: Days = UNKNOWN
    claim: str | None = None
    by: str | None = None
    by_entity: str | None = None
    said: Days = UNKNOWN
    same: str = ""
    is_folded: bool = False
    events: tuple[str, ...] = ()
    who: tuple[Thing, ...] = ()
    where: Thing | None = None
    part: str | None = None
    term: str | None = None
    whose: str | None = None

    @property
    def entities(self) -> frozenset[str]:
        """All whom it is of."""
        return frozenset(
            filter(None, (self.subject, self.whose, *(each.entity for each in self.who), self.where.entity if self.where else None))
        )

    @property
    def key(self) -> str:
        """What entries of one value share."""
        return self.same or " ".join(sorted(stems(self.value)))


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and the report it stands in."""

    path: str
    report: str
    entry: Entry

    @property
    def entities(self) -> frozenset[tuple[str, str]]:
        """All whom the entry is of, with its report."""
        return frozenset((self.report, entity) for entity in self.entry.entities)


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a report: code points ``[start, end)`` of its text."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class InFile(Citation):
    """A stretch of the file of a recording: seconds of its sound.

    The characters are those of a transcript, as ``path`` says; where the sound itself is cited there are none, and both are 0.
    """

    seconds: Stretch


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a dossier, ledger or timeline: DESIGN's contract, and whose word it is (``by``, one each).

    ``not_before`` and ``not_after`` are the days within which what the line tells lies, as ISO dates, open where not known. ``origins`` is
    how many independent origins it has, ``origin_names`` what they are called. ``why`` is what makes it so, where the case decides it;
    ``who`` took part and ``where`` it was are told of events; ``is_disputed`` is for what another account contradicts or doubts, or that
    does so; ``term`` is a codebook's, if one fits.
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
    why: str | None = None
    who: tuple[str, ...] = ()
    where: str | None = None
    is_disputed: bool = False
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a case knows beside the entries of a section.

    ``names``: which entity of the case an entity of a report is, and what that is called; ``out``: the days on which each report came out;
    ``origins``: the names of the independent origins of some entries; ``asked``: the subjects that are asked for, none where all are;
    ``profiles``: what reports tell of some subjects; ``happenings``: which happening of the case an event of a report is; ``compared``:
    how claims of the case stand to each other; ``parting``: those of them, each with its report, that another contradicts or doubts, or
    that do so.
    """

    names: Mapping[tuple[str, str], tuple[str, str]]
    out: Mapping[str, Days]
    origins: Callable[[Sequence[Placed]], Collection[str]]
    asked: Collection[tuple[str, str]] | None = None
    profiles: Callable[[Collection[tuple[str, str]]], Mapping[tuple[str, str], Profile]] = lambda _: {}
    happenings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    compared: Sequence[Comparison] = ()
    parting: frozenset[tuple[str, str | None]] = field(init=False)

    def __post_init__(self) -> None:
        apart = (each for each in self.compared if each.relation in (Relation.CONTRADICTS, Relation.DOUBTS))
        claims = ((side.report, side.claim) for each in apart for side in (each.left, each.right) if side.claim is not None)
        object.__setattr__(self, "parting", frozenset(claims))

    def is_parted(self, told: Iterable[Placed]) -> bool:
        """Whether one of some entries stands in a claim that another contradicts or doubts, or that does so."""
        return any((each.report, each.entry.claim) in self.parting for each in told)

    def named(self, report: str, thing: Thing) -> tuple[str, str]:
        """Which entity of the case one of a report is, and what that is called."""
        return self.names.get((report, thing.entity), (thing.entity, thing.words))

    def subject(self, each: Placed) -> tuple[str, str]:
        """Which subject of the case an entry is of, and what that is called."""
        return self.names.get((each.report, each.entry.subject), (each.entry.subject, each.entry.subject_words))


def gathered(entries: Iterable[Placed], context: Context) -> list[Line]:
    """A line for each value of each field of each subject, told as surely, of days that meet; in the order of those days."""
    groups: dict[tuple[str, str, str, str], list[Placed]] = defaultdict(list)
    called: dict[str, str] = {}
    for each in sorted(entries, key=order):
        id_, name = context.subject(each)
        called.setdefault(id_, name)
        groups[id_, each.entry.field, each.entry.key, each.entry.factuality].append(each)
    ranked = sorted(groups, key=lambda group: (called[group[0]], group[0], group[1]))
    return [line(called[group[0]], part, context.origins(part)) for group in ranked for part in _of_days(groups[group])]


def line(
    subject: str,
    told: Sequence[Placed],
    origins: Collection[str],
    *,
    days: Days | None = None,
    who: tuple[str, ...] = (),
    where: str | None = None,
    is_disputed: bool = False,
) -> Line:
    """The line of entries of one value; the words are those of the first, the days those that all leave open, if none are given."""
    first = told[0].entry
    days = meet([each.entry.days for each in told]) if days is None else days
    return Line(
        first.section,
        subject,
        first.field,
        first.value,
        days.first.isoformat() if days.first else None,
        days.last.isoformat() if days.last else None,
        first.factuality,
        len(origins),
        tuple(Citation(each.path, span.start, span.end) for each in told for span in each.entry.spans),
        _by(told),
        tuple(sorted(origins)),
        first.is_folded,
        who=who,
        where=where,
        is_disputed=is_disputed,
    )


def _by(told: Sequence[Placed]) -> tuple[str, ...]:
    """Whose word it is, once each, an article more or less; a pronoun, or a name without its title, only where nothing tells more."""
    found: dict[str, str] = {}
    if not any(each.entry.by for each in told):
        return ()
    for each in told:
        if each.entry.by and (by := each.entry.by.strip(AROUND)):
            found.setdefault(plain_name(by), by)
    named = [by for key, by in found.items() if key not in POINTING] or found.values()
    return tuple(by for by in named if not any(_is_name_in(by, other) for other in named))


def _is_name_in(by: str, other: str) -> bool:
    """Whether a full name is the end of another's words, or stands before what is told of who has it: "Commodore Ada Vel, who ..."."""
    is_name = " " in by and all(word[:1].isupper() for word in by.split())
    return is_name and by != other and (other.partition(",")[0].endswith(f" {by}") or other.startswith(f"{by},"))


def meet(days: Sequence[Days]) -> Days:
    """The days that all leave open."""
    if len(days) == 1:
        return days[0]
    firsts = [each.first for each in days if each.first]
    lasts = [each.last for each in days if each.last]
    return Days(max(firsts, default=None), min(lasts, default=None))


def _of_days(group: Sequence[Placed]) -> list[list[Placed]]:
    """A group parted so that within each part all days meet: "May" and "2 June" of one year are two lines."""
    parts: list[list[Placed]] = []
    left: list[Days] = []
    for each in group:
        at = next((number for number, days in enumerate(left) if not each.entry.days.apart(days)), None)
        if at is None:
            parts.append([each])
            left.append(each.entry.days)
        else:
            parts[at].append(each)
            left[at] = meet([left[at], each.entry.days])
    return parts


def order(each: Placed) -> tuple[str, str, str, str, int]:
    """Narrower days first, then by when it was said and where it stands, so that no order of arrival shows."""
    entry = each.entry
    first = entry.days.first.isoformat() if entry.days.first else ""
    said = entry.said.first.isoformat() if entry.said.first else "9999"
    return first, said, each.path, entry.field, entry.spans[0].start if entry.spans else 0
