"""The lines of a person's dossier: names with why they are one, others called so, and then what is told, field after field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from purport.dossier.charges import ACCUSED
from purport.dossier.conditions import BEFORE, IMPLIED, STATUS
from purport.dossier.known import NAMES, NAMESAKE, ROLE
from purport.dossier.lines import Citation, Context, Line, Placed, Section, gathered, order
from purport.dossier.quotations import PURPORTED, QUOTATIONS
from purport.dossier.whereabouts import WHEREABOUTS
from purport.records import Factuality
from purport.resolve.aliases import Kind, relate
from purport.resolve.profiles import Profile
from purport.resolve.states import APART
from purport.resolve.stems import forms

OTHERS = "not to be merged with"
ORDER = (NAMES, OTHERS, ROLE, STATUS, ACCUSED, IMPLIED, BEFORE, WHEREABOUTS, QUOTATIONS, PURPORTED)
"""The fields in the order in which they are read."""
KNOWN = frozenset({NAMES, ROLE, NAMESAKE})
"""What tells who somebody is, and nothing of how it stands with them."""
BOTH = "one report calls one person both “{}” and “{}”"


@dataclass(frozen=True, slots=True)
class _People:
    """What is told of each person of a case, by their ids; who has which last name; what reports tell of those with several names."""

    told: Mapping[str, Sequence[Placed]]
    kin: Mapping[str, Sequence[str]]
    profiles: Mapping[tuple[str, str], Profile]


def person_lines(found: Sequence[Placed], context: Context) -> list[Line]:
    """The lines of those who are asked for; else of all of whom a case tells more than who they are."""
    people: dict[str, list[Placed]] = defaultdict(list)
    for each in found:
        people[context.subject(each)[0]].append(each)
    wanted = {id_ for id_, own in people.items() if _is_wanted(own, context)}
    called = _called({id_: people[id_] for id_ in wanted}, context)
    several = {(each.report, each.entry.subject) for id_ in wanted if _has_names(people[id_]) for each in people[id_]}
    whole = _People(people, _kin(people), context.profiles(several))
    lines = [line for id_ in wanted for line in _of(called[id_], id_, whole, context)]
    return sorted(lines, key=lambda each: (each.subject, ORDER.index(each.field)))


def _is_wanted(own: Sequence[Placed], context: Context) -> bool:
    if context.asked is not None:
        return any((each.report, each.entry.subject) in context.asked for each in own)
    return any(each.entry.field not in KNOWN for each in own)


def _called(people: Mapping[str, Sequence[Placed]], context: Context) -> dict[str, str]:
    """What each is called; of several called the same, with the first of the reports that speak of them."""
    names = {id_: context.subject(own[0])[1] for id_, own in people.items()}
    several = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {id_: f"{name} ({min(each.path for each in people[id_])})" if name in several else name for id_, name in names.items()}


def _of(called: str, id_: str, people: _People, context: Context) -> Iterator[Line]:
    own = people.told[id_]
    printed = replace(context, origins=_reports)
    yield from (replace(each, subject=called) for each in _names([each for each in own if each.entry.field == NAMES], people, printed))
    yield from (replace(each, subject=called) for each in _others(id_, people, printed))
    roles = [each for each in own if each.entry.field == ROLE]
    yield from (replace(_told_within(each, roles, context), subject=called) for each in gathered(roles, printed))
    quoted = [each for each in own if each.entry.field in (QUOTATIONS, PURPORTED)]
    themselves = replace(context, origins=lambda _: {called})
    yield from (replace(each, subject=called) for each in gathered(quoted, themselves))
    rest = [each for each in own if each.entry.field not in (*KNOWN, QUOTATIONS, PURPORTED)]
    yield from (replace(each, subject=called) for period in _periods(rest) for each in gathered(period, context))


def _periods(told: Sequence[Placed]) -> Iterator[list[Placed]]:
    """What is told, parted where nothing was for long: two reports of one man's death years apart are two, and he lived between them."""
    dated = sorted(told, key=lambda each: (each.entry.said.first or date.min, *order(each)))
    period: list[Placed] = []
    for each in dated:
        last = period[-1].entry.said.last if period else None
        if last and each.entry.said.first and (each.entry.said.first - last).days >= APART:
            yield period
            period = []
        period.append(each)
    if period:
        yield period


