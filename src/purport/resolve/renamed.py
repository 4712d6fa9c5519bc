"""Who is one by names that have nothing in common: what an account is found by is the names of its report, which the case may know better.

"The Marsh Lion was killed" has no key in common with "they killed Veshan Dormu". Once links or a person's judgement make the two one, an
account is sought by the names that its report does not have too; and what is found so is compared only where both say it of one entity
of the case, so that nothing depends on which of the two is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from purport.resolve.accounts import Account, Frame, Message, Party
from purport.resolve.compare import Rule, by_rules, keys_of, sought

Names = frozenset[str]


def beyond(own: Names, others: Collection[Names]) -> Names:
    """What those are found by, of some that are one with somebody, who are found by nothing that finds him."""
    return frozenset[str]().union(*(names for names in others if names.isdisjoint(own)))


def sought_beside(account: Account, others: Mapping[str, Names]) -> dict[str, frozenset[Rule]]:
    """The keys that an account seeks others by beside its own, with their rules, where entities of its report have other names."""
    if others.keys().isdisjoint(account.entities):
        return {}
    own = sought(account)
    return {
        key: rules for key, rules in sought(_renamed(account, lambda entity: others.get(entity, frozenset()))).items() if key not in own
    }


def meet(one: Account, other: Account) -> frozenset[Rule]:
    """The rules that hold together two accounts whose entities are those of the case, with these for names."""
    keys = keys_of(_by_entity(other))
    return by_rules((key, rules) for key, rules in sought(_by_entity(one)).items() if key in keys)


def _by_entity(account: Account) -> Account:
    return _renamed(account, lambda entity: frozenset([entity]))


def _renamed(account: Account, names: Callable[[str], Names]) -> Account:
    """The account with other names for its entities; what has none keeps none."""

    def party(one: Party) -> Party:
        return replace(one, names=names(one.key) if one.key is not None and one.names else frozenset())

    def frame(one: Frame) -> Frame:
        place = None if one.place is None else party(one.place)
        return replace(one, parties=tuple((role, party(each)) for role, each in one.parties), place=place)

    def message(one: Message) -> Message:
        return replace(one, names=names(one.speaker) if one.names else frozenset())

    return replace(
        account,
        source=None if account.source is None else party(account.source),
        frames=tuple(map(frame, account.frames)),
        parties=tuple(map(party, account.parties)),
        about_names=frozenset[str]().union(*map(names, account.about)) if account.about_names else frozenset(),
        messages=tuple(map(message, account.messages)),
        judged=tuple(replace(each, message=message(each.message)) for each in account.judged),
    )
