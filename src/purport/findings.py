"""What is found in the files of recordings, as frozen values: what each number was made with, and what else could explain each fact.

Times are seconds from the beginning of a file's sound, as decoded; days are ISO strings. Nothing here says who speaks, or whether a
recording is real, and no record has a place for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

import msgspec

from purport.records import Interval, SpeechAct

UNKNOWN = Interval()
"""Days of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Seconds ``[start, end)`` of a file."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream of a container, as it declares it. ``codec`` is ``None`` where it is not known; ``bit_rate`` is bits a second."""

    number: int
    kind: str
    codec: str | None
    profile: str | None = None
    rate: int | None = None
    channels: int | None = None
    bit_rate: int | None = None
    seconds: float | None = None
    language: str | None = None
    tags: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Container:
    """What a file declares of itself: its format, how long it is, its tags and its streams; ``size`` is bytes."""

    format: str
    size: int
    seconds: float | None
    bit_rate: int | None
    tags: tuple[tuple[str, str], ...]
    streams: tuple[Stream, ...]


@dataclass(frozen=True, slots=True)
class Sound:
    """One stream of sound of a file, decoded once from beginning to end.

    ``sha256`` is of the file's bytes; ``pcm_sha256`` of its samples, interleaved 16-bit little-endian at their own rate, so that copies
    that differ in their tags alone have it in common. ``notices`` are sentences for who brought it: what is missing, odd or passed over.
    """

    name: str
    path: str
    sha256: str
    pcm_sha256: str
    seconds: float
    track: int
    container: Container
    notices: tuple[str, ...] = ()

    @property
    def stream(self) -> Stream:
        """The stream that was decoded."""
        return next(each for each in self.container.streams if each.number == self.track)


@dataclass(frozen=True, slots=True)
class Claimed:
    """What somebody says of a recording that a file is a copy of: the words, where they stand, when it is said to have come out.

    ``recording`` is what the reports of the case call it, as ``purport dossier --of`` takes it, where it is one of theirs.
    """

    text: str
    source: str
    released: Interval = UNKNOWN
    speaker: str | None = None
    recording: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """That a file was public by a day, and where that can be seen."""

    public_by: str
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """What a number was made with: the method's name and version, and its parameters by name."""

    name: str
    version: str
    parameters: tuple[tuple[str, str], ...] = ()


class Outcome(StrEnum):
    """What a search came to. ``NOT_OBSERVED`` always stands beside the recall of controls, ``NOT_TESTABLE`` beside why."""

    OBSERVED = "observed"
    NOT_OBSERVED = "not observed"
    NOT_TESTABLE = "not testable"


@dataclass(frozen=True, slots=True)
class Fact:
    """One observed fact of a file, where in it, and what else could explain it. ``value`` and ``explanations`` are sentences or clauses."""

    kind: str
    value: str
    explanations: tuple[str, ...]
    at: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """The facts of one file, in the order of ``KINDS`` of ``purport.audio.inspecting``."""

    facts: tuple[Fact, ...]


