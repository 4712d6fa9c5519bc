"""Corpora of one token a line: CoNLL entities (Tjong Kim Sang and De Meulder 2003; Balasuriya et al. 2009) and CoNLL-U treebanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from example import Marked, Sentence, Sheet

TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
SHEET = 12
"""Sentences a sheet where a corpus has lost its document boundaries."""


def read_conll(path: Path) -> list[Sheet]:
    """Entities in IOB columns, first the token and last the tag; documents where ``-DOCSTART-`` stands, else runs of sentences."""
    sheets: list[list[Sentence]] = []
    marked = False
    for block in _blocks(path.read_text(encoding="utf-8").splitlines()):
        if block[0].startswith("-DOCSTART-"):
            marked = True
            sheets.append([])
            block = block[1:]
        elif not sheets or (not marked and len(sheets[-1]) == SHEET):
            sheets.append([])
        if block:
            rows = [line.split() for line in block]
            sheets[-1].append(_tagged(tuple(row[0] for row in rows), [row[-1] for row in rows]))
    return [Sheet(f"{path.stem}-{i}", tuple(sentences)) for i, sentences in enumerate(sheets) if sentences]


def _tagged(tokens: tuple[str, ...], tags: list[str]) -> Sentence:
    entities: list[Marked] = []
    for i, tag in enumerate(tags):
        prefix, _, kind = tag.partition("-")
        if prefix == "O":
            continue
        goes_on = prefix == "I" and entities and entities[-1].end == i and entities[-1].label == TYPES[kind]
        start = entities.pop().start if goes_on else i
        entities.append(Marked(start, i + 1, TYPES[kind]))
    return Sentence(tokens, (False,) * len(tokens), tuple(entities))


def read_conllu(path: Path) -> list[Sheet]:
    """Sentences of a treebank with the white space of their text; multi-word tokens stand once, as printed."""
    sheets: list[list[Sentence]] = []
    for block in _blocks(path.read_text(encoding="utf-8").splitlines()):
        if not sheets or any(line.startswith("# newdoc") for line in block):
            sheets.append([])
        tokens, glued = _tokens(line.split("\t") for line in block if not line.startswith("#"))
        sheets[-1].append(Sentence(tokens, glued, paragraph=any(line.startswith("# newpar") for line in block)))
    return [Sheet(f"{path.stem}-{i}", tuple(sentences)) for i, sentences in enumerate(sheets) if sentences]


def _tokens(rows: Iterable[list[str]]) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    tokens, glued, covered = [], [], 0
    for row in rows:
        if "." in row[0]:
            continue
        first, _, last = row[0].partition("-")
        if int(first) <= covered:
            continue
        covered = int(last or first)
        tokens.append(row[1])
        glued.append("SpaceAfter=No" in row[9])
    return tuple(tokens), tuple(glued)


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block
