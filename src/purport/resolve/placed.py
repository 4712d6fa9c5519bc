"""Which named place words mean, and which part of it: "the eastern quarter of Karst", "the town", "control of Karst", "it".

A town without a name is the place that was named last, in its sentence or the two before, but no country; where a paragraph begins with a
name in capitals, as the items of a digest do, that is a place's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, pairwise

from purport.folding import fold
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import Analysis, Mention, MentionForm, MentionType
from purport.resolve.places import places_called
from purport.resolve.stems import stem

COUNTRY = "country"
BEFORE = 2
"""Sentences before one in which "the town" has its name."""
WARD, PART, WHOLE, CONTROL, KIND, SIDE, BUILDING = "ward", "part", "whole", "control", "kind", "side", "building"
LONGEST = 12
"""Characters before a name in which such an adjective stands."""
ARTICLES = frozenset({"the", "a", "an"})
DEFINITE = frozenset({"the", "this", "that"})
BOTH, PLACES = "both", "places"
NEAR = 120
"""Characters from two names to "both places", at most."""
OF = " of "
OUTSIDE = " outside"
INSIDE = frozenset({"in", "inside"})
FAR = 30
"""Characters from a noun to the place that it is in, at most."""
CALLED = frozenset({"called", "named", "known as"})
POSSESSIVE = ("'s", "’s", "'", "’")
DEEPEST = 3
"""Phrases within phrases: "control of most of the town of Karst"."""


@dataclass(frozen=True, slots=True)
class Where:
    """A name that words mean, and how much of it: ``part`` in words, or the whole as they say.

    ``is_control`` is for "control of" it, ``said`` the words.
    """

    name: Mention
    part: str | None = None
    is_whole: bool = False
    is_control: bool = False
    said: Mention | None = None


class Places:
    """The places of a report. ``taken`` are entities that are places by what is done to them, whatever the network takes them for."""

    def __init__(self, analysis: Analysis, taken: Collection[str | None] = ()) -> None:
        self.text = analysis.report.text
        self.ordered = sorted(analysis.mentions, key=lambda each: (each.start, -each.end))
        self.names = [each for each in self.ordered if each.form is MentionForm.NAME]
        self.named_at = [each.start for each in self.names]
        self.starts = [each.start for each in self.ordered]
        self.sentences = [each.start for each in analysis.sentences]
        people = Counter(self._words(each) for each in self.names if each.type is MentionType.PERSON)
        places = Counter(self._words(each) for each in self.names if each.type is MentionType.PLACE or each.entity in taken)
        self.known = {words for words, count in places.items() if count > people[words]}
        self.known |= {self._words(one) for each in self.ordered if self._is_both(each) for one in self._pair(each)}
        self.by_entity: dict[str, Mention] = {}
        for each in self.names:
            if each.entity is not None and self.is_place(each):
                self.by_entity.setdefault(each.entity, each)
        for each in self.ordered:
            if each.entity is not None and each.entity not in self.by_entity and (named := self._named_by(each)) is not None:
                self.by_entity[each.entity] = named

    def is_place(self, name: Mention) -> bool:
        """Whether a name is a place's, as far as the report tells."""
        return self._words(name) in self.known or self._is_heading(name)

    def is_country(self, name: Mention) -> bool:
        """Whether a name is generally known as that of a country."""
        return any(each.kind == COUNTRY for each in places_called(self.text[name.start : name.end]))

    def meant(self, mention: Mention, depth: int = 0) -> Iterator[Where]:
        """The names that a mention means: several where they are joined, none where no words tell."""
        if mention.form is MentionForm.NAME:
            yield Where(mention, self._side(mention))
        elif mention.form is MentionForm.PRONOUN:
            yield from map(Where, self._of_entity(mention))
        elif depth < DEEPEST:
            yield from self._by_noun(mention, depth)

    def following(self, at: int) -> Where | None:
        """The place whose name follows at once, with how much of it: "most of the province of Karst"; nothing of what it names."""
        name = next((each for each in self.names if each.start >= at), None)
        if name is None or not self.is_place(name):
            return None
        first, *rest = [fold(each) for each in self.text[at : name.start].split()] or [""]
        after = self.text[name.end :].split()[:1]
        if rest[-1:] != ["of"] or not all(each in ARTICLES | {"of"} or stem(each) in kinds() for each in rest):
            return None
        if after and not self.text[name.end :].startswith(tuple(",.;")) and after[0] not in listed("after_names.tsv"):
            return None
        how = _parts().get(stem(first))
        if how not in (WHOLE, PART, CONTROL):
            return None
        said = Mention("", at + len(self.text[at:]) - len(self.text[at:].lstrip()), name.end, MentionType.PLACE, MentionForm.NOMINAL)
        return Where(name, first if how == PART else None, is_whole=how == WHOLE, is_control=how == CONTROL, said=said)

    def _is_both(self, mention: Mention) -> bool:
        """Whether a mention means two places that were named before it: "both towns", "both places"."""
        first, *rest = (fold(each) for each in self.text[mention.start : mention.end].split())
        return first == BOTH and len(rest) == 1 and (stem(rest[0]) in kinds() or rest[0] == PLACES)

    def _pair(self, mention: Mention) -> tuple[Mention, ...]:
        """The last two names that are joined before "both places"; one of them is known as a place's."""
        near = self.names[: bisect_left(self.named_at, mention.start)]
        joined = ((one, other) for one, other in pairwise(near) if self.text[one.end : other.start].strip() == "and")
        *_, last = ((), *(pair for pair in joined if mention.start - pair[1].end <= NEAR))
        return last if any(self._words(each) in self.known for each in last) else ()

    def _by_noun(self, mention: Mention, depth: int) -> Iterator[Where]:
        words = self.text[mention.start : mention.end]
        at = words.lower().find(OF)
        own = words if at < 0 else words[:at]
        if own.lower().endswith(OUTSIDE) or _is_beyond(own):
            return
        forms = [fold(each) for each in own.split()]
        if self._is_both(mention):
            yield from map(Where, self._pair(mention))
            return
        noun, before = stem(forms[-1]), forms[:-1]
        inside = [each for each in self._within(mention) if at >= 0 and each.start >= mention.start + at and not self.owns(each)]
        how = _parts().get(noun)
        if at < 0 and how in (PART, WARD, BUILDING):
            inside = self._inside(mention)
        if how is not None and not (noun in kinds() and before == ["the"]):
            yield from (self._partly(each, own, how) for each in self._grounds(mention, inside, depth, how))
        elif noun in kinds() and (called := self._called(mention)) is not None:
            yield Where(called)
        elif noun in kinds() and inside:
            yield from (Where(each) for each in inside if each.form is MentionForm.NAME)
        elif noun in kinds():
            is_town = forms[-1] in _towns()
            found = tuple(each for each in self._of_entity(mention) if not is_town or not self.is_country(each))
            yield from map(Where, found or (self._named_before(mention) if is_town and forms[0] in DEFINITE else ()))

    def _named_by(self, mention: Mention) -> Mention | None:
        """The name in words that name a place by its kind: "the town of Karst"."""
        own, of, _ = self.text[mention.start : mention.end].partition(OF)
        words = own.split()
        if mention.form is not MentionForm.NOMINAL or not of or stem(fold(words[-1])) not in kinds():
            return None
        inside = (each for each in self._within(mention) if each.form is MentionForm.NAME and each.start == mention.start + len(own + of))
        return next((each for each in inside if self.is_place(each)), None)

    def _called(self, mention: Mention) -> Mention | None:
        """The name that a noun of places has at once after it: "a town called Karst"."""
        after = next((each for each in self.names if each.start >= mention.end), None)
        return after if after is not None and self.text[mention.end : after.start].strip() in CALLED else None

    def _inside(self, mention: Mention) -> list[Mention]:
        """The longest mention after "in" or "inside" at once after another: "one district in the city"."""
        for each in (one for one in self.ordered if mention.end < one.start <= mention.end + FAR):
            within, *rest = [fold(word) for word in self.text[mention.end : each.start].split()] or [""]
            is_led = all(word in ARTICLES or word == OF.strip() or stem(word) in kinds() for word in rest)
            return [each] if within in INSIDE and is_led else []
        return []

    def _grounds(self, mention: Mention, inside: Sequence[Mention], depth: int, how: str) -> Iterator[Where]:
        """The places of which a part is meant: those after "of", the one before a possessive, or else the one named last."""
        if inside:
            outer = [each for each in inside if not any(_holds(other, each) for other in inside)]
            yield from (where for each in outer for where in self.meant(each, depth + 1))
            return
        owners = [each for each in self._within(mention) if self.owns(each)]
        own = owners[-1:] or [each for each in self._within(mention) if each.form is MentionForm.NAME][-1:]
        yield from (where for each in own for where in self.meant(each, depth + 1))
        of = self.text[mention.start : mention.end].lower().partition(OF)[2].split()
        is_town = len(of) > 1 and of[0] in DEFINITE and of[-1] in _towns()
        if not own and (is_town or (how == WARD and not of)):
            yield from map(Where, self._named_before(mention))

    def _partly(self, where: Where, own: str, how: str) -> Where:
        if how == KIND:
            return where
        if how == CONTROL:
            return replace(where, is_control=True)
        if how == WHOLE:
            return replace(where, is_whole=where.part is None)
        words = own.split()
        name = self.text[where.name.start : where.name.end].split()
        while len(words) > 1 and (fold(words[0]) in ARTICLES or words[0] in name or words[0].endswith(POSSESSIVE)):
            words.pop(0)
        return replace(where, part=" ".join(words))

    def _of_entity(self, mention: Mention) -> tuple[Mention, ...]:
        found = self.by_entity.get(mention.entity or "")
        return (found,) if found else ()

    def _named_before(self, mention: Mention) -> tuple[Mention, ...]:
        """The place that was named last before a mention."""
        number = max(0, bisect_right(self.sentences, mention.start) - 1 - BEFORE)
        first = self.sentences[number] if self.sentences else 0
        near = self.names[bisect_left(self.named_at, first) : bisect_left(self.named_at, mention.start)]
        found = (each for each in reversed(near) if each.end <= mention.start and self.is_place(each) and not self.is_country(each))
        return tuple(islice(found, 1))

    def _within(self, mention: Mention) -> list[Mention]:
        first, last = (bisect_left(self.starts, at) for at in (mention.start, mention.end))
        return [each for each in self.ordered[first:last] if _holds(mention, each)]

    def _side(self, name: Mention) -> str | None:
        """The adjective before a name that tells which side of it is meant; one in capitals is part of a name."""
        before = self.text[max(0, name.start - LONGEST) : name.start].split()[-1:]
        return before[0] if before and is_side(before[0]) else None

    def owns(self, mention: Mention) -> bool:
        """Whether a possessive ending follows a mention: what is meant is something of it."""
        return self.text[mention.end : mention.end + 2].startswith(POSSESSIVE)

    def _is_heading(self, name: Mention) -> bool:
        """Whether a name in capitals begins a paragraph, with or without a number, and a sentence follows on its line."""
        begins = self.text.rfind("\n", 0, name.start) + 1
        words = self.text[name.start : name.end]
        bare = not any(letter.isalpha() for letter in self.text[begins : name.start])
        return bare and words.isupper() and len(words) > 2 and self.text[name.end : name.end + 2].strip(" ")[:1].isupper()

    def _words(self, name: Mention) -> str:
        return fold(" ".join(self.text[name.start : name.end].split()))


def _is_beyond(own: str) -> bool:
    """Whether words before "of" tell what lies to a side of a place, and is none of it: "territory west"."""
    *before, last = own.split()
    return bool(before) and _parts().get(stem(fold(last))) == SIDE and fold(before[-1]) not in ARTICLES


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end


@cache
def _parts() -> dict[str, str]:
    return {stem(noun): how for nouns, how in rows("place_parts.tsv") for noun in nouns.split()}


@cache
def kinds() -> frozenset[str]:
    """The stems of the nouns of places."""
    return frozenset(map(stem, listed("place_kinds.tsv")))


def is_side(word: str) -> bool:
    """Whether a word tells which side of a place is meant: "northern"."""
    return word.islower() and _parts().get(stem(fold(word))) == SIDE


@cache
def buildings() -> frozenset[str]:
    """Nouns of what is a part of a place by itself: "a complex"."""
    return frozenset(noun for nouns, how in rows("place_parts.tsv") if how == BUILDING for noun in nouns.split())


@cache
def _towns() -> frozenset[str]:
    return frozenset(noun for noun, (sort, *_) in listed("place_classes.tsv").items() if sort == "settlement" and noun != "capital")
