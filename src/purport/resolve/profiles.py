"""What one report tells of each thing that it names: the names, roles, sex and sort by which it is known again elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from purport.extract.kinds import named_kind
from purport.extract.names import Called, called
from purport.ids import digest
from purport.lexicon import words
from purport.reader import Labelled
from purport.records import Analysis, Interval, Mention, MentionForm, MentionType, Span
from purport.resolve.beside import Beside, besides, introduced
from purport.resolve.names import ORGANISATION, PERSON, PLACE, Fit, Name, compare, parse
from purport.resolve.places import places_called
from purport.resolve.roles import Role, role_before, role_in

_EDGES = " \t\n\r,.;:'’`´\"“”‘()"


@dataclass(frozen=True, slots=True)
class Named:
    """A name as first printed, where, how often, and ready to be compared."""

    words: str
    start: int
    end: int
    count: int
    name: Name


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity of one report.

    ``is_told``: words tell its type (a title, a pronoun, the noun of a firm, "in" before it), not the network alone. ``titled`` is "man" or
    "woman" where a title or a noun tells it, ``spoken`` where pronouns do, more seldom right. ``is_married`` is by a title that may go with
    a husband's name. ``is_shared``: somebody else in the report may be meant by the same last name; ``may_be`` is the one full name
    there that ends so. ``published`` are the days on which the
    report can have come out.
    """

    report: str
    path: str
    entity: str
    type: MentionType
    is_told: bool
    names: tuple[Named, ...]
    nominals: tuple[Span, ...] = ()
    roles: tuple[Role, ...] = ()
    acronyms: tuple[Named, ...] = ()
    beside: tuple[Beside, ...] = ()
    titled: str = ""
    spoken: str = ""
    is_married: bool = False
    is_shared: bool = False
    may_be: Name | None = None
    published: Interval = Interval()

    @property
    def member(self) -> tuple[str, str]:
        """What it is in its report, as links name it."""
        return self.report, self.entity

    @property
    def signature(self) -> str:
        """A digest of all that tells whom or what it is; profiles with one signature are alike to everything."""
        months = (self.published.not_before or "")[:7], (self.published.not_after or "")[:7]
        parts = [self.type, str(self.is_told), self.titled, self.spoken, str(self.is_married), str(self.is_shared), repr(self.may_be)]
        parts += sorted({repr(each.name) for each in (*self.names, *self.acronyms)})
        parts += sorted({f"{each.noun} {each.of} {each.when}" for each in self.roles})
        parts += sorted({f"{each.relation} {each.words}" for each in self.beside})
        parts += months if any(each.is_sole for each in self.roles) else ()
        return digest(parts)


def profiles(analysis: Analysis) -> tuple[Profile, ...]:
    """A profile of each entity of a report that has a name, or a role that only one person at a time has; in the order of the text.

    What stands inside a time expression ("March") is no name.
    """
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in analysis.mentions:
        grouped[mention.entity or mention.id].append(mention)
    times = [(each.start, each.end) for each in analysis.timexes]
    found = [each for own in grouped.values() if (each := _profile(analysis, own, grouped, times)) is not None]
    return tuple(_among(found))


