"""Two names compared: one name, a short form of the other, its first letters; or nothing. Names alone decide no more than that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from purport.extract.kinds import kinds_of
from purport.lexicon import rows, words
from purport.records import MentionType
from purport.resolve.spelling import fold, sound

PERSON, ORGANISATION, PLACE, OTHER = MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE, MentionType.OTHER
SPELT = 5
"""Letters from which a word by itself may be spelt otherwise: of shorter ones, too many are other words."""
SURE = 3
"""Letters from which an acronym tells whose it is, though no report says so."""
LONGEST_ACRONYM = 8
SHORTENED = frozenset({"company", "media", "club", "movement", "charity"})
"""Kinds of organisations that are called without the noun of their kind ("Tannick" for Tannick Group); no ministry or army is."""
_PIECE = re.compile(r"[\s\-‐‑–/]+")


class Fit(StrEnum):
    """How one name fits another."""

    FULL = "full"
    PARTIAL = "partial"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two names fit, how well (0 to 1), and what makes them fit, to stand after both names in a sentence."""

    fit: Fit
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready to be compared: folded words without titles, articles, particles and legal forms.

    ``initials`` are the first letters of its capitalised words; ``acronym`` is the name itself where it is written as one. ``sort`` is the
    noun that says what a place is ("Ushrat Province"), which is none of ``words``; ``is_definite`` tells that "the" stands before it,
    ``is_whole`` that a legal form stood at its end, which nobody writes after half a name.
    """

    type: MentionType
    words: tuple[str, ...]
    initials: str = ""
    acronym: str = ""
    sort: str = ""
    is_definite: bool = False
    is_whole: bool = False

    @property
    def key(self) -> str:
        """What it is, in a line."""
        return "|".join((self.type, " ".join(self.words), self.initials, self.acronym, self.sort, f"{self.is_definite:d}{self.is_whole:d}"))

    @property
    def is_long(self) -> bool:
        """Whether it can be a thing's whole name: a person's of several words, any other's but acronyms, nouns and a word after "the"."""
        if len(self.words) > 1 or also_called(self) is not None:
            return True
        return self.type != PERSON and not self.acronym and not self.is_noun and (self.type == PLACE or not self.is_definite)

    @property
    def is_noun(self) -> bool:
        """Whether it is the noun of a kind of organisation alone, by which many are called: "the Front"."""
        return len(self.words) == 1 and self.type != PERSON and kinds_of(self.words[0]) is not None


@lru_cache(maxsize=1 << 16)
def parse(printed: str, kind: MentionType, *, definite: bool = False) -> Name:
    """A name as printed, without titles, of a thing of some kind. A name of nothing but articles keeps them."""
    pieces = [piece for piece in _PIECE.split(printed.strip()) if any(map(str.isalnum, piece)) or piece == "&"]
    if len(pieces) > 1 and pieces[0].lower() == "the":
        pieces, definite = pieces[1:], True
    own = [each for piece in pieces if fold(piece) for each in _expanded(piece, kind, len(pieces))]
    kept = _without(own, kind)
    sort, kept = _sort(kept) if kind == PLACE else ("", kept)
    letters = "".join(piece[0] for piece, _ in own if piece[0].isupper()).casefold()
    plain = pieces[0].replace(".", "") if len(pieces) == 1 else ""
    short = plain.isupper() and plain.isalpha() and 1 < len(plain) <= LONGEST_ACRONYM
    return Name(
        kind,
        tuple(folded for _, folded in kept),
        initials=letters if len(own) > 1 else "",
        acronym=plain.casefold() if short else "",
        sort=sort,
        is_definite=definite,
        is_whole=kind == ORGANISATION and len(kept) < len(own),
    )


def _expanded(piece: str, kind: MentionType, of: int) -> list[tuple[str, str]]:
    """A word of a name with its folded form; of a longer name that is no person's, the short form of a country in full."""
    folded = fold(piece)
    if of > 1 and kind != PERSON and folded in _COUNTRIES and piece.replace(".", "").isupper():
        return [(each.capitalize(), each) for each in _COUNTRIES[folded]]
    return [(piece, folded)]


