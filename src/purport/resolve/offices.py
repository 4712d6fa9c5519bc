"""Who is told to take, hold or leave an office of something named, and when: "was appointed chairman of Osterby Mills in June".

The verbs are a table (``lexicon/office_acts.tsv``); the office is the role (``roles.py``) that stands after the verb, with a name of what
it is an office of, or for "heads" what is headed. Offices of nothing named, and of those who are only called so, are none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from purport.folding import fold
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import Analysis, Event, Mention, MentionForm, MentionType, Span
from purport.resolve.accounts import Act, Days, Holding
from purport.resolve.innermost import Innermost
from purport.resolve.lasting import Lasting
from purport.resolve.parties import Names, Parties
from purport.resolve.placed import POSSESSIVE
from purport.resolve.roles import role_in
from purport.resolve.stems import stem

NEAR = 60
"""Characters from a verb to the office, at most."""
HEAD = "leader"
"""The office of who heads something."""
PARTICLES = frozenset({"over", "down"})
BETWEEN = frozenset({"as", "the", "its", "a", "new", "to", "be", "his", "her", "their", *PARTICLES})
"""Words between a verb and an office."""
LESSER = frozenset({"vice", "deputy", "assistant", "associate", "second"})
"""Words of an office below the one that their noun names."""
NAMED = frozenset({MentionType.ORGANISATION, MentionType.PLACE})


@dataclass(frozen=True, slots=True)
class Office:
    """An office, of what, and the words that name it."""

    noun: str
    of: Mention
    words: Span


@dataclass(frozen=True, slots=True)
class Row:
    """What a verb tells, of whom by his role in the record, and who had the office before."""

    act: Act
    who: str
    before: str


def find_offices(analysis: Analysis, names: Names) -> tuple[Holding, ...]:
    """What a report tells of who holds offices, in the order of its words."""
    return tuple(_Report(analysis, names).holdings())


class _Report:
    """One report's record with what is looked up in it again and again."""

    def __init__(self, analysis: Analysis, names: Names) -> None:
        self.analysis = analysis
        self.text = analysis.report.text
        self.mentions = {each.id: each for each in analysis.mentions}
        self.ordered = sorted(analysis.mentions, key=lambda each: (each.start, -each.end))
        self.starts = [each.start for each in self.ordered]
        self.parties = Parties(analysis, names)
        self.lasting = Lasting(analysis)
        self.claims = Innermost(analysis)

    def holdings(self) -> Iterator[Holding]:
        for event in self.analysis.events:
            row = _rows().get(self._verb(event))
            who = None if row is None else self._person(event, row.who)
            office = None if row is None or who is None else self._office(event, row.act, who)
            if row is None or who is None or office is None or who.entity == office.of.entity:
                continue
            yield self._holding(event, row, who, office)

    def _verb(self, event: Event) -> str:
        """The stem of a verb, with its particle."""
        after = self.text[event.end : event.end + 8].split()[:1]
        form = stem(fold(self.text[event.start : event.end]))
        return f"{form}_{after[0]}" if after and after[0] in PARTICLES else form

    def _person(self, event: Event, role: str) -> Mention | None:
        """Who is in a role, by name: a person, or what the report does not show to be anything else."""
        found = (self.mentions[each.mention] for each in event.participants if each.role == role)
        return next((each for each in found if each.type is MentionType.PERSON and self.parties.name_of(each) is not None), None)

    def _office(self, event: Event, act: Act, who: Mention) -> Office | None:
        """The office that stands after a verb; of "heads" what is headed."""
        if act is Act.HOLDS:
            done = (self.mentions[each.mention] for each in event.participants if each.role == "patient")
            headed = next((each for each in done if each.form is MentionForm.NAME and each.type in NAMED), None)
            return None if headed is None else Office(HEAD, headed, Span(headed.start, headed.end))
        first, last = (bisect_right(self.starts, at) for at in (event.end, event.end + NEAR))
        for mention in self.ordered[first:last]:
            if mention.type is MentionType.PERSON and mention.form is MentionForm.NOMINAL and self._is_next(event, who, mention):
                return self._named(mention)
        return None

    def _is_next(self, event: Event, who: Mention, office: Mention) -> bool:
        """Whether nothing but who takes an office, or had it, stands between a verb and the office."""
        if who.start >= office.start:
            return False
        people = (self.mentions[each.mention] for each in event.participants)
        first = max([event.end, *(each.end for each in people if event.end <= each.start and each.end <= office.start)])
        return not {*self.text[first : office.start].split()} - BETWEEN

    def _named(self, mention: Mention) -> Office | None:
        """The office that words name, which one at a time has, with a name of what it is of."""
        role = role_in(self.text, Span(mention.start, mention.end))
        words = {fold(word) for word in self.text[mention.start : mention.end].split()}
        if role is None or role.noun not in listed("sole_roles.tsv") or role.when == "former" or not words.isdisjoint(LESSER):
            return None
        first, last = (bisect_left(self.starts, at) for at in (mention.start, mention.end))
        inner = (each for each in self.ordered[first:last] if each.end <= mention.end)
        of = next((each for each in inner if each.form is MentionForm.NAME and each.type in NAMED), None)
        is_owner = of is not None and self.text[of.end : of.end + 2].startswith(POSSESSIVE)
        if of is None or (is_owner and " of " in self.text[mention.start : of.start]):
            return None
        return Office(role.noun, of, Span(mention.start, mention.end))

    def _holding(self, event: Event, row: Row, who: Mention, office: Office) -> Holding:
        before = self._person(event, row.before)
        begun, ended, told = self.lasting.edges(event)
        if row.act is not Act.HOLDS:
            days, told = self.lasting.happened(event)
            begun, ended = (days, Days()) if row.act is Act.TAKES else (Days(), days)
        return Holding(
            event.id,
            self.claims.id_of(event),
            row.act,
            self.parties.party(office.of),
            self.parties.party(self.parties.name_of(who) or who),
            None if before is None else self.parties.party(self.parties.name_of(before) or before),
            event.factuality,
            tuple(sorted({Span(event.start, event.end), Span(who.start, who.end), office.words, *told})),
            begun,
            ended,
            office=office.noun,
            is_actual=self.claims.is_actual(event),
        )


@cache
def _rows() -> dict[str, Row]:
    """The rows by the stem of their verbs, with their particles."""
    found = {}
    for lemmas, act, who, before in rows("office_acts.tsv"):
        for lemma in lemmas.split():
            verb, *particle = lemma.split("_")
            found["_".join([stem(verb), *particle])] = Row(Act(act), who, before)
    return found
