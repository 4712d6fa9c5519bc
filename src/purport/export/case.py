"""A case as its files hold it: one frozen record that all formats are made from, made once and redacted once.

Offsets are code points of the ``text`` of a ``ReportRow``: where names are replaced, of the text with the labels in it, so that
``report.text[quote.start:quote.end] == quote.words`` in every file. ``shown`` are the words with calls, threats and offers folded: what
a person reads shows these, what a program reads may hold ``words`` beside ``is_folded``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from purport.dossier import Section
from purport.records import Basis, Factuality, Form, MentionType, Relation, SourceType, SpeechAct


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words ``[start, end)`` of a report's text, and what is shown of them."""

    start: int
    end: int
    words: str
    shown: str

    @property
    def is_folded(self) -> bool:
        """Whether some of the words are not shown."""
        return self.shown != self.words


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a report with all that a footnote says of it; the days are those within which the report came out."""

    path: str
    report: str
    outlet: str | None
    not_before: str | None
    not_after: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report; ``place`` is where it was filed from, the days are those within which it came out, on what ``basis``."""

    id: str
    path: str
    url: str | None
    archive_url: str | None
    title: str | None
    outlet: str | None
    bylines: tuple[str, ...]
    place: str | None
    language: str | None
    not_before: str | None
    not_after: str | None
    basis: Basis
    retrieved: str | None
    media_type: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EntityRow:
    """Who or what several reports name, and the places where each of its names first stands in each of them."""

    id: str
    type: MentionType
    name: str
    names: tuple[str, ...]
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Who claims what, how surely; ``source_entity`` and ``source_name`` are who that is in the case, if anybody it names.

    The outlet's own statements have no ``attribution``, source, cue, ``form`` or ``score``.
    """

    id: str
    attribution: str | None
    path: str
    report: str
    outlet: str | None
    not_before: str | None
    not_after: str | None
    source: Quote | None
    source_type: SourceType
    source_entity: str | None
    source_name: str | None
    cue: Quote | None
    content: tuple[Quote, ...]
    form: Form | None
    factuality: Factuality
    negated: bool
    speech_act: SpeechAct
    score: float | None
    is_folded: bool


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of a comparison; ``claim`` is ``None`` for what a report tells in no claim."""

    claim: str | None
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """Two claims held together, why, and a person's last decision on it, if there is one."""

    id: str
    relation: Relation
    type: str | None
    condition: str | None
    score: float
    why: str
    left: SideRow
    right: SideRow
    judged: str | None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a dossier, ledger or timeline, with its words; ``shown`` is the value as a person reads it."""

    section: Section
    subject: str
    field: str
    value: str
    shown: str
    not_before: str | None
    not_after: str | None
    factuality: Factuality
    by: tuple[str, ...]
    origins: int
    origin_names: tuple[str, ...]
    cited: tuple[Cited, ...]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """All that the files of a case hold, each layer in the order of its listing.

    ``note`` says in one sentence what was replaced, and is ``None`` where nothing was: every file carries it.
    """

    title: str
    note: str | None
    reports: tuple[ReportRow, ...]
    entities: tuple[EntityRow, ...]
    claims: tuple[ClaimRow, ...]
    comparisons: tuple[ComparisonRow, ...]
    lines: tuple[LineRow, ...]
