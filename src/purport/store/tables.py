"""The tables of a case: one for each layer of the record, readable by hand.

Words are the record's own (``docs/record.md``). A layer's rows name their ``report``, stand in its order by ``number`` and carry
the exact ``words`` between their ``start`` and ``end``, so that a query by hand needs no other tool; ``verify`` holds the words
against the text. Every reference between layers is a foreign key within one report. Text compares by code point on every
database, so an order is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
)
from sqlalchemy import Text as AnyText

metadata = MetaData()

Text = AnyText().with_variant(AnyText(collation="C"), "postgresql")


def _text(*names: str, required: bool = False) -> Iterator[Column[str]]:
    """Columns of text."""
    return (Column(name, Text, nullable=not required) for name in names)


def _span(part: str = "", *, required: bool = True) -> Iterator[Column[int]]:
    """The two ends of a span; of a named ``part``, ``part_start`` and ``part_end``."""
    return (Column(f"{part}{end}", Integer, nullable=not required) for end in ("start", "end"))


def _layer(name: str, *rest: Column[str] | Column[int] | ForeignKeyConstraint | UniqueConstraint) -> Table:
    """A layer whose rows are told apart by their place in the report."""
    return Table(name, metadata, _report(), _number(primary_key=True), *rest, sqlite_with_rowid=False)


def _items(name: str, *rest: Column[str] | Column[int] | Column[float] | Column[bool] | ForeignKeyConstraint) -> Table:
    """A layer whose rows have ids that other layers refer to."""
    return Table(name, metadata, _report(), Column("id", Text, primary_key=True), _number(), *rest, sqlite_with_rowid=False)


def _parts(name: str, owner: str, layer: str, *rest: Column[str] | Column[int] | ForeignKeyConstraint) -> Table:
    """What the rows of ``layer`` hold several of, in order."""
    whose = Column(owner, Text, primary_key=True)
    links = (*rest, _refers(owner, layer))
    return Table(name, metadata, _report(), whose, _number(primary_key=True), *links, sqlite_with_rowid=False)


def _report() -> Column[str]:
    return Column("report", Text, ForeignKey("reports.id"), primary_key=True)


def _number(*, primary_key: bool = False) -> Column[int]:
    return Column("number", Integer, primary_key=primary_key, nullable=False, autoincrement=False)


def _refers(column: str, layer: str) -> ForeignKeyConstraint:
    """``column`` names a row of ``layer`` in the same report. Checked at the end of a transaction: order within it is free."""
    return ForeignKeyConstraint(["report", column], [f"{layer}.report", f"{layer}.id"], deferrable=True, initially="DEFERRED")


meta = Table("meta", metadata, Column("name", Text, primary_key=True), *_text("value", required=True))
"""``schema``: how many of the schema's steps the case has taken; ``rules``: by which rules reports were compared, once they have been."""

originals = Table("originals", metadata, Column("sha256", Text, primary_key=True), Column("bytes", LargeBinary, nullable=False))
"""The bytes as received, once however many reports came from them."""

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    *_text("path", required=True),
    *_text("url", "title", "outlet", "language", "retrieved", "retrieved_by", "archive_url"),
    *_text("encoding", "media_type", required=True),
    *_text("dateline_place"),
    *_span("dateline_", required=False),
    *_text("published_not_before", "published_not_after"),
    *_text("published_basis", "published_candidates", "published_reasons", required=True),
    Column("sha256", Text, ForeignKey("originals.sha256"), nullable=False),
    Column("schema", Integer, nullable=False),
    *_text("reader", "record_sha256", "text_sha256", "text", required=True),
    Index("reports_by_path", "path", "id"),
    Index("reports_by_original", "sha256"),
)
"""One report: provenance, dates (candidates and reasons as JSON), the reader that read it, the digest of its whole record, text.

The text stands last, so that SQLite reads the other columns without it.
"""

bylines = _layer("bylines", *_span(), *_text("name", required=True))
furniture = _layer("furniture", *_span(), *_text("kind", required=True))
sentences = _layer("sentences", *_span())

mentions = _items("mentions", *_span(), *_text("words", "type", "form", required=True), *_text("entity"))

timexes = _items(
    "timexes",
    *_span(),
    *_text("words", "type", required=True),
    *_text("value", "mod", "anchor", "not_before", "not_after"),
)

quantities = _items(
    "quantities", *_span(), *_text("words", required=True), Column("low", Double), Column("high", Double), *_text("unit", "of")
)

events = _items(
    "events",
    *_span(),
    *_text("words", "type", "factuality", required=True),
    *_text("place", "not_before", "not_after"),
    _refers("place", "mentions"),
)
participants = _parts("participants", "event", "events", *_text("role", "mention", required=True), _refers("mention", "mentions"))

