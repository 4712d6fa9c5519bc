"""The words beside a recording that leave open whether it is genuine: "if genuine", "said to be of", "is still being examined"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purport.dossier.making import Telling, Word, is_made, sentences
from purport.extract.media import kinds
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import Analysis, Factuality, FurnitureKind, Span

SHOWN = frozenset({FurnitureKind.TITLE, FurnitureKind.PRINT_NOTE})
"""The page text that speaks of recordings too."""
IT = frozenset({"it"})
TO, BE, SEEMS, EXAMINED = "to", "be", "seems", "examined"
AFTER = frozenset({"of", "from", "by"})
HEDGING = ("alone", "before", "to_be")
OPENINGS = ("noun_prepositions.tsv", "edges.tsv", "subordinators.tsv")
"""Lists of words with which a sentence begins that is about something else: "after the tape"."""
NEAR, FAR = 3, 8
"""Words between a hedge and its noun, and between what seems to be and what it seems, at most."""


def left_open(analysis: Analysis) -> Iterator[Telling]:
    """Where a report leaves open whether a recording is genuine, each place with the noun for the recording in its sentence."""
    for words, things in _about(analysis):
        for first, last in sorted({*_purported(words, things), *_examined(words, things)}):
            yield Telling(Span(words[first].start, words[last].end))
        for first, last in _seeming(words, things):
            yield Telling(Span(words[first].start, words[last].end), factuality=Factuality.PROBABLE)


def conditions(analysis: Analysis) -> Iterator[Telling]:
    """Where what is told of a recording hangs on that: "if genuine", or "purportedly by Vane and, if so"."""
    for words, things in _about(analysis):
        for first, last in _conditions(words, things):
            yield Telling(Span(words[first].start, words[last].end))


def _about(analysis: Analysis) -> Iterator[tuple[list[Word], list[int]]]:
    """The sentences with a noun for a recording in them, or with "it" after one of those, and the places of these words."""
    is_after = False
    for words in sentences(analysis, SHOWN):
        things = [at for at, word in enumerate(words) if word.form in kinds()]
        its = [at for at, word in enumerate(words) if word.form in IT] if is_after else []
        if things or its:
            yield words, things or its
        is_after = bool(things)


def _is(word: Word, what: str) -> bool:
    return listed("left_open.tsv").get(word.form, ("",))[0] == what


def _how(word: Word, how: str) -> bool:
    return any(word.form in forms.split() for forms, told in rows("ascribing.tsv") if told == how)


def _conditions(words: Sequence[Word], things: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of "if genuine", and of "if so" with what it is said of before it."""
    for at in range(len(words) - 1):
        if _is(words[at], "condition") and _is(words[at + 1], "so") and _ends(words, at + 1):
            hedge = next((i for i in range(at - 1, things[0], -1) if any(_how(words[i], how) for how in HEDGING)), None)
            if words[at + 1].form != "so":
                yield at, at + 1
            elif hedge is not None and at - hedge <= FAR:
                yield hedge, at + 1


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether a mark follows a word, or nothing: not "if so many came"."""
    return at + 1 == len(words) or words[at].is_closed


def _purported(words: Sequence[Word], things: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of "a purported tape" and of "a tape said to be from Vane"."""
    for at in things:
        before = next((i for i in range(at - 1, max(at - 1 - NEAR, -1), -1) if _how(words[i], "before")), None)
        if before is not None and not any(words[i].is_closed for i in range(before, at)):
            yield before, at
        for i in range(at + 1, min(at + NEAR, len(words) - NEAR)):
            if _how(words[i], "to_be") and [words[i + 1].form, words[i + 2].form] == [TO, BE] and words[i + 3].form in AFTER:
                last = min(i + 4, len(words) - 1)
                while last + 1 < len(words) and words[last].proper and words[last + 1].proper and not words[last].is_closed:
                    last += 1
                yield at, last


def _examined(words: Sequence[Word], things: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of "is still being examined" and of "is under analysis", in a sentence that begins with a recording."""
    begins = things[0] <= NEAR and not any(words[0].form in listed(name) for name in OPENINGS)
    for at in range(things[0] + 2, len(words)) if begins else ():
        if _is(words[at], EXAMINED) and _is(words[at - 1], "still"):
            first = next((i for i in range(at - 2, max(at - 2 - NEAR, things[0]), -1) if is_made(words[i], "helping")), None)
            if first is not None:
                yield first, at


def _seeming(words: Sequence[Word], things: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of "it appeared to be Vane's first tape"."""
    for at in range(1, len(words) - 2):
        if _is(words[at], SEEMS) and [words[at + 1].form, words[at + 2].form] == [TO, BE]:
            thing = next((i for i in things if at + 2 < i <= at + 2 + FAR), None)
            if thing is not None and (words[at - 1].form in IT or at - 1 in things):
                yield at - 1, thing