def _profile(
    analysis: Analysis, own: Sequence[Mention], grouped: dict[str, list[Mention]], times: Sequence[tuple[int, int]]
) -> Profile | None:
    report, text = analysis.report, analysis.report.text
    spans = [span for each in own if each.form == MentionForm.NAME for span in _parts(text, _trimmed(text, each))]
    spans = [span for span in spans if _is_name(text, span) and not any(a <= span.start and span.end <= b for a, b in times)]
    nouns = [Span(each.start, each.end) for each in own if each.form == MentionForm.NOMINAL]
    person = _is_person(own)
    roles = _roles(text, spans, nouns, grouped, analysis) if person else ()
    if not spans and not any(each.is_sole for each in roles):
        return None
    kind, told = _type(text, own, spans, roles)
    calls = [called(text, Labelled(span, PERSON, 1.0)) for span in spans] if kind == PERSON else []
    spoken = {sex[0] for each in own if each.form == MentionForm.PRONOUN and (sex := _sex(text[each.start : each.end])) and sex[0]}
    titled = {each.sex for each in calls if each.sex} | {sex for noun in nouns if (sex := _noun_sex(text, noun))}
    return Profile(
        report.id,
        report.path,
        own[0].entity or own[0].id,
        kind,
        told,
        _names(text, spans, calls, kind),
        tuple(nouns),
        roles,
        tuple(Named(s.words(text), s.start, s.end, 1, parse(s.words(text), kind)) for s in introduced(text, spans)) if spans else (),
        tuple(besides(text, spans, nouns)) if kind == PLACE else (),
        titled=next(iter(titled)) if len(titled) == 1 and kind == PERSON else "",
        spoken=next(iter(spoken)) if len(spoken) == 1 and kind == PERSON else "",
        is_married=any(each.goes == "married" for each in calls),
        published=Interval(report.published.not_before, report.published.not_after),
    )


def _trimmed(text: str, mention: Mention) -> Span:
    """A name without an article or marks at its edges, nor the "s" of a possessive."""
    start, end = mention.start, mention.end
    said = text[start:end]
    first, _, rest = said.partition(" ")
    if rest[:1].isupper() and first.lower() in {"a", "an"}:
        start += len(first) + 1
    for mark in ("'s", "’s"):
        if text[start:end].endswith(mark):
            end -= len(mark)
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES and not (text[end - 1] == "." and "." in text[start : end - 1]):
        end -= 1
    return Span(start, end)


def _parts(text: str, span: Span) -> list[Span]:
    """The two short forms in "ISIS or ISIL"; else the name itself."""
    first, either, last = span.words(text).partition(" or ")
    if either and first.isupper() and last.isupper():
        return [Span(span.start, span.start + len(first)), Span(span.end - len(last), span.end)]
    return [span]


def _is_name(text: str, span: Span) -> bool:
    """Whether a name is more than part of an adjective: "Kesmar-led" names no Kesmar-led."""
    _, hyphen, last = span.words(text).rpartition("-")
    return span.start < span.end and not (hyphen and last.islower())


def _is_person(own: Sequence[Mention]) -> bool:
    """Whether most of what names or describes it is a person's."""
    said = [each.type for each in own if each.form != MentionForm.PRONOUN]
    return 2 * said.count(PERSON) >= len(said) > 0


def _roles(
    text: str, spans: Sequence[Span], nouns: Sequence[Span], grouped: dict[str, list[Mention]], analysis: Analysis
) -> tuple[Role, ...]:
    found = [role for span in spans if (role := role_before(text, _bare(text, span))) is not None]
    for noun in nouns:
        if (role := role_in(text, noun, _owner_in(text, noun, grouped, analysis))) is not None:
            found.append(role)
    kept: dict[tuple[str, str | None, str], Role] = {}
    for role in found:
        kept.setdefault((role.noun, role.of, role.when), role)
    return tuple(kept.values())


def _bare(text: str, span: Span) -> int:
    """Where a person's name begins after the titles in it."""
    own = called(text, Labelled(span, PERSON, 1.0)).words
    first = own[0] if own else ""
    at = text.find(first, span.start, span.end)
    return at if at >= 0 else span.start


def _owner_in(text: str, noun: Span, grouped: dict[str, list[Mention]], analysis: Analysis) -> str | None:
    """The name of whose "its", "his" or "the group's" a noun phrase is."""
    for mention in analysis.mentions:
        if mention.form != MentionForm.NAME and noun.start <= mention.start and mention.end < noun.end:
            names = [each for each in grouped.get(mention.entity or "", ()) if each.form == MentionForm.NAME]
            return text[names[0].start : names[0].end] if names else None
    return None


