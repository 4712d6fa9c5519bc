"""What one report tells of each thing that it names: the names, roles, sex and sort by which it is known again elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from purport.extract.kinds import named_kind
from purport.ids import digest
from purport.lexicon import words
from purport.records import Analysis, Interval, Mention, MentionForm, MentionType, Span
from purport.resolve.beside import Beside, besides, introduced
from purport.resolve.names import ORGANISATION, PERSON, PLACE, Fit, Name, also_called, compare, parse
from purport.resolve.naming import Named, calls_of, described, name_spans, named
from purport.resolve.places import places_called
from purport.resolve.roles import Role, role_before, role_in

UNDATED = Interval()
Grouped = Mapping[str, Sequence[Mention]]
"""The mentions of each entity of a report."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity of one report.

    ``is_told``: words tell its type (a title, a pronoun, the noun of a firm, "in" before it), not the network alone. ``titled`` is "man" or
    "woman" where a title or a noun tells it, ``spoken`` where pronouns do, more seldom right. ``is_married`` is by a title that may go with
    a husband's name. ``is_shared``: somebody else in the report may be meant by the same last name; ``may_be`` is the one full name
    there that ends so. ``published`` are the days on which the report can have come out.
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
    published: Interval = UNDATED

    @property
    def member(self) -> tuple[str, str]:
        """What it is in its report, as links name it."""
        return self.report, self.entity

    @property
    def is_named(self) -> bool:
        """Whether it has a name that can be its whole one."""
        return any(each.name.is_long for each in self.names)

    @property
    def plain(self) -> Profile:
        """What all profiles of its signature tell, as one of them: in an order of its own, without where it stands."""
        return replace(
            self,
            report=self.signature,
            path="",
            entity="",
            names=_unplaced(self.names, printed=self.type == PLACE),
            nominals=(),
            roles=tuple(
                sorted({replace(each, start=0, end=0) for each in self.roles}, key=lambda each: (each.noun, each.of or "", each.when))
            ),
            acronyms=_unplaced(self.acronyms, printed=False),
            beside=tuple(sorted({replace(each, start=0, end=0) for each in self.beside}, key=lambda each: (each.relation, each.words))),
            published=self.published if any(each.is_sole for each in self.roles) else UNDATED,
        )

    @property
    def signature(self) -> str:
        """A digest of all that tells whom or what it is; profiles with one signature are alike to everything."""
        parts = [
            self.type,
            str(self.is_told),
            self.titled,
            self.spoken,
            str(self.is_married),
            str(self.is_shared),
            self.may_be.key if self.may_be else "",
        ]
        parts += sorted({each.name.key for each in self.names}) + sorted({f"short {each.name.key}" for each in self.acronyms})
        parts += sorted({f"{each.noun} {each.of} {each.when}" for each in self.roles})
        parts += sorted({f"{each.relation} {each.words}" for each in self.beside})
        if any(each.is_sole for each in self.roles):
            parts += [str(self.published.not_before), str(self.published.not_after)]
        if self.type == PLACE:
            parts += sorted({each.words for each in self.names})
        return digest(parts)


def _unplaced(names: Sequence[Named], *, printed: bool) -> tuple[Named, ...]:
    """Names in an order of their own, each once; as printed where the signature holds that."""
    own = {(each.name.key, each.words if printed else " ".join(each.name.words)): each.name for each in names}
    return tuple(Named(words, at, at, 1, name) for at, ((_, words), name) in enumerate(sorted(own.items(), key=lambda each: each[0])))


def profiles(analysis: Analysis) -> tuple[Profile, ...]:
    """A profile of each entity of a report that has a name, or a role that only one person at a time has; in the order of the text.

    What stands inside a time expression ("March") is no name.
    """
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in analysis.mentions:
        grouped[mention.entity or mention.id].append(mention)
    times = [(each.start, each.end) for each in analysis.timexes]
    found = (_profile(analysis, own, grouped, times) for own in grouped.values())
    return tuple(_among([each for each in found if each is not None]))


def _profile(analysis: Analysis, own: Sequence[Mention], grouped: Grouped, times: Sequence[tuple[int, int]]) -> Profile | None:
    report, text = analysis.report, analysis.report.text
    spans = [span for span in name_spans(text, own) if not any(a <= span.start and span.end <= b for a, b in times)]
    nouns = [Span(each.start, each.end) for each in own if each.form == MentionForm.NOMINAL]
    roles = _roles(analysis, spans, nouns, grouped) if _is_person(own) else ()
    kind, told = _type(text, own, spans, roles)
    names = named(text, spans, kind)
    if kind != PERSON and not any(each.name.is_long for each in names):
        by_noun = [found for noun in nouns if (found := described(text, noun)) is not None][:1]
        names, kind, told = (*names, *by_noun), ORGANISATION if by_noun else kind, told or bool(by_noun)
    if not names and not any(each.is_sole for each in roles):
        return None
    around = tuple(besides(text, spans, nouns)) if kind == PLACE else ()
    calls = calls_of(text, spans) if kind == PERSON else []
    return Profile(
        report.id,
        report.path,
        own[0].entity or own[0].id,
        kind,
        told or any(each.relation == "sort" for each in around),
        names,
        tuple(nouns),
        roles,
        tuple(_introduced(text, spans, kind, names)),
        around,
        titled=_one({each.sex for each in calls} | {_sex_of_noun(text, noun) for noun in nouns}) if kind == PERSON else "",
        spoken=_one({_sex(text, each) for each in own}) if kind == PERSON else "",
        is_married=any(each.goes == "married" for each in calls),
        published=Interval(report.published.not_before, report.published.not_after),
    )


