"""What a count of a report is about: the names of its account, those first that so many can be of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from purport.dossier.lines import Thing
from purport.dossier.scene import has
from purport.folding import fold
from purport.records import Analysis, Mention, MentionForm, MentionType, Span
from purport.resolve.accounts import Account

SPEAKERS = frozenset({MentionType.PERSON, MentionType.ORGANISATION})


class Names:
    """The named things of a report: what each is called, how often it is named, and which of them only speak."""

    def __init__(self, analysis: Analysis) -> None:
        named = [each for each in analysis.mentions if each.form is MentionForm.NAME and each.entity is not None]
        days = [Span(each.start, each.end) for each in analysis.timexes]
        self._often = Counter(each.entity for each in analysis.mentions)
        self._called: dict[str, str] = {}
        self._types: dict[str, MentionType] = {}
        self._first: dict[str, int] = {}
        for each in named:
            if each.entity is None or is_outlet(analysis, each) or any(has(day, each.start, each.end) for day in days):
                continue
            self._called.setdefault(each.entity, " ".join(analysis.report.text[each.start : each.end].split()))
            self._first.setdefault(each.entity, each.start)
            if self._types.get(each.entity) is not MentionType.PERSON:
                self._types[each.entity] = each.type
        sources = [each.source for each in analysis.attributions if each.source is not None]
        told = {each.entity for each in named if not any(has(span, each.start, each.end) for span in sources)}
        self._speak = frozenset(each for each in self._called if each not in told and self._types[each] in SPEAKERS)

    def about(self, account: Account, *, of_people: bool) -> tuple[Thing, ...]:
        """What an account is about: no people first, of them what it names itself, and of those what the report names most.

        People are counted in a place or a ship before a company. Who only says things stands last; where only people are left, what the
        report names most stands first.
        """
        found = {entity for entity in account.about if entity in self._called}
        own = {each.key for each in account.parties}
        ranked = sorted(
            found, key=lambda entity: (*self._rank(entity, account, of_people=of_people), entity not in own, *self._order(entity))
        )
        if not any(self._can_be(entity, account) for entity in ranked):
            ranked = [*self._most_named(account, of_people=of_people), *ranked]
        return tuple(Thing(entity, self._called[entity]) for entity in ranked)

    def _rank(self, entity: str, account: Account, *, of_people: bool) -> tuple[bool, bool]:
        return not self._can_be(entity, account), of_people and self._types[entity] is MentionType.ORGANISATION

    def _order(self, entity: str) -> tuple[int, int]:
        return -self._often[entity], self._first[entity]

    def _can_be(self, entity: str, account: Account) -> bool:
        """Whether so many can be of it: it is nobody, and does not only say it."""
        source = account.source.key if account.source else None
        return self._types[entity] is not MentionType.PERSON and entity not in self._speak and entity != source

    def _most_named(self, account: Account, *, of_people: bool) -> Collection[str]:
        found = [entity for entity in self._called if self._can_be(entity, account) and entity not in account.about]
        return sorted(found, key=lambda entity: (*self._rank(entity, account, of_people=of_people), *self._order(entity)))[:1]


def is_outlet(analysis: Analysis, mention: Mention) -> bool:
    """Whether a name is the outlet's, or a part of it that says which outlet: "the Courier" in the Karst Courier."""
    outlet = fold(analysis.report.outlet or "").split()
    words = fold(analysis.report.text[mention.start : mention.end]).split()
    return bool(words and outlet) and (words == outlet[: len(words)] or words[-1] == outlet[-1])
