"""Stock prompts of web pages that stand in a report's text: sign-up forms, share links, feedback requests."""

from __future__ import annotations

from collections.abc import Iterator
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

_NEWSLETTERS = ("View all ", " newsletters")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A prompt's first words and, for an open one, its last."""

    opening: str
    closing: str
    is_open: bool


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
    plain = plain.rstrip(".!") if " " in plain else plain
    return any(
        plain.startswith(phrase.opening) and plain.endswith(phrase.closing) if phrase.is_open else plain == phrase.opening
        for phrase in _phrases().get(plain[:3], ())
    )


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """The phrases by their first three characters, so that most sentences are told apart at a glance."""
    phrases: dict[str, tuple[_Phrase, ...]] = {}
    for line in sorted(word_list("page_phrases")):
        opening, dots, closing = line.partition("...")
        phrases[line[:3]] = (*phrases.get(line[:3], ()), _Phrase(opening.rstrip(), closing.lstrip(), bool(dots)))
    return phrases
