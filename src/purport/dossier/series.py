"""Which recordings of several reports are one, and their lines.

Two are one only where both are said to be of one speaker, by the entities of the case, their days of release meet, their media and lengths can be
one's, and the days of each are narrow or their lengths are alike. Two of one report never are; what can be one of two is neither, and
stands alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from purport.dossier.lines import Context, Entry, Line, Placed, gathered, meet, order
from purport.dossier.recordings import ACT, AUTHENTICITY, DURATION, FIELDS, MEDIUM, MENTIONS, OMITS, RELEASED, SPEAKER, when
from purport.extract.media import kinds
from purport.ids import digest
from purport.resolve.accounts import Days
from purport.resolve.released import ABOUT, ANY_MEDIUM, NARROW, seconds
from purport.resolve.stems import stems
from purport.resolve.weighing import covered

ALIKE = 0.6
"""How much of the shorter of two wordings the longer has, at least, for them to tell the same."""
WORDED = frozenset({AUTHENTICITY, MENTIONS, OMITS, ACT})
"""The fields whose values are a report's words."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A recording as one report tells of it, with its entries."""

    report: str
    path: str
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
    found: list[Line] = []
    for number, group in enumerate(sorted(_groups(entries, context), key=_when)):
        subject = f"{number:05} {_named(group, context)}"
        told = [replace(each, entry=entry) for each in _worded(group, context) for entry in [replace(each.entry, subject_words=subject)]]
        found += sorted(map(_shown, gathered(told, context)), key=lambda each: FIELDS.index(each.field))
    return found


def _shown(line: Line) -> Line:
    """A line under the name of its recording; when that came out is said in days, and its medium is of no day."""
    line = replace(line, subject=line.subject.partition(" ")[2])
    if line.field == MEDIUM:
        return replace(line, not_before=None, not_after=None)
    if line.field == RELEASED:
        days = [each for each in dict.fromkeys((line.not_before, line.not_after)) if each]
        return replace(line, value=" to ".join(days))
    return line


def _groups(entries: Sequence[Placed], context: Context) -> list[list[_Told]]:
    """The recordings of the reports, those that are one together."""
    groups: list[list[_Told]] = []
    for each in sorted(_recordings(entries, context), key=lambda each: (each.width, each.report, each.entries[0].entry.subject)):
        fits = [group for group in groups if all(_is_one(each, other) for other in group)]
        if len(fits) == 1:
            fits[0].append(each)
        else:
            groups.append([each])
    return groups


def _recordings(entries: Sequence[Placed], context: Context) -> Iterable[_Told]:
    own: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for each in sorted(entries, key=order):
        own[each.report, each.entry.subject].append(each)
    for (report, _), told in sorted(own.items()):
        medium = next((each.entry for each in told if each.entry.field == MEDIUM), None)
        if medium is None:
            continue
        length = next((each.entry.same for each in told if each.entry.field == DURATION), None)
        whose = medium.whose and context.names.get((report, medium.whose), (f"{report} {medium.whose}", ""))[0]
        yield _Told(report, told[0].path, medium.value, whose, seconds(length), medium.days, tuple(told))


def _is_one(one: _Told, other: _Told) -> bool:
    """Whether two can be told to be one recording."""
    if one.report == other.report or one.speaker is None or one.speaker != other.speaker or one.released.apart(other.released):
        return False
    if not kinds()[one.medium].may_be(kinds()[other.medium]):
        return False
    if one.length is None or other.length is None:
        return max(one.width, other.width) <= NARROW
    if abs(one.length - other.length) > ABOUT * max(one.length, other.length):
        return False
    return max(one.width, other.width) <= NARROW or min(one.width, other.width) <= NARROW


def _when(group: Sequence[_Told]) -> tuple[str, str]:
    days = meet([each.released for each in group])
    return str(days.first or days.last or ""), min(each.entries[0].entry.subject for each in group)


