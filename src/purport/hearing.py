"""What is done with transcripts and bounds of the files of recordings in a case, whoever asks for it.

Quotations and bounds are kept as findings, in place of the last: what they rest on (reports, transcripts, passages, what people say) can
change, and then they are found anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import PurePath

from purport.analyse import read_with, speech_after
from purport.audio.transcripts import SLACK, Transcript, read_transcript
from purport.bounded import BOUNDS, REUSE, standing_bounds
from purport.errors import NotEnglish, UsageError
from purport.examining import find
from purport.extract import DatedEvent, Known, tellings_of
from purport.findings import Bound, Bounds, Finding, Method, Quote, Quotes, Sound, Wording, make_finding
from purport.folds import FOLDED
from purport.ingest import read_bytes
from purport.ingest.decoding import decode
from purport.ingest.language import require_english
from purport.reader import Reader
from purport.records import Analysis, SpeechAct
from purport.spoken.bounds import put_together
from purport.spoken.quotations import Quotation, quotations
from purport.spoken.told import as_document, reported_bounds, transcript_bounds
from purport.spoken.wording import AGREED, LEAST, Heard, fold_words, hear, hold
from purport.store import Case
from purport.viewing import recordings_of

QUOTES = "quotes"
"""What findings of quotations held against transcripts are called."""
VERSION = "1"
NONE_SAID = "which recording of the reports this is, is not said (purport recording add with --recording says it)"
SAYS_MORE = "where that is this one too, purport recording add with --recording says so, in a --claim of its own"
ANY = "what reports quote from any of their recordings is held against it"


def add_transcript(case: Case, asked: str, path: str) -> tuple[Sound, Transcript]:
    """Keep a transcript of a file of a case as it was received, and what was read in it.

    Raises:
        ReportError: the transcript cannot be read, is no text, or has no times.
        UsageError: the case has no such file.
    """
    sound = find(case, asked)
    name, data = PurePath(path).name, read_bytes(path)
    found = read_transcript(decode(data, name).text, name, sound.seconds)
    with case.adding_sounds() as sounds:
        sounds.add_transcript(sound.sha256, name, data)
    return sound, found


def transcripts(case: Case, sound: Sound) -> dict[str, Transcript]:
    """The transcripts of a file in the order of their names, by the SHA-256 of their bytes."""
    with case.sounds() as sounds:
        kept = sounds.transcripts(sound.sha256)
    return {sha256(data).hexdigest(): read_transcript(decode(data, name).text, name, sound.seconds) for name, data in kept}


def add_bound(case: Case, asked: str, bound: Bound) -> Sound:
    """Keep between which days somebody says that a stretch of a file was spoken; ``UsageError`` where the file has no such stretch."""
    sound = find(case, asked)
    if not 0 <= bound.at.start < bound.at.end <= sound.seconds + SLACK:
        raise UsageError(
            f"a stretch of the file expected, from 0 to {sound.seconds:.1f} s, got {bound.at.start:.1f} to {bound.at.end:.1f} s"
        )
    with case.adding_sounds() as sounds:
        sounds.bound(sound.sha256, bound)
    return sound


def hold_quotes(case: Case, asked: str) -> tuple[Sound, Finding, Quotes]:
    """What reports quote from the recording that a file is said to be, held against the transcripts of the file; kept as a finding.

    ``UsageError`` where it has no transcript.
    """
    sound = find(case, asked)
    brought = transcripts(case, sound)
    if not brought:
        raise UsageError(f"{sound.name}: no transcript of it is in the case; purport recording transcript adds one")
    own, heard = _own(case, sound), [hear(each) for each in brought.values()]
    said: dict[tuple[str, ...], list[Quotation]] = {}
    for analysis in own.analyses:
        for each in quotations(analysis):
            if own.is_of(analysis, each.recording):
                said.setdefault(fold_words(each.words).words, []).append(each)
    notices = (*own.notices, *(_elsewhere(case, own) if own.of else (ANY,)))
    quotes = Quotes(tuple(_held(each, heard) for words, each in said.items() if words), notices)
    method = Method("words held against a transcript", VERSION, (("agreed", str(AGREED)), ("least words", str(LEAST)), *_digests(brought)))
    return sound, _keep(case, sound, QUOTES, method, quotes), quotes


def find_bounds(case: Case, asked: str, reader: Reader, events: Sequence[DatedEvent] = ()) -> tuple[Sound, Finding, Bounds]:
    """When each part of a file can have been spoken, by all that the case has; kept as a finding.

    ``events`` are a person's own table of dated events. The reader reads the transcripts.
    """
    sound = find(case, asked)
    brought, own = transcripts(case, sound), _own(case, sound)
    known = Known(
        events=tuple(events), tellings=tuple(telling for each in case.analyses() for telling in tellings_of(each)) if brought else ()
    )
    told, unread = _told(tuple(brought.values()), reader, known)
    placed, somewhere = _reported(own, tuple(brought.values()), sound)
    bounds = [each for each in (*standing_bounds(case, sound), *told, *placed) if each.at.start < sound.seconds]
    odd = [f"{each.name}: {notice}" for each in brought.values() for notice in each.notices]
    found = put_together(sound.seconds, bounds, somewhere, (*odd, *unread, *own.notices, *_not_looked_for(case, sound, brought)))
    method = Method("bounds per stretch", VERSION, (("reader", reader.version), *_digests(brought)))
    return sound, _keep(case, sound, BOUNDS, method, found), found


@dataclass(frozen=True, slots=True)
class _Own:
    """The reports that tell of the recording that a file is said to be, and by which ids; of every recording where that is not said."""

    analyses: tuple[Analysis, ...]
    of: Mapping[str, frozenset[str]]
    notices: tuple[str, ...]

    def is_of(self, analysis: Analysis, recording: str) -> bool:
        """Whether a recording of a report is the one."""
        return not self.of or recording in self.of.get(analysis.report.id, ())


def _own(case: Case, sound: Sound) -> _Own:
    with case.sounds() as sounds:
        names = sorted({each.recording for each in sounds.claims(sound.sha256) if each.recording is not None})
    known = recordings_of(case)
    found: dict[str, set[str]] = {}
    notices = []
    for name in names:
        members = next((items for called, items in known.items() if called.casefold() == name.casefold()), ())
        if not members:
            notices.append(f"the reports have no recording called {name!r}; purport dossier lists what they have")
        for report, own in members:
            found.setdefault(report, set()).add(own)
    if not names:
        notices.append(NONE_SAID)
    wanted = sorted(found) or sorted({report for items in known.values() for report, _ in items})
    analyses = sorted(case.analyses(wanted), key=lambda each: (each.report.path, each.report.id)) if wanted else []
    return _Own(tuple(analyses), {report: frozenset(own) for report, own in found.items()}, tuple(notices))


def _elsewhere(case: Case, own: _Own) -> tuple[str, ...]:
    """Which quotations are held against nothing, since the reports have them from other recordings; nothing where there are none."""
    reports = sorted({report for items in recordings_of(case).values() for report, _ in items})
    analyses = sorted(case.analyses(reports), key=lambda each: (each.report.path, each.report.id))
    at = [each.at for analysis in analyses for each in quotations(analysis) if not own.is_of(analysis, each.recording)]
    if not at:
        return ()
    where = ", ".join(f"{each.path}:{each.start}" for each in dict.fromkeys(at))
    return (f"not held against it, as quoted from another recording of the reports: {where}; {SAYS_MORE}",)


def _not_looked_for(case: Case, sound: Sound, brought: Mapping[str, Transcript]) -> Iterator[str]:
    """What could bound a file and was not asked for yet: that nothing of it is listed means nothing."""
    with case.sounds() as sounds:
        is_searched = any(each.kind == REUSE for each in sounds.findings(sound.sha256))
        others = sounds.earlier().keys() - {sound.sha256}
    if others and not is_searched:
        yield "earlier recordings inside it were not looked for yet: purport recording reuse does"
    if not brought:
        yield "no transcript of it is in the case: what its words tell of bounds nothing"


def _held(same: Sequence[Quotation], heard: Sequence[Heard]) -> Quote:
    """A quotation held against each transcript; the best that any has, the first of as good."""
    first, act = same[0], _act(same)
    at = tuple(dict.fromkeys(each.at for each in same))
    quoted = fold_words(first.words)
    found = [(hold(quoted, each.said), each) for each in heard]
    for wording in (Wording.VERBATIM, Wording.DIFFERENT):
        for how, each in found:
            if how.wording is wording:
                places = tuple(each.at(*place) for place in how.places)
                words = each.said.shown(*how.places[0])
                return Quote(first.words, first.by, at, act, wording, places, each.transcript.name, words, how.changes)
    return Quote(first.words, first.by, at, act, Wording.NOT_FOUND)


def _act(same: Sequence[Quotation]) -> SpeechAct:
    """What is done by saying some words: a call, a threat or an offer where any report has them as one."""
    acts = [each.speech_act for each in same]
    return next((each for each in acts if each in FOLDED), acts[0])


def _told(brought: Sequence[Transcript], reader: Reader, known: Known) -> tuple[list[Bound], list[str]]:
    """The bounds that transcripts tell, and which were not read."""
    documents, unread = {}, []
    for each in brought:
        document = as_document(each)
        try:
            require_english(document.report.text, each.name)
        except NotEnglish as error:
            unread.append(f"{error}: no dates are read in it")
        else:
            documents[document.report.id] = document, each
    read = read_with((document for document, _ in documents.values()), reader, partial(speech_after, known=known))
    return [bound for document, told in read for bound in transcript_bounds(documents[document.report.id][1], told)], unread


def _reported(own: _Own, brought: Sequence[Transcript], sound: Sound) -> tuple[list[Bound], list[Bound]]:
    """The bounds of what reports have the recording mention: those whose place is known, and the others."""
    heard = [hear(each) for each in brought]
    made = [
        each for analysis in own.analyses for each in reported_bounds(analysis, own.of.get(analysis.report.id, ()), heard, sound.seconds)
    ]
    return [each for each, is_placed in made if is_placed], [each for each, is_placed in made if not is_placed]


def _digests(brought: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple(("transcript", each) for each in brought)


def _keep(case: Case, sound: Sound, kind: str, method: Method, body: Bounds | Quotes) -> Finding:
    finding = make_finding(kind, sound.sha256, method, body)
    with case.adding_sounds() as sounds:
        sounds.note(finding)
    return finding
