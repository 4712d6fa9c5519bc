"""Places that have no name of their own and are told of together: "a string of towns along the river, including Karst".

Only what is spoken of for the first time: "the towns" are those of which something was told before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from purport.folding import fold
from purport.records import Analysis, Mention, MentionForm, Span
from purport.resolve.placed import OF, Places, is_side, kinds
from purport.resolve.stems import stem

FAR = 40
"""Characters from a preposition to the first name after it, at most."""
KNOWN = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "both", "all", "no", "other"})
WITHIN = frozenset({"in", "along", "across", "around", "near", "on", "throughout", "between", "north", "south", "east", "west", "of"})
ARTICLES = ("a ", "an ")
JOINING = frozenset({"and", "or", "the"})
LISTING = frozenset({"including", "among them", "such as", "like", "including the town of", "including the city of"})


@dataclass(frozen=True, slots=True)
class Group:
    """Places that are told of together: the words for them, with where they are, and the names of those that the words give."""

    span: Span
    words: str
    members: tuple[Mention, ...]


class Groups:
    """The groups of places of a report."""

    def __init__(self, analysis: Analysis, places: Places) -> None:
        self.text = analysis.report.text
        self.places = places
        self.ends = [each.end for each in analysis.sentences]
        self.named = sorted((each for each in analysis.mentions if each.form is MentionForm.NAME), key=lambda each: (each.start, -each.end))

    def of(self, mention: Mention) -> Group | None:
        """The group that a mention is; nothing where it means one place, places with names, or those told of before.

        Nothing of "towns" alone either, of which nobody can tell where they are.
        """
        words = self.text[mention.start : mention.end]
        own, _, group = words.partition(OF)
        noun = (group or own).split()[-1]
        is_known = fold(own.split()[0]) in KNOWN or (group != "" and fold(group.split()[0]) in KNOWN)
        is_several = noun.endswith("s") and stem(fold(noun)) in kinds() and noun.islower()
        if mention.form is not MentionForm.NOMINAL or is_known or not is_several:
            return None
        end = self._tail(mention.end)
        members = tuple(self._members(end))
        if not group and end == mention.end and not members and len(own.split()) == 1:
            return None
        words = " ".join(self.text[mention.start : end].split())
        bare = next((words.removeprefix(each) for each in ARTICLES if words.lower().startswith(each)), words)
        return Group(Span(mention.start, end), bare, members)

    def _tail(self, start: int) -> int:
        """The end of the words that tell where a group is: "in southern Sorvia"; ``start`` where there are none."""
        end, at = start, start
        for name in self._after(start):
            between = self.text[at : name.start].split()
            is_next = end != start and [*map(fold, between)] == ["and"]
            if not is_next and (end != start or not between or fold(between[0]) not in WITHIN or not _leads(between[1:])):
                break
            end = at = name.end
        return end

    def _members(self, start: int) -> Iterator[Mention]:
        """The names after "including", joined by commas and "and", as far as they are those of places."""
        at, is_first = start, True
        for name in self._after(start):
            between = self.text[at : name.start].strip(" ,").lower()
            if (between not in LISTING if is_first else between not in ("", "and")) or not self.places.is_place(name):
                return
            yield name
            at, is_first = name.end, False

    def _after(self, start: int) -> Sequence[Mention]:
        """The names after some words in their sentence."""
        end = next((each for each in self.ends if each >= start), start)
        return [each for each in self.named if start <= each.start < end]


def _leads(words: Sequence[str]) -> bool:
    return all(fold(each) in JOINING | WITHIN or is_side(each) for each in words) and sum(map(len, words)) <= FAR
