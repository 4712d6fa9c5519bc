"""Who is told to take, hold, lose or leave which place, and from when to when: read out of the record of one report.

The words are a table (``lexicon/holdings.tsv``): which word tells of what, and of whom it is said. Only places are held: a name that the
report, or what is done to it, shows to be one. Where a fighter "left" or "stayed" without a place it is the place of the holding before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from purport.folding import fold
from purport.lexicon import rows as listed
from purport.lexicon import words
from purport.records import Analysis, Event, Mention, MentionForm, MentionType, Span
from purport.resolve.accounts import Act, Days, Holding
from purport.resolve.aims import Aim, Aims
from purport.resolve.holders import is_armed
from purport.resolve.innermost import Innermost
from purport.resolve.lasting import Lasting
from purport.resolve.parties import Names, Parties
from purport.resolve.placed import POSSESSIVE, Places, Where, is_side, kinds
from purport.resolve.stems import stem

SURE, FIGHTERS, CONTROL, NOUN, NOBODY = "sure", "fighters", "control", "noun", "nobody"
PATIENT, AGENT = "patient", "agent"
AT, FIRST = "at", "first"
FAR = 80
"""Characters from an event's word to a place after a preposition, at most."""
NEAR = 400
"""Characters from one holding to the next whose place it has, at most."""
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his"})
BEING = frozenset({"was", "were", "been", "is", "are", "being"})
MARKS = ".,;:"
LASTING = frozenset({"until", "till", "there", "behind", "on", "for", "through", "and", "since", "after"})
"""Words after "stayed" where it is told of nobody's state: not "stayed calm"."""
ROLES = frozenset({PATIENT, AGENT, "recipient"})
PARTIES = frozenset({MentionType.ORGANISATION, MentionType.PLACE})
BEFORE = frozenset({"a", "an", "the", "s", "of", "called", "named"}) | {*words("place_kinds.tsv")}
"""Words that stand between "In" and a place at the head of a sentence, beside the names of what it is in."""
LONGEST = 40
"""Characters before a noun in which its article stands."""
FEW = 4
"""Words before a verb, at most, that name who does it."""
UNPLACED = frozenset({Act.LEAVES, Act.HOLDS})
BESIDE = frozenset({Act.STAYS, Act.DECLARES})
"""What tells of no holder of a place with a name: it is read by itself (``present.py``)."""
SOUGHT = frozenset({Act.TAKES, Act.CLEARS, Act.HOLDS})
"""What those who fight for a place try to do: who tries it contests the place."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a word tells: of whom as role of the record or preposition, and what it needs to tell it."""

    act: Act
    place: tuple[str, ...]
    party: tuple[str, ...]
    against: tuple[str, ...]
    needs: str


def find_holdings(analysis: Analysis, names: Names) -> tuple[Holding, ...]:
    """What a report tells of who holds places, in the order of its words; not what is said to be so in a claim that is no statement."""
    return tuple(Held(analysis, names).holdings())


