"""Stock prompts of web pages that stand in a report's text: sign-up forms, share links, feedback requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from purport.ingest.endnotes import sentences
from purport.ingest.names import outlet_name
from purport.ingest.words import word_list
from purport.records import Furniture, FurnitureKind, Span

MAX_SCANNED = 300_000
"""Characters looked through: fifty times a long report. Whatever is longer is no page's text."""

MAX_PROMPT = 160
"""Longest prompt: a longer sentence is the report's own."""

MAX_BETWEEN = 4
"""Most words that a prompt leaves open: "listen to this article" with a running time and a link has four, a report's sentence more."""

_MARKS = ',;"“”'
"""What comes before the words that tell who says so; no prompt leaves it open."""

_NEWSLETTERS = ("View all ", " newsletters")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A prompt's first words, its last, and how many may stand between them."""

    opening: tuple[str, ...]
    closing: tuple[str, ...]
    most: int


def find_prompts(text: str) -> tuple[Furniture, ...]:
    """The sentences that are prompts, in order."""
    return tuple(Furniture(span.start, span.end, FurnitureKind.PAGE) for span in _prompts(text))


def newsletter_outlet(text: str) -> str | None:
    """The outlet whose newsletters a prompt offers ("View all Lessa Tribune newsletters")."""
    before, after = _NEWSLETTERS
    start = text.find(before, 0, MAX_SCANNED)
    end = text.find(after, start, start + MAX_PROMPT) if start >= 0 else -1
    if end <= start + len(before):
        return None
    return outlet_name(text[start + len(before) : end])


def _prompts(text: str) -> Iterator[Span]:
    for span in sentences(text, 0, min(len(text), MAX_SCANNED)):
        if span.end - span.start <= MAX_PROMPT and is_prompt(span.words(text)):
            yield span


def is_prompt(words: str) -> bool:
    """Whether a sentence is a prompt; a single word is one only without a full stop ("Listen", not "Listen.")."""
    plain = words.lower().replace("’", "'")
    own = (plain.rstrip(".!") if " " in plain else plain).split()
    return any(_is(phrase, own) for phrase in _phrases().get(own[0] if own else "", ()))


def _is(phrase: _Phrase, own: Sequence[str]) -> bool:
    first, last = len(phrase.opening), len(own) - len(phrase.closing)
    if last < first or tuple(own[:first]) != phrase.opening or tuple(own[last:]) != phrase.closing:
        return False
    between = own[first:last]
    return sum(any(map(str.isalnum, word)) for word in between) <= phrase.most and not any(
        mark in word for word in between for mark in _MARKS
    )


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """The phrases by their first word, so that most sentences are told apart at a glance."""
    phrases: dict[str, tuple[_Phrase, ...]] = {}
    for line in sorted(word_list("page_phrases")):
        opening, dots, closing = line.partition("...")
        phrase = _Phrase(tuple(opening.split()), tuple(closing.split()), MAX_BETWEEN if dots else 0)
        phrases[phrase.opening[0]] = (*phrases.get(phrase.opening[0], ()), phrase)
    return phrases
