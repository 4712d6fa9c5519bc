"""Profiles for the tests, by what they say, and reports that they come from."""

from __future__ import annotations

from typing import Any

import factory
from purport.records import Analysis, Interval, Judgement, Mention, MentionForm, MentionType, Report
from purport.resolve.beside import Beside
from purport.resolve.entities import CaseEntity
from purport.resolve.names import ORGANISATION, OTHER, PERSON, PLACE, parse
from purport.resolve.naming import Named
from purport.resolve.profiles import Profile
from purport.resolve.roles import Role

TYPES = {"per": PERSON, "org": ORGANISATION, "pla": PLACE, "oth": OTHER}
MARCH = Interval("2031-03-02", "2031-03-02")


def profile(report: str, *names: str, type: str = "per", told: bool = True, role: str = "", beside: str = "", **fields: Any) -> Profile:  # noqa: A002
    """A profile of what has some names in a report; ``role`` is "noun of thing", ``beside`` "relation thing"; it came out in March 2031.

    A name with "the" before it has that before it in the text.
    """
    kind = TYPES[type]
    said = tuple(
        Named(name.removeprefix("the "), 0, len(name), 1, parse(name.removeprefix("the "), kind, definite=name.startswith("the ")))
        for name in names
    )
    noun, _, of = role.partition(" of ")
    relation, _, thing = beside.partition(" ")
    fields = {"entity": f"{report} {' '.join(names)}{role}", "published": MARCH} | fields
    short = fields.pop("acronyms", ())
    return Profile(
        report,
        f"{report}.txt",
        type=kind,
        is_told=told,
        names=said,
        roles=(Role(noun, of, fields.pop("when", ""), 0, 0),) if role else (),
        beside=(Beside(relation, thing, 0, 0),) if beside else (),
        acronyms=tuple(Named(each, 0, 0, 1, parse(each, kind)) for each in short),
        **fields,
    )


def reading(*mentions: tuple[str, str, str], text: str, **fields: Any) -> Analysis:
    """A report with mentions: words, type, and the entity they are of; small letters are nominals, pronouns in the list are pronouns."""
    report = factory.report(text, **fields)
    return factory.analysis(report, mentions=tuple(sorted((_mention(report, *each) for each in mentions), key=lambda each: each.start)))


def _mention(report: Report, words: str, kind: str, entity: str) -> Mention:
    form = MentionForm.PRONOUN if words.lower() in {"he", "she", "its", "it"} else MentionForm.NAME
    if form == MentionForm.NAME and words.split()[-1].islower():
        form = MentionForm.NOMINAL
    if words.lower().startswith("the ") and " of " in words:
        form = MentionForm.NOMINAL
    return factory.mention(report, words, type=MentionType(TYPES[kind]), form=form, entity=entity)


def judged(decision: str, target: Profile, other: Profile, made: str = "2031-03-05T10:00:00Z") -> Judgement:
    """A person's decision on two profiles."""
    return factory.judgement(target.entity, id=f"{decision} {made}", layer="aliases", decision=decision, correction=other.entity, made=made)


def groups(entities: tuple[CaseEntity, ...]) -> set[frozenset[str]]:
    """The entities of reports that are one, by their ids."""
    return {frozenset(entity for _, entity in each.members) for each in entities}