_COUNTRIES = {"us": ("united", "states"), "uk": ("united", "kingdom"), "un": ("united", "nations"), "eu": ("european", "union")}
"""Short forms that begin longer names: the US Air Force is the United States Air Force."""


def _without(own: Sequence[tuple[str, str]], kind: MentionType) -> list[tuple[str, str]]:
    """The words of a name without those that it can be written without."""
    kept = list(own)
    if kind == ORGANISATION:
        while len(kept) > 1 and kept[-1][1] in words("legal_forms.tsv"):
            kept.pop()
    elif kind == PERSON:
        kept = [each for each in kept if each[1] not in _particles()]
    elif len(kept) > 1 and kept[0][1] in words("name_articles.tsv"):
        kept.pop(0)
    return kept or list(own)


def _sort(own: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[str, str]]]:
    """The noun of a place's name and the rest: "Ushrat Province", "Province of Ushrat", "the Lissa dam". "Kuwait City" is no Kuwait."""
    kept, sorts = list(own), words("place_classes.tsv")
    if len(kept) > 2 and kept[0][1] in sorts and kept[1][1] == "of":
        return kept[0][1], kept[2:]
    if len(kept) > 1 and ("dropped" in sorts.get(kept[-1][1], ()) or kept[-1][0].islower()):
        return kept[-1][1], kept[:-1]
    return "", kept


@cache
def _particles() -> frozenset[str]:
    return frozenset(words("name_articles.tsv")) | {form for row in rows("ingest_particles.txt") for form in row[0].split()}


@cache
def _alternatives() -> dict[tuple[str, ...], int]:
    numbered = enumerate(rows("alternative_names.tsv"))
    return {tuple(map(fold, form.split("_"))): number for number, (forms, *_) in numbered for form in forms.split()}


def also_called(name: Name) -> int | None:
    """A number that names have in common which are one thing's though their words do not tell; ``None`` for most."""
    return _alternatives().get((name.acronym,) if name.acronym else name.words)


def compare(one: Name, other: Name) -> Likeness | None:
    """How two names fit; ``None`` where they do not.

    A person's names are not compared with a place's. Names of other kinds that differ are compared word by word, as a reader may take one
    thing for an organisation here and a place there.
    """
    if {one.type, other.type} == {PERSON, PLACE} and one.words != other.words:
        return None
    if (number := also_called(one)) is not None and number == also_called(other):
        return Likeness(Fit.FULL, 0.95, "are names of one") if one.words != other.words else Likeness(Fit.FULL, 1.0, "are the same")
    if one.words == other.words:
        return None if one.is_noun else _same(one, other, 1.0, "are the same")
    if (found := _spelt(one, other)) is not None:
        return found
    if one.type == other.type == PERSON:
        return _people(*sorted((one, other), key=_size))
    return _first_letters(one, other) or _first_letters(other, one) or _shorter(*sorted((one, other), key=_size))


def _size(name: Name) -> tuple[int, tuple[str, ...]]:
    return len(name.words), name.words


def _same(one: Name, other: Name, score: float, why: str) -> Likeness:
    """One name: all of it, or as a last name, a word after "the", or a place's without the noun that tells its sort, some of it."""
    if len(one.words) == 1 and (one.type == other.type == PERSON or not ((one.is_long and other.is_long) or one.acronym)):
        return Likeness(Fit.PARTIAL, score, why)
    if one.type == other.type == PLACE and bool(one.sort) != bool(other.sort):
        return Likeness(Fit.PARTIAL, score, f"{why} but for “{one.sort or other.sort}”")
    return Likeness(Fit.FULL, score, why)


def _spelt(one: Name, other: Name) -> Likeness | None:
    """Spellings of one name: all words sound alike, or one of several nearly so."""
    if len(one.words) != len(other.words) or max(map(len, one.words)) < SPELT:
        return None
    pairs = list(zip(one.words, other.words, strict=True))
    if all(sound(a) == sound(b) for a, b in pairs):
        return _same(one, other, 0.85, "are spellings of one name")
    if len(pairs) > 1 and all(a == b or (_is_word(a, b) and sound(a).is_near(sound(b))) for a, b in pairs):
        return _same(one, other, 0.7, "are spellings of one name")
    return None