class Held:
    """One report's record with what is looked up in it again and again, and what its words for events tell of who holds places."""

    def __init__(self, analysis: Analysis, names: Names) -> None:
        self.analysis = analysis
        self.text = analysis.report.text
        self.mentions = {each.id: each for each in analysis.mentions}
        self.ordered = sorted(analysis.mentions, key=lambda each: (each.start, -each.end))
        self.starts = [each.start for each in self.ordered]
        self.lasting = Lasting(analysis)
        self.places = Places(analysis, self._taken())
        self.parties = Parties(analysis, names)
        self.claims = Innermost(analysis)
        self.aims = Aims(analysis)
        self.last: tuple[int, Where] | None = None

    def holdings(self) -> Iterator[Holding]:
        """Who is told to take, hold, lose or leave which place, event by event."""
        for event in self.analysis.events:
            for row in self.rows(event):
                found = [*self._told(event, row)]
                yield from found
                if found:
                    break

    def _taken(self) -> set[str | None]:
        """The entities to which is done what is done to places alone."""
        sure = (event for event in self.analysis.events if any(row.needs == SURE for row in self.rows(event)))
        done = (each for event in sure for each in self.by_role(event, PATIENT))
        return {each.entity for each in done if each.form is MentionForm.NAME}

    def _told(self, event: Event, row: Row) -> Iterator[Holding]:
        who = self.who(event, row)
        armed = who is not None and (self.parties.fights(who) or self._is_for_fighters(event, row))
        if (row.needs in (FIGHTERS, CONTROL) and not armed) or (row.needs == NOUN and not self._is_noun(event)):
            return
        if row.needs == NOBODY and not self.is_passive(event):
            return
        where = [each for each in self._where(event, row) if row.needs != CONTROL or each.is_control]
        for each in where or [*self._understood(event, row, armed)]:
            is_own = who is not None and who.entity == each.name.entity
            if not is_own and (self.places.is_place(each.name) or _can_be_place(each.name, row, armed)):
                self.last = (event.end, each)
                aim = self.aims.of(event)
                if aim is Aim.TRIED and row.act in SOUGHT:
                    contest = self._contest(event, row, each, who)
                    yield contest
                    yield from self._presupposed(contest)
                else:
                    found = self.holding(event, row, each, who)
                    yield found if aim is Aim.DONE else replace(found, is_actual=False)

    def _is_for_fighters(self, event: Event, row: Row) -> bool:
        """Whether a pronoun for officials of those who fight tells what their fighters took: "officials said they had cleared"."""
        return row.act in SOUGHT and any(self.parties.acts_for_fighters(each) for each in self.standing(event, row.party))

    def _presupposed(self, contest: Holding) -> Iterator[Holding]:
        """That those held a place whom others fight to take it from; until when is not told."""
        if contest.against is not None and contest.is_actual:
            ended = self.lasting.over
            yield replace(contest, act=Act.HOLDS, party=contest.against, against=None, begun=Days(), ended=ended)

    def _contest(self, event: Event, row: Row, where: Where, who: Mention | None) -> Holding:
        """A fight for what is sought, as sure as the report is of the fight, by those who do either."""
        attempt = self.aims.attempt(event)
        if attempt is None or self.claims.id_of(attempt) != self.claims.id_of(event):
            return self.holding(event, replace(row, act=Act.CONTESTS), where, who)
        fighting = (each for each in self.by_role(attempt, AGENT) if self.parties.fights(each))
        found = self.holding(event, replace(row, act=Act.CONTESTS), where, who or next(fighting, None))
        begun, ended, told = self._when(attempt, Act.CONTESTS)
        return replace(
            found,
            event=attempt.id,
            factuality=attempt.factuality,
            spans=tuple(sorted({*found.spans, *told, Span(attempt.start, attempt.end)})),
            begun=begun,
            ended=ended,
            is_actual=self.claims.is_actual(attempt),
        )

    def is_passive(self, event: Event) -> bool:
        """Whether something is told to be done, and by nobody in the record: "the village was abandoned"."""
        before = self.text[max(0, event.start - LONGEST) : event.start].lower().split()[-2:]
        return not BEING.isdisjoint(before) and not [*self.by_role(event, AGENT)]

    def _is_noun(self, event: Event) -> bool:
        before = self.text[max(0, event.start - LONGEST) : event.start].lower().split()
        return bool(before) and (before[-1] in ARTICLES or before[-1].endswith(POSSESSIVE))

    def _where(self, event: Event, row: Row) -> Iterator[Where]:
        for mention in self.standing(event, row.place):
            for each in self.places.meant(mention):
                if not self._tells_where(each.name):
                    yield replace(each, said=mention)
        if row.place == (PATIENT,) and not [*self.by_role(event, PATIENT)]:
            found = self.places.following(event.end)
            yield from () if found is None or self._tells_where(found.name) else (found,)

    def _tells_where(self, name: Mention) -> bool:
        """Whether a country's name only tells where the place before it is: "Karst, Sorvia"."""
        return self.text[max(0, name.start - 2) : name.start] == ", " and self.places.is_country(name)

    def _understood(self, event: Event, row: Row, armed: bool) -> Iterator[Where]:
        """The place of the holding before, for those who fight and are told to have left, or stayed, without a place."""
        intransitive = row.act in UNPLACED and row.needs == FIGHTERS and armed and not [*self.by_role(event, PATIENT)]
        follows = self.text[event.end : event.end + LONGEST].split()[:1]
        if row.act is Act.HOLDS and follows and follows[0].rstrip(MARKS).isalpha() and follows[0] not in LASTING:
            return
        first = next((each for one in self._first(event, head=True) for each in self.places.meant(one)), None) if intransitive else None
        if first is not None:
            yield first
        elif intransitive and self.last is not None and event.start - self.last[0] <= NEAR:
            yield Where(self.last[1].name)

    def who(self, event: Event, row: Row) -> Mention | None:
        """Who does it: by the record, else those who fight and stand as the first words of the claim."""
        found = next((self.parties.meant(each) for each in self.standing(event, row.party)), None)
        claim = self.claims.claims.get(event.id)
        if found is not None or row.needs != FIGHTERS or row.party != (AGENT,) or claim is None:
            return found
        start = claim.content[0].start
        words = self.text[start : event.start].rstrip()
        if len(words.split()) > FEW or not words or not is_armed(words.split()[-1]):
            return None
        return Mention("", start, start + len(words), MentionType.ORGANISATION, MentionForm.NOMINAL)

    def standing(self, event: Event, places: Sequence[str]) -> Iterator[Mention]:
        """The mentions that stand to an event in some roles, or after one of some prepositions."""
        for place in places:
            if place == AT and event.place is not None:
                yield self.mentions[event.place]
                continue
            if place == FIRST and event.place is None:
                yield from self._first(event)
            yield from self.by_role(event, place) if place in ROLES else self._after(event, place)

    def _first(self, event: Event, *, head: bool = False) -> Iterator[Mention]:
        """The place that an event's sentence begins with, before a comma: "In northern Karst, rebels are fighting".

        No other event stands between, unless the place is only asked for as that of which its whole sentence tells (``head``).
        """
        start = max((each.start for each in self.analysis.sentences if each.start <= event.start), default=0)
        cut = self.text.find(", ", start, event.start)
        is_first = head or not any(start <= each.start < event.start for each in self.analysis.events)
        if not is_first or cut < 0 or not self.text[start:cut].startswith("In "):
            return
        for mention in self.ordered:
            if start <= mention.start and mention.end == cut:
                words = self.text[start + len("In ") : mention.start].split()
                yield from (mention,) if all(is_side(each) or each in BEFORE or not each.islower() for each in words) else ()

    def by_role(self, event: Event, role: str) -> Iterator[Mention]:
        """Those who take part in an event in a role, as the record has them."""
        return (self.mentions[each.mention] for each in event.participants if each.role == role)

    def _after(self, event: Event, preposition: str) -> Iterator[Mention]:
        """The first mention at once after a preposition that stands after an event's word, in its clause."""
        end = next((each.end for each in self.analysis.sentences if each.start <= event.start < each.end), event.end + FAR)
        first, last = (bisect_right(self.starts, at) for at in (event.end, min(event.end + FAR, end)))
        for mention in self.ordered[first:last]:
            words = self._leading(self.text[event.end : mention.start].lower().split())
            if words and "_".join(words[-preposition.count("_") - 1 :]) == preposition and not self.places.owns(mention):
                yield mention
                return

    def _leading(self, words: list[str]) -> list[str]:
        """Words before a name without the article, and the noun that names its kind: "out of the river port of Karst"."""
        if len(words) > FEW and words[-1] == "of" and stem(words[-2]) in kinds():
            words = words[:-2]
            words = words[: next((at for at in range(len(words) - 1, len(words) - FEW, -1) if words[at] in ARTICLES), len(words))]
        while words and words[-1] in ARTICLES:
            words.pop()
        return words

    def holding(self, event: Event, row: Row, where: Where, who: Mention | None) -> Holding:
        """What an event tells by a row of the table of one place and one party, with its days and words."""
        begun, ended, told = self._when(event, row.act)
        others = (each for each in self.standing(event, row.against) if each.type in PARTIES or self.parties.fights(each))
        against = next((each for each in others if each is not who and each.entity != where.name.entity), None)
        stated = next((each for each in self.standing(event, row.party) if self.parties.meant(each) is who), who)
        said = (each for each in (where.said, stated, against) if each is not None)
        stands = [Span(event.start, event.end), *(Span(each.start, each.end) for each in said)]
        return Holding(
            event.id,
            self.claims.id_of(event),
            row.act,
            self.parties.party(where.name),
            None if who is None else self.parties.party(who),
            None if against is None else self.parties.party(against),
            event.factuality,
            tuple(sorted({*stands, *told})),
            begun,
            ended,
            where.part,
            where.is_whole,
            is_actual=self.claims.is_actual(event),
        )

    def _when(self, event: Event, act: Act) -> tuple[Days, Days, tuple[Span, ...]]:
        """The days within which the holding began and ended, with the words that tell them."""
        begun, ended, told = self.lasting.edges(event)
        if act is Act.HOLDS and ended == Days() and not self.lasting.is_so(event):
            return begun, self.lasting.over, told
        if act is Act.HOLDS or (act is Act.TAKES and begun != Days() != ended):
            return begun, ended, told
        days, told = self.lasting.happened(event)
        if act in (Act.TAKES, Act.CLEARS):
            return days, Days(), told
        return (Days(), days, told) if act in (Act.LOSES, Act.LEAVES) else (days, days, told)

    def rows(self, event: Event) -> tuple[Row, ...]:
        """What the table has for the word of an event, in order, of who holds places."""
        return tuple(row for row in _of(self.text, event) if row.act not in BESIDE)

    def rows_beside(self, event: Event) -> tuple[Row, ...]:
        """What the table has for the word of an event, of who is told only to be somewhere, or to have declared a region."""
        return tuple(row for row in _of(self.text, event) if row.act in BESIDE)


def _of(text: str, event: Event) -> tuple[Row, ...]:
    return _rows().get(stem(fold(text[event.start : event.end])), ())


def _can_be_place(name: Mention, row: Row, armed: bool) -> bool:
    """Whether a name that nothing shows to be a place's is taken for one by what those who fight are told to do with it."""
    return armed and (name.type is MentionType.OTHER or (name.type is MentionType.ORGANISATION and row.needs != FIGHTERS))


@cache
def _rows() -> dict[str, tuple[Row, ...]]:
    """The rows by the stem of their words, in order."""
    found: dict[str, tuple[Row, ...]] = {}
    for forms, act, *places, needs in listed("holdings.tsv"):
        place, party, against = map(_cell, places)
        row = Row(Act(act), place, party, against, needs)
        for form in forms.split():
            found[stem(form)] = (*found.get(stem(form), ()), row)
    return found


def _cell(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split())
