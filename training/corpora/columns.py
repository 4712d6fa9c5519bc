"""Corpora of one token a line: CoNLL entities (Tjong Kim Sang and De Meulder 2003; Balasuriya et al. 2009) and CoNLL-U treebanks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from example import Marked, Sentence, Sheet, Word

TYPES: dict[str, str | None] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "MISC": "other",
    "Person": "person",
    "Organisation": "organisation",
    "Location": "place",
    **dict.fromkeys(("Temporal", "Quantity", "Money", "Weapon", "MilitaryPlatform", "DocumentReference", "Nationality")),
}
"""Entity types of CoNLL and of re3d; what has none here is left out."""
SHEET = 12
"""Sentences a sheet where a corpus has lost its document boundaries."""


def read_conll(path: Path) -> list[Sheet]:
    """Entities in IOB columns, first the token and last the tag; documents where ``-DOCSTART-`` stands, else runs of sentences."""
    sheets: list[list[Sentence]] = []
    marked = False
    for block in blocks(path.read_text(encoding="utf-8").splitlines()):
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
        label = None if prefix == "O" else TYPES[kind]
        if label is None:
            continue
        goes_on = prefix == "I" and entities and entities[-1].end == i and entities[-1].label == label
        start = entities.pop().start if goes_on else i
        entities.append(Marked(start, i + 1, label))
    return Sentence(tokens, (False,) * len(tokens), tuple(entities))


def read_conllu(path: Path) -> list[Sheet]:
    """Documents of a treebank, named by their ids, with syntax and the white space of their text.

    Tokens are syntactic words; those of a multi-word token share out its printed characters.
    """
    sheets: list[tuple[str, list[Sentence]]] = []
    for block in blocks(path.read_text(encoding="utf-8").splitlines()):
        opening = next((line for line in block if line.startswith("# newdoc")), None)
        if opening is not None or not sheets:
            sheets.append(((opening or "").partition("=")[2].strip() or f"{path.stem}-{len(sheets)}", []))
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        sheets[-1][1].append(_parsed(rows, any(line.startswith("# newpar") for line in block)))
    return [Sheet(name, tuple(sentences)) for name, sentences in sheets]


def _parsed(rows: list[list[str]], paragraph: bool) -> Sentence:
    tokens: list[str] = []
    glued: list[bool] = []
    syntax: list[list[str]] = []
    places: dict[str, int] = {}
    words = {row[0]: row for row in rows if row[0].isdecimal()}
    for row in rows:
        first, _, last = row[0].partition("-")
        if "." in first or first in places:
            continue
        inner = [words[str(i)] for i in range(int(first), int(last or first) + 1)]
        pieces = _pieces(row[1], [word[1] for word in inner])
        places |= {word[0]: len(tokens) + min(i, len(pieces) - 1) for i, word in enumerate(inner)}
        tokens += pieces
        glued += [True] * (len(pieces) - 1) + ["SpaceAfter=No" in row[9].split("|")]
        syntax += inner if len(pieces) == len(inner) else [_outermost(inner)]
    found = tuple(Word(row[3], row[4], row[2], places.get(row[6]), row[7]) for row in syntax)
    return Sentence(tuple(tokens), tuple(glued), paragraph=paragraph, words=found)


def _pieces(surface: str, forms: list[str]) -> list[str]:
    """The printed characters of a multi-word token, each word's share as long as its form where they last; undivided if too few."""
    if "".join(forms) == surface:
        return forms
    pieces, at = [], 0
    for i, form in enumerate(forms[:-1], 1):
        end = max(at, min(at + len(form), len(surface) - (len(forms) - i)))
        pieces.append(surface[at:end])
        at = end
    pieces.append(surface[at:])
    return pieces if all(piece.strip() for piece in pieces) else [surface]


def _outermost(words: list[list[str]]) -> list[str]:
    """The first of the words whose head is none of them."""
    return next(word for word in words if word[6] not in {other[0] for other in words})


def blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Runs of lines between empty ones."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block
