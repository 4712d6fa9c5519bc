"""What people are called and what they are said to be: names as printed, roles as the words beside a name tell them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from purport.dossier.lines import Entry, Section
from purport.lexicon import words as listed
from purport.records import Factuality, Span
from purport.resolve.naming import Named
from purport.resolve.profiles import Profile
from purport.resolve.roles import Role
from purport.resolve.stems import forms, stems

if TYPE_CHECKING:
    from purport.dossier.entries import Told
    from purport.dossier.who import Who

NAMES, ROLE, NAMESAKE = "names", "role", "namesake"
NEAR = 150
"""Characters after a name within which the report says that he is not another of that name."""
THE = "the "
OWNERS = frozenset({"its", "his", "her", "their"})
SMALL = OWNERS | {"the", "a", "an", "another", "by"}
"""Words at the beginning of a role that are no part of it."""


def tell_known(told: Told, who: Who) -> Iterator[Entry]:
    """The names and roles of the people whom a report names."""
    text = told.analysis.report.text
    for profile in who.people():
        for named in (*profile.names, *profile.acronyms):
            yield _name(text, profile, named, who)
        yield from _namesake(told, profile, who)
        for role in profile.roles if profile.is_told else ():
            if _is_role(text, profile, role):
                yield _role(text, profile, role, who)


def _name(text: str, profile: Profile, named: Named, who: Who) -> Entry:
    """A name; "the Miller" with its article."""
    start = named.start - len(THE) if text[max(named.start - len(THE), 0) : named.start].lower() == THE else named.start
    span = Span(start, named.end)
    value = " ".join(span.words(text).split())
    return _entry(profile, NAMES, value[:1].lower() + value[1:] if start < named.start else value, span, who, same=value.casefold())


def _is_role(text: str, profile: Profile, role: Role) -> bool:
    """Whether a noun phrase tells what somebody is; one in the capitals of a headline tells it in short."""
    own = {word for named in profile.names for word in named.name.words} | {word for named in profile.acronyms for word in named.name.words}
    told = text[role.start : role.end]
    return role.noun not in listed("not_roles.tsv") and not told.isupper() and own.isdisjoint(forms(told))


def _namesake(told: Told, profile: Profile, who: Who) -> Iterator[Entry]:
    """The words of a name's sentence that say that he is not another of that name: "no relation to the governor"."""
    text, first = told.analysis.report.text, profile.names[0]
    end = next((each.end for each in told.analysis.sentences if each.start <= first.start < each.end), first.end)
    after = text[first.end : min(end, first.end + NEAR)]
    at = next((after.lower().index(form) for form in forms(after) if form in listed("namesakes.tsv")), None)
    if profile.is_named and at is not None:
        length = min((found for stop in ",.;" if (found := after.find(stop, at)) >= 0), default=len(after))
        span = Span(first.start, first.end + length)
        yield _entry(profile, NAMESAKE, " ".join(span.words(text).split()), span, who, same="")


def _role(text: str, profile: Profile, role: Role, who: Who) -> Entry:
    span = Span(role.start, role.end)
    same = " ".join((role.noun, role.when, *sorted(stems(role.of or ""))))
    told = span.words(text).split()
    first = next((at for at, word in enumerate(told) if word.lower() not in SMALL), 0)
    value = " ".join(told[first:])
    if first and role.of and told[first - 1].lower() in OWNERS:
        value = f"{value} ({role.of})"
    return _entry(profile, ROLE, value, span, who, same=same)


def _entry(profile: Profile, field: str, value: str, span: Span, who: Who, *, same: str) -> Entry:
    key, words = profile.entity, profile.names[0].words
    return Entry(Section.PERSON, key, words, field, value, (span,), Factuality.CERTAIN, said=who.out, same=same)
