"""A text cut where anything marked in it begins or ends, so that marks may cross and every piece knows what it is part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from purport.folds import Fold
from purport.listings.breaks import find_breaks
from purport.visible import visible

OPENING = frozenset({"content", "voice"})
"""The roles of what a claim says."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters ``[start, end)`` that are a ``role`` of something: of the attribution, event or time expression with the id ``of``."""

    start: int
    end: int
    role: str
    of: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a text that are all part of the same things: their roles, and the ids of what they are a role of.

    ``opens`` are the ids of the claims whose content begins here;
    ``fold`` is what the words are where they are not shown: they are then not here either.
    """

    start: int
    end: int
    words: str
    roles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    fold: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, in pieces."""

    pieces: tuple[Piece, ...]


def paragraphs(text: str, marks: Sequence[Marked], folds: Sequence[Fold] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, but for those of blanks alone. Of what is folded there is one piece, without its words."""
    breaks = set(find_breaks(text, {end for each in marks if each.role == "furniture" for end in (each.start, each.end)}))
    found: list[Paragraph] = []
    pieces: list[Piece] = []
    for piece in _pieces(text, marks, folds, breaks):
        if piece.start in breaks:
            found.append(Paragraph(tuple(pieces)))
            pieces = []
        pieces.append(piece)
    found.append(Paragraph(tuple(pieces)))
    return tuple(each for each in found if any(piece.fold or piece.words.strip() for piece in each.pieces))


def _pieces(text: str, marks: Sequence[Marked], folds: Sequence[Fold], breaks: set[int]) -> Iterator[Piece]:
    ends = {0, len(text), *breaks}
    ends.update(end for mark in marks for end in (mark.start, mark.end))
    ends.update(end for each in folds for end in (each.start, each.end))
    numbered: set[str] = set()
    starting = sorted(marks, key=lambda each: (each.start, -each.end, each.role, each.of))
    open_marks: list[Marked] = []
    nth, folded = 0, 0
    for start, end in pairwise(sorted(ends)):
        open_marks = [each for each in open_marks if each.end > start]
        first = nth
        while nth < len(starting) and starting[nth].start == start:
            nth += 1
        fresh = starting[first:nth]
        open_marks += fresh
        while folded < len(folds) and folds[folded].end <= start:
            folded += 1
        opens = tuple(dict.fromkeys(each.of for each in fresh if each.role in OPENING and each.of not in numbered))
        numbered.update(opens)
        fold = folds[folded] if folded < len(folds) and folds[folded].start <= start else None
        if fold is not None and fold.start != start:
            continue
        yield Piece(
            start,
            fold.end if fold else end,
            "" if fold else visible(text[start:end]),
            tuple(dict.fromkeys(each.role for each in open_marks)),
            tuple(dict.fromkeys(each.of for each in open_marks)),
            opens,
            fold.what if fold else None,
        )
