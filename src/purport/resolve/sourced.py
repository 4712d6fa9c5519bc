"""What a report alone tells of the sources of its claims: all that chains are put together from, without the report.

Which outlets there are beside its own, and who its people are, a case tells; so neither is decided here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from purport.extract.words import words_of
from purport.lexicon import words
from purport.records import Analysis, Attribution, Claim, Mention, MentionForm, MentionType, SourceType, Span
from purport.resolve.folded import Folded, fold_report, folded_words
from purport.resolve.outlets import ARTICLES, Crediting, crediting, plain_name
from purport.resolve.unnamed import PREPOSITIONS

TELLING = frozenset({"told", "tell", "tells", "telling"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
OURSELVES = frozenset({"we", "us", "our", "ours", "ourselves"})
_TO = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whence:
    """A report by its id, its path and whose it is."""

    id: str
    path: str
    outlet: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of a report by its longest name, to compare; ``is_enough`` is whether that tells who it is in another report."""

    entity: str
    name: str
    is_enough: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Whom an attribution names: the words to show and where they stand.

    ``entity`` is empty where the report has none for it. ``here`` is what it is known by in its report, ``spoken_for`` the entities that
    it speaks for by its words, ``bodies`` the words of bodies without a name that it is or speaks for, the noun last ("district
    hospital"); ``is_named`` is whether the report has a name for it.
    """

    entity: str
    name: str
    words: Span
    here: str
    spoken_for: tuple[str, ...]
    bodies: tuple[tuple[str, ...], ...]
    is_named: bool


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom somebody told it who is named and no person: "officials told Meridian Press"."""

    name: str
    words: Span
    entity: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """An attribution: its source, none where that is the outlet itself or nobody is named, and whom it was told."""

    id: str
    nested_in: str | None
    source: Source | None
    told_to: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A claim, and the attribution that it stands in."""

    id: str
    attribution: str | None
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sourced:
    """What a report tells of the sources of its claims.

    ``names`` are the entities that it names, ``ours`` those that speak as "we" in the outlet's own voice; ``credits`` are the lines that
    can credit somebody, ``heard`` all its attributions; ``passing`` is what is told in passing, in no claim.
    """

    report: Whence
    names: tuple[Named, ...]
    ours: tuple[str, ...]
    credits: tuple[Crediting, ...]
    heard: tuple[Heard, ...]
    claims: tuple[Held, ...]
    passing: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A report with what its sources are read by."""

    analysis: Analysis
    mentions: Mapping[str, Sequence[Mention]]
    sources: Mapping[str, Sequence[Span]]
    folded: Folded

    @property
    def text(self) -> str:
        """The report's text."""
        return self.analysis.report.text


def sourced(analysis: Analysis, claims: Iterable[Claim], passing: Iterable[Claim] = ()) -> Sourced:
    """What a report tells of the sources of some claims, in their order, and of what it tells in passing."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    sources: dict[str, list[Span]] = defaultdict(list)
    for mention in analysis.mentions:
        mentions[mention.entity or ""].append(mention)
    for told in analysis.attributions:
        if told.source:
            sources[told.source_entity or ""].append(told.source)
    read = _Read(analysis, mentions, sources, fold_report(analysis))
    report = analysis.report
    return Sourced(
        Whence(report.id, report.path, report.outlet, report.url),
        tuple(_names(read)),
        tuple(_ours(read)),
        crediting(analysis),
        tuple(Heard(told.id, told.nested_in, _source(read, told), tuple(_recipients(read, told))) for told in analysis.attributions),
        *(tuple(Held(claim.id, claim.attribution, claim.content) for claim in each) for each in (claims, passing)),
    )


def _names(read: _Read) -> Iterator[Named]:
    for entity, mentions in read.mentions.items():
        name = _name(read, entity) if entity else None
        if name is not None:
            plain = plain_name(name)
            person = any(each.type is MentionType.PERSON for each in mentions)
            yield Named(entity, plain, bool(plain) and (not person or " " in plain))


def _ours(read: _Read) -> Iterator[str]:
    """The entities by which a report says "we" in the outlet's own voice."""
    speaking = {told.source_entity for told in read.analysis.attributions if told.source_type is SourceType.OUTLET}
    for entity, mentions in read.mentions.items():
        if entity and entity in speaking and {read.text[each.start : each.end].lower() for each in mentions} & OURSELVES:
            yield entity


def _name(read: _Read, entity: str) -> str | None:
    """The longest name that an entity has in a report; the first of equal ones."""
    names = [read.text[each.start : each.end] for each in read.mentions.get(entity, ()) if each.form is MentionForm.NAME]
    return max(names, key=len, default=None)


def _source(read: _Read, told: Attribution) -> Source | None:
    entity = told.source_entity or ""
    if told.source is None or told.source_type is SourceType.OUTLET:
        return None
    name = _name(read, entity) if entity else None
    phrase = _phrase(read, entity, told.source)
    shown = " ".join((name or phrase.words(read.text).split(",")[0]).split())
    spans = read.sources[entity] if name and entity else (phrase,)
    spoken_for = dict.fromkeys(each for span in spans for each in _spoken_for(read, span, entity))
    bodies = dict.fromkeys(map(_body, [span.words(read.text) for span in spans] if name else [shown]))
    here = entity or plain_name(shown)
    return Source(entity, shown, told.source, here, tuple(spoken_for), tuple(body for body in bodies if body), bool(name))


def _phrase(read: _Read, entity: str, source: Span) -> Span:
    """The words for a source without a name: its own, or where these are a pronoun the longest noun phrase for it."""
    own = source.words(read.text).split(",")[0].lower()
    if own not in RELATIVES and own not in words("pronouns.tsv"):
        return source
    mentions = read.mentions.get(entity, ()) if entity else ()
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


def _spoken_for(read: _Read, source: Span, entity: str) -> Iterator[str]:
    """The bodies and states that a source speaks for by its words: "spokesman for the Front", "Sorvia's ministry".

    The name must stand next to the noun, for "a spokesman for the governor of Karst" speaks for no Karst, nor does "a Karst hospital
    spokesman".
    """
    folded = read.folded
    nouns = [i for i in folded.within(source) if folded.words[i] in words("speaking_for.tsv")]
    for mention in read.analysis.mentions if nouns else ():
        named = mention.form is MentionForm.NAME and mention.type is not MentionType.PERSON and mention.entity not in (None, entity)
        name = folded.within(Span(mention.start, mention.end)) if source.start <= mention.start and mention.end <= source.end else range(0)
        if named and name and any(_beside(folded.words, name, noun) for noun in nouns):
            yield mention.entity or ""


def _beside(text: Sequence[str], name: range, noun: int) -> bool:
    """Whether nothing parts a noun from a name but prepositions after it, or what kind it is of before it."""
    if noun in name:
        return False
    if noun < name.start:
        return all(word in PREPOSITIONS | ARTICLES for word in text[noun + 1 : name.start])
    return not any(word in PREPOSITIONS or word in words("common_bodies.tsv") for word in text[name.stop : noun])


def _recipients(read: _Read, told: Attribution) -> Iterator[Recipient]:
    if told.cue is None or not TELLING & set(words_of(read.text, told.cue)):
        return
    gap = _TO.match(read.text, told.cue.end)
    for mention in read.analysis.mentions:
        named = mention.form is MentionForm.NAME and mention.type is not MentionType.PERSON
        if gap and named and mention.start in (gap.end(), gap.start() + 1):
            yield Recipient(read.text[mention.start : mention.end], Span(mention.start, mention.end), mention.entity)
