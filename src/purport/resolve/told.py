"""What a report tells of each of its events: all that two tellings are compared by, taken from the record of one report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from purport.folding import fold
from purport.records import Analysis, Event, Interval, Mention, MentionForm, Span
from purport.resolve.stems import stem, stems

Stems = frozenset[str]
ANY_DAY = Interval()
NOWHERE = Span(0, 0)
PLACE, BESIDE = "place", "beside"
CLOSERS = frozenset({"of", "in", "on", "at", "for", "from", "with", "to", "who", "which", "that"})
"""Words that a noun phrase's head stands before."""


@dataclass(frozen=True, slots=True)
class Around:
    """A report as far as its tellings share it: the stems of its words that carry content, and those of the names in it.

    ``out`` are the days on which it can have come out.
    """

    report: str
    words: Stems = frozenset()
    names: Stems = frozenset()
    out: Interval = ANY_DAY


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part in an event, or where it happens: the stems of all names that the report has for it, or else of its noun.

    A pronoun that stands for nothing named has none. ``key`` is the entity of a report that has a name, or once it is looked up that of
    the case; ``names`` are what it is found by, ``words`` its longest name in the report, or else the words that stand there.
    """

    role: str
    stems: Stems
    key: str | None = None
    names: frozenset[str] = frozenset()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an event, by its id.

    ``form`` is its word, folded, ``kind`` its TimeML class; ``days`` are those told of it. ``sentence`` numbers the sentence it stands in,
    ``words`` are the stems of that sentence's other words that carry content, ``names`` those of the names in it; ``beside`` are the named
    things there that do not take part and are not only named as saying it. ``at`` is the word's place, ``within`` the sentence's.
    """

    event: str
    around: Around
    form: str
    kind: str
    parties: tuple[Party, ...] = ()
    place: Party | None = None
    days: Interval = ANY_DAY
    sentence: int = 0
    words: Stems = frozenset()
    names: Stems = frozenset()
    beside: tuple[Party, ...] = ()
    at: Span = NOWHERE
    within: Span = NOWHERE

    @property
    def stem(self) -> str:
        """The word without its endings."""
        return stem(self.form)


Names = Mapping[str, frozenset[str]]
"""What each entity of a report is found by: the keys of its names."""
NAMELESS: Names = MappingProxyType({})


def tell(analysis: Analysis, names: Names = NAMELESS) -> tuple[Told, ...]:
    """The tellings of a report's events, in text order."""
    text, scene = analysis.report.text, _Scene(analysis, names)
    published = analysis.report.published
    out = Interval(published.not_before, published.not_after)
    around = Around(analysis.report.id, frozenset(stems(text)), frozenset().union(*scene.names.values()), out)
    return tuple(_telling(event, around, scene) for event in analysis.events)


def identified(told: Told, who: Callable[[str, str], str | None]) -> Told:
    """The telling with the entities of the case for those of its report; one that is none of the case's stays the report's own."""

    def party(one: Party) -> Party:
        return one if one.key is None else replace(one, key=who(told.around.report, one.key) or f"{told.around.report} {one.key}")

    parties, beside = (tuple(map(party, each)) for each in (told.parties, told.beside))
    return replace(told, parties=parties, place=told.place and party(told.place), beside=beside)


class _Scene:
    """A report's mentions and sentences, as its events ask for them; ``names`` are the stems of each entity's names."""

    def __init__(self, analysis: Analysis, keys: Names) -> None:
        self.text, self.keys = analysis.report.text, keys
        self.called: dict[str, str] = {}
        self.mentions = {each.id: each for each in analysis.mentions}
        self.names: dict[str, Stems] = {}
        for each in analysis.mentions:
            if each.form is MentionForm.NAME:
                own = frozenset(stems(self.text[each.start : each.end]))
                self.names[_entity(each)] = self.names.get(_entity(each), frozenset()) | own
                words = " ".join(self.text[each.start : each.end].split())
                self.called[_entity(each)] = max(self.called.get(_entity(each), ""), words, key=len)
        self.sentences = analysis.sentences or (Span(0, len(self.text)),)
        self._starts = [each.start for each in self.sentences]
        self.words = [frozenset(stems(each.words(self.text))) for each in self.sentences]
        self.named: list[Stems] = [frozenset()] * len(self.sentences)
        self.inside: list[list[Mention]] = [[] for _ in self.sentences]
        sources = [each.source for each in analysis.attributions if each.source]
        for each in analysis.mentions:
            number = self.sentence_at(each.start)
            self.named[number] |= self.names.get(_entity(each), frozenset())
            if not any(source.start <= each.start and each.end <= source.end for source in sources):
                self.inside[number].append(each)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that has the character at ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def party(self, role: str, mention: str) -> Party:
        """Whom a mention is of, by the stems of the names that its entity has, else of its noun."""
        found = self.mentions[mention]
        entity, words = _entity(found), " ".join(self.text[found.start : found.end].split())
        if entity in self.names:
            return self.named_party(role, entity)
        return Party(role, frozenset() if found.form is MentionForm.PRONOUN else frozenset(_heads(words)), words=words)

    def named_party(self, role: str, entity: str) -> Party:
        """An entity that has a name."""
        return Party(role, self.names[entity], entity, self.keys.get(entity, frozenset()), self.called[entity])

    def beside(self, number: int, but: set[str | None]) -> tuple[Party, ...]:
        """The named things of a sentence but for some, in order of their ids."""
        found = {_entity(each) for each in self.inside[number]} & self.names.keys()
        return tuple(self.named_party(BESIDE, entity) for entity in sorted(found - but))


def _entity(mention: Mention) -> str:
    return mention.entity or mention.id


def _heads(phrase: str) -> tuple[str, ...]:
    """The stem of a noun phrase's head: the last word before what follows it."""
    words = phrase.split()
    end = next((i for i, word in enumerate(words) if i and word.lower() in CLOSERS), len(words))
    return stems(" ".join(words[:end]))[-1:]


def _telling(event: Event, around: Around, scene: _Scene) -> Told:
    form, number = fold(scene.text[event.start : event.end]), scene.sentence_at(event.start)
    parties = tuple(scene.party(each.role, each.mention) for each in event.participants)
    place = None if event.place is None else scene.party(PLACE, event.place)
    return Told(
        event.id,
        around,
        form,
        event.type,
        parties,
        place,
        Interval(event.not_before, event.not_after),
        number,
        scene.words[number] - {stem(form)},
        scene.named[number],
        scene.beside(number, {each.key for each in (*parties, *([place] if place else []))}),
        Span(event.start, event.end),
        scene.sentences[number],
    )
