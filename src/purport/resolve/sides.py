"""Keys with a side, "+" or "-" at the end: what has one is found by what has the other, so that no two of one side are held together."""

from __future__ import annotations

from collections.abc import Iterable


def other_side(key: str) -> str:
    """The key that one with a side seeks; any other seeks itself."""
    rest, blank, side = key.rpartition(" ")
    return f"{rest}{blank}{'-' if side == '+' else '+'}" if side in {"+", "-"} else key


def other_sides(keys: Iterable[str]) -> frozenset[str]:
    """The keys that some seek."""
    return frozenset(map(other_side, keys))
