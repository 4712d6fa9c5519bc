"""Lemmas: those of forms that were seen, and ways to get the others from a form ("stories" -> "story": drop 3, add "y")."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import takewhile

UNLISTED = frozenset({"NNP", "NNPS", "CD", "FW", "ADD", "GW", "LS", "SYM"})
"""Penn parts of speech of which no form is learned: names, numbers and the like."""


def script(form: str, lemma: str) -> str:
    """The way from a form to its lemma, as the reader takes it: ``l`` (lower-cased first) or ``k``, letters dropped, what is added."""
    lower = lemma == lemma.lower()
    shown = form.lower() if lower else form
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(shown, lemma, strict=False)))
    return f"{'l' if lower else 'k'}{len(shown) - kept} {lemma[kept:]}"


def commonest(pairs: Iterable[tuple[str, str]], most: int) -> tuple[str, ...]:
    """The ``most`` commonest scripts of forms and lemmas; equally common ones in their own order."""
    counts = Counter(script(form, lemma) for form, lemma in pairs)
    return tuple(sorted(counts, key=lambda each: (-counts[each], each))[:most])


def seen(words: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """The commonest lemma of each form, in lower case, and Penn part of speech, as ``form tag lemma``; in their own order."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, tag, lemma in words:
        if tag not in UNLISTED and form.isalpha() and lemma and " " not in lemma:
            counts[form.lower(), tag][lemma] += 1
    return tuple(sorted(f"{form} {tag} {max(own, key=lambda each: (own[each], each))}" for (form, tag), own in counts.items()))
