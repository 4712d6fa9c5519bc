"""What a report tells of each of its events: all that two tellings are compared by, taken from the record of one report."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from purport.records import Analysis, Event, Interval, Mention, MentionForm, Span
from purport.resolve.stems import fold, stem, stems

Stems = frozenset[str]
ANY_DAY = Interval()
CLOSERS = frozenset({"of", "in", "on", "at", "for", "from", "with", "to", "who", "which", "that"})
"""Words that a noun phrase's head stands before."""


@dataclass(frozen=True, slots=True)
class Around:
    """A report as far as its tellings share it: the stems of its words that carry content, and those of the names in it."""

    report: str
    words: Stems
    names: Stems


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part in an event: the stems of all names that the report has for it, or else of its noun.

    A pronoun that stands for nothing named has none.
    """

    role: str
    stems: Stems


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an event, by its id.

    ``form`` is its word, folded, ``kind`` its TimeML class; ``sentence`` numbers the sentence it stands in, ``words`` are the stems of
    that sentence's other words that carry content, ``names`` those of the names in it.
    """

    event: str
    around: Around
    form: str
    kind: str
    parties: tuple[Party, ...] = ()
    place: Stems = frozenset()
    days: Interval = ANY_DAY
    sentence: int = 0
    words: Stems = frozenset()
    names: Stems = frozenset()

    @property
    def stem(self) -> str:
        """The word without its endings."""
        return stem(self.form)


def tell(analysis: Analysis) -> tuple[Told, ...]:
    """The tellings of a report's events, in text order."""
    text, scene = analysis.report.text, _Scene(analysis)
    around = Around(analysis.report.id, frozenset(stems(text)), frozenset().union(*scene.names.values()))
    return tuple(_telling(event, around, scene) for event in analysis.events)


class _Scene:
    """A report's mentions and sentences, as its events ask for them; ``names`` are the stems of each entity's names."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.report.text
        self.mentions = {each.id: each for each in analysis.mentions}
        self.names: dict[str, Stems] = {}
        for each in analysis.mentions:
            if each.form is MentionForm.NAME:
                own = frozenset(stems(self.text[each.start : each.end]))
                self.names[_entity(each)] = self.names.get(_entity(each), frozenset()) | own
        self.sentences = analysis.sentences or (Span(0, len(self.text)),)
        self._starts = [each.start for each in self.sentences]
        self.words = [frozenset(stems(each.words(self.text))) for each in self.sentences]
        self.named: list[Stems] = [frozenset()] * len(self.sentences)
        for each in analysis.mentions:
            number = self.sentence_at(each.start)
            self.named[number] |= self.names.get(_entity(each), frozenset())

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that has the character at ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def stems_of(self, mention: str) -> Stems:
        """The stems of the names that a mention's entity has, else of its noun."""
        found = self.mentions[mention]
        names = self.names.get(_entity(found))
        if names or found.form is MentionForm.PRONOUN:
            return names or frozenset()
        return frozenset(_heads(self.text[found.start : found.end]))


def _entity(mention: Mention) -> str:
    return mention.entity or mention.id


def _heads(phrase: str) -> tuple[str, ...]:
    """The stem of a noun phrase's head: the last word before what follows it."""
    words = phrase.split()
    end = next((i for i, word in enumerate(words) if i and word.lower() in CLOSERS), len(words))
    return stems(" ".join(words[:end]))[-1:]


def _telling(event: Event, around: Around, scene: _Scene) -> Told:
    form, number = fold(scene.text[event.start : event.end]), scene.sentence_at(event.start)
    return Told(
        event.id,
        around,
        form,
        event.type,
        tuple(Party(each.role, scene.stems_of(each.mention)) for each in event.participants),
        frozenset() if event.place is None else scene.stems_of(event.place),
        Interval(event.not_before, event.not_after),
        number,
        scene.words[number] - {stem(form)},
        scene.named[number],
    )
