"""The layers of a case as tables, for CSV and for a workbook: one sheet each, a header and rows of cells.

Days are dates, numbers are numbers, and several values in one cell are parted by "; ". Words are shown as a person reads them, calls to
violence folded. Where names were replaced, every table has a last column ``redacted``, which says so in each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from purport.dossier import Section
from purport.export.case import Cited, ClaimRow, ComparisonRow, EntityRow, Exported, LineRow, Quote, ReportRow, SideRow

Cell = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, its header, and as many cells in every row."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


REPORTS = "id path outlet title bylines place not_before not_after basis url archive_url retrieved language media_type"
ENTITIES = "id type name names reports citations"
SPOKEN = "source source_name source_type cue content form factuality negated speech_act score"
CLAIMS = f"id path outlet not_before not_after {SPOKEN} is_folded places"
COMPARISONS = "id relation type condition score why judged " + " ".join(
    f"{side}_{part}" for side in ("left", "right") for part in ("path", "outlet", "not_before", "not_after", "words", "places", "claim")
)
LINES = "subject field value not_before not_after factuality by origins origin_names is_folded citations words"


def tables(exported: Exported) -> Iterator[Table]:
    """All tables of a case: of its reports, of what they name, claim and come to, and of the lines of every section."""
    note = exported.note
    yield _table("reports", REPORTS, map(_report, exported.reports), note)
    yield _table("entities", ENTITIES, map(_entity, exported.entities), note)
    yield _table("claims", CLAIMS, map(_claim, exported.claims), note)
    yield _table("comparisons", COMPARISONS, map(_comparison, exported.comparisons), note)
    for section in Section:
        yield _table(section, LINES, (_line(each) for each in exported.lines if each.section is section), note)


def _table(name: str, header: str, rows: Iterable[tuple[Cell, ...]], note: str | None) -> Table:
    last = () if note is None else ("redacted",)
    return Table(str(name), (*header.split(), *last), tuple((*row, note) if last else row for row in rows))


def _report(each: ReportRow) -> tuple[Cell, ...]:
    days = (_day(each.not_before), _day(each.not_after))
    return (
        *(each.id, each.path, each.outlet, each.title, _several(each.bylines), each.place, *days, str(each.basis)),
        *(each.url, each.archive_url, each.retrieved, each.language, each.media_type),
    )


def _entity(each: EntityRow) -> tuple[Cell, ...]:
    return each.id, str(each.type), each.name, _several(each.names), len({at.report for at in each.cited}), _places(each.cited)


def _claim(each: ClaimRow) -> tuple[Cell, ...]:
    source = each.source.shown if each.source else None
    return (
        *(each.id, each.path, each.outlet, _day(each.not_before), _day(each.not_after), source, each.source_name, str(each.source_type)),
        *(each.cue.shown if each.cue else None, _words(each.content), str(each.form) if each.form else None, str(each.factuality)),
        *(each.negated, str(each.speech_act), each.score, each.is_folded, "; ".join(map(_place, each.content))),
    )


def _comparison(each: ComparisonRow) -> tuple[Cell, ...]:
    head = (each.id, str(each.relation), each.type, each.condition, each.score, each.why, each.judged)
    return *head, *_side(each.left), *_side(each.right)


def _side(side: SideRow) -> tuple[Cell, ...]:
    first = side.cited[0]
    days = (_day(first.not_before), _day(first.not_after))
    quotes = [each.quote for each in side.cited]
    return first.path, first.outlet, *days, _words(quotes), "; ".join(map(_place, quotes)), side.claim


def _line(each: LineRow) -> tuple[Cell, ...]:
    return (
        *(each.subject, each.field, each.shown, _day(each.not_before), _day(each.not_after), str(each.factuality)),
        *(_several(each.by), each.origins, _several(each.origin_names), each.is_folded, _places(each.cited)),
        _words([at.quote for at in each.cited]),
    )


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _several(values: Sequence[str]) -> str | None:
    return "; ".join(values) or None


def _words(quotes: Iterable[Quote]) -> str:
    return " ... ".join(each.shown for each in quotes)


def _place(quote: Quote) -> str:
    return f"{quote.start}-{quote.end}"


def _places(cited: Iterable[Cited]) -> str:
    return "; ".join(f"{at.path}:{_place(at.quote)}" for at in cited)
