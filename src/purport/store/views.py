"""Views for those who open a case in a browser of databases, as Datasette: rows that need no join, under names that explain themselves.

They hold nothing of their own, and nothing in Purport reads them. Columns are the record's words (``docs/record.md``); ``how_sure`` is a
factuality, and days are those within which something lies. Words that share characters with a call, a threat or an offer are folded: who
needs them finds them in the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

FOLDED = "[folded: a call, a threat or an offer]"
"""What stands in place of words that no desk should republish by accident."""


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How a database says what its neighbours say otherwise: text joined, and members of the JSON that an entry is kept as."""

    joined: str
    member: str
    member_of: str
    spans: str
    edge: str


_DIALECTS = {
    "sqlite": _Dialect(
        "group_concat",
        "json_extract(f.record, '$.{}')",
        "json_extract(f.record, '$.{}.{}')",
        "json_each(f.record, '$.spans') AS span",
        "json_extract(span.value, '$.{}')",
    ),
    "postgresql": _Dialect(
        "string_agg",
        "(f.record::json ->> '{}')",
        "(f.record::json -> '{}' ->> '{}')",
        "json_array_elements(f.record::json -> 'spans') WITH ORDINALITY AS span(value, key)",
        "(span.value ->> '{}')::integer",
    ),
}

_CALLS = """
SELECT c.report, c.start, c."end", a.speech_act
FROM attributions a
JOIN claims c ON c.report = a.report AND c.attribution = a.id
WHERE a.speech_act IN ('exhortation', 'threat', 'offer')
"""

_CLAIMS = """
SELECT r.path, r.outlet, r.published_not_before, r.published_not_after,
  coalesce(a.source_words, 'the outlet itself') AS source,
  e.name AS source_is,
  coalesce(a.source_type, 'outlet') AS source_type,
  a.cue_words AS cue,
  c.factuality AS how_sure,
  {shown} AS claim,
  coalesce(a.speech_act, 'statement') AS speech_act,
  a.negated AS saying_is_denied,
  a.said_not_before, a.said_not_after,
  c.report, c.id AS claim_id, c.start, c."end"
FROM claims c
JOIN reports r ON r.id = c.report
LEFT JOIN attributions a ON a.report = c.report AND a.id = c.attribution
LEFT JOIN entities e ON e.report = a.report AND e.entity = a.source_entity
"""

_CONFLICTS = """
SELECT o.relation, o.type AS about, {left}, {right}, o.why, o.condition AS only_if, o.score,
  (SELECT j.decision FROM judgements j WHERE j.target = o.id AND j.layer = 'comparisons'
   ORDER BY j.made DESC, j.id DESC LIMIT 1) AS judged,
  o.id AS comparison
FROM comparisons o
JOIN reports l ON l.id = o.left_report
JOIN reports r ON r.id = o.right_report
LEFT JOIN claims_with_sources lc ON lc.report = o.left_report AND lc.claim_id = o.left_claim
LEFT JOIN claims_with_sources rc ON rc.report = o.right_report AND rc.claim_id = o.right_claim
WHERE o.relation IN ('contradicts', 'doubts', 'supersedes')
"""

_SIDE = """
  {0}.path AS {1}_path, {0}.outlet AS {1}_outlet,
  {0}.published_not_before AS {1}_published_not_before, {0}.published_not_after AS {1}_published_not_after,
  {0}c.source AS {1}_source, {0}c.how_sure AS {1}_how_sure,
  (SELECT {2}(part.words, ' … ') FROM
    (SELECT {3} AS words FROM comparison_content s WHERE s.comparison = o.id AND s.side = '{1}' ORDER BY s.number) AS part
  ) AS {1}_words"""

