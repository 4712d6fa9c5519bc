"""Which names of a report are one thing's by their words alone, and which cannot be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from purport.lexicon import words
from purport.reader import Labelled

PERSON = "person"
TITLE_WITHIN = 20
"""Characters before a name in which a title stands: the longest in the list, a full stop and a blank."""
_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)\.?[^\S\n]+\Z")


@dataclass(frozen=True, slots=True)
class Called:
    """A name: what kind of thing has it, its words without titles, and whom the title before it tells of ("man", "woman" or nothing)."""

    label: str
    words: tuple[str, ...]
    sex: str = ""

    @property
    def is_last_name(self) -> bool:
        """Whether it is one word for a person, a last name for all that its words tell."""
        return self.label == PERSON and len(self.words) == 1


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one thing: the names that it has, and what its titles tell of its sex."""

    names: frozenset[Called] = frozenset()
    sexes: frozenset[str] = frozenset()

    def may_be(self, other: Known) -> bool:
        """Whether nothing speaks against the two being one: no name of one against any of the other, and no two sexes."""
        one_sex = len(self.sexes | other.sexes) < 2
        return one_sex and all(_agree(mine, theirs) for mine in self.names for theirs in other.names)

    def and_of(self, other: Known) -> Known:
        """What is known of the two as one."""
        return Known(self.names | other.names, self.sexes | other.sexes)


def _agree(one: Called, other: Called) -> bool:
    """Whether two names may be one thing's.

    Both are of one label, and all words of the shorter are in the longer ("Vane Group" and "Group"), for a person in their order
    ("Orla Vane" and "Vane", not "Ilo Vane"); or one is made of the first letters of the other ("Karst Harbour Board" and "K.H.B.").
    """
    short, long = sorted((one, other), key=lambda name: len(name.words))
    few, many = [[_plain(word) for word in name.words] for name in (short, long)]
    if one.label != other.label:
        return False
    if few == _initials(long):
        return True
    rest = iter(many)
    return all(word in rest for word in few) if one.label == PERSON else set(few) <= set(many)


def _initials(name: Called) -> list[str]:
    """The short form of a name as its only word, made of the first letters of its capitalised words."""
    return ["".join(word[0] for word in name.words if word[0].isupper()).casefold()]


def _plain(word: str) -> str:
    return word.casefold().replace(".", "")


def called(text: str, name: Labelled) -> Called:
    """A name as its words and the title before it tell it. Only people have titles."""
    own = name.span.words(text).split()
    if name.label != PERSON:
        return Called(name.label, tuple(own))
    before = _BEFORE.search(text, max(0, name.span.start - TITLE_WITHIN), name.span.start)
    titles = [before[1].lower()] if before else []
    while len(own) > 1 and _bare(own[0]) in words("honorifics.tsv"):
        titles.append(_bare(own.pop(0)))
    return Called(name.label, tuple(own), next((sex for title in titles if (sex := _sex(title))), ""))


def known_of(name: Called) -> Known:
    """What a name tells by itself."""
    return Known(frozenset({name}), frozenset({name.sex} if name.sex else ()))


def _bare(word: str) -> str:
    return word.lower().rstrip(".")


def _sex(title: str) -> str:
    return next(iter(words("honorifics.tsv").get(title, ())), "")


def same_words(names: Sequence[Called]) -> Iterator[tuple[int, int]]:
    """Each name with the first that has the same words and label; Mr. and Mrs. Brandt are two."""
    first: dict[Called, int] = {}
    couples = _couples(names)
    for i, name in enumerate(names):
        sex = name.sex if name.is_last_name and name.words[0] in couples else ""
        yield i, first.setdefault(Called(name.label, name.words, sex), i)


def last_names(names: Sequence[Called], clusters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each last name with the one longer name that ends so; none where longer names of two people do, or a man and a woman have it."""
    longer: dict[str, dict[int, int]] = defaultdict(dict)
    for i, name in enumerate(names):
        if name.label == PERSON and len(name.words) > 1:
            longer[name.words[-1]].setdefault(clusters[i], i)
    couples = _couples(names)
    for i, name in enumerate(names):
        if name.is_last_name and name.words[0] not in couples and len(found := longer.get(name.words[0], {})) == 1:
            yield i, next(iter(found.values()))


def _couples(names: Sequence[Called]) -> set[str]:
    """The last names that both a man's and a woman's title stand before."""
    sexes: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.sex:
            sexes[name.words[-1]].add(name.sex)
    return {last for last, both in sexes.items() if len(both) > 1}
