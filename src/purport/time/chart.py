"""The parser of time expressions: every way to read each part of the words, by rules kept as data, from the shortest parts up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from purport.lexicon import rows
from purport.time.making import FUNCTIONS
from purport.time.tokens import categories

READINGS = 4
"""Ways to read one part as one thing that are kept."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a sequence of symbols is: ``places`` holds the place in the pattern of each symbol, ``given`` those that the meaning takes."""

    result: str
    symbols: tuple[str, ...]
    places: tuple[int, ...]
    function: str
    given: tuple[int, ...]


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by their first symbol, optional words and alternatives written out."""
    found: dict[str, list[Rule]] = {}
    for result, pattern, meaning, *_ in rows("time_rules.tsv"):
        function, *given = meaning.split()
        for chosen in product(*map(_alternatives, re.findall(r'(?:"[^"]*"|[^\s"|?]+)(?:\|(?:"[^"]*"|[^\s"|?]+))*\??', pattern))):
            both = [(symbol, place) for place, symbols in enumerate(chosen, 1) for symbol in symbols]
            if both:
                symbols, places = zip(*both, strict=True)
                found.setdefault(symbols[0], []).append(Rule(result, symbols, places, function, tuple(map(int, given))))
    return {first: tuple(dict.fromkeys(own)) for first, own in found.items()}


def _alternatives(element: str) -> list[tuple[str, ...]]:
    """``"of"|"in"?`` -> one symbol, the other, or none."""
    plain = element.removesuffix("?")
    return [(each,) for each in plain.split("|")] + ([()] if plain != element else [])


Values = dict[str, list[Any]]
Chart = list[list[Values]]


def chart_of(found: Sequence[str]) -> Chart:
    """What each part of the words can be: ``chart[start][end]``."""
    total = len(found)
    chart: Chart = [[{} for _ in range(total + 1)] for _ in range(total + 1)]
    for start, word in enumerate(found):
        for category, value in categories(word):
            chart[start][start + 1].setdefault(category, []).append(value)
    for size in range(1, total + 1):
        for start in range(total - size + 1):
            _close(chart, start, start + size)
    return chart


def _close(chart: Chart, start: int, end: int) -> None:
    """Adds what rules make of one part, until they make nothing new of it."""
    own = chart[start][end]
    while True:
        new = False
        firsts = [(middle, symbol) for middle in range(start + 1, end + 1) for symbol in chart[start][middle]]
        for middle, symbol in firsts:
            for rule in rules().get(symbol, ()):
                if (len(rule.symbols) == 1) != (middle == end):
                    continue
                for values in _matches(chart, rule.symbols, start, end):
                    made = _made(rule, values)
                    kept = own.setdefault(rule.result, []) if made is not None else []
                    if made is not None and made not in kept and len(kept) < READINGS:
                        kept.append(made)
                        new = True
        if not new:
            return


def _matches(chart: Chart, symbols: tuple[str, ...], start: int, end: int) -> list[list[Any]]:
    """The values of symbols that together are a part."""
    first, *rest = symbols
    if not rest:
        return [[value] for value in chart[start][end].get(first, ())]
    found = []
    for middle in range(start + 1, end - len(rest) + 1):
        values = chart[start][middle].get(first)
        if values:
            after = _matches(chart, symbols[1:], middle, end)
            found += [[value, *more] for value in values for more in after]
    return found


def _made(rule: Rule, values: Sequence[Any]) -> Any:
    by_place = dict(zip(rule.places, values, strict=True))
    try:
        return FUNCTIONS[rule.function](*(by_place.get(place) for place in rule.given))
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