attributions = _items(
    "attributions",
    *_span("source_", required=False),
    *_text("source_words"),
    *_text("source_type", required=True),
    *_text("source_entity"),
    *_span("cue_", required=False),
    *_text("cue_words"),
    *_text("form", "factuality", "speech_act", required=True),
    Column("negated", Boolean, nullable=False),
    Column("said", Boolean, nullable=False),
    *_text("said_timex", "said_not_before", "said_not_after", "nested_in"),
    Column("score", Double, nullable=False),
    _refers("said_timex", "timexes"),
    _refers("nested_in", "attributions"),
)
"""``said`` is true where the record says when, if only that it is not known."""

attribution_content = _parts("attribution_content", "attribution", "attributions", *_span(), *_text("words", required=True))
attribution_events = _parts("attribution_events", "attribution", "attributions", *_text("event", required=True), _refers("event", "events"))
source_names = _parts("source_names", "attribution", "attributions", *_text("name", required=True))
"""Every name an attribution's source goes by in its report, folded: derived, for searching."""

claims = Table(
    "claims",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    *_text("id", required=True),
    _number(),
    *_text("attribution"),
    *_span(),
    *_text("content", "context", "factuality", required=True),
    UniqueConstraint("report", "id"),
    _refers("attribution", "attributions"),
    Index("claims_by_place", "report", "start", "number"),
    Index("claims_by_attribution", "report", "attribution"),
)
"""``start`` and ``end`` hold the whole content, gaps too; ``content`` is its words, ``context`` the sentences around it."""

claim_content = _parts("claim_content", "claim", "claims", *_span(), *_text("words", required=True))
claim_events = _parts("claim_events", "claim", "claims", *_text("event", required=True), _refers("event", "events"))
claim_quantities = _parts("claim_quantities", "claim", "claims", *_text("quantity", required=True), _refers("quantity", "quantities"))

recordings = _items(
    "recordings",
    *_span(),
    *_text("words", "medium", required=True),
    *_text("speaker"),
    *_span("hedge_", required=False),
    *_text("hedge_words", "channel", "duration"),
    *_text("released_not_before", "released_not_after", "recorded_not_before", "recorded_not_after"),
    *_text("recorded_reasons", required=True),
)
recording_spans = _parts(
    "recording_spans", "recording", "recordings", *_text("kind", required=True), *_span(), *_text("words", required=True)
)
"""``kind`` is ``mentions`` or ``omits``."""

LAYERS: tuple[Table, ...] = tuple(table for table in metadata.sorted_tables if "report" in table.c)
"""What is read from a report's text, each after what it refers to; judgements and comparisons, below, are not."""

comparisons = Table(
    "comparisons",
    metadata,
    Column("id", Text, primary_key=True),
    *_text("relation", required=True),
    *_text("type", "condition"),
    Column("score", Double, nullable=False),
    *_text("why", required=True),
    *(
        column
        for side in ("left", "right")
        for column in (*_text(f"{side}_path", f"{side}_report", required=True), *_text(f"{side}_claim"))
    ),
    *(ForeignKeyConstraint([f"{side}_report"], ["reports.id"]) for side in ("left", "right")),
    *(ForeignKeyConstraint([f"{side}_report", f"{side}_claim"], ["claims.report", "claims.id"]) for side in ("left", "right")),
    Index("comparisons_by_left", "left_report", "left_claim"),
    Index("comparisons_by_right", "right_report", "right_claim"),
    Index("comparisons_by_path", "left_path", "right_path", "id"),
)
"""Pairs of claims; derived, and gone when either report is read again."""

comparison_content = Table(
    "comparison_content",
    metadata,
    Column("comparison", Text, ForeignKey("comparisons.id"), primary_key=True),
    Column("side", Text, primary_key=True),
    _number(primary_key=True),
    *_span(),
)

facts = Table(
    "facts",
    metadata,
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    *(Column(name, Text, primary_key=True) for name in ("item", "layer")),
    *_text("record", required=True),
    *_text("signature"),
    Index("facts_by_item", "item", "layer"),
    Index("facts_by_signature", "signature"),
    sqlite_with_rowid=False,
)
"""What reports are compared by and what they tell, as JSON: ``layer`` is ``profile`` (``item`` is an entity of the report), ``account`` (a
claim), ``telling`` (an event), ``around`` (the report, as its tellings share it), ``entry`` (what it tells for a dossier), ``sources`` (the
report, with its claims' sources) or ``sketch`` (the report, with nothing but its keys). Profiles of one ``signature`` tell the same."""

fact_keys = Table(
    "fact_keys",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("layer", "key")),
    Column("report", Text, ForeignKey("reports.id"), primary_key=True),
    Column("item", Text, primary_key=True),
    Index("fact_keys_by_report", "report"),
    sqlite_with_rowid=False,
)
"""What a fact is found by: two that share no key are never compared."""

signatures = Table("signatures", metadata, Column("signature", Text, primary_key=True), *_text("record", required=True))
"""What profiles tell that have a signature: one of them, as JSON. There is a row as long as there are such profiles."""

signature_keys = Table(
    "signature_keys",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("key", "signature")),
    Index("signature_keys_by_signature", "signature"),
    sqlite_with_rowid=False,
)
"""What a signature is found by: two that share no key are never linked."""

