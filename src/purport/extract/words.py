"""The words of a span, for looking up in word lists."""

from __future__ import annotations

import re
from functools import cache

from purport.lexicon import words
from purport.records import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def words_of(text: str, span: Span | None) -> tuple[str, ...]:
    """The lower-case words of a span, in order; apostrophes inside a word are kept, as straight ones."""
    if span is None:
        return ()
    return tuple(match[0].lower().replace("’", "'") for match in _WORD.finditer(text, span.start, span.end))


@cache
def lexicon(name: str) -> dict[str, tuple[str, ...]]:
    """A word list, loaded once: form -> the rest of its row."""
    return words(name)


def is_negation(word: str) -> bool:
    """Whether a word negates what it stands in."""
    found = lexicon("negations.tsv").get("n't" if word.endswith("n't") else word)
    return found is not None and found[0] == "full"
