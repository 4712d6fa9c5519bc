"""How alike two contents are in their words: the rarer a word in news, the more it counts."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from purport.lexicon import rows

RAREST = 8.5
"""What a stem counts that is not in ``lexicon/stem_rarity.tsv``: fewer than one report in 256 has it."""


@cache
def _rarities() -> dict[str, float]:
    return {stem: float(rarity) for stems, rarity in rows("stem_rarity.tsv") for stem in stems.split()}


def weight(stems: Iterable[str]) -> float:
    """How much some stems count together."""
    return sum(_rarities().get(stem, RAREST) for stem in sorted(stems))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """What two contents share of all that they say, 0 to 1."""
    whole = weight(one | other)
    return weight(one & other) / whole if whole else 0.0


def covered(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of one content another holds, 0 to 1."""
    own = weight(part)
    return weight(part & whole) / own if own else 0.0


def rarest(stems: Iterable[str], count: int) -> list[str]:
    """The rarest of some stems, in order of the alphabet."""
    return sorted(sorted(stems, key=lambda stem: (-_rarities().get(stem, RAREST), stem))[:count])


def leading(stems: Iterable[str], least: float) -> frozenset[str]:
    """The rarest of some stems, as few as leave less than ``least`` of their weight: whatever has that much of them has one of these.

    The prefix of a set similarity join (Chaudhuri, Ganti and Kaushik, ICDE 2006).
    """
    ordered = sorted(stems, key=lambda stem: (-_rarities().get(stem, RAREST), stem))
    left = weight(ordered)
    for at, stem in enumerate(ordered):
        if left < least:
            return frozenset(ordered[:at])
        left -= weight([stem])
    return frozenset(ordered)


def commonness(stems: Iterable[str]) -> float:
    """The share of reports that have one of some stems, at most."""
    return sum(math.pow(2.0, -weight([stem])) for stem in sorted(stems))
