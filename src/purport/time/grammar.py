"""Words -> meanings, by a grammar kept as data.

``lexicon/time_words.tsv`` says what single words are (``tokens.py``), ``lexicon/time_rules.tsv`` how they go together (``chart.py``) and
what that makes (``making.py``), ``lexicon/feasts.tsv`` which days have names. The meaning of the whole is that of the longest part that
is a time expression, so that words nobody foresaw ("a *flat* second quarter") do no harm.
"""

from __future__ import annotations

from functools import lru_cache

from purport.time.anchor import Point
from purport.time.chart import chart_of
from purport.time.meaning import Meaning
from purport.time.parts import Hour, Part
from purport.time.tokens import tokens

LONGEST = 14
"""Words of an expression that are looked at; what is longer is no time expression but a clause."""
FOREIGN = frozenset({"ah", "a.h."})
"""Words of other ways to count years, which are not read."""
KINDS = {"point": ("DATE", "TIME"), "length": ("DURATION",), "stretch": ("DURATION",), "set": ("SET",), "vague": ("DATE",)}
"""The results of rules that are whole expressions, and the TIMEX3 types they can have."""


@lru_cache(maxsize=16384)
def read(words: str, kind: str = "") -> Meaning | None:
    """What a time expression means, ``None`` if nothing is known of it; a TIMEX3 ``kind`` decides between readings as long as others.

    A number that no rule finds a place for leaves nothing: "31 June" is not June.
    """
    found = [*tokens(words)]
    if not 0 < len(found) <= LONGEST or not FOREIGN.isdisjoint(found):
        return None
    chart, numbers = chart_of(found), [i for i, word in enumerate(found) if word[0].isdigit()]
    best: tuple[tuple[int, bool, int], Meaning] | None = None
    for start in range(numbers[0] + 1 if numbers else len(found)):
        for end in range(len(found), max(start, numbers[-1] if numbers else 0), -1):
            for result, kinds in KINDS.items():
                for order, meaning in enumerate(chart[start][end].get(result, ())):
                    rank = (end - start, _type(meaning, kinds) == kind, -order)
                    if best is None or rank > best[0]:
                        best = rank, meaning
    return best[1] if best else None


@lru_cache(maxsize=4096)
def is_point(words: str) -> bool:
    """Whether all the words together are a point of time."""
    found = [*tokens(words)]
    whole = chart_of(found)[0][len(found)].get("point", ()) if len(found) <= LONGEST and FOREIGN.isdisjoint(found) else ()
    return any(isinstance(each, Point) for each in whole)


def _type(meaning: Meaning, kinds: tuple[str, ...]) -> str:
    hour = isinstance(meaning, Hour) or (isinstance(meaning, Part) and isinstance(meaning.whole, Hour))
    return kinds[-1] if hour else kinds[0]
