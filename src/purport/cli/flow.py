"""A report's text as paragraphs with its marks, ready to be wrapped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.text import Text

from purport.cli.marks import BRACKETS, STYLES, Mark, Role
from purport.folds import Fold
from purport.listings.breaks import find_breaks
from purport.visible import flat

LONGEST = 20_000
"""Characters after which a paragraph is cut between two marks, so that a text of megabytes in one line is not wrapped as a whole."""


def flow(text: str, marks: Sequence[Mark], folds: Sequence[Fold] = ()) -> Iterator[Text]:
    """The paragraphs of a text: line ends only where they mean something, brackets around what is marked, labels for what is folded.

    Brackets read without colour: ``[1:source]``, ``<1:cue>``, ``{1:content}``, ``~kind:furniture~``. A closing bracket has its number
    too where two stretches cross.
    """
    page = _Page(marks, folds)
    furniture = {end for mark in marks if mark.role is Role.FURNITURE for end in (mark.start, mark.end)}
    breaks = frozenset(find_breaks(text, furniture))
    ends = {end for mark in marks for end in (mark.start, mark.end)} | {end for fold in folds for end in (fold.start, fold.end)}
    for here, following in pairwise(sorted({0, len(text), *breaks, *ends})):
        page.close(here)
        if here in breaks or page.length > LONGEST:
            yield from page.turn()
        page.open(here)
        page.write(text[here:following], here)
    page.close(len(text))
    yield from page.turn()


class _Page:
    """The paragraph being written, and the marks open in it."""

    def __init__(self, marks: Sequence[Mark], folds: Sequence[Fold]) -> None:
        self._paragraph = Text()
        self._open: list[Mark] = []
        self._opening: defaultdict[int, list[Mark]] = defaultdict(list)
        for mark in marks:
            self._opening[mark.start].append(mark)
        self._folds = list(reversed(folds))

    @property
    def length(self) -> int:
        """Characters written so far."""
        return len(self._paragraph)

    def open(self, here: int) -> None:
        """Write the brackets that open here, the outer before the inner."""
        for mark in self._opening[here]:
            self._open.append(mark)
            self._paragraph.append(f"{BRACKETS[mark.role][0]}{mark.label}:", _bracket(mark.role))

    def close(self, here: int) -> None:
        """Write the brackets that close here, the inner before the outer."""
        for mark in [mark for mark in reversed(self._open) if mark.end == here]:
            crossing = mark is not self._open[-1] and mark.role is not Role.FURNITURE
            self._open.remove(mark)
            self._paragraph.append(f"{BRACKETS[mark.role][1]}{mark.label if crossing else ''}", _bracket(mark.role))

    def write(self, words: str, here: int) -> None:
        """Write the words that stand here, or the label of the fold they are in."""
        while self._folds and self._folds[-1].end <= here:
            self._folds.pop()
        fold = self._folds[-1] if self._folds and self._folds[-1].start <= here else None
        if fold is None:
            self._paragraph.append(flat(words), STYLES[self._open[-1].role] if self._open else "")
        elif fold.start == here:
            self._paragraph.append(fold.label, "italic")

    def turn(self) -> Iterator[Text]:
        """Give the paragraph, if there is anything in it, and begin another."""
        self._paragraph.rstrip()
        if self._paragraph.plain.strip():
            yield self._paragraph
        self._paragraph = Text()


def _bracket(role: Role) -> str:
    return "dim" if role is Role.FURNITURE else f"dim {STYLES[role].removeprefix('bold ')}"
