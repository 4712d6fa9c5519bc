"""Coreference of GUM (Zeldes 2017) in columns, laid on the same documents of the treebank."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path

from example import Referring, Sentence, Sheet

TYPES = {"person": "person", "organization": "organisation", "place": "place", "event": "event", "time": "time"}
"""Every other type of GUM is ``other``."""
BRACKET = re.compile(r"(?P<opens>\()?(?P<kind>[a-z]+)-(?P<cluster>\d+)(?:-[^()]*)?(?P<closes>\))?")


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``[start, end)`` of a document."""

    start: int
    end: int
    label: str
    cluster: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document's tokens and the mentions on them."""

    tokens: tuple[str, ...]
    mentions: tuple[Mention, ...]


def lay_coreference(sheets: Sequence[Sheet], folder: Path) -> list[Sheet]:
    """The sheets with the mentions of the documents of ``folder`` (``*.conll``) that have their names, each on its head.

    Of mentions with one head the longest is kept. Where forms differ, mentions go by the characters both have; one that begins or ends
    elsewhere, or reaches over a sentence's end, is left out.
    """
    documents: dict[str, Annotated] = {}
    for path in sorted(folder.glob("*.conll")):
        documents |= _documents(path.read_text(encoding="utf-8").splitlines())
    return [_laid(sheet, documents[sheet.name]) if sheet.name in documents else sheet for sheet in sheets]


def _documents(lines: Sequence[str]) -> dict[str, Annotated]:
    found: dict[str, list[list[str]]] = {}
    rows: list[list[str]] = []
    for line in lines:
        if line.startswith("# begin document"):
            rows = found.setdefault(line.removeprefix("# begin document").strip(), [])
        elif line.strip() and not line.startswith("#"):
            rows.append(line.split("\t"))
    return {name: Annotated(tuple(row[1] for row in rows), _mentions([row[2] for row in rows])) for name, rows in found.items()}


def _mentions(brackets: Sequence[str]) -> tuple[Mention, ...]:
    """Mentions from the column of brackets; a closing one ends the last of its kind and number that is open."""
    opened: dict[tuple[str, str], list[int]] = defaultdict(list)
    found = []
    for i, column in enumerate(brackets):
        for m in BRACKET.finditer(column):
            key = m["kind"], m["cluster"]
            if m["opens"]:
                opened[key].append(i)
            if m["closes"] and opened[key]:
                found.append(Mention(opened[key].pop(), i + 1, TYPES.get(m["kind"], "other"), int(m["cluster"])))
    return tuple(found)


def _laid(sheet: Sheet, document: Annotated) -> Sheet:
    """The sheet with the document's mentions on the heads they have there."""
    tokens = [token for sentence in sheet.sentences for token in sentence.tokens]
    place = _places(document.tokens, tokens)
    heads: list[dict[int, tuple[int, Referring]]] = [{} for _ in sheet.sentences]
    ends = list(accumulate(len(sentence.tokens) for sentence in sheet.sentences))
    for mention in document.mentions:
        start, end = place[mention.start][0], place[mention.end - 1][1]
        if start is None or end is None:
            continue
        number = next(i for i, limit in enumerate(ends) if start < limit)
        before = ends[number] - len(sheet.sentences[number].tokens)
        if end < ends[number]:
            head = _head(sheet.sentences[number], start - before, end + 1 - before)
            size = end + 1 - start
            if head not in heads[number] or size > heads[number][head][0]:
                heads[number][head] = size, Referring(head, head + 1, mention.label, mention.cluster)
    found = [tuple(on[head][1] for head in sorted(on)) for on in heads]
    return Sheet(sheet.name, tuple(replace(s, mentions=mentions) for s, mentions in zip(sheet.sentences, found, strict=True)))


def _head(sentence: Sentence, start: int, end: int) -> int:
    """The first token of ``[start, end)`` whose own head is outside."""
    heads = [word.head for word in sentence.words or ()]
    return next(i for i in range(start, end) if heads[i] is None or not start <= heads[i] < end)


def _places(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """For each of our tokens those of theirs that have its first and its last character; ``None`` where these differ."""
    owners = [i for i, token in enumerate(theirs) for _ in token]
    a, b = "".join(ours), "".join(theirs)
    blocks = [(0, 0, len(a))] if a == b else SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    same = {first + i: second + i for first, second, size in blocks for i in range(size)}
    ends = list(accumulate(map(len, ours)))

    def owner(at: int) -> int | None:
        return owners[same[at]] if at in same else None

    return [(owner(end - len(token)), owner(end - 1)) for token, end in zip(ours, ends, strict=True)]
