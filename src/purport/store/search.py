"""Full-text search in claims, the same answers from both databases.

SQLite keeps an FTS5 index of ``claims.content`` and ``claims.context``, which Datasette finds by ``content="claims"``; PostgreSQL a
table of ``tsvector``, made here from the same folded words, since its own parser splits words differently. Both are written in the
transaction that writes the claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, TextClause, bindparam, cast, column, false, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from purport.store.rows import Row
from purport.store.tables import claims
from purport.store.terms import Term, terms, words

_WORDS, _LETTERS = 4_000, 60
"""What PostgreSQL is given of one field: a ``tsvector`` holds 1 MB, and as many words of four bytes a letter stay below it."""

_CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE claims_fts USING fts5(content, context, "
        """content="claims", content_rowid='row', tokenize='unicode61 remove_diacritics 2')""",
    ),
    "postgresql": (
        "CREATE TABLE claims_fts (row integer PRIMARY KEY REFERENCES claims (row) ON DELETE CASCADE, "
        "content tsvector NOT NULL, context tsvector NOT NULL)",
        "CREATE INDEX claims_fts_content ON claims_fts USING gin (content)",
        "CREATE INDEX claims_fts_context ON claims_fts USING gin (context)",
    ),
}


def create(connection: Connection) -> None:
    """Make the index, and fill it where claims stand already."""
    for statement in _CREATE[connection.dialect.name]:
        connection.execute(text(statement))
    stood = connection.execute(select(claims.c.report, claims.c.id, claims.c.content, claims.c.context)).mappings()
    index(connection, [dict(row) for row in stood])


def index(connection: Connection, rows: Sequence[Row]) -> None:
    """Add claims that have just been inserted."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        reports = list(dict.fromkeys(row["report"] for row in rows))
        added = _of_reports("INSERT INTO claims_fts(rowid, content, context) SELECT row, content, context")
        connection.execute(added, {"reports": reports})
    else:
        vectors = "CAST(:content AS tsvector), CAST(:context AS tsvector)"
        added = text(f"INSERT INTO claims_fts SELECT row, {vectors} FROM claims WHERE report = :report AND id = :id")
        connection.execute(added, [_vectors(row) for row in rows])


def forget(connection: Connection, reports: Sequence[str]) -> None:
    """Take out the claims of reports, before their rows go. PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        gone = "INSERT INTO claims_fts(claims_fts, rowid, content, context) SELECT 'delete', row, content, context"
        connection.execute(_of_reports(gone), {"reports": reports})


def matches(dialect: str, field: str, asked: str) -> ColumnElement[bool]:
    """The claims in whose ``field`` every term asked for is found; none where nothing is asked."""
    found = terms(asked)
    if not found:
        return false()
    if dialect == "sqlite":
        index = table("claims_fts", column("rowid"), column("claims_fts"))
        query = f"{field} : ({' AND '.join(map(_fts5, found))})"
        return claims.c.row.in_(select(index.c.rowid).where(index.c.claims_fts.op("MATCH")(query)))
    index = table("claims_fts", column("row"), column(field))
    query = " & ".join(map(_tsquery, found))
    return claims.c.row.in_(select(index.c.row).where(index.c[field].op("@@")(cast(query, TSQUERY))))


def _of_reports(statement: str) -> TextClause:
    return text(f"{statement} FROM claims WHERE report IN :reports").bindparams(bindparam("reports", expanding=True))


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + "*" * term.prefix


def _tsquery(term: Term) -> str:
    *before, last = _cut(term.words)
    return "(" + " <-> ".join([*(f"'{word}'" for word in before), f"'{last}'" + ":*" * term.prefix]) + ")"


def _vectors(row: Row) -> Row:
    return {"report": row["report"], "id": row["id"], "content": _vector(row["content"]), "context": _vector(row["context"])}


def _vector(field: str) -> str:
    return " ".join(f"'{word}':{place}" for place, word in enumerate(_cut(words(field)[:_WORDS]), start=1))


def _cut(of: Sequence[str]) -> Iterator[str]:
    return (word[:_LETTERS] for word in of)
