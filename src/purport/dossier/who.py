"""Who is meant in a report: whom words for a person speak of, and who is behind a claim, in words that can stand by themselves."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from purport.lexicon import words as listed
from purport.records import Attribution, Event, Mention, MentionForm, MentionType, SourceType, Span
from purport.resolve.accounts import Days, Party
from purport.resolve.profiles import Profile
from purport.resolve.stems import forms, proper, stem, stems

if TYPE_CHECKING:
    from purport.dossier.entries import Told

BEFORE = 2
"""Sentences in a row without a pronoun or a name, at most, between a pronoun and whom it means."""
ALONE = frozenset({SourceType.EYEWITNESS, SourceType.ANONYMOUS_OTHER})
"""Sources of whom one may well speak of himself."""
BESIDE = len(" the leader, ")
"""Characters between words and the name that they are about, at most."""
OF, PERSON = "of", "person"
UNNAMED = "not named"
FEWEST = 2
"""Words that tell which unnamed people are meant: "two guards", not "people"."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a report: the entity, what the report calls them, and whether that is a name."""

    key: str
    words: str
    is_named: bool


class Who:
    """The people of one report, which came ``out`` within some days."""

    def __init__(self, told: Told) -> None:
        analysis = told.analysis
        self._report, published = analysis.report, analysis.report.published
        self.out = Days(*(date.fromisoformat(day) if day else None for day in (published.not_before, published.not_after)))
        self._profiles = {each.entity: each for each in told.profiles if each.type is MentionType.PERSON}
        self._sentences = [each.start for each in analysis.sentences]
        self._attributions = {each.id: each for each in analysis.attributions}
        self._claims = {each.attribution: each.id for each in analysis.claims if each.attribution is not None}
        widest = sorted(analysis.claims, key=lambda each: sum(span.start - span.end for span in each.content))
        self._inside = {event: each.id for each in widest for event in each.events}
        self._by = {each.id: each.attribution for each in analysis.claims}
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for each in sorted(analysis.mentions, key=lambda each: each.start):
            if each.entity is not None:
                self._mentions[each.entity].append(each)

    def people(self) -> Iterator[Profile]:
        """Those whom the report names."""
        return (each for each in self._profiles.values() if each.names)

    def meant(self, party: Party, at: int, claim: str) -> Person | None:
        """Whom words of a claim that stand after ``at`` mean; ``None`` where that is nobody, or cannot be told.

        A pronoun that leads to no name means the one person who was named last, other than the speaker.
        """
        found = self._profiles.get(party.key or "")
        if found is not None and found.names and not self._is_of_another(party, claim):
            return self._named(found, at)
        if _is_pronoun(party.words):
            found = self._last_named(party.words, at, self.attribution(claim))
            return self._named(found, at) if found else None
        is_person = party.type is MentionType.PERSON or _is_number_of_people(party.words)
        if not is_person or party.key is None or not party.stems or len(forms(party.words)) < FEWEST:
            return None
        owner = self._owner(party)
        return Person(party.key, f"{party.words} ({owner})" if owner else party.words, is_named=False)

    def group(self, key: str, words: str) -> Person | None:
        """People who have no name in the report, in these words; ``None`` where they have one."""
        found = self._profiles.get(key)
        return None if found is not None and found.names else Person(key, " ".join(words.split()), is_named=False)

    def is_of_somebody(self, person: Person) -> bool:
        """Whether people without a name are told of as somebody's who has one: "her family"."""
        return any(self._owner_at(each) is not None for each in self._mentions.get(person.key, ()))

    def _owner(self, party: Party) -> str | None:
        """The name of whoever a possessive at the beginning of words for people stands for."""
        own = (
            each
            for each in self._mentions.get(party.key or "", ())
            if " ".join(self.words(Span(each.start, each.end)).split()) == party.words
        )
        return next((found for each in own if (found := self._owner_at(each)) is not None), None)

    def _owner_at(self, mention: Mention) -> str | None:
        at = (each for own in self._mentions.values() for each in own if each.start == mention.start and each.end < mention.end)
        owner = next((each for each in at if each.form is MentionForm.PRONOUN), None)
        profile = self._profiles.get(owner.entity or "") if owner else None
        return profile.names[0].words if profile and profile.names else None

    def _is_of_another(self, party: Party, claim: str) -> bool:
        """Whether a pronoun stands in what is said for others by whom it is taken for: a spokesman's "she" is no spokesman."""
        attribution = self.attribution(claim)
        if attribution is None or attribution.source is None or attribution.source_entity != party.key:
            return False
        speaks_for = any(form in listed("speaking_for.tsv") for form in forms(self.words(attribution.source)))
        return speaks_for and bool(listed("personal.tsv").get(party.words.lower()))

    def pronoun(self, mention: Mention, attribution: Attribution | None) -> Person | None:
        """Whom a pronoun means by those named last alone: the one of them, or of several whom it is taken for; else nobody knows."""
        number, at = bisect_right(self._sentences, mention.start), mention.start
        speaker = attribution.source_entity if attribution else None
        for first in reversed(self._sentences[max(number - BEFORE, 0) : number]):
            named = {each.entity: each for each in self.people() if each.entity != speaker and self._is_named(each, first, at)}
            if named:
                found = next(iter(named.values())) if len(named) == 1 else named.get(mention.entity or "")
                return self._named(found, mention.start) if found else None
            at = first
        return None

    def called(self, entity: str | None, span: Span, claim: str) -> Person | None:
        """Whom some words for a person mean, that are known to be an entity of the report."""
        words = " ".join(self.words(span).split()).rstrip(",;: ")
        names = self.names(entity or "")
        return self.meant(Party(entity, names, words, MentionType.PERSON, frozenset(stems(words)), proper(words)), span.start, claim)

    def behind(self, attribution: Attribution) -> tuple[str, str | None]:
        """Who tells that somebody said something: whoever says what it stands in, or the outlet."""
        outer = self._attributions.get(attribution.nested_in or "")
        return (self.outlet, None) if outer is None else self._source(outer)

    def teller(self, event: Event) -> tuple[str, str | None, str | None]:
        """Who tells of an event, which entity that is, and in which claim; whoever it is a word for saying of, or the outlet."""
        for each in self._attributions.values():
            if each.cue is not None and each.cue.start <= event.start and event.end <= each.cue.end:
                return (*self._source(each), self._claims.get(each.id))
        inside = self._inside.get(event.id)
        return (*self.speaker(inside or ""), inside)

    def speaker(self, claim: str) -> tuple[str, str | None]:
        """Who is behind a claim, and which entity that is; the outlet, where it speaks for itself."""
        attribution = self._attributions.get(self._by.get(claim) or "")
        return (self.outlet, None) if attribution is None else self._source(attribution)

    def attribution(self, claim: str) -> Attribution | None:
        """The attribution that a claim stands in."""
        return self._attributions.get(self._by.get(claim) or "")

    def names(self, key: str) -> frozenset[str]:
        """The names that the report has for somebody, as printed."""
        found = self._profiles.get(key)
        return frozenset(" ".join(each.words.split()) for each in (*found.names, *found.acronyms)) if found else frozenset()

    def with_name(self, span: Span, key: str) -> Span:
        """A stretch with the name of somebody that stands at once after it."""
        names = (each for each in self._mentions[key] if each.form is MentionForm.NAME and 0 <= each.start - span.end <= BESIDE)
        return Span(span.start, next((each.end for each in names), span.end))

    def words(self, span: Span) -> str:
        """The words of the report that a span stands for."""
        return span.words(self._report.text)

    @property
    def outlet(self) -> str:
        """Whose the report is."""
        return self._report.outlet or self._report.path

    def is_surely_one(self, key: str) -> bool:
        """Whether an entity is a person by more than the look of a single name."""
        found = self._profiles.get(key)
        return found is not None and (found.is_told or found.is_named)

    def _source(self, attribution: Attribution) -> tuple[str, str | None]:
        text, entity = self._report.text, attribution.source_entity
        if attribution.source is None:
            cue = f": “{_flat(attribution.cue.words(text))}”" if attribution.cue else ""
            return f"{UNNAMED}{cue}", None
        words = _flat(attribution.source.words(text))
        if _tells(words):
            return words, entity
        if (found := self._called(entity)) is not None:
            return found, entity
        if attribution.source_type is SourceType.OUTLET:
            return self.outlet, None
        outer = self._attributions.get(attribution.nested_in or "")
        return (words, entity) if outer is None else self._source(outer)

    def _called(self, entity: str | None) -> str | None:
        """A name of an entity, or else a noun for it."""
        for form in (MentionForm.NAME, MentionForm.NOMINAL):
            for each in self._mentions.get(entity or "", ()):
                if each.form is form:
                    return _flat(self._report.text[each.start : each.end])
        return None

    def _named(self, profile: Profile, at: int) -> Person | None:
        """Somebody called by a last name that several have is the one of them who has been named in full by then; else nobody knows who."""
        if profile.is_shared and not profile.is_named:
            last = profile.names[0].name.words[-1]
            full = [each for each in self.people() if each.is_named and each.names[0].name.words[-1] == last]
            before = [each for each in full if any(name.start < at for name in each.names)]
            profile = before[0] if len(before) == 1 else profile
        return Person(profile.entity, profile.names[0].words, is_named=True)

    def _last_named(self, pronoun: str, at: int, attribution: Attribution | None) -> Profile | None:
        """The one person named in the last sentence that names any, as far as pronouns like this one lead back to it."""
        sex = listed("personal.tsv").get(pronoun.lower())
        if not sex or (attribution is not None and attribution.source_type in ALONE):
            return None
        speaker = attribution.source_entity if attribution else None
        number, bare = bisect_right(self._sentences, at), 0
        while number > 0 and bare <= BEFORE:
            first = self._sentences[number - 1]
            named = {each.entity: each for each in self.people() if each.entity != speaker and self._is_named(each, first, at)}
            if named:
                return next(iter(named.values())) if len(named) == 1 else None
            words = forms(self._report.text[first:at])
            bare = 0 if any(listed("personal.tsv").get(word) == sex for word in words) else bare + 1
            number, at = number - 1, first
        return None

    def _is_named(self, profile: Profile, first: int, end: int) -> bool:
        return any(first <= each.start < end for each in self._mentions[profile.entity] if each.form is MentionForm.NAME)


def _is_number_of_people(words: str) -> bool:
    """Whether words count people: "hundreds of people", "three of the wounded"."""
    number, *rest = forms(words) or [""]
    counted = rest[-1] if rest[:1] == [OF] else ""
    is_number = number.isdigit() or number in listed("number_words.tsv")
    return is_number and (counted in listed("casualties.tsv") or stem(counted) == PERSON)


def _is_pronoun(words: str) -> bool:
    """Whether words name and describe nobody."""
    return words.lower() in listed("personal.tsv") or not stems(words)


def _tells(words: str) -> bool:
    """Whether words tell somebody who knows nothing of the report who that is."""
    return bool(stems(words)) and not set(forms(words)) & {"them", "those"}


def _flat(words: str) -> str:
    return " ".join(words.split()).rstrip(",;: ")
