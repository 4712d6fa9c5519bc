"""Which names of a report are one thing's by their words alone, and which cannot be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from purport.extract.kinds import kinds_named
from purport.lexicon import words
from purport.reader import Labelled

PERSON = "person"
PEOPLE = frozenset({PERSON})
"""The kind that people with a name are of; no organisation is."""
TITLE_WITHIN = 20
"""Characters before a name in which a title stands: the longest in the list, a full stop and a blank."""
_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)(\.?)[^\S\n]+\Z")


@dataclass(frozen=True, slots=True)
class Called:
    """A name: what kind of thing has it, its words without titles, and what a title with it tells.

    ``sex`` is "man", "woman" or nothing. ``goes`` is "given" for a title that goes with a given name ("Queen Orla"), "married" for one
    that may go with a husband's ("Mrs. Vane"), else nothing.
    """

    label: str
    words: tuple[str, ...]
    sex: str = ""
    goes: str = ""

    @property
    def is_longer(self) -> bool:
        """Whether it is a person's in several words."""
        return self.label == PERSON and len(self.words) > 1

    @property
    def is_last_name(self) -> bool:
        """Whether it is one word for a person, a last name for all that its words tell."""
        return self.label == PERSON and len(self.words) == 1 and self.goes != "given"

    @property
    def bearer(self) -> str:
        """Whom of those that share a word it is: "man", "woman", "given" for one called by a given name alone, or nothing."""
        return "given" if self.goes == "given" and len(self.words) == 1 else self.sex


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one thing: the names that it has, and what its titles, pronouns and nouns tell.

    ``kinds`` are those of organisations that it can be of, or "person" for people's names; ``None`` for any.
    """

    names: frozenset[Called] = frozenset()
    sexes: frozenset[str] = frozenset()
    kinds: frozenset[str] | None = None

    def may_be(self, other: Known) -> bool:
        """Whether nothing speaks against the two being one.

        No name of one may speak against any of the other, nor what tells of a man against what tells of a woman; an army is no ministry.
        "Mrs. Brandt" may be John Brandt's wife: she is who is named in full only if something else tells that this is a woman.
        """
        if len(self.sexes | other.sexes) > 1 or _may_be_wife(self, other) or _may_be_wife(other, self):
            return False
        if self.kinds is not None and other.kinds is not None and not self.kinds & other.kinds:
            return False
        return all(_agree(mine, theirs) for mine in self.names for theirs in other.names)

    def and_of(self, other: Known) -> Known:
        """What is known of the two as one."""
        kinds = self.kinds if other.kinds is None else other.kinds if self.kinds is None else self.kinds & other.kinds
        return Known(self.names | other.names, self.sexes | other.sexes, kinds)


def _may_be_wife(one: Known, other: Known) -> bool:
    """Whether ``one`` goes by a title that may be with a husband's name, and ``other`` is named in full, a woman's or not."""
    titled = any(name.is_last_name and name.goes == "married" for name in one.names)
    return titled and not other.sexes and any(name.is_longer for name in other.names)


def _agree(one: Called, other: Called) -> bool:
    """Whether two names may be one thing's.

    Both are of one label, and all words of the shorter are in the longer ("Vane Group" and "Group"), for a person in their order
    ("Orla Vane" and "Vane", not "Ilo Vane"); or one is made of the first letters of the other ("Karst Harbour Board" and "K.H.B.").
    A title that goes with a given name goes with the first word of a longer name: "King Salman" is not "Mohammed bin Salman". Of two
    names in one word, such a title parts them from others: "Pope Francis" is not "Mr. Francis".
    """
    short, long = sorted((one, other), key=lambda name: len(name.words))
    few, many = [[_plain(word) for word in name.words] for name in (short, long)]
    if one.label != other.label or (len(many) == 1 and one.bearer and other.bearer and one.bearer != other.bearer):
        return False
    if short.bearer == "given":
        return few[0] == many[0]
    if few == [initials(long.words)]:
        return True
    rest = iter(many)
    return all(word in rest for word in few) if one.label == PERSON else set(few) <= set(many)


def initials(name: Sequence[str]) -> str:
    """The short form of a name, made of the first letters of its capitalised words, in lower case."""
    return "".join(word[0] for word in name if word[0].isupper()).casefold()


def _plain(word: str) -> str:
    return word.casefold().replace(".", "")


def called(text: str, name: Labelled) -> Called:
    """A name as its words and the title before it tell it, without "the" or an Arabic article. Only people have titles."""
    own = name.span.words(text).split()
    if name.label != PERSON:
        return Called(name.label, tuple(own[1:] if len(own) > 1 and own[0].lower() == "the" else own))
    before = _BEFORE.search(text, max(0, name.span.start - TITLE_WITHIN), name.span.start)
    titles = [before[1]] if before and (not before[2] or before[1].lower() in words("abbreviations.tsv")) else []
    while len(own) > 1 and title_of(own[0]) is not None:
        titles.append(own.pop(0))
    told = next((row for title in titles if (row := title_of(title))), ())
    sex, goes = (*told, "", "")[:2]
    return Called(name.label, tuple(map(_without_article, own)), sex, goes)


def _without_article(word: str) -> str:
    """A person's name without the Arabic article: Mr. Marri is Omar al-Marri."""
    article, hyphen, rest = word.partition("-")
    return rest if hyphen and rest[:1].isupper() and article.lower() in words("name_articles.tsv") else word


