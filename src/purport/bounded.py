"""What stands in a case of when the parts of a file were spoken, and the lines of a dossier that tell it.

Bounds that rest on passages, on people and on when a file came out are taken as they stand now; those that a transcript tells are read by
``purport recording bounds`` and kept. A line tells what a file and its transcripts show, or what somebody says of them: never what reports
say of the recording, which has lines of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import msgspec

from purport.dossier.lines import Citation, InFile, Line, Section
from purport.dossier.recordings import RECORDED
from purport.findings import Bound, Bounds, Ground, Part, Passage, Reuse, Sound
from purport.records import Factuality
from purport.spoken.bounds import WORDED, between_times, passage_bounds, put_together, release_bounds, same_bounds
from purport.store import Case

REUSE, BOUNDS = "reuse", "bounds"
"""What findings are called: passages of earlier recordings, and when parts can have been spoken."""
SHOWN = frozenset({Ground.PASSAGE, Ground.TRANSCRIPT, Ground.PERSON})
"""The grounds of what a dossier tells of a file."""


def standing_bounds(case: Case, sound: Sound) -> Iterator[Bound]:
    """The bounds of a file that rest on no words: passages of earlier files, when it came out, what people say."""
    with case.sounds() as sounds:
        found: dict[str, list[Passage]] = defaultdict(list)
        for each in sounds.findings():
            if each.kind == REUSE:
                found[each.file] += msgspec.json.decode(each.body, type=Reuse).passages
        every = sounds.all()
        earlier, claims, people = sounds.earlier(), sounds.claims(sound.sha256), sounds.bounds(sound.sha256)
    yield from passage_bounds(sound.sha256, found, earlier, {each.sha256: each.name for each in every})
    yield from same_bounds(sound, every, earlier)
    yield from release_bounds(sound.seconds, claims, earlier.get(sound.sha256))
    yield from people


def kept_bounds(case: Case, sound: Sound) -> Iterator[Bound]:
    """The bounds of a file that rest on words, as they were found last; none where nobody has asked for them."""
    with case.sounds() as sounds:
        bodies = [each.body for each in sounds.findings(sound.sha256) if each.kind == BOUNDS]
    for body in bodies:
        yield from (each for part in msgspec.json.decode(body, type=Bounds).parts for each in part.bounds if each.ground in WORDED)


def with_files(case: Case, lines: Sequence[Line]) -> list[Line]:
    """The lines of recordings, behind those of each what the files show that are said to be copies of it."""
    with case.sounds() as sounds:
        claimed = {
            (called.casefold(), each.sha256): each
            for each in sounds.all()
            for called in {claim.recording for claim in sounds.claims(each.sha256)}
            if called is not None
        }
    found: list[Line] = []
    for subject, own in groupby(lines, key=lambda each: each.subject):
        found += own
        for (called, _), sound in sorted(claimed.items()):
            if called == subject.casefold():
                found += file_lines(case, sound, subject)
    return found


def file_lines(case: Case, sound: Sound, subject: str) -> list[Line]:
    """What a file that is said to be a copy of a recording shows of when its parts were spoken."""
    bounds = [each for each in (*standing_bounds(case, sound), *kept_bounds(case, sound)) if each.ground in SHOWN]
    whole = put_together(sound.seconds, bounds)
    found = [_part_line(sound, subject, each) for each in whole.parts]
    for apart in whole.apart:
        own = [each for each in whole.parts if each.at in (apart.earlier, apart.later)]
        found.append(_line(sound, subject, apart.why, Factuality.PROBABLE, [bound for each in own for bound in each.bounds]))
    if whole.finished.not_before is not None:
        latest = [each for part in whole.parts for each in part.bounds if each.when.not_before == whole.finished.not_before]
        value = f"{sound.name} as it is was finished after its latest part; that dates no part of it"
        made = _line(sound, subject, value, Factuality.PROBABLE, latest)
        found.append(replace(made, not_before=whole.finished.not_before))
    return found


def _part_line(sound: Sound, subject: str, part: Part) -> Line:
    bounds = part.conflict or part.bounds
    reasons = "; ".join(each.why for each in bounds)
    value = f"{sound.name}, {between_times(part.at)}: {'cannot both hold: ' if part.conflict else ''}{reasons}"
    is_read = any(each.ground is Ground.TRANSCRIPT for each in bounds)
    sure = Factuality.UNCOMMITTED if part.conflict else Factuality.PROBABLE if is_read else Factuality.CERTAIN
    made = _line(sound, subject, value, sure, bounds)
    return replace(made, not_before=part.when.not_before, not_after=part.when.not_after)


def _line(sound: Sound, subject: str, value: str, sure: Factuality, bounds: Sequence[Bound]) -> Line:
    sources = tuple(dict.fromkeys(each.source for each in bounds))
    cited = tuple(dict.fromkeys(at for each in bounds for at in _cited(sound, each)))
    return Line(
        Section.RECORDING,
        subject,
        RECORDED,
        value,
        None,
        None,
        sure,
        len(sources),
        cited,
        sources,
        tuple(sorted(sources)),
        is_disputed=False,
    )


def _cited(sound: Sound, bound: Bound) -> Iterator[Citation]:
    """The words that a bound rests on, or the stretch of the file."""
    for each in bound.words:
        yield InFile(each.path, each.start, each.end, bound.at)
    if not bound.words:
        yield InFile(sound.path, 0, 0, bound.at)
