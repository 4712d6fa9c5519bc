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
from purport.resolve.stems import stems

if TYPE_CHECKING:
    from purport.dossier.entries import Told
    from purport.dossier.who import Who

NAMES, ROLE = "names", "role"
THE = "the "


def tell_known(told: Told, who: Who) -> Iterator[Entry]:
    """The names and roles of the people whom a report names."""
    text = told.analysis.report.text
    for profile in who.people():
        for named in (*profile.names, *profile.acronyms):
            yield _name(text, profile, named, who)
        for role in profile.roles if profile.is_told else ():
            if role.noun not in listed("recordings.tsv"):
                yield _role(text, profile, role, who)


def _name(text: str, profile: Profile, named: Named, who: Who) -> Entry:
    """A name; "the Miller" with its article."""
    start = named.start - len(THE) if text[max(named.start - len(THE), 0) : named.start].lower() == THE else named.start
    span = Span(start, named.end)
    value = " ".join(span.words(text).split())
    return _entry(profile, NAMES, value[:1].lower() + value[1:] if start < named.start else value, span, who, same=value.casefold())


def _role(text: str, profile: Profile, role: Role, who: Who) -> Entry:
    span = Span(role.start, role.end)
    same = " ".join((role.noun, role.when, *sorted(stems(role.of or ""))))
    return _entry(profile, ROLE, " ".join(span.words(text).split()), span, who, same=same)


def _entry(profile: Profile, field: str, value: str, span: Span, who: Who, *, same: str) -> Entry:
    key, words = profile.entity, profile.names[0].words
    return Entry(Section.PERSON, key, words, field, value, (span,), Factuality.CERTAIN, said=who.out, same=same)