def _named(group: Sequence[_Told], context: Context) -> str:
    """A recording by medium, speaker and day of release."""
    media = Counter(each.medium for each in group)
    medium = min(media, key=lambda each: (each in ANY_MEDIUM, -media[each], each))
    names = {context.names[each.report, own.whose][1] for each in group for own in [each.entries[0].entry] if _is_known(each.report, own, context)}
    told = {placed.entry.subject_words for each in group for placed in each.entries if placed.entry.field == SPEAKER}
    return ", ".join(filter(None, (medium, min(names or told, default=""), when(meet([each.released for each in group])))))


def _is_known(report: str, entry: Entry, context: Context) -> bool:
    return entry.whose is not None and (report, entry.whose) in context.names


def _worded(group: Sequence[_Told], context: Context) -> list[Placed]:
    """The entries of one recording: of a telling medium rather than "recording", its hedges together, what says the same as one value."""
    subject = digest(("recording", *sorted(each.entries[0].entry.subject for each in group)))
    told = [each for one in group for each in one.entries]
    media = {each.entry.value for each in told if each.entry.field == MEDIUM}
    if not media <= ANY_MEDIUM:
        told = [each for each in told if each.entry.field != MEDIUM or each.entry.value not in ANY_MEDIUM]
    alike = _alike(sorted((each for each in told if each.entry.field in WORDED), key=order))
    names = {each.report: name for each in told if (name := context.names.get((each.report, each.entry.whose or ""), ("", ""))[1])}
    return [
        replace(
            each,
            entry=replace(
                each.entry,
                subject=subject,
                value=_whose(each, told, names) if each.entry.field == SPEAKER else each.entry.value,
                same="whose" if each.entry.field == SPEAKER and each.report in names else alike.get(_place(each), each.entry.same),
                days=Days() if each.entry.field in {MENTIONS, OMITS} else each.entry.days,
            ),
        )
        for each in told
    ]


def _whose(entry: Placed, told: Sequence[Placed], names: dict[str, str]) -> str:
    """The speaker by the name that the case has, with the words of every report that leave it open."""
    if entry.report not in names:
        return entry.entry.value
    same = [each.entry for each in sorted(told, key=order) if each.entry.field == SPEAKER and each.entry.factuality == entry.entry.factuality]
    hedges = [each.value.partition("“")[2].rstrip("”") for each in same]
    return "; ".join([names[entry.report] + (", " if any(hedges) else "") + "; ".join(dict.fromkeys(f"“{each}”" for each in hedges if each))])


def _alike(entries: Sequence[Placed]) -> dict[tuple[str, str, str], str]:
    """What entries share that say the same: of different reports, by their words, of one source where one is told."""
    parts: list[list[Placed]] = []
    for each in entries:
        fits = (part for part in parts if all(_says_the_same(each, other) for other in part))
        part = next(fits, None)
        if part is None:
            parts.append([each])
        else:
            part.append(each)
    return {_place(each): f"{number:05}" for number, part in enumerate(parts) for each in part}


def _says_the_same(one: Placed, other: Placed) -> bool:
    mine, theirs = one.entry, other.entry
    if one.report == other.report or mine.field != theirs.field or mine.factuality != theirs.factuality or mine.days.apart(theirs.days):
        return False
    if mine.field == AUTHENTICITY and set(stems(mine.by or "")) != set(stems(theirs.by or "")):
        return False
    if mine.field == ACT and mine.value.partition(":")[0] != theirs.value.partition(":")[0]:
        return False
    words = [frozenset(stems(each.value)) for each in (mine, theirs)]
    shorter, longer = sorted(words, key=lambda each: (len(each), sorted(each)))
    return covered(shorter, longer) >= ALIKE


def _place(each: Placed) -> tuple[str, str, str]:
    start = each.entry.spans[0].start if each.entry.spans else 0
    return each.report, each.entry.field, f"{start} {each.entry.value}"
