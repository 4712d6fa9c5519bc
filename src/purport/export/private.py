"""Whose names a case's files do not hold: people asked for by name, and witnesses, with all that the case calls them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from purport.export.labels import Labels, Person, words_of
from purport.folding import fold
from purport.records import MentionType, SourceType
from purport.resolve import CaseEntity, Profile
from purport.resolve.aliases import Member
from purport.resolve.names import PERSON, parse
from purport.resolve.naming import Named
from purport.resolve.spelling import fold as fold_name
from purport.store import ClaimRow

BEFORE_A_NAME = (",", " as", " named", " called", " name is", " name,")
"""What stands before a witness's own name in the words for a source: "a grocer, Ada Roe", "who is known only as Roe"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose names are to be replaced: those of these names, and with ``witnesses`` all who say what they have seen themselves."""

    names: tuple[str, ...] = ()
    witnesses: bool = False


@dataclass(frozen=True, slots=True)
class Private:
    """The labels, one sentence that says what was replaced, and the names asked for by which the case knows nobody."""

    labels: Labels
    note: str | None = None
    unknown: tuple[str, ...] = ()


NOBODY = Asked()


def find_private(asked: Asked, entities: Sequence[CaseEntity], profiles: Collection[Profile], claims: Iterable[ClaimRow]) -> Private:
    """Who is meant, numbered in the order asked for, witnesses last and in the order in which they first speak."""
    if asked == NOBODY:
        return Private(Labels(()))
    found: dict[str, CaseEntity | None] = {}
    unknown = []
    for name in asked.names:
        own = [each for each in entities if fold(name) in {fold(each.name), *map(fold, each.names)} or name == each.id]
        found |= {each.id: each for each in own} if own else {name: None}
        unknown += [] if own else [name]
    if asked.witnesses:
        found |= {each.id: each for each in _witnesses(entities, profiles, claims)}
    known = {each.member: each for each in profiles}
    people = [_person(f"[person {number}]", key, each, known) for number, (key, each) in enumerate(found.items(), 1)]
    others = (each for each in entities if each.id not in found and each.type is MentionType.PERSON)
    return Private(Labels(people, (words_of(name) for each in others for name in each.names)), _note(len(people)), tuple(unknown))


def _note(count: int) -> str:
    who = "1 person" if count == 1 else f"{count} people"
    return f"Redacted: the names of {who} are replaced by labels such as [person 1] in all that is written here."


def _person(label: str, asked: str, entity: CaseEntity | None, known: dict[Member, Profile]) -> Person:
    if entity is None:
        return Person(label, (words_of(asked),), frozenset(parse(asked, PERSON).words) & set(words_of(asked)) or frozenset(words_of(asked)))
    named = [each for member in entity.members for each in known[member].names]
    return Person(label, tuple(sorted({_whole(each) for each in named})), frozenset(part for each in named for part in _parts(each)))


def _whole(named: Named) -> tuple[str, ...]:
    """The words of a name without the titles before it."""
    words, parts = words_of(named.words), _parts(named)
    first = next((i for i, word in enumerate(words) if word in parts), 0)
    return words[first:]


def _parts(named: Named) -> tuple[str, ...]:
    """The words by which somebody can be called alone."""
    words = words_of(named.words)
    return tuple(word for word in words if fold_name(word) in named.name.words and len(word) > 1) or words


def _witnesses(entities: Sequence[CaseEntity], profiles: Iterable[Profile], claims: Iterable[ClaimRow]) -> Iterator[CaseEntity]:
    """The people with a name who say what they have seen: who a source is, and whose name is set off in the words for it."""
    of = {member: each for each in entities if each.type is MentionType.PERSON for member in each.members}
    own: dict[str, list[Profile]] = {}
    for profile in profiles:
        own.setdefault(profile.report, []).append(profile)
    for claim in claims:
        if claim.source is None or claim.source_type is not SourceType.EYEWITNESS:
            continue
        if (claim.report, claim.source_entity or "") in of:
            yield of[claim.report, claim.source_entity or ""]
        for profile in own.get(claim.report, ()):
            if profile.member in of and any(_is_set_off(each, claim) for each in profile.names):
                yield of[profile.member]


def _is_set_off(named: Named, claim: ClaimRow) -> bool:
    source = claim.source
    if source is None or not source.start <= named.start < named.end <= source.end:
        return False
    before = source.words[: named.start - source.start].rstrip()
    return not before or before.endswith(BEFORE_A_NAME)
