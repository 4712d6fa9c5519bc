"""What somebody is, as the words beside a name tell it: "Defence Minister", "the former spokesman", "the governor of Ushrat Province"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from purport.extract.names import title_of
from purport.lexicon import rows, words
from purport.records import Span
from purport.resolve.spelling import fold

TITLE_WITHIN = 60
"""Characters before a name in which its titles stand."""
COMPOUNDS = frozenset({"minister", "secretary", "general", "executive", "president"})
"""Nouns that another before them makes a role of its own: a defence minister is no prime minister."""
_TOKEN = re.compile(r"[^\s,;:()“”\"]+")
_POSSESSED = re.compile(r"(?:['’`´]s|['’`´]|(?<=\w) s)\Z")


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is: the noun, of what, and when as the words tell, which is "former", "then", "present", "next" or nothing.

    ``of`` is as printed, and ``None`` where no words tell.
    """

    noun: str
    of: str | None
    when: str
    start: int
    end: int

    @property
    def is_sole(self) -> bool:
        """Whether one person at a time has it of one thing that is named."""
        return self.of is not None and self.of[:1].isupper() and self.noun in words("sole_roles.tsv")


@cache
def _meanings() -> dict[str, str]:
    found: dict[str, str] = {}
    for (nouns,) in rows("role_nouns.tsv"):
        for noun in nouns.split():
            found.setdefault(noun, nouns.split()[0])
    return found | {"premier": "prime_minister", "prime_minister": "prime_minister"}


def role_in(text: str, span: Span, owner: str | None = None) -> Role | None:
    """The role that a noun phrase names; ``owner`` is whose "its" or "his" in it is. ``None`` for a phrase without a noun."""
    tokens = [(found[0], found.start()) for found in _TOKEN.finditer(text, span.start, span.end)]
    own = [token for token, _ in tokens]
    cut = own.index("of") if "of" in own else len(own)
    if cut == 0:
        return None
    head, first = _plain(own[cut - 1]), cut - 1
    if head in COMPOUNDS and first and _is_sort(own[first - 1]):
        first -= 1
        head = f"{_plain(own[first])}_{head}"
    if not head.replace("_", "").isalpha() or head in _SMALL:
        return None
    before = own[:first]
    times = [part for token in own[:cut] for part in _times(token)]
    when = words("role_times.tsv")[times[0]][0] if times else ""
    of = text[tokens[cut + 1][1] : span.end] if cut + 1 < len(own) else _owner(before, owner)
    whose = " ".join(of.split()).removeprefix("the ") if of else None
    if whose in {"day", "time"}:
        when, whose = "then", None
    return Role(_meanings().get(head, head), whose, when, span.start, span.end)


def _is_sort(token: str) -> bool:
    """Whether a word before a noun says what sort of it: the defence minister, no former or Sorvia's minister."""
    return not _ends_owner(token) and _plain(token) not in _SMALL and not _times(token)


def _plain(token: str) -> str:
    """A word of a role, spelt one way, without "ex-" before it or "-elect" after."""
    parts = [part for part in token.split("-") if part.lower() not in words("role_times.tsv")]
    return fold(parts[-1] if parts else token).replace("defense", "defence")


def _times(token: str) -> list[str]:
    """What in a word tells when somebody has a role: "former", the "then" in "then-mayor"."""
    return [part for part in token.lower().split("-") if part in words("role_times.tsv")]


def _ends_owner(token: str) -> bool:
    return _POSSESSED.search(token) is not None


def _owner(before: Sequence[str], owner: str | None) -> str | None:
    """Of what a role is, by the words before its noun: "Sorvia’s", "Islamic State", or a pronoun's name."""
    kept: list[str] = []
    for token in reversed(before):
        if _ends_owner(token):
            bare = _POSSESSED.sub("", token)
            return " ".join([*_run(before[: before.index(token)]), bare]) if bare[:1].isupper() else owner or bare
        if token[0].isupper() and token.lower() not in _SMALL and not _times(token):
            kept.insert(0, token)
        elif kept:
            break
    return " ".join(kept) or owner


_SMALL = frozenset({"the", "a", "an", "its", "his", "her", "their", "another", "two", "former", "by"})


def _run(before: Sequence[str]) -> list[str]:
    """The capitalised words at the end of some: "by the Lantern Front" is "Lantern Front"."""
    run: list[str] = []
    for token in reversed(before):
        if not token[0].isupper() or token.lower() in _SMALL:
            break
        run.insert(0, token)
    return run


def role_before(text: str, start: int) -> Role | None:
    """The role that stands as a title before a name: "Sorvian Defence Minister Maren Tolk", "then-Mayor Ilo Vane"."""
    tokens = [*_TOKEN.finditer(text, max(0, start - TITLE_WITHIN), start)]
    if not tokens or text[tokens[-1].end() : start].strip() or not is_title(tokens[-1][0]):
        return None
    first = len(tokens) - 1
    while first and _goes_on(text, tokens[first - 1], tokens[first]):
        first -= 1
    return role_in(text, Span(tokens[first].start(), tokens[-1].end()))


def is_title(token: str) -> bool:
    """Whether a word tells as a title what somebody is; "Mr." tells only the sex."""
    plain = token.split("-")[-1]
    row = title_of(plain)
    if plain.endswith(".") and plain.lower().rstrip(".") not in words("abbreviations.tsv"):
        return False
    return row is not None and plain.lower().rstrip(".") not in {"mr", "mister", "mrs", "ms", "miss", "mme", "madame"}


def _goes_on(text: str, token: re.Match[str], after: re.Match[str]) -> bool:
    """Whether a word belongs to the titles that stand after it."""
    word = token[0]
    if text[token.end() : after.start()].strip(" \n") or "\n\n" in text[token.end() : after.start()] or word.endswith((".", "!", "?")):
        return is_title(word) and "\n" not in text[token.end() : after.start()]
    return bool(_times(word)) or _ends_owner(word) or (word[0].isupper() and word.lower() not in _SMALL)
