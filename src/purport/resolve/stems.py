"""Words as comparison sees them: folded, without endings, and only those that carry content."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

from purport.folding import fold
from purport.lexicon import rows
from purport.lexicon import words as listed

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ONE_AT_A_TIME = Lock()


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def forms(text: str) -> list[str]:
    """The words of a text in order, folded; a possessive ending is no part of its word."""
    return [fold(word).replace("’", "'").removesuffix("'s") for word in _WORD.findall(text)]


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """A folded word without its endings; irregular forms as their base (``lexicon/irregular.tsv``)."""
    base = listed("irregular.tsv").get(form)
    with _ONE_AT_A_TIME:  # a stemmer keeps the word that it works on, and pages are made by several threads
        found: str = _stemmer().stemWord(base[0] if base else form)
    return found


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words that carry content, in order."""
    return tuple(stem(form) for form in forms(text) if (len(form) > 1 or form.isdigit()) and form not in listed("empty_words.tsv"))


@cache
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for number, (forms,) in enumerate(rows("synonyms.tsv")):
        for form in forms.split():
            found.setdefault(stem(form), f"#{number}")
    return found


def kind(of: str) -> str:
    """What a stem has in common with others that tell of the same kind of thing; itself where there are none."""
    return _groups().get(of, of)


def proper(text: str) -> frozenset[str]:
    """The folded words of a text that are written with a capital, but for those that carry no content."""
    found = (fold(word).replace("’", "'").removesuffix("'s") for word in _WORD.findall(text) if word[0].isupper())
    return frozenset(form for form in found if form not in listed("empty_words.tsv"))