def _is_word(one: str, other: str) -> bool:
    """Whether two words have consonants enough to tell them by."""
    return len(sound(one).consonants) > 1 and len(sound(other).consonants) > 1


def is_spelt(one: str, other: str) -> bool:
    """Whether two folded words are one, or spellings of one."""
    return one == other or (min(len(one), len(other)) >= SPELT and sound(one) == sound(other))


def _people(short: Name, long: Name) -> Likeness | None:
    """A person's name and a longer one that ends so; between two of several words, first names decide."""
    few, many = short.words, long.words
    if not is_spelt(few[-1], many[-1]):
        return None
    if len(few) == 1:
        return Likeness(Fit.PARTIAL, 0.8, "share the last name") if len(many) > 1 else None
    if is_spelt(few[0], many[0]):
        rest = iter(many)
        if all(any(_is_of(word, each) for each in rest) for word in few):
            return Likeness(Fit.FULL, 0.9, "share first and last name")
        return None
    if _is_of(few[0], many[0]) and (len(few) == len(many) or len(few) == 2):
        return Likeness(Fit.PARTIAL, 0.75, "share the last name and the first letter")
    return Likeness(Fit.PARTIAL, 0.8, "end alike") if many[-len(few) :] == few else None


def _is_of(one: str, other: str) -> bool:
    """Whether two words of a person's name may be one: spellings of one, or a word and its first letter."""
    short, long = sorted((one, other), key=len)
    return is_spelt(one, other) or (len(short) == 1 and long.startswith(short))


def _first_letters(short: Name, long: Name) -> Likeness | None:
    if len(short.acronym) >= SURE and short.acronym == long.initials and not {PERSON, PLACE} & {short.type, long.type}:
        return Likeness(Fit.ACRONYM, 0.8, "are first letters and name")
    return None


def _shorter(short: Name, long: Name) -> Likeness | None:
    """The first words of an organisation's name without the noun of its kind, or the last ones after "the"; of people and places, none.

    Of ships and the like the last one may follow "of": "the Orrin" for the Maid of Orrin, where no bank of Sorvia is "the Sorvia".
    """
    few, many = short.words, long.words
    if PLACE in (short.type, long.type) or PERSON in (short.type, long.type) or len(few) >= len(many) or short.acronym:
        return None
    if many[: len(few)] == few and short.type != OTHER and also_called(short) is None:
        rest = many[len(few) :]
        if is_shortened(many[len(few) - 1 :]) and not (len(few) > 1 and _directs(few)):
            fit = Fit.FULL if len(few) > 1 else Fit.PARTIAL
            return Likeness(fit, 0.85, f"are the same but for “{' '.join(rest)}”")
        is_half = len(few) > 1 and rest[0] not in _OF and not short.is_whole and not _directs(few)
        return Likeness(Fit.PARTIAL, 0.7, "begin alike") if is_half and short.type == long.type == ORGANISATION else None
    if many[-len(few) :] == few and short.is_definite and is_telling(few):
        before = many[-len(few) - 1]
        is_free = before == "of" if long.type == OTHER else before not in _OF
        return Likeness(Fit.PARTIAL, 0.7, "end alike") if is_free else None
    return None


_OF = frozenset({"of", "for", "and", "in", "&"})


def _directs(own: Sequence[str]) -> bool:
    """Whether words begin with one that many names do: "North American" is half of no name."""
    return own[0] in {prefix.lower() for prefix in words("name_prefixes.tsv")}


def is_shortened(own: Sequence[str]) -> bool:
    """Whether the first of some words stands for all of them, the others being nouns of kinds that are left out, or none."""
    return all((kinds_of(word) or frozenset()) & SHORTENED for word in own[1:])


def is_telling(own: Sequence[str]) -> bool:
    """Whether words can stand for a longer name that ends so: not a noun by which any firm, army or office is called."""
    kinds = kinds_of(own[-1])
    return len(own) > 1 or kinds is None or bool(kinds & {"media"}) or own[0] in {"front", "movement"}
