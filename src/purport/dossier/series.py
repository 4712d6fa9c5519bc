"""Which recordings of several reports are one, and their lines.

Two are one only where both are said to be of one speaker, by the entities of the case, their days of release meet, their media and
lengths can be one's, and the days of both are narrow, or of one and the lengths are alike. Two of one report never are; what can be one of
two is neither, and stands alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from purport.dossier.alike import called, worded
from purport.dossier.lines import Context, Line, Placed, gathered, meet, order
from purport.dossier.recordings import DURATION, EARLIER, FIELDS, MEDIUM, RELEASED, SPEAKER
from purport.dossier.wording import when
from purport.extract.media import kinds
from purport.ids import digest
from purport.resolve.accounts import Days
from purport.resolve.released import ABOUT, ANY_MEDIUM, NARROW, seconds


@dataclass(frozen=True, slots=True)
class _Told:
    """A recording as one report tells of it, with its entries."""

    report: str
    id: str
    medium: str
    speaker: str | None
    length: int | None
    released: Days
    entries: tuple[Placed, ...]

    @property
    def width(self) -> int:
        """Days within which it is known to have come out."""
        first, last = self.released.first, self.released.last
        return (last - first).days if first and last else 10**6


def recording_lines(entries: Sequence[Placed], context: Context) -> list[Line]:
    """The lines of the recordings of a case, in the order in which they came out, each line with all reports that tell it."""
    groups = sorted((group.members for group in _groups(entries, context)), key=_when)
    ids = [digest(("recording", *sorted(each.id for each in group))) for group in groups]
    place = {(each.report, each.id): number for number, group in enumerate(groups) for each in group}
    described = [_described(group) for group in groups]
    found: list[Line] = []
    for number, group in enumerate(groups):
        subject = ids[number], _named(group, context)
        own = worded([each for one in group for each in one.entries], context)
        told = [_under(subject, each, place.get((each.report, each.entry.same)), described) for each in own]
        found += sorted(map(_shown, gathered(told, context)), key=lambda each: FIELDS.index(each.field))
    return found


def recordings_named(entries: Sequence[Placed], context: Context) -> dict[str, frozenset[tuple[str, str]]]:
    """The recordings of a case by what its dossier calls them: of which reports, and by which id each is one of theirs."""
    found: dict[str, frozenset[tuple[str, str]]] = {}
    for group in _groups(entries, context):
        name = _named(group.members, context)
        found[name] = found.get(name, frozenset()) | {(each.report, each.id) for each in group.members}
    return found


def _under(subject: tuple[str, str], each: Placed, earlier: int | None, described: Sequence[str]) -> Placed:
    """An entry under the recording of the case that it is of; the value of one that tells of an earlier one, by its number, is that."""
    value, same = each.entry.value, each.entry.same
    if each.entry.field == EARLIER and earlier is not None:
        value, same = described[earlier], f"{earlier:05}"
    return Placed(each.path, each.report, replace(each.entry, subject=subject[0], subject_words=subject[1], value=value, same=same))


def _shown(line: Line) -> Line:
    """A line whose value is days with these as they are left by all; its medium is of no day."""
    if line.field == MEDIUM:
        return replace(line, not_before=None, not_after=None)
    if line.field == RELEASED:
        return replace(line, value=" to ".join(each for each in dict.fromkeys((line.not_before, line.not_after)) if each))
    return line


@dataclass(slots=True)
class _Group:
    """Recordings that are one, with what all of them leave open."""

    members: list[_Told]
    reports: set[str]
    media: set[str]
    lengths: set[int]
    dated: set[int | None]
    days: Days

    @classmethod
    def of(cls, one: _Told) -> Self:
        group = cls([], set(), set(), set(), set(), Days())
        group.add(one)
        return group

    def add(self, one: _Told) -> None:
        """Take in another."""
        self.members.append(one)
        self.reports.add(one.report)
        self.media.add(one.medium)
        self.lengths |= {one.length} if one.length is not None else set()
        self.dated |= {one.length} if one.width <= NARROW else set()
        self.days = meet([self.days, one.released])

    def can_have(self, one: _Told) -> bool:
        """Whether nothing keeps it apart from any: they are of one speaker, and came out, are and last as one can."""
        if one.report in self.reports or one.speaker is None or one.released.apart(self.days):
            return False
        can_be = all(kinds()[one.medium].may_be(kinds()[medium]) for medium in self.media)
        return can_be and all(_is_alike(one.length, length) for length in self.lengths)

    def has(self, one: _Told) -> bool:
        """Whether it can be told to be one of them: the days of both are narrow, or those of one are, and they last alike."""
        if one.width <= NARROW:
            return bool(self.dated)
        return one.length is not None and any(length is not None and _is_alike(one.length, length) for length in self.dated)


def _is_alike(one: int | None, other: int) -> bool:
    """Whether two lengths can be one's."""
    return one is None or abs(one - other) <= ABOUT * max(one, other)


def _groups(entries: Sequence[Placed], context: Context) -> list[_Group]:
    """The recordings of the reports, those that are one together."""
    groups: dict[str, list[_Group]] = defaultdict(list)
    for each in sorted(_recordings(entries, context), key=lambda each: (each.width, each.report, each.id)):
        own = groups[each.speaker or ""]
        fits = [group for group in own if group.can_have(each) and group.has(each)]
        if len(fits) == 1:
            fits[0].add(each)
        else:
            own.append(_Group.of(each))
    return [group for own in groups.values() for group in own]


def _recordings(entries: Sequence[Placed], context: Context) -> Iterable[_Told]:
    own: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for each in sorted(entries, key=order):
        own[each.report, each.entry.subject].append(each)
    for (report, id_), told in sorted(own.items()):
        medium = next((each.entry for each in told if each.entry.field == MEDIUM), None)
        if medium is None:
            continue
        length = next((each.entry.same for each in told if each.entry.field == DURATION), None)
        whose = medium.whose and context.names.get((report, medium.whose), (f"{report} {medium.whose}", ""))[0]
        yield _Told(report, id_, medium.value, whose, seconds(length), medium.days, tuple(told))


def _when(group: Sequence[_Told]) -> tuple[str, str]:
    days = meet([each.released for each in group])
    return str(days.first or days.last or ""), min(each.id for each in group)


def _medium(group: Sequence[_Told]) -> str:
    """The medium that most tell, a telling one if any does."""
    media = Counter(each.medium for each in group)
    return min(media, key=lambda each: (each in ANY_MEDIUM, -media[each], each))


def _described(group: Sequence[_Told]) -> str:
    """A recording by medium, day of release and length."""
    lengths = sorted({each.entry.value for one in group for each in one.entries if each.entry.field == DURATION})
    return ", ".join(filter(None, (_medium(group), when(meet([each.released for each in group])), *lengths)))


def _named(group: Sequence[_Told], context: Context) -> str:
    """A recording by medium, speaker and day of release."""
    entries = [each for one in group for each in one.entries]
    names = {called(each, context) for each in entries if called(each, context)}
    told = {each.entry.subject_words for each in entries if each.entry.field == SPEAKER}
    return ", ".join(filter(None, (_medium(group), min(names or told, default=""), when(meet([each.released for each in group])))))
