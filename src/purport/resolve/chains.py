"""The chain of sources behind a claim, as far as they can be known again in other reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from purport.extract.words import words_of
from purport.lexicon import words
from purport.records import Analysis, Attribution, Claim, Mention, MentionForm, MentionType, SourceType, Span
from purport.resolve.folded import Folded, fold_report, folded_words
from purport.resolve.outlets import ARTICLES, Credit, Media, credits_of, house, plain_name, which
from purport.resolve.unnamed import PREPOSITIONS, fuller

Entities = Mapping[tuple[str, str], str]
"""(report, entity) -> the entity of the case, for those that have one."""

TELLING = frozenset({"told", "tell", "tells", "telling"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
OURSELVES = frozenset({"we", "us", "our", "ours", "ourselves"})
_TO = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """A source in a chain, with the words that name it.

    ``keys`` are what it is known again by in another report, ``bodies`` the words of bodies without a name that it is or speaks for, the
    noun last ("district hospital"); ``here`` is what it is known by in its own report, ``is_named`` whether that has a name for it.
    ``itself`` is the one of the keys that is its own, not that of whom it speaks for.
    """

    name: str
    source: Span
    here: str
    keys: frozenset[str]
    bodies: frozenset[tuple[str, ...]] = frozenset()
    is_named: bool = False
    itself: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether it can be known again in another report."""
        return bool(self.keys or self.bodies)


@dataclass(frozen=True, slots=True)
class Relay:
    """An outlet or agency that a claim came through, by the name to show, and the words that say so."""

    name: str
    words: Span


@dataclass(frozen=True, slots=True)
class Chain:
    """A claim with its sources, the innermost first, none where it is the outlet's own; and what it came through on its way to the outlet.

    ``house`` is the name to show of whose word it is where no source is named: the agency that alone is credited, else the outlet;
    ``houses`` is what that is known by. ``credits`` are all that the report credits.
    """

    analysis: Analysis
    folded: Folded
    claim: Claim
    voices: tuple[Voice, ...]
    relays: tuple[Relay, ...]
    house: str
    houses: frozenset[str]
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class _Report:
    """A report with what its chains are read by."""

    analysis: Analysis
    mentions: Mapping[str, Sequence[Mention]]
    sources: Mapping[str, Sequence[Span]]
    folded: Folded
    entities: Entities
    media: Media

    @property
    def text(self) -> str:
        """The report's text."""
        return self.analysis.report.text


def read_chains(analysis: Analysis, claims: Sequence[Claim], media: Media, entities: Entities) -> tuple[Chain, ...]:
    """The chains of some claims of a report, in their order."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    sources: dict[str, list[Span]] = defaultdict(list)
    for mention in analysis.mentions:
        mentions[mention.entity or ""].append(mention)
    for told in analysis.attributions:
        if told.source:
            sources[told.source_entity or ""].append(told.source)
    folded = fold_report(analysis)
    report = _Report(analysis, mentions, sources, folded, entities, media)
    outlet = which(house(analysis.report) or analysis.report.id, media)
    own = frozenset(_own(report, outlet))
    credited = credits_of(analysis, media)
    alone = next((credit for credit in credited if credit.alone), None)
    shown = alone.name if alone else analysis.report.outlet or PurePath(analysis.report.path).name
    mine = {key for entity in own if (key := _key(report, entity))} | {f"name {outlet}"}
    houses = frozenset({f"name {which(alone.name, media)}"} if alone else mine)
    attributions = {told.id: told for told in analysis.attributions}
    heard = (_voice(report, told, own) for told in analysis.attributions)
    short = fuller((voice.here, voice.name) for voice in heard if voice and not voice.is_named)
    found = []
    for claim in claims:
        links = tuple(_links(claim, attributions))
        voices = tuple(replace(voice, here=short.get(voice.here, voice.here)) for told in links if (voice := _voice(report, told, own)))
        relays = [relay for told in links for relay in _recipients(report, told, own, outlet)]
        relays += [Relay(media[plain], voice.source) for voice in voices if (plain := plain_name(voice.name)) in media]
        relays += [Relay(alone.name, alone.line)] if alone else []
        found.append(Chain(analysis, folded, claim, voices, tuple(relays), shown, houses, credited))
    return tuple(found)


def _links(claim: Claim, attributions: Mapping[str, Attribution]) -> Iterator[Attribution]:
    at = attributions.get(claim.attribution or "")
    while at is not None:
        yield at
        at = attributions.get(at.nested_in or "")


def _own(report: _Report, outlet: str) -> Iterator[str]:
    """The entities by which a report speaks of its own outlet: "we" who say something, and what has the outlet's name or its initials."""
    speaking = {told.source_entity for told in report.analysis.attributions if told.source_type is SourceType.OUTLET}
    initials = "".join(word[0] for word in outlet.split())
    for entity, mentions in report.mentions.items():
        forms = {report.text[each.start : each.end].lower() for each in mentions}
        name = _name(report, entity)
        if entity and ((entity in speaking and forms & OURSELVES) or (name and plain_name(name) in (outlet, initials))):
            yield entity


def _name(report: _Report, entity: str) -> str | None:
    """The longest name that an entity has in a report; the first of equal ones."""
    names = [report.text[each.start : each.end] for each in report.mentions.get(entity, ()) if each.form is MentionForm.NAME]
    return max(names, key=len, default=None)