_LINES = """
SELECT {section} AS section,
  coalesce(e.name, {subject_words}) AS subject,
  {field} AS field,
  CASE WHEN {is_folded} IN ({true}) THEN '{folded}' ELSE {value} END AS value,
  {factuality} AS how_sure,
  {days_first} AS not_before, {days_last} AS not_after,
  coalesce({by}, 'the outlet itself') AS by_whom,
  {said_first} AS said_not_before, {said_last} AS said_not_after,
  r.path, r.outlet, r.published_not_before, r.published_not_after,
  (SELECT {joined}(part.words, ' … ') FROM
    (SELECT {shown} AS words FROM {spans} ORDER BY span.key) AS part
  ) AS words,
  {claim} AS claim_id, f.report
FROM facts f
JOIN reports r ON r.id = f.report
LEFT JOIN entities e ON e.report = f.report AND e.entity = {subject}
WHERE f.layer = 'entry'
"""

_NAMES = """
SELECT e.name, m.words, m.type, r.path, r.outlet, r.published_not_before, r.published_not_after,
  m.start, m."end", e.id AS entity, m.report
FROM mentions m
JOIN entities e ON e.report = m.report AND e.entity = m.entity
JOIN reports r ON r.id = m.report
WHERE m.form = 'name'
"""

_REPORTS = """
SELECT r.path, r.outlet, r.title, r.published_not_before, r.published_not_after, r.published_basis,
  (SELECT count(*) FROM claims c WHERE c.report = r.id) AS claims,
  r.url, r.language, r.retrieved, r.id AS report
FROM reports r
"""


def create(connection: Connection) -> None:
    """Make every view as it is today, in place of what stands under its name."""
    drop(connection)
    for name, body in _views(_DIALECTS[connection.dialect.name]):
        connection.exec_driver_sql(f"CREATE VIEW {name} AS{body}")


def drop(connection: Connection) -> None:
    """Take every view out, those first that rest on others."""
    for name in reversed(NAMES):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def _views(dialect: _Dialect) -> Iterator[tuple[str, str]]:
    """Each view and what it selects, after those that it rests on."""
    yield "reports_with_dates", _REPORTS
    yield "names_in_reports", _NAMES
    yield "calls_threats_and_offers", _CALLS
    yield "claims_with_sources", _CLAIMS.format(shown=_shown("c.content", "c.report", "c.start", 'c."end"'))
    yield "conflicts_side_by_side", _CONFLICTS.format(left=_side("l", "left", dialect), right=_side("r", "right", dialect))
    yield "dossier_entries", _LINES.format(**_entry(dialect))


def _side(alias: str, side: str, dialect: _Dialect) -> str:
    words = _shown(f'substr({alias}.text, s.start + 1, s."end" - s.start)', f"{alias}.id", "s.start", 's."end"')
    return _SIDE.format(alias, side, dialect.joined, words)


def _entry(dialect: _Dialect) -> Mapping[str, str]:
    """The members of an entry, each by its name."""
    start, end = (dialect.edge.format(each) for each in ("start", "end"))
    plain = ("section", "subject", "subject_words", "field", "value", "factuality", "by", "claim", "is_folded")
    return {
        **{name: dialect.member.format(name) for name in plain},
        **{f"{name}_{edge}": dialect.member_of.format(name, edge) for name in ("days", "said") for edge in ("first", "last")},
        "shown": _shown(f"substr(r.text, {start} + 1, {end} - {start})", "r.id", start, end),
        "spans": dialect.spans,
        "joined": dialect.joined,
        "true": "1" if dialect.joined == "group_concat" else "'true'",
        "folded": FOLDED,
    }


def _shown(words: str, report: str, start: str, end: str) -> str:
    """Words, or that they are folded."""
    calls = f'SELECT 1 FROM calls_threats_and_offers t WHERE t.report = {report} AND t.start < {end} AND t."end" > {start}'
    return f"CASE WHEN EXISTS ({calls}) THEN '{FOLDED}' ELSE {words} END"


NAMES = tuple(name for name, _ in _views(_DIALECTS["sqlite"]))
"""What the views are called."""