def known_of(name: Called) -> Known:
    """What a name tells by itself."""
    return Known(frozenset({name}), frozenset({name.sex} if name.sex else ()), PEOPLE if name.label == PERSON else kinds_named(name.words))


def title_of(word: str) -> tuple[str, ...] | None:
    """What a title tells, as in the list: whom it is of and what name it goes with, as far as it does; ``None`` for any other word."""
    return words("honorifics.tsv").get(word.lower().rstrip("."))


def same_words(names: Sequence[Called]) -> Iterator[tuple[int, int]]:
    """Each name with the first that has the same words and label.

    Single words that several people may share are parted by their titles: Mr. and Mrs. Brandt are two, and beside John Brandt, Mrs.
    Brandt and Brandt are.
    """
    first: dict[Called, int] = {}
    parted = _shared(names) | {name.words[-1] for name in names if name.is_longer}
    for i, name in enumerate(names):
        bearer = name.bearer if len(name.words) == 1 and name.words[0] in parted else ""
        yield i, first.setdefault(Called(name.label, name.words, bearer), i)


def last_names(names: Sequence[Called], clusters: Sequence[int], known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    """Each last name with the one longer name that ends so and that it may be; none where it may be several.

    ``clusters`` and ``known`` tell of each name which thing it is and what is known of that. Most full names come without a title, and
    "Ms. Vane" after Orla Vane is she unless a title or pronoun tells that Orla is a man. Where people of two kinds share the last name,
    both might be: then a title joins only a longer name that is known to be of the same sex, and no title joins none.
    """
    longer: dict[str, dict[int, int]] = defaultdict(dict)
    for i, name in enumerate(names):
        if name.is_longer:
            longer[name.words[-1]].setdefault(clusters[i], i)
    shared = _shared(names)
    once = {(name, clusters[i]): i for i, name in enumerate(names) if name.is_last_name}
    for (name, _), i in once.items():
        found = [j for j in longer[name.words[0]].values() if known[i].may_be(known[j])]
        if name.words[0] in shared:
            found = [j for j in found if name.sex in known[j].sexes]
        if len(found) == 1:
            yield i, found[0]


def _shared(names: Sequence[Called]) -> set[str]:
    """The words that both a man and a woman have as a last name, or one as a last and another as a given name, by their titles."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.bearer or name.is_longer:
            bearers[name.words[-1]].add(name.bearer)
    return {word for word, by in bearers.items() if {"man", "woman"} <= by or ("given" in by and len(by) > 1)}
