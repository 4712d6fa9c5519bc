"""The main clause of a content, as far as punctuation and function words tell it: where its verb's hedges and negation stand.

It knows no syntax. It leaves out what stands between commas and begins like a relative clause or an apposition, and stops where a
subordinate clause or the next sentence begins.
"""

from __future__ import annotations

import re

from purport.extract.words import phrased, raw_words
from purport.lexicon import words
from purport.records import Span

LONGEST = 18
"""Words of a main clause that are looked at; chosen by hand, so that a verb after a long subject is still reached."""
OPENING, SHORTEST = 2, 4
"""Words before which a subordinator ("that") is part of the clause's beginning, and before which a comma ends only an adverbial."""
_SEGMENT = re.compile(r"[,;:—–]\s|\n\s*\n|(?<![.!?])[.!?]++[\"”’]*+\s+(?=[\"“]?[A-Z])")


def main_clause(text: str, content: Span) -> tuple[str, ...]:
    """The phrases of a content's main clause, lower-case."""
    found: list[str] = []
    skipping = False
    for i, segment in enumerate(_segments(text, content)):
        own = raw_words(text, segment)
        if i == 1 and own and own[0].lower() in words("parentheses.tsv"):
            skipping = True
            continue
        if i and not skipping and len(found) >= SHORTEST:
            break
        if not (i == 0 and [word.lower() for word in own] == ["no"]):
            found += own
        skipping = False
    return _before_subordinate(phrased(found))


def _segments(text: str, content: Span) -> list[Span]:
    """The content cut at commas, colons, dashes and sentence ends; the full stop of an abbreviation ends nothing."""
    cuts = [content.start]
    for match in _SEGMENT.finditer(text, content.start, content.end):
        if match[0].startswith(".") and _abbreviates(text, content.start, match.start()):
            continue
        cuts += [match.start(), match.end()]
    cuts.append(content.end)
    segments = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return [segment for segment in segments if raw_words(text, segment)]


def _abbreviates(text: str, start: int, stop: int) -> bool:
    word = re.split(r"[^\w]", text[max(start, stop - 12) : stop])[-1]
    return len(word) == 1 or word.lower() in words("abbreviations.tsv")


def _before_subordinate(clause: tuple[str, ...]) -> tuple[str, ...]:
    for i, word in enumerate(clause):
        if i >= OPENING and word in words("subordinators.tsv"):
            return clause[: min(i, LONGEST)]
    return clause[:LONGEST]