class Edges(StrEnum):
    """How the ends of a passage are known."""

    REFINED = "refined"
    LANDMARKS = "landmarks"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one file that coincides with a stretch of another (``file`` is that one's SHA-256), played so many times as fast.

    ``tempo`` is at its pitch, ``speed`` with it: 1.02 is two in a hundred faster than the other. ``common`` landmarks were found in both;
    ``likeness`` is from -1 to 1, ``null`` how alike the two are where they are moved against one another, ``surprise`` how many spreads
    of the null the likeness lies above it. Where edges are known by ``LANDMARKS`` alone these three are ``None``.
    """

    here: Stretch
    file: str
    there: Stretch
    tempo: float
    speed: float
    common: int
    edges: Edges
    likeness: float | None = None
    null: float | None = None
    surprise: float | None = None


@dataclass(frozen=True, slots=True)
class Controls:
    """Excerpts of earlier recordings planted into the file under examination, at its own noise and codec: how many were found.

    ``seconds`` is how long each was, ``condition`` how it was put through before, ``planted`` how many, ``found`` how many of them.
    """

    seconds: float
    condition: str
    planted: int
    found: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """Passages of earlier recordings in a file, those that the file has twice, and how much of what was planted was found."""

    outcome: Outcome
    why: str
    searched: tuple[str, ...]
    passages: tuple[Passage, ...]
    repeats: tuple[Passage, ...]
    controls: tuple[Controls, ...]


class Change(StrEnum):
    """How one copy differs from another there."""

    MISSING = "missing"
    INSERTED = "inserted"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of one copy or of both where they part: ``here`` is of the first, ``there`` of the second; one of them can be empty."""

    change: Change
    here: Stretch
    there: Stretch


@dataclass(frozen=True, slots=True)
class Copies:
    """Two copies of one release held together: what is common, where they part, and facts of their encodings."""

    other: str
    outcome: Outcome
    why: str
    common: tuple[Passage, ...]
    differences: tuple[Difference, ...]
    facts: tuple[Fact, ...]


class Ground(StrEnum):
    """What a bound rests on: a passage that an earlier file has too, words in a transcript or a report, what is said of the file."""

    PASSAGE = "passage"
    TRANSCRIPT = "transcript"
    REPORT = "report"
    RELEASE = "release"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Words:
    """Characters ``[start, end)`` of the text of a transcript or a report, and the name or path that the case has it by."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Bound:
    """Between which days a stretch of a file was spoken, as far as one reason says; ``source`` is what that reason rests on.

    Where it rests on words (``TRANSCRIPT``, ``REPORT``) it holds of the moment at which they stand somewhere in ``at``; else of all of it.
    ``words`` are those, all of them, in the order of their reason.
    """

    at: Stretch
    when: Interval
    why: str
    source: str
    ground: Ground = Ground.PERSON
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file of which the same bounds hold, and the days that these leave.

    ``bounds`` are those that narrow the days, in order. Where not all can hold, ``when`` is open and ``conflict`` has those that cannot:
    one of them is wrong. Parts can overlap: words stand somewhere in a line of a transcript that reaches over the edge of a passage.
    """

    at: Stretch
    when: Interval
    bounds: tuple[Bound, ...]
    conflict: tuple[Bound, ...] = ()


@dataclass(frozen=True, slots=True)
class Apart:
    """Two stretches that were not spoken on one day, if the bounds of both hold, and the sentence that says so."""

    earlier: Stretch
    later: Stretch
    why: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """When each part of a file can have been spoken. There is no one date of a file.

    ``somewhere`` are bounds that rest on words whose place in the file is not known: they date no stretch. ``finished`` is when the file
    as it is can have been finished: not before the latest day of any part whose bounds agree. ``notices`` say what was not read, and why.
    """

    seconds: float
    parts: tuple[Part, ...]
    apart: tuple[Apart, ...]
    somewhere: tuple[Bound, ...]
    finished: Interval
    notices: tuple[str, ...] = ()


class Wording(StrEnum):
    """How words that reports quote stand in a transcript; ``NOT_FOUND`` says only that these words are not in it."""

    VERBATIM = "word for word"
    DIFFERENT = "with differences"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Reworded:
    """Where a quotation and a transcript part: its words there and those of the transcript; of ``MISSING`` and ``INSERTED`` one is empty.

    ``MISSING`` words stand in the quotation alone, ``INSERTED`` in the transcript alone.
    """

    change: Change
    quoted: str
    heard: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a report has as those of a recording or of who speaks in it, held against a transcript.

    ``at`` is every place of reports that has them, ``by`` whom the first of these has say them; ``speech_act`` is a call,
    a threat or an offer where any has it so. ``places`` are where they stand in the transcript, ``heard`` the words of the first of these.
    """

    words: str
    by: str | None
    at: tuple[Words, ...]
    speech_act: SpeechAct
    wording: Wording
    places: tuple[Stretch, ...] = ()
    transcript: str | None = None
    heard: str | None = None
    changes: tuple[Reworded, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of the reports of a case held against the transcripts of a file; ``notices`` say what was held against what."""

    quotes: tuple[Quote, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one method found in one file: ``digest`` is of the file's and the others' bytes, the method, its parameters and the result."""

    kind: str
    file: str
    method: Method
    body: str
    digest: str


Body = Inspection | Reuse | Copies | Bounds | Quotes


def make_finding(kind: str, file: str, method: Method, body: Body) -> Finding:
    """The finding that holds a body, as JSON, and its digest: the same file, method and result have the same."""
    told = msgspec.json.encode(body, order="deterministic").decode()
    return Finding(kind, file, method, told, digest_finding(kind, file, method, told))


def digest_finding(kind: str, file: str, method: Method, body: str) -> str:
    """The digest of a finding: of the file's digest, the method, its parameters and the result."""
    return sha256(msgspec.json.encode((kind, file, method, body), order="deterministic")).hexdigest()