def _introduced(text: str, spans: Sequence[Span], kind: MentionType, names: Sequence[Named]) -> Iterator[Named]:
    """The other names that the text introduces, but for those of others: "Vane Ltd (UK)" is in Britain."""
    own = {also_called(each.name) for each in names}
    for span in introduced(text, spans):
        name = parse(span.words(text), kind)
        if also_called(name) is None or also_called(name) in own:
            yield Named(span.words(text), span.start, span.end, 1, name)


def _one(told: set[str]) -> str:
    """What several words tell, if they agree."""
    told = told - {""}
    return told.pop() if len(told) == 1 else ""


def _is_person(own: Sequence[Mention]) -> bool:
    """Whether at least half of what names or describes it is a person's."""
    said = [each.type for each in own if each.form != MentionForm.PRONOUN]
    return 2 * said.count(PERSON) >= len(said) > 0


def _roles(analysis: Analysis, spans: Sequence[Span], nouns: Sequence[Span], grouped: Grouped) -> tuple[Role, ...]:
    """The roles that titles before names and noun phrases tell, each once."""
    text = analysis.report.text
    found = [role_before(text, _after_titles(text, span)) for span in spans]
    found += [role_in(text, noun, _owner_in(analysis, noun, grouped)) for noun in nouns]
    kept: dict[tuple[str, str | None, str], Role] = {}
    for role in found:
        if role is not None:
            kept.setdefault((role.noun, role.of, role.when), role)
    return tuple(kept.values())


def _after_titles(text: str, span: Span) -> int:
    """Where a person's name begins after the titles in it."""
    (call,) = calls_of(text, [span])
    at = text.find(call.words[0], span.start, span.end) if call.words else -1
    return at if at >= 0 else span.start


def _owner_in(analysis: Analysis, noun: Span, grouped: Grouped) -> str | None:
    """The name of whose "its", "his" or "the group's" a noun phrase is."""
    for mention in analysis.mentions:
        if mention.form != MentionForm.NAME and noun.start <= mention.start and mention.end < noun.end:
            names = [each for each in grouped.get(mention.entity or "", ()) if each.form == MentionForm.NAME]
            return analysis.report.text[names[0].start : names[0].end] if names else None
    return None


def _type(text: str, own: Sequence[Mention], spans: Sequence[Span], roles: Sequence[Role]) -> tuple[MentionType, bool]:
    """The type of an entity, and whether words tell it. Where they tell of several, and where of none, it is the network's."""
    nouns = [each for each in own if each.form == MentionForm.NOMINAL]
    told = set()
    if any(_sex(text, each) for each in own) or (roles and any(each.type == PERSON for each in nouns)):
        told.add(PERSON)
    if any(each.sex for each in calls_of(text, spans)) or any(role_before(text, span.start) for span in spans):
        told.add(PERSON)
    if any(len(each) > 1 and named_kind(each) is not None for each in (span.words(text).split() for span in spans)):
        told = {ORGANISATION}
    if any(each.type == PLACE for each in nouns) or any(_is_within(text, span) for span in spans):
        told.add(PLACE)
    counts = Counter(each.type for each in own if each.form == MentionForm.NAME) or Counter(each.type for each in own)
    usual = max(counts, key=lambda each: (counts[each], each))
    if not told and usual == PLACE and any(place.name == span.words(text) for span in spans for place in places_called(span.words(text))):
        return PLACE, True
    return (told.pop(), True) if len(told) == 1 else (usual, False)


def _is_within(text: str, span: Span) -> bool:
    """Whether something is said to be in it: "in Karesh"."""
    before = text[max(0, span.start - 4) : span.start].split(" ")
    return before[-2:] == ["in", ""] and len(before) > 2


def _sex(text: str, mention: Mention) -> str:
    """What a pronoun tells of the sex."""
    row = words("personal.tsv").get(text[mention.start : mention.end].lower()) if mention.form == MentionForm.PRONOUN else None
    return row[0] if row else ""


def _sex_of_noun(text: str, noun: Span) -> str:
    head = noun.words(text).split(" of ")[0].split()
    return words("sexed_nouns.tsv").get(head[-1].lower(), ("",))[0] if head else ""


def _among(found: Sequence[Profile]) -> Iterator[Profile]:
    """The profiles, people known by their last name alone with whom else of the report that may be.

    Where one other has it, that is whom it ``may_be``; where several have, or a man and a woman go by it, it ``is_shared``.
    """
    by_last: dict[str, list[Profile]] = defaultdict(list)
    for each in found:
        for last in {own.name.words[-1] for own in each.names if each.type == PERSON}:
            by_last[last].append(each)
    for each in found:
        if each.type != PERSON or not each.names or each.is_named:
            yield each
            continue
        alike = by_last[each.names[0].name.words[-1]]
        longer = [own.name for other in alike for own in other.names if own.name.is_long]
        several = any((fit := compare(a, b)) is None or fit.fit != Fit.FULL for a, b in combinations(longer, 2))
        if several or len({other.titled for other in alike if not other.is_named} - {""}) > 1:
            yield replace(each, is_shared=True)
        else:
            yield replace(each, may_be=longer[0] if longer else None)
