"""Which recordings of several reports are one, and their lines.

Two are one only where both are said to be of one speaker, by the entities of the case, their days of release meet, their media and
lengths can be one's, and the days of both are narrow, or of one and the lengths are alike. Two of one report never are; what can be one of
two is neither, and stands alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from purport.dossier.alike import called, worded
from purport.dossier.lines import Context, Line, Placed, gathered, meet, order
from purport.dossier.recordings import DURATION, EARLIER, FIELDS, MEDIUM, RELEASED, SPEAKER, when
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
    groups = sorted(_groups(entries, context), key=_when)
    ids = {(each.report, each.id): digest(("recording", *sorted(one.id for one in group))) for group in groups for each in group}
    earlier = {ids[each.report, each.id]: _described(group) for group in groups for each in group}
    found: list[Line] = []
    for group in groups:
        subject = ids[group[0].report, group[0].id], _named(group, context)
        told = [_under(subject, _older(each, ids, earlier)) for each in worded([each for one in group for each in one.entries], context)]
        found += sorted(map(_shown, gathered(told, context)), key=lambda each: FIELDS.index(each.field))
    return found


def _under(subject: tuple[str, str], each: Placed) -> Placed:
    """An entry under the recording of the case that it is of."""
    return replace(each, entry=replace(each.entry, subject=subject[0], subject_words=subject[1]))


def _older(each: Placed, ids: Mapping[tuple[str, str], str], described: Mapping[str, str]) -> Placed:
    """An entry that tells of an earlier recording, with that as its value as the case has it."""
    id_ = ids.get((each.report, each.entry.same)) if each.entry.field == EARLIER else None
    return each if id_ is None else replace(each, entry=replace(each.entry, same=id_, value=described[id_]))


def _shown(line: Line) -> Line:
    """A line whose value is days with these as they are left by all; its medium is of no day."""
    if line.field == MEDIUM:
        return replace(line, not_before=None, not_after=None)
    if line.field == RELEASED:
        return replace(line, value=" to ".join(each for each in dict.fromkeys((line.not_before, line.not_after)) if each))
    return line


def _groups(entries: Sequence[Placed], context: Context) -> list[list[_Told]]:
    """The recordings of the reports, those that are one together."""
    groups: dict[str, list[list[_Told]]] = defaultdict(list)
    for each in sorted(_recordings(entries, context), key=lambda each: (each.width, each.report, each.id)):
        own = groups[each.speaker or ""]
        possible = (group for group in own if all(_can_be_one(each, other) for other in group))
        fits = [group for group in possible if any(_is_one(each, other) for other in group)]
        if len(fits) == 1:
            fits[0].append(each)
        else:
            own.append([each])
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


def _can_be_one(one: _Told, other: _Told) -> bool:
    """Whether nothing keeps two apart: they are of one speaker, and came out, are and last as one can."""
    if one.report == other.report or one.speaker is None or one.speaker != other.speaker or one.released.apart(other.released):
        return False
    return kinds()[one.medium].may_be(kinds()[other.medium]) and _lasts_alike(one, other) is not False


def _is_one(one: _Told, other: _Told) -> bool:
    """Whether two that can be one are: the days of both are narrow, or those of one are, and they last alike."""
    widths = sorted((one.width, other.width))
    return widths[1] <= NARROW or (widths[0] <= NARROW and _lasts_alike(one, other) is True)


def _lasts_alike(one: _Told, other: _Told) -> bool | None:
    """Whether two are as long; ``None`` where that is not told of both."""
    if one.length is None or other.length is None:
        return None
    return abs(one.length - other.length) <= ABOUT * max(one.length, other.length)


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
