"""Lemmas as ways to get them from a form: how many last letters to drop and what to add ("stories" -> "story": drop 3, add "y")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import takewhile


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