def _key(report: _Report, entity: str) -> str | None:
    """What an entity is known again by: the case's entity where it has one, else its name; a person's last name alone tells too little."""
    known = report.entities.get((report.analysis.report.id, entity))
    if known is not None:
        return f"entity {known}"
    name = _name(report, entity)
    person = any(each.type is MentionType.PERSON for each in report.mentions.get(entity, ()))
    return f"name {plain}" if name and (plain := plain_name(name)) and (not person or " " in plain) else None


def _voice(report: _Report, told: Attribution, own: frozenset[str]) -> Voice | None:
    """The source of an attribution; ``None`` where it is the outlet itself, or nobody is named."""
    entity = told.source_entity or ""
    if told.source is None or entity in own or told.source_type is SourceType.OUTLET:
        return None
    name = _name(report, entity) if entity else None
    phrase = _phrase(report, entity, told.source)
    shown = " ".join((name or phrase.words(report.text).split(",")[0]).split())
    spans = report.sources[entity] if name and entity else (phrase,)
    keys = {key for span in spans for key in _spoken_for(report, span, entity)}
    key = _key(report, entity) if entity else None
    bodies = {_body(called) for called in ([span.words(report.text) for span in spans] if name else [shown])}
    here = entity or plain_name(shown)
    return Voice(shown, told.source, here, frozenset(keys | ({key} if key else set())), frozenset(bodies - {()}), bool(name), key)


def _phrase(report: _Report, entity: str, source: Span) -> Span:
    """The words for a source without a name: its own, or where these are a pronoun the longest noun phrase for it."""
    own = source.words(report.text).split(",")[0].lower()
    if own not in RELATIVES and own not in words("pronouns.tsv"):
        return source
    mentions = report.mentions.get(entity, ()) if entity else ()
    nominals = [Span(each.start, each.end) for each in mentions if each.form is MentionForm.NOMINAL]
    return max(nominals, key=lambda each: each.end - each.start, default=source)


def _body(called: str) -> tuple[str, ...]:
    """The words of the body that a source is or speaks for, its noun last, without articles; nothing for people.

    "The army in Karst" is the army, "army spokesman Ada Vell" and "doctors at the hospital" speak for one, "the owner of the ship" is
    the ship owner.
    """
    found = [word for word in folded_words(called.split(",")[0]) if word not in ARTICLES]
    cut = next((i for i, word in enumerate(found) if word in PREPOSITIONS), len(found))
    speaking = any(word in words("speaking_for.tsv") and word not in words("common_bodies.tsv") for word in found)
    for part, rest in ((found[:cut], found[cut + 1 :]), *([(found[cut + 1 :], [])] if speaking else [])):
        at = next((i for i, word in enumerate(part) if word in words("common_bodies.tsv")), None)
        if at is not None and (speaking or at == len(part) - 1):
            owner = rest if found[cut : cut + 1] == ["of"] and not speaking else []
            return (*(word for word in (*owner, *part[:at]) if word not in ARTICLES | PREPOSITIONS), part[at])
    return ()


def _spoken_for(report: _Report, source: Span, entity: str) -> Iterator[str]:
    """What the bodies and states are known by that a source speaks for by its words: "spokesman for the Front", "Sorvia's ministry".

    The name must stand next to the noun, for "a spokesman for the governor of Karst" speaks for no Karst, nor does "a Karst hospital
    spokesman".
    """
    folded = report.folded
    nouns = [i for i in folded.within(source) if folded.words[i] in words("speaking_for.tsv")]
    for mention in report.analysis.mentions if nouns else ():
        named = mention.form is MentionForm.NAME and mention.type is not MentionType.PERSON and mention.entity not in (None, entity)
        name = folded.within(Span(mention.start, mention.end)) if source.start <= mention.start and mention.end <= source.end else range(0)
        if named and name and any(_beside(folded.words, name, noun) for noun in nouns):
            key = _key(report, mention.entity or "")
            if key:
                yield key


def _beside(text: Sequence[str], name: range, noun: int) -> bool:
    """Whether nothing parts a noun from a name but prepositions after it, or what kind it is of before it."""
    if noun in name:
        return False
    if noun < name.start:
        return all(word in PREPOSITIONS | ARTICLES for word in text[noun + 1 : name.start])
    return not any(word in PREPOSITIONS or word in words("common_bodies.tsv") for word in text[name.stop : noun])


def _recipients(report: _Report, told: Attribution, own: frozenset[str], outlet: str) -> Iterator[Relay]:
    """The outlet that somebody told it, other than the report's own: "officials told Meridian Press"."""
    if told.cue is None or not TELLING & set(words_of(report.text, told.cue)):
        return
    gap = _TO.match(report.text, told.cue.end)
    for mention in report.analysis.mentions:
        named = mention.form is MentionForm.NAME and mention.type is not MentionType.PERSON and mention.entity not in own
        if gap and named and mention.start in (gap.end(), gap.start() + 1):
            name = report.text[mention.start : mention.end]
            if which(name, report.media) != outlet:
                yield Relay(report.media.get(plain_name(name), name), Span(mention.start, mention.end))