def _reports(told: Sequence[Placed]) -> frozenset[str]:
    """The origins of what is printed and nobody claims: each report."""
    return frozenset(each.path for each in told)


def _kin(people: Mapping[str, Sequence[Placed]]) -> dict[str, list[str]]:
    """Those who have a last name in common, by it."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(people):
        for last in sorted(_lasts(people[id_])):
            found[last].append(id_)
    return found


def _has_names(own: Sequence[Placed]) -> bool:
    """Whether somebody has several."""
    return len({each.entry.key for each in own if each.entry.field == NAMES}) > 1


def _names(own: Sequence[Placed], people: _People, context: Context) -> Iterator[Line]:
    """A line for each name, that of the case first, with the reason why it is one with that."""
    if not own:
        return
    main = context.subject(own[0])[1]
    lines = gathered(own, context)
    members = dict.fromkeys((each.report, each.entry.subject) for each in own)
    profiles = [people.profiles[member] for member in members if member in people.profiles]
    for each in sorted(lines, key=lambda line: (line.value != main, -len(line.citations), line.value)):
        why = None if each.value == main else _why(main, each.value, profiles)
        yield replace(each, citations=tuple(dict.fromkeys(each.citations)), why=why)


def _why(main: str, name: str, profiles: Sequence[Profile]) -> str | None:
    """Why two names are of one: what links a report's profile that has one of them to one that has the other, or that one has both."""
    having = [[each for each in profiles if _bare(words) in _printed(each)] for words in (main, name)]
    if any(each in having[1] for each in having[0]):
        return BOTH.format(main, name)
    links = (relate(one, other) for one in having[0] for other in having[1])
    found = next((link for link in links if link is not None and link.kind is not Kind.APART), None)
    return None if found is None else found.why


def _printed(profile: Profile) -> frozenset[str]:
    return frozenset(_bare(each.words) for each in (*profile.names, *profile.acronyms))


def _bare(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _others(id_: str, people: _People, context: Context) -> Iterator[Line]:
    """A line for each other person of the case who has a full name that ends in the same last name."""
    for other in sorted({other for last in _lasts(people.told[id_]) for other in people.kin[last]} - {id_}):
        told = [each for each in people.told[other] if each.entry.field in KNOWN]
        name = context.subject(told[0])[1]
        role = next((each.entry.value for each in told if each.entry.field == ROLE), None)
        spans = sorted((each.path, span.start, span.end) for each in told for span in each.entry.spans)
        cited = tuple(dict.fromkeys(Citation(*each) for each in spans))
        reports = sorted(context.origins(told))
        value = f"{name}, {role}" if role else name
        why = next((f"a report says so: “{each.entry.value}”" for each in told if each.entry.field == NAMESAKE), None)
        line = Line(Section.PERSON, name, OTHERS, value, None, None, Factuality.CERTAIN, len(reports), cited)
        yield replace(line, origin_names=tuple(reports), why=why)


def _lasts(own: Sequence[Placed]) -> frozenset[str]:
    """The last names of somebody, as far as names in full tell them."""
    names = [forms(each.entry.value) for each in own if each.entry.field == NAMES]
    return frozenset(words[-1] for words in names if len(words) > 1 and words[0] != "the")


def _told_within(line: Line, roles: Sequence[Placed], context: Context) -> Line:
    """A role with the days on which the reports came out that tell it, the first and the last."""
    paths = {each.path for each in line.citations}
    out = [context.out[each.report] for each in roles if each.path in paths and each.report in context.out]
    firsts = [each.first for each in out if each.first]
    lasts = [each.last for each in out if each.last]
    return replace(
        line,
        not_before=min(firsts).isoformat() if firsts else None,
        not_after=max(lasts).isoformat() if lasts else None,
    )
