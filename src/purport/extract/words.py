"""The words of a span, for looking up in word lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from purport.lexicon import words
from purport.records import Span

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_APOSTROPHES = re.compile("[’ʼ]|â€™|&#39;|&apos;")
LONGEST = 3
"""Words of the longest phrase in the lists."""
PHRASES = ("cues.tsv", "negations.tsv", "hedges.tsv", "plain.tsv", "calls.tsv")


def raw_words(text: str, span: Span | None) -> tuple[str, ...]:
    """The words of a span as printed, in order; apostrophes inside a word are kept, as straight ones, whatever became of them."""
    return () if span is None else tuple(_WORD.findall(_APOSTROPHES.sub("'", span.words(text))))


def words_of(text: str, span: Span | None) -> tuple[str, ...]:
    """The lower-case words of a span, in order."""
    return tuple(word.lower() for word in raw_words(text, span))


def phrased(found: Sequence[str]) -> tuple[str, ...]:
    """Lower-case words with those that belong together joined by ``_``, the longest first; the month of May is no hedge."""
    lower = ["May_" if word == "May" and i else word.lower() for i, word in enumerate(found)]
    phrases, joined, i = _phrases(), [], 0
    while i < len(lower):
        size = next((n for n in range(LONGEST, 1, -1) if "_".join(lower[i : i + n]) in phrases), 1)
        joined.append("_".join(lower[i : i + size]))
        i += size
    return tuple(joined)


@cache
def _phrases() -> frozenset[str]:
    return frozenset(form for name in PHRASES for form in words(name) if "_" in form)


def is_negation(word: str) -> bool:
    """Whether a word or phrase negates what it stands in."""
    found = words("negations.tsv").get("n't" if word.endswith("n't") else word)
    return found is not None and found[0] == "full"
