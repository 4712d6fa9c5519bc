"""Names of private persons found in texts and replaced by labels, with what becomes of offsets.

A name is found in whatever case, with or without accents, whatever stands between its words ("orla-vashan", "OrlaVashan"), and by each of
its words alone; by a word that is an English word besides ("Rose", "Will"), or a short one, only where a capital begins it. A part that
somebody else of the case is called by too is replaced by a label that is nobody's, so that no two people become one. A name misspelt in a
way that no report of the case has for that person is not found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from purport.folding import fold
from purport.lexicon import rows, words
from purport.resolve.stems import stem

SHARED = "[name]"
"""What stands for a part of a name that several people have."""
SHORT = 3
"""Letters up to which a part of a name is looked for with a capital only."""
GLUED = 8
"""Letters from which a whole name is found inside a word."""
GAP = 3
"""Characters that may stand between the words of one name."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose names are replaced: the label, and the folded words of each of those names, without titles and particles alone."""

    label: str
    names: tuple[tuple[str, ...], ...]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``[start, end)`` that a label stands for."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A text with labels in it, and which stretches of the text before it they stand for, and where they stand now."""

    text: str
    old: tuple[Stretch, ...] = ()
    new: tuple[Stretch, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the text before it stand now: what ends inside a name ends with its label."""
        return self._moved(start, at_end=False), self._moved(end, at_end=True)

    def _moved(self, place: int, *, at_end: bool) -> int:
        number = bisect_right(self.old, place - at_end, key=lambda each: each.start) - 1
        if number < 0:
            return place
        old, new = self.old[number], self.new[number]
        if place - at_end < old.end:
            return new.end if at_end else new.start
        return place - old.end + new.end


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are looked for."""
    return tuple(_WORD.findall(fold(name)))


class Labels:
    """Replaces the names of some people. ``others`` are the folded words of the names of everybody else in the case."""

    def __init__(self, people: Sequence[Person], others: Iterable[Sequence[str]] = ()) -> None:
        elsewhere = {part for name in others for part in name}
        self._lone: dict[str, str] = {}
        self._begin: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._glued: dict[str, str] = {}
        for person in people:
            for part in sorted(person.parts):
                is_shared = part in elsewhere or self._lone.get(part, person.label) != person.label
                self._lone[part] = SHARED if is_shared else person.label
        for person in people:
            for name in sorted({*person.names, *_with_initials(person.names)}):
                self._begin[name[0]].append((name, person.label))
                self._glued["".join(name)] = person.label
        for found in self._begin.values():
            found.sort(key=lambda each: (-len(each[0]), each))

    def hide(self, words: str) -> str:
        """Words with labels in them."""
        return self.cut(words).text if self._lone else words

    def hide_path(self, path: str) -> str:
        """A path with labels in it: there a part of a name is found in whatever case."""
        return _cut(path, self._find(path, any_case=True)).text if self._lone else path

    def keep_url(self, url: str | None) -> str | None:
        """An address, if no name stands in it."""
        return url if url is None or not self._lone or not self._find(unquote(url), any_case=True) else None

    def cut(self, text: str) -> Cut:
        """A text with labels in it."""
        return _cut(text, self._find(text, any_case=False)) if self._lone else Cut(text)

    def _find(self, text: str, *, any_case: bool) -> list[Stretch]:
        folded, places = _folded(text)
        found = [*self._inside(folded), *self._words(text, folded, places, any_case=any_case)]
        return _joined(text, sorted(((places[each.start], places[each.end], each.label) for each in found), key=lambda each: each[:2]))

    def _inside(self, folded: str) -> Iterator[Stretch]:
        """Whole names written as one word, be it inside another."""
        for glued, label in self._glued.items():
            start = folded.find(glued) if len(glued) >= GLUED else -1
            while start >= 0:
                yield Stretch(start, start + len(glued), label)
                start = folded.find(glued, start + 1)

    def _words(self, text: str, folded: str, places: Sequence[int], *, any_case: bool) -> Iterator[Stretch]:
        tokens = [(found[0], found.start(), found.end()) for found in _WORD.finditer(folded)]
        here = 0
        while here < len(tokens):
            word, start, end = tokens[here]
            count, label = self._whole(tokens, here)
            if count:
                yield Stretch(start, tokens[here + count - 1][2], label)
            elif (known := self._part(word)) is not None and (any_case or not _needs_capital(known) or text[places[start]].isupper()):
                yield Stretch(start, end, self._lone[known])
            elif word in self._glued:
                yield Stretch(start, end, self._glued[word])
            here += count or 1

    def _whole(self, tokens: Sequence[tuple[str, int, int]], here: int) -> tuple[int, str]:
        """How many words from here on are a whole name, and its label."""
        for name, label in self._begin.get(tokens[here][0], ()):
            own = tokens[here : here + len(name)]
            near = all(own[i + 1][1] - own[i][2] <= GAP for i in range(len(own) - 1))
            if len(name) > 1 and tuple(word for word, _, _ in own) == name and near:
                return len(name), label
        return 0, ""

    def _part(self, word: str) -> str | None:
        """The part of a name that a word is, be it of several who are called so."""
        return next((each for each in (word, word.removesuffix("s"), word.removesuffix("es")) if each in self._lone), None)


def _with_initials(names: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The names with the first word as a letter: "O. Vashan"."""
    return ((name[0][0], name[-1]) for name in names if len(name) > 1)


def _needs_capital(part: str) -> bool:
    return len(part) <= SHORT or stem(part) in _common()


@cache
def _common() -> frozenset[str]:
    rare = (each for stems, _ in rows("stem_rarity.tsv") for each in stems.split())
    return frozenset(rare) | frozenset(map(stem, words("empty_words.tsv")))


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """A text folded, and where each of its characters came from."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    letters = [(letter, place) for place, each in enumerate(text) for letter in fold(each)]
    return "".join(letter for letter, _ in letters), [*(place for _, place in letters), len(text)]


def _joined(text: str, found: Iterable[tuple[int, int, str]]) -> list[Stretch]:
    """Stretches that overlap, or are parts of one name with nothing but blanks and initials between them, made one."""
    joined: list[Stretch] = []
    for start, end, label in found:
        last = joined[-1] if joined else None
        if last is not None and (start < last.end or (label == last.label and _is_gap(text[last.end : start]))):
            joined[-1] = Stretch(last.start, max(last.end, end), last.label)
        else:
            joined.append(Stretch(start, end, label))
    return joined


def _is_gap(between: str) -> bool:
    return between == "-" or (between[:1].isspace() and all(len(each) == 2 and each[1] == "." for each in between.split()))


def _cut(text: str, found: Sequence[Stretch]) -> Cut:
    pieces, new, here, length = [], [], 0, 0
    for each in found:
        pieces += [text[here : each.start], each.label]
        length += each.start - here + len(each.label)
        new.append(Stretch(length - len(each.label), length, each.label))
        here = each.end
    return Cut("".join([*pieces, text[here:]]), tuple(found), tuple(new))
