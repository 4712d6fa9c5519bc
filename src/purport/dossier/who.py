"""Who is meant in a report: whom words for a person speak of, and who is behind a claim, in words that can stand by themselves."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from purport.lexicon import words as listed
from purport.records import Attribution, Mention, MentionForm, MentionType, SourceType, Span
from purport.resolve.accounts import Days, Party
from purport.resolve.profiles import Profile
from purport.resolve.stems import forms, stems

if TYPE_CHECKING:
    from purport.dossier.entries import Told

BEFORE = 2
"""Sentences before words in which the one who is named is whom a pronoun means."""
UNNAMED = "not named"


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
        self._by = {each.id: each.attribution for each in analysis.claims}
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for each in sorted(analysis.mentions, key=lambda each: each.start):
            if each.entity is not None:
                self._mentions[each.entity].append(each)

    def people(self) -> Iterator[Profile]:
        """Those whom the report names."""
        return (each for each in self._profiles.values() if each.names)

    def meant(self, party: Party, at: int, speaker: str | None = None) -> Person | None:
        """Whom words that stand after ``at`` mean; ``None`` where that is nobody, or cannot be told.

        A pronoun that leads to no name means the one person who is named in its sentence or just before, other than the ``speaker``.
        """
        found = self._profiles.get(party.key or "")
        if found is not None and found.names:
            return self._named(found, at)
        if _is_pronoun(party.words):
            near = [each for each in self.people() if each.entity != speaker and self._is_near(each, at)]
            return self._named(near[0], at) if len(near) == 1 and _may_be_one(party.words) else None
        if party.type is not MentionType.PERSON or party.key is None or not party.stems:
            return None
        return Person(party.key, party.words, is_named=False)

    def speaker(self, claim: str) -> tuple[str, str | None]:
        """Who is behind a claim, and which entity that is; the outlet, where it speaks for itself."""
        attribution = self._attributions.get(self._by.get(claim) or "")
        return self._outlet if attribution is None else self._source(attribution)

    def attribution(self, claim: str) -> Attribution | None:
        """The attribution that a claim stands in."""
        return self._attributions.get(self._by.get(claim) or "")

    def names(self, key: str) -> frozenset[str]:
        """The names that the report has for somebody, as printed."""
        found = self._profiles.get(key)
        return frozenset(" ".join(each.words.split()) for each in (*found.names, *found.acronyms)) if found else frozenset()

    def words(self, span: Span) -> str:
        """The words of the report that a span stands for."""
        return span.words(self._report.text)

    @property
    def _outlet(self) -> tuple[str, None]:
        return self._report.outlet or self._report.path, None

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
            return self._outlet
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

    def _is_near(self, profile: Profile, at: int) -> bool:
        """Whether somebody is named in the sentence of a place, or just before."""
        first = bisect_right(self._sentences, at) - BEFORE
        named = (each.start for each in self._mentions[profile.entity] if each.form is MentionForm.NAME)
        return any(start < at and bisect_right(self._sentences, start) >= first for start in named)


def _is_pronoun(words: str) -> bool:
    """Whether words name and describe nobody."""
    return words.lower() in listed("personal.tsv") or not stems(words)


def _may_be_one(words: str) -> bool:
    """Whether a pronoun is of one man or woman."""
    return bool(listed("personal.tsv").get(words.lower()))


def _tells(words: str) -> bool:
    """Whether words tell somebody who knows nothing of the report who that is."""
    return bool(stems(words)) and not set(forms(words)) & {"them", "those"}


def _flat(words: str) -> str:
    return " ".join(words.split()).rstrip(",;: ")
