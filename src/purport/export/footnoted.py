"""A case as a report that a person reads: headings, lines, and footnotes with the words that say so, to be written in some markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from purport.dossier import Section
from purport.export.case import Cited, ComparisonRow, Exported, LineRow, ReportRow, SideRow
from purport.records import Relation
from purport.wording import counted, days, how_sure

HEADINGS = {
    Section.RECORDING: "Recordings",
    Section.PERSON: "People",
    Section.LEDGER: "Places, and who is said to hold them",
    Section.FIGURES: "Figures",
    Section.TIMELINE: "Timeline",
    Section.COVERAGE: "Coverage",
}
PARTED = {
    Relation.CONTRADICTS: "Where accounts part",
    Relation.DOUBTS: "What one account leaves open",
    Relation.SUPERSEDES: "What was corrected, withdrawn or has moved",
}
"""Which comparisons the report has, and under which heading."""
WHOSE = "Every line is what a report says, in whose name and how surely; what is true is not told here."
REJECTED = "reject"
UNDATED, WHEN_UNKNOWN = "", "Day not known"


@dataclass(frozen=True, slots=True)
class Footnote:
    """Words of a report under their number."""

    number: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class Said:
    """Something said, folded or not, what is told of it and the footnotes that it rests on; ``when`` stands before it in a timeline."""

    words: str
    shown: str
    told: str
    notes: tuple[int, ...]
    when: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """What is said under one heading of a subject, which is empty where it needs none."""

    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """Of whom or what something is said."""

    name: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with the subjects under it."""

    heading: str
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Footnoted:
    """The whole: which case, how much is in it, what was replaced, the chapters, the reports and the footnotes."""

    title: str
    summary: str
    note: str | None
    chapters: tuple[Chapter, ...]
    reports: tuple[ReportRow, ...]
    footnotes: tuple[Footnote, ...]


def footnoted(exported: Exported) -> Footnoted:
    """The report of a case; words cited twice have one footnote, numbered as they come."""
    notes: dict[Cited, int] = {}
    chapters = (*_sections(exported.lines, notes), *_parted(exported.comparisons, notes))
    summary = ", ".join(
        (
            counted(len(exported.reports), "report"),
            counted(len(exported.claims), "claim"),
            counted(len(exported.comparisons), "comparison"),
        )
    )
    found = tuple(Footnote(number, cited) for cited, number in notes.items())
    return Footnoted(exported.title, summary, exported.note, chapters, exported.reports, found)


def source_of(cited: Cited) -> str:
    """Where words stand, for a footnote: outlet, days and place in which report."""
    outlet = f"{cited.outlet}, " if cited.outlet else ""
    return f"{outlet}{dated(cited.not_before, cited.not_after)}, {cited.path}:{cited.quote.start}"


def dated(not_before: str | None, not_after: str | None) -> str:
    """The days of a report."""
    return days(not_before, not_after) if not_before or not_after else "date not known"


def _sections(lines: Iterable[LineRow], notes: dict[Cited, int]) -> Iterator[Chapter]:
    for section, own in groupby(lines, key=lambda each: each.section):
        grouped = _years if section is Section.TIMELINE else _subjects
        yield Chapter(HEADINGS[section], tuple(grouped(own, notes)))


def _years(lines: Iterable[LineRow], notes: dict[Cited, int]) -> Iterator[Subject]:
    """What happened, in the order of the case, under the year in which it can first have been."""
    for year, own in groupby(lines, key=lambda each: (each.not_before or each.not_after or UNDATED)[:4]):
        said = tuple(_event(each, notes) for each in own)
        yield Subject(WHEN_UNKNOWN if year == UNDATED else year, (Field("", said),))


def _event(each: LineRow, notes: dict[Cited, int]) -> Said:
    return Said(each.value, each.shown, _told(each.field, each), _noted(each.cited, notes), _when(each))


def _subjects(lines: Iterable[LineRow], notes: dict[Cited, int]) -> Iterator[Subject]:
    for subject, own in groupby(lines, key=lambda each: each.subject):
        fields = groupby(own, key=lambda each: each.field)
        yield Subject(subject, tuple(Field(name, tuple(_line(each, notes) for each in group)) for name, group in fields))


def _line(each: LineRow, notes: dict[Cited, int]) -> Said:
    when = _when(each)
    return Said(each.value, each.shown, _told("" if when == each.shown else when, each), _noted(each.cited, notes))


def _told(first: str, each: LineRow) -> str:
    """How sure whoever tells it is, on whose word, from how many origins."""
    by = f"by {'; '.join(words.strip(' ,;') for words in each.by)}" if each.by else ""
    return "; ".join(part for part in (first, how_sure(each.factuality), by, counted(each.origins, "origin")) if part)


def _when(each: LineRow) -> str:
    return days(each.not_before, each.not_after) if each.not_before or each.not_after else ""


def _parted(comparisons: Iterable[ComparisonRow], notes: dict[Cited, int]) -> Iterator[Chapter]:
    found = list(comparisons)
    for relation, heading in PARTED.items():
        own = tuple(_compared(each, notes) for each in found if each.relation is relation)
        if own:
            yield Chapter(heading, own)


def _compared(each: ComparisonRow, notes: dict[Cited, int]) -> Subject:
    judged = "; rejected by a person" if each.judged == REJECTED else ""
    condition = f", {each.condition}" if each.condition else ""
    sides = (_side(side, notes) for side in (each.left, each.right))
    return Subject(f"{each.why}{condition}{judged}", (Field(each.type or str(each.relation), tuple(sides)),))


def _side(side: SideRow, notes: dict[Cited, int]) -> Said:
    first = side.cited[0]
    words, shown = (" ... ".join(getattr(each.quote, part) for each in side.cited) for part in ("words", "shown"))
    return Said(words, shown, first.outlet or first.path, _noted(side.cited, notes))


def _noted(cited: Iterable[Cited], notes: dict[Cited, int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(notes.setdefault(each, len(notes) + 1) for each in cited))
