"""The record a careful reader keeps, as frozen values.

Every offset is a Unicode code point into ``Report.text``; every span is half open, ``[start, end)``. Field names are those of the
JSON contract (``docs/record.md``); a layer that is not read yet is present and empty. Dates are ISO strings of days
(``2031-03-02``), intervals are closed, and what is not known is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

SCHEMA = 1
"""Version of the whole shape; raised when a field changes its meaning, moves or goes."""


class Basis(StrEnum):
    """On what a publication date rests."""

    GIVEN = "given"
    PRINTED = "printed"
    METADATA = "metadata"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class FurnitureKind(StrEnum):
    """What a stretch of page text is, when it is not the report itself."""

    TITLE = "title"
    OUTLET = "outlet"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    CREDIT = "credit"
    PRINT_NOTE = "print_note"
    PAGE = "page"


class MentionType(StrEnum):
    """What kind of thing a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


class MentionForm(StrEnum):
    """How a mention refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class SourceType(StrEnum):
    """Who stands behind an attribution, as far as the words tell."""

    NAMED_PERSON = "named_person"
    NAMED_ORGANISATION = "named_organisation"
    ANONYMOUS_OFFICIAL = "anonymous_official"
    ANONYMOUS_OTHER = "anonymous_other"
    EYEWITNESS = "eyewitness"
    DOCUMENT = "document"
    MEDIA = "media"
    OUTLET = "outlet"


class Form(StrEnum):
    """How the content is given: in the source's own words, in the outlet's, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Factuality(StrEnum):
    """FactBank's values (Saurí and Pustejovsky 2009): how sure the source is of the content, its negation removed."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    UNCOMMITTED = "Uu"


class SpeechAct(StrEnum):
    """What the source does by saying it. Only a statement can be agreed with or contradicted."""

    STATEMENT = "statement"
    EXHORTATION = "exhortation"
    THREAT = "threat"
    PROMISE = "promise"
    OFFER = "offer"
    QUESTION = "question"


class Relation(StrEnum):
    """How two claims stand to each other."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    SUPERSEDES = "supersedes"
    DOUBTS = "doubts"
    SAME_SERIES = "same_series"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``[start, end)`` of a report's text."""

    start: int
    end: int

    def words(self, text: str) -> str:
        """The exact characters the span stands for."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``not_before`` to ``not_after``, both included; ``None`` is an open end."""

    not_before: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a date is what it is: the words that say so, where there are any."""

    why: str
    report: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When a report came out, on what basis, and the words that led there."""

    not_before: str | None = None
    not_after: str | None = None
    basis: Basis = Basis.UNKNOWN
    candidates: tuple[Interval, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Byline:
    """One author as printed."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place a report was filed from, as printed."""

    place: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One text as received, with its provenance.

    ``sha256`` is the digest of the bytes received; ``text`` is those bytes decoded by ``encoding`` and otherwise unchanged for plain
    text, or the extracted main text for a page (``media_type`` says which).
    """

    id: str
    path: str
    sha256: str
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    retrieved: str | None = None
    retrieved_by: str | None = None
    archive_url: str | None = None
    encoding: str = "utf-8"
    media_type: str = "text/plain"
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    published: Published = Published()


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of page text that is not the report; marked, never deleted."""

    start: int
    end: int
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Document:
    """A report with what ingest found around it and the bytes it came from."""

    report: Report
    original: bytes
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, nominal or pronoun; ``entity`` is the id shared by mentions of one thing within the report."""

    id: str
    start: int
    end: int
    type: MentionType
    form: MentionForm
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: TIMEX3 type, value and modifier, and the days it can mean."""

    id: str
    start: int
    end: int
    type: str
    value: str | None = None
    mod: str | None = None
    anchor: str | None = None
    not_before: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, as a closed range; ``of`` names what is counted."""

    id: str
    start: int
    end: int
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention in its role in an event."""

    role: str
    mention: str


@dataclass(frozen=True, slots=True)
class Event:
    """A happening told of in the report, and how sure the author is of it."""

    id: str
    start: int
    end: int
    type: str
    factuality: Factuality
    participants: tuple[Participant, ...] = ()
    place: str | None = None
    not_before: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """When a source said it: the timex that tells, and the days it can mean."""

    timex: str | None = None
    not_before: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, as in PolNeAR and PARC, with how sure the source is of the content.

    ``source`` is ``None`` where the text names none; ``cue`` is ``None`` for a bare quotation; ``content`` is in text order and not
    empty. ``negated`` is for the attribution itself ("did not refer to"). ``score`` is the reader's confidence, 0 to 1.
    """

    id: str
    source: Span | None
    source_type: SourceType
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    factuality: Factuality
    score: float
    source_entity: str | None = None
    negated: bool = False
    speech_act: SpeechAct = SpeechAct.STATEMENT
    said: Said | None = None
    nested_in: str | None = None
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What an attribution holds, or a flat statement in the outlet's own voice (``attribution`` is then ``None``)."""

    id: str
    attribution: str | None
    content: tuple[Span, ...]
    factuality: Factuality
    events: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """When a recording can have been made, and why."""

    not_before: str | None = None
    not_after: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Recording:
    """An audio, video, letter or statement whose authorship or date is at issue."""

    id: str
    start: int
    end: int
    medium: str
    speaker: str | None = None
    hedge: Span | None = None
    channel: str | None = None
    duration: str | None = None
    released: Interval = Interval()
    recorded: Recorded = Recorded()
    mentions: tuple[Span, ...] = ()
    omits: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """One report, read: what ``purport read --json`` prints, one object a report."""

    schema: int = field(default=SCHEMA, kw_only=True)
    report: Report
    furniture: tuple[Furniture, ...] = ()
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    recordings: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a claim's words in a report."""

    path: str
    report: str
    claim: str | None
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims held together, with a score and one readable sentence why."""

    id: str
    relation: Relation
    type: str | None
    score: float
    why: str
    left: Side
    right: Side
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a line of the record leads back to."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One line of a dossier, timeline or ledger."""

    section: str
    subject: str
    field: str
    value: str
    factuality: Factuality
    origins: int
    citations: tuple[Citation, ...]
    not_before: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision, kept as a row of its own: on what, which way, by whom, when (ISO time), and the words it was made on."""

    id: str
    target: str
    layer: str
    decision: str
    author: str
    made: str
    words: str
    report: str | None = None
    start: int | None = None
    end: int | None = None
    correction: str | None = None
    note: str | None = None
