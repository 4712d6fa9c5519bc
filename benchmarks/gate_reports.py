"""The project's own annotated reports (tests/gate): CoNLL-U with every other layer in its last column."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from compose import plain
from corpora.columns import blocks, read_conllu
from example import Example, Marked, Referring, Token
from purport.analyse import assemble
from purport.ingest import read_document
from purport.reader import Reading
from purport.records import Analysis, Basis, Published, Span
from scoring import Triple

Role = tuple[int, str, int]
"""An event's offset, a role, and the offset of the head of what fills it."""
WRITTEN = "# written = "
ROLES = {"Who": "agent", "Whom": "patient", "Where": "place"}


@dataclass(frozen=True, slots=True)
class Report:
    """One report as annotated: ``factuality`` by the offset of the event, ``roles``, and attributions, nested ones among them.

    ``written`` is the day of writing, ``values`` what the time expressions come to, in their order. ``said`` has the cues of the
    attributions that a time expression dates, with that.
    """

    example: Example
    written: date
    values: tuple[str, ...]
    factuality: dict[int, str]
    roles: frozenset[Role]
    attributions: tuple[Triple, ...]
    said: tuple[tuple[tuple[Span, ...], Span], ...]


def read_reports(folder: Path) -> list[Report]:
    """Every report of the folder, in order of name."""
    return [_report(path) for path in sorted(folder.glob("*.conllu"))]


def analysed(text: str, reading: Reading, written: date | None = None) -> Analysis:
    """The analysis of a text that comes without page or file, given the day of writing if that is known."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8")
        document = read_document(str(path))
    if written is not None:
        given = Published(written.isoformat(), written.isoformat(), Basis.GIVEN)
        document = replace(document, report=replace(document.report, published=given))
    return assemble(document, reading)


def _report(path: Path) -> Report:
    (sheet,) = read_conllu(path)
    example = plain(sheet)
    tokens = example.tokens or ()
    rows = list(zip(tokens, _columns(path), strict=True))
    events = tuple(Marked(t.start, t.end, row["Event"]) for t, row in rows if "Event" in row)
    mentions = tuple(Referring(t.start, t.end, "other", int(row["Mention"])) for t, row in rows if "Mention" in row)
    times = _spans([(t, row.get("Timex", "O")) for t, row in rows])
    whole = Example(
        example.name,
        example.text,
        example.sentences,
        entities=_spans([(t, row.get("Entity", "O")) for t, row in rows]),
        tokens=tokens,
        mentions=mentions,
        timexes=times,
        events=events,
    )
    factuality = {t.start: row["Factuality"] for t, row in rows if "Factuality" in row}
    attributions = _attributions(rows)
    starts = {t.start: row["Said"] for t, row in rows if "Said" in row}
    said = tuple((attributions[starts[time.start]].cue, Span(time.start, time.end)) for time in times if time.start in starts)
    return Report(
        whole,
        _written(path),
        tuple(row["Value"] for _, row in rows if "Value" in row),
        factuality,
        frozenset(_roles(rows)),
        tuple(attributions.values()),
        said,
    )


def _written(path: Path) -> date:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(date.fromisoformat(line.removeprefix(WRITTEN)) for line in lines if line.startswith(WRITTEN))


def _columns(path: Path) -> Iterator[dict[str, str]]:
    """The last column of every word, by key."""
    for block in blocks(path.read_text(encoding="utf-8").splitlines()):
        for line in block:
            if not line.startswith("#"):
                yield dict(item.partition("=")[::2] for item in line.split("\t")[9].split("|"))


def _spans(tagged: list[tuple[Token, str]]) -> tuple[Marked, ...]:
    spans: list[Marked] = []
    for token, tag in tagged:
        prefix, _, label = tag.partition("-")
        start = spans.pop().start if prefix == "I" else token.start
        if prefix in "BI":
            spans.append(Marked(start, token.end, label))
    return tuple(spans)


def _roles(rows: list[tuple[Token, dict[str, str]]]) -> Iterator[Role]:
    first = 0
    for i, (token, row) in enumerate(rows):
        if i and token.sentence != rows[i - 1][0].sentence:
            first = i
        for key, role in ROLES.items():
            for number in filter(None, row.get(key, "").split(",")):
                yield token.start, role, rows[first + int(number) - 1][0].start


def _closed(rows: list[tuple[Token, dict[str, str]]], first: int, last: int) -> int:
    """The last token of a source with the comma that closes what it opened: "Orla Vane, the mayor,", as the reader is taught."""
    opened = any(token.fine == "," for token, _ in rows[first:last])
    return last + 1 if opened and last + 1 < len(rows) and rows[last + 1][0].fine == "," else last


def _attributions(rows: list[tuple[Token, dict[str, str]]]) -> dict[str, Triple]:
    """Each attribution by its label; neighbouring words of a role are one span."""
    found: dict[str, dict[str, list[list[int]]]] = {}
    for i, (_, row) in enumerate(rows):
        for item in filter(None, row.get("Attr", "").split(",")):
            name, _, role = item.partition(":")
            runs = found.setdefault(name, {}).setdefault(role, [])
            if runs and runs[-1][1] == i - 1:
                runs[-1][1] = i
            else:
                runs.append([i, i])
    triples = {}
    for name, roles in found.items():
        roles["source"] = [[first, _closed(rows, first, last)] for first, last in roles.get("source", ())]
        spans = {role: tuple(Span(rows[a][0].start, rows[b][0].end) for a, b in runs) for role, runs in roles.items()}
        triples[name] = Triple(spans.get("source", ()), spans.get("cue", ()), spans.get("content", ()))
    return triples
