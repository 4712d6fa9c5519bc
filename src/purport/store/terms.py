"""What a person types to search, as terms; and how words are folded so that both databases find the same.

Words are runs of letters and digits, without case and accents. ``bridge open`` asks for both words anywhere, ``"bridge is open"``
for the words in that order, ``brid*`` for words that begin so. Anything else in the text only separates words: no text is an error,
and none reaches a database's own query language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from purport.folding import fold

_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r'["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]?(?P<open>\*?)|(?P<bare>[^\s"“”„«»]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that follow one another; with ``prefix`` the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    return tuple(_WORD.findall(fold(text)))


def terms(text: str) -> tuple[Term, ...]:
    """What is asked for: every term must be found. Empty where the text has no word, which finds nothing."""
    found = []
    for match in _TERM.finditer(text):
        bare = match["bare"] or ""
        parts = words(bare or match["phrase"] or "")
        if parts:
            found.append(Term(parts, prefix=(bare or match["phrase"] + match["open"]).rstrip().endswith("*")))
    return tuple(found)
