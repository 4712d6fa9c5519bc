"""What kind of organisation an expression can stand for, by its noun: an army is no ministry, whatever else is alike."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from purport.lexicon import rows

ACRONYM = 6
"""Letters up to which a name in capitals alone is taken for an acronym, of which nothing is known."""
_FIRM = "&"


@cache
def _nouns() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for nouns, kind, *_ in rows("organisations.tsv"):
        for noun in nouns.split():
            found.setdefault(noun, set()).add(kind)
    return {noun: frozenset(own) for noun, own in found.items()}


@cache
def _open() -> frozenset[str]:
    """The kinds of which one can have a name without a noun of the kind: a company can be called anything, an army cannot."""
    return frozenset(kind for _, kind, *own in rows("organisations.tsv") if "own" not in own)


@cache
def all_kinds() -> frozenset[str]:
    """Every kind of organisation."""
    return frozenset().union(*_nouns().values())


def kinds_of(noun: str) -> frozenset[str] | None:
    """The kinds of which a noun is, by its lemma; ``None`` for one that is no organisation's."""
    return _nouns().get(noun.lower())


def named_kind(name: Sequence[str]) -> frozenset[str] | None:
    """The kinds that a name itself tells: by its noun, the last or the one before "of", or by an "&" between two; else ``None``."""
    lower = [word.lower().rstrip(".,") for word in name]
    head = lower[lower.index("of") - 1] if "of" in lower[1:] else lower[-1]
    return kinds_of(head) or (kinds_of("company") if _FIRM in lower else None)


def kinds_named(name: Sequence[str]) -> frozenset[str] | None:
    """The kinds of which something with a name can be; ``None`` for any, where the name is an acronym."""
    if (told := named_kind(name)) is not None:
        return told
    if len(name) > 1 or not name[0].isupper() or len(name[0]) > ACRONYM:
        return _open()
    letters = name[0].lower()
    return _open().union(*(kinds for noun, kinds in _nouns().items() if noun[0] in letters))