links = Table(
    "links",
    metadata,
    *(Column(name, Text, primary_key=True) for name in ("left", "right")),
    *_text("kind", required=True),
    Column("score", Double, nullable=False),
    Index("links_by_right", "right"),
    sqlite_with_rowid=False,
)
"""Signatures whose profiles may be one, or cannot be: ``left`` is not the greater; both are one where it links those that have it."""

unsettled = Table("unsettled", metadata, Column("signature", Text, primary_key=True), sqlite_with_rowid=False)
"""Signatures that it is to be decided anew for who is one."""

ties = Table(
    "ties",
    metadata,
    *(Column(f"{side}_{part}", Text, primary_key=True) for side in ("left", "right") for part in ("report", "event")),
    Column("score", Double, nullable=False),
    *_text("why", required=True),
    *(ForeignKeyConstraint([f"{side}_report", f"{side}_event"], ["events.report", "events.id"]) for side in ("left", "right")),
    Index("ties_by_right", "right_report", "right_event"),
    sqlite_with_rowid=False,
)
"""Pairs of events of reports that tell of one happening, the lesser first, and why; derived, and gone when either report is read again."""

passages = Table(
    "passages",
    metadata,
    *(Column(f"{side}_report", Text, ForeignKey("reports.id"), primary_key=True) for side in ("left", "right")),
    *_text("record", required=True),
    Index("passages_by_right", "right_report"),
    sqlite_with_rowid=False,
)
"""What two reports share word for word, or nearly, as JSON: the passages with their spans in both."""

entities = Table(
    "entities",
    metadata,
    _report(),
    Column("entity", Text, primary_key=True),
    *_text("id", "name", required=True),
    Index("entities_by_id", "id"),
    sqlite_with_rowid=False,
)
"""Which entity of the case an entity of a report is, and what it is called; derived from links and judgements."""

resolved = Table(
    "resolved", metadata, _report(), *_text("version", required=True), Column("compared", Boolean, nullable=False), sqlite_with_rowid=False
)
"""The reports whose facts are there, by which rules, and whether they have been compared with all others."""

judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    *_text("target", "layer", "decision", "author", "made", "words", required=True),
    *_text("report"),
    *_span(required=False),
    *_text("correction", "note"),
    Index("judgements_by_target", "target"),
    Index("judgements_by_time", "made", "id"),
)
"""Decisions of people. They refer to nothing by foreign key, so that they outlive every re-reading."""

failures = Table("failures", metadata, Column("path", Text, primary_key=True), *_text("kind", "reason", required=True))
"""Reports that could not be read, until they can."""

sounds = Table(
    "sounds",
    metadata,
    Column("sha256", Text, primary_key=True),
    *_text("name", "path", "pcm_sha256", required=True),
    Column("seconds", Double, nullable=False),
    *_text("record", required=True),
    Index("sounds_by_pcm", "pcm_sha256"),
)
"""Files of recordings by the digest of their bytes, which stay where they are: ``path`` is where; ``record`` is the ``Sound``, as JSON."""

sound_peaks = Table(
    "sound_peaks",
    metadata,
    Column("sound", Text, ForeignKey("sounds.sha256"), primary_key=True),
    *_text("version", required=True),
    Column("peaks", LargeBinary, nullable=False),
)
"""The peaks of a file's sound, as ``purport.audio.landmarks`` packs them, and by which version of it they were found."""

sound_claims = Table(
    "sound_claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sound", Text, ForeignKey("sounds.sha256"), nullable=False),
    *_text("text", "source", required=True),
    *_text("speaker", "recording", "released_not_before", "released_not_after"),
    Index("sound_claims_by_sound", "sound"),
)
"""What is said of the recording that a file is a copy of, and where."""

sounds_earlier = Table(
    "sounds_earlier",
    metadata,
    Column("sound", Text, ForeignKey("sounds.sha256"), primary_key=True),
    *_text("public_by", "source", required=True),
    *_text("note"),
)
"""Files that were public by a day, and where that can be seen: what others are searched for."""

sound_transcripts = Table(
    "sound_transcripts",
    metadata,
    *(
        Column(name, Text, ForeignKey(refers), primary_key=True)
        for name, refers in (("sound", "sounds.sha256"), ("sha256", "originals.sha256"))
    ),
    *_text("name", required=True),
)
"""Transcripts that people brought of a file; their bytes are among the originals."""

sound_bounds = Table(
    "sound_bounds",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sound", Text, ForeignKey("sounds.sha256"), nullable=False),
    *(Column(name, Double, nullable=False) for name in ("start", "end")),
    *_text("not_before", "not_after"),
    *_text("why", "source", required=True),
    Index("sound_bounds_by_sound", "sound"),
)
"""Between which days people say that seconds of a file were spoken, and why."""

sound_findings = Table(
    "sound_findings",
    metadata,
    Column("sound", Text, ForeignKey("sounds.sha256"), primary_key=True),
    *(Column(name, Text, primary_key=True) for name in ("kind", "other")),
    *_text("digest", "record", required=True),
)
"""The last finding of each kind in a file, as JSON; ``other`` is the file that it was held against, empty where that is none or many."""
