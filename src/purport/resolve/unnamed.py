"""Sources without a name in one report: "Kesmari security officials" and then "Kesmari officials" are the same people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from purport.lexicon import words
from purport.resolve.folded import folded_words
from purport.resolve.outlets import ARTICLES

PREPOSITIONS = frozenset({"of", "for", "in", "at", "on", "from", "near", "with"})
OTHERS = frozenset({"another", "other", "others", "second", "third", "fourth", "separate", "different", "some", "many", "several"})
"""Words that tell some people from those of whom the report has spoken, or from the rest of them."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words for some people: the noun, and what stands beside it but articles and prepositions."""

    noun: str
    beside: frozenset[str]

    def adds_to(self, other: Phrase) -> bool:
        """Whether it is the other with more words beside it."""
        return self.noun == other.noun and self.beside > other.beside


def phrase_of(called: str) -> Phrase | None:
    """The phrase for people in some words, up to a comma; ``None`` where they are counted, or told from others."""
    found = [word for word in folded_words(called.split(",")[0]) if word not in ARTICLES]
    at = next((i for i, word in enumerate(found) if word in PREPOSITIONS), len(found)) - 1
    if at < 0 or any(word in OTHERS or word in words("number_words.tsv") or word[0].isdigit() for word in found):
        return None
    return Phrase(found[at], frozenset(word for word in (*found[:at], *found[at + 1 :]) if word not in PREPOSITIONS))


def fuller(called: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Who is meant by shorter words: what they are known by in their report -> what those are known by who have words added to these.

    ``called`` are what each source without a name is known by, and its words. Where words can be added in two ways that part, the
    shorter ones are nobody else's: "officials" beside "Kesmari officials" and "League officials".
    """
    phrases = {here: phrase for here, words in called if (phrase := phrase_of(words)) is not None}
    found = {}
    for here, phrase in phrases.items():
        longer = {other: each for other, each in phrases.items() if each.adds_to(phrase)}
        whole = [other for other, each in longer.items() if all(each == rest or each.adds_to(rest) for rest in longer.values())]
        if whole:
            found[here] = min(whole)
    return found
