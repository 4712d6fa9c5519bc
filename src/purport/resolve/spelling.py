"""Words of names as they sound, so that spellings of one name from another script are known for one.

A name that comes from Arabic, Russian or an invented tongue is written as each newsroom hears it: Mansoor, Mansour and Mansur; Qaddafi,
Gaddafi and Kadhafi. What differs is how a sound is written, seldom which consonants there are and never how many vowels. So a word is
taken apart into consonants, each of a class of those that stand for one another, and the vowels between them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_CONSONANTS = (
    *(("tch", "C"), ("sch", "C"), ("ch", "C"), ("sh", "C"), ("dj", "j"), ("zh", "j"), ("ph", "f"), ("kh", "k"), ("gh", "k")),
    *(("ck", "k"), ("th", "t"), ("dh", "d"), ("x", "ks"), ("q", "k"), ("g", "k"), ("c", "k"), ("w", "v")),
)
"""How sounds are written, the longest first; what is not here stands for itself."""
_FIRST_Y = re.compile(r"\A[yj](?=[aeiou])")
_PARTS = re.compile(r"([aeiouy]+)")
_VOWELS = {"aa": "a", "ee": "i", "ea": "i", "ie": "i", "ii": "i", "y": "i", "oo": "u", "ou": "u", "uu": "u", "ei": "E", "ai": "E"} | {
    "ey": "E",
    "ay": "E",
    "oe": "o",
    "ae": "e",
}
_NEAR = frozenset({frozenset("ae"), frozenset("ei"), frozenset("ou"), frozenset("Ee"), frozenset("Ei")})
"""Vowels that one name is written with now and then: Mohammed and Muhammad, Osama and Usama. "a" and "u", "a" and "i" tell names apart."""

_ADJECTIVAL = ("ians", "ian", "ean", "ese", "ish", "ans", "ia", "an", "is", "i", "a")
SHORTEST = 3
"""Letters that are left of a country's name without its ending."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A word as it sounds: its consonants, a capital for those of several letters, and the vowels before, between and after them."""

    consonants: str
    vowels: tuple[str, ...]

    def is_near(self, other: Sound) -> bool:
        """Whether two words have the same consonants and vowels that stand for one another, each in its place."""
        if self.consonants != other.consonants:
            return False
        return all(_are_near(mine, theirs) for mine, theirs in zip(self.vowels, other.vowels, strict=True))


def _are_near(one: str, other: str) -> bool:
    """Whether vowels stand for one another, letter by letter."""
    return len(one) == len(other) and all(a == b or frozenset((a, b)) in _NEAR for a, b in zip(one, other, strict=True))


@cache
def fold(word: str) -> str:
    """A word in small letters without marks, apostrophes and full stops: "Réjane" is "rejane", "U.S." is "us"."""
    letters = unicodedata.normalize("NFKD", word.casefold()).translate(_LETTERS)
    return "".join(each for each in letters if each.isalnum() or each == "&")


@cache
def sound(folded: str) -> Sound:
    """How a folded word sounds. Doubled letters are one, and a final "h" after a vowel is silent."""
    word = _FIRST_Y.sub("J", folded)
    for written, heard in _CONSONANTS:
        word = word.replace(written, heard)
    word = re.sub(r"(?<=[aeiou])h\Z", "", word)
    pieces = _PARTS.split(word)
    consonants: list[str] = []
    vowels = [""]
    for i, piece in enumerate(pieces):
        if i % 2:
            vowels[-1] = _VOWELS.get(piece, piece)
            continue
        for letter in piece:
            if not consonants or consonants[-1] != letter or vowels[-1]:
                consonants.append(letter)
                vowels.append("")
    return Sound("".join(consonants), tuple(vowels))


@cache
def stem(folded: str) -> str:
    """What a country and its adjective have in common: "sorv" for Sorvia and Sorvian, "iraq" for Iraq and Iraqi."""
    for ending in _ADJECTIVAL:
        if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST:
            return folded[: -len(ending)]
    return folded
