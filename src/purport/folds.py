"""Calls, threats and offers folded, so that no desk republishes one by accident."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from purport.records import SpeechAct

FOLDED = {SpeechAct.EXHORTATION: "call", SpeechAct.THREAT: "threat", SpeechAct.OFFER: "offer"}
"""The speech acts whose words are shown only when asked for, and what each is called."""


HINT = "; --unfold shows it"
"""What a label says of how its words are shown, where a command can show them."""
SOME_CALL = f"[call, threat or offer folded{HINT}]"
"""What stands for a line of a dossier or timeline whose words are folded, whichever of these they are."""


@dataclass(frozen=True, slots=True, order=True)
class Fold:
    """Characters ``[start, end)`` of a text that are not shown, and what they are."""

    start: int
    end: int
    what: str

    @property
    def label(self) -> str:
        """What stands in their place."""
        return f"[{self.what} folded{HINT}]"

    @property
    def plain_label(self) -> str:
        """The same where no command shows them."""
        return f"[{self.what}, folded]"


def merge_folds(folds: Iterable[Fold]) -> tuple[Fold, ...]:
    """The folds in text order, those that overlap made one."""
    merged: list[Fold] = []
    for fold in sorted(folds, key=lambda fold: (fold.start, -fold.end)):
        if merged and fold.start < merged[-1].end:
            last = merged.pop()
            fold = Fold(last.start, max(last.end, fold.end), last.what)
        merged.append(fold)
    return tuple(merged)


def touching(folds: Sequence[Fold], start: int, end: int) -> Sequence[Fold]:
    """Of merged folds those that share characters with ``[start, end)``, found by halving: a long text can have thousands."""
    first = bisect_right(folds, start, key=lambda fold: fold.end)
    return folds[first : bisect_left(folds, end, lo=first, key=lambda fold: fold.start)]


def fold_words(words: str, start: int, folds: Sequence[Fold], *, plainly: bool = False) -> str:
    """Words that stand at ``start`` of a text, what is folded of them replaced by its label, or ``plainly`` by one that names no option."""
    end, here, kept = start + len(words), start, []
    for fold in touching(folds, start, end):
        kept += [words[here - start : max(fold.start - start, 0)], fold.plain_label if plainly else fold.label]
        here = min(fold.end, end)
    return "".join([*kept, words[here - start :]])


def fold_plainly(words: str, start: int, folds: Sequence[Fold]) -> str:
    """The same for pages, where a link unfolds."""
    return fold_words(words, start, folds, plainly=True)