def _type(text: str, own: Sequence[Mention], spans: Sequence[Span], roles: Sequence[Role]) -> tuple[MentionType, bool]:
    """The type of an entity, and whether words tell it. Several that words tell of leave it to the network."""
    told = set()
    named = [span.words(text).split() for span in spans]
    if any(_sex(text[each.start : each.end]) for each in own if each.form == MentionForm.PRONOUN) or (
        roles and any(each.form == MentionForm.NOMINAL and each.type == PERSON for each in own)
    ):
        told.add(PERSON)
    if any(called(text, Labelled(span, PERSON, 1.0)).sex or role_before(text, span.start) for span in spans):
        told.add(PERSON)
    if any(len(each) > 1 and named_kind(each) is not None for each in named):
        told = {ORGANISATION}
    if any(each.form == MentionForm.NOMINAL and each.type == PLACE for each in own) or any(_is_within(text, span) for span in spans):
        told.add(PLACE)
    counts = Counter(each.type for each in own if each.form == MentionForm.NAME) or Counter(each.type for each in own)
    usual = max(counts, key=lambda each: (counts[each], each))
    if not told and usual == PLACE and any(place.name == span.words(text) for span in spans for place in places_called(span.words(text))):
        return PLACE, True
    return (next(iter(told)), True) if len(told) == 1 else (usual, False)


def _is_within(text: str, span: Span) -> bool:
    """Whether something is said to be in it: "in Karesh"."""
    return text[max(0, span.start - 4) : span.start].lower().lstrip().startswith("in ") and text[span.start - 4 : span.start - 3] in {" ", "\n"}


def _sex(word: str) -> tuple[str, ...] | None:
    row = words("personal.tsv").get(word.lower())
    return row if row and row[0] else None


def _noun_sex(text: str, noun: Span) -> str:
    head = noun.words(text).split(" of ")[0].split()
    return next(iter(words("sexed_nouns.tsv").get(head[-1].lower(), ("",))), "") if head else ""


def _names(text: str, spans: Sequence[Span], calls: Sequence[Called], kind: MentionType) -> tuple[Named, ...]:
    found: dict[Name, list[tuple[str, Span]]] = {}
    for i, span in enumerate(spans):
        words_ = " ".join(span.words(text).split())
        bare = " ".join(calls[i].words) if calls else words_
        definite = text[max(0, span.start - 4) : span.start].lower().strip() == "the"
        found.setdefault(parse(bare or words_, kind, definite=definite), []).append((words_, span))
    if kind == PLACE:
        found = _whole(found)
    return tuple(Named(own[0][0], own[0][1].start, own[0][1].end, len(own), name) for name, own in found.items())


def _whole(found: Mapping[Name, list[tuple[str, Span]]]) -> dict[Name, list[tuple[str, Span]]]:
    """A place's names, the last words of a longer one taken for that: elsewhere Karesh is not New Karesh."""
    longest = max(found, key=lambda name: (len(name.words), name.words), default=None)
    kept: dict[Name, list[tuple[str, Span]]] = {}
    for name, own in found.items():
        part = longest is not None and len(name.words) < len(longest.words) and longest.words[-len(name.words) :] == name.words
        kept.setdefault(longest if part and longest is not None else name, []).extend(own)
    return {name: sorted(own, key=lambda each: (len(each[0]) < len(name.words), each[1])) for name, own in kept.items()}


def _among(found: Sequence[Profile]) -> Iterator[Profile]:
    """The profiles, people known by their last name alone with whom else of the report that may be.

    Where one other has it, that is whom it ``may_be``; where several have, or a man and a woman go by it, it ``is_shared``.
    """
    by_last: dict[str, list[Profile]] = defaultdict(list)
    for each in found:
        for last in {named.name.words[-1] for named in each.names if each.type == PERSON}:
            by_last[last].append(each)
    for each in found:
        if each.type != PERSON or not each.names or any(named.name.is_long for named in each.names):
            yield each
            continue
        own = by_last[each.names[0].name.words[-1]]
        longer = [named.name for other in own for named in other.names if named.name.is_long]
        several = any((fit := compare(a, b)) is None or fit.fit != Fit.FULL for a, b in combinations(longer, 2))
        if several or len({other.titled for other in own if not any(named.name.is_long for named in other.names)} - {""}) > 1:
            yield replace(each, is_shared=True)
        else:
            yield replace(each, may_be=longer[0] if longer else None)
