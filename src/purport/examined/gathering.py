"""What a case knows of one file, out of its database, as one record: what it is, what is said of it, what was found in it and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import msgspec

from purport import examining
from purport.findings import (
    Body,
    Bound,
    Bounds,
    Claimed,
    Copies,
    Earlier,
    Finding,
    Ground,
    Inspection,
    Method,
    Passage,
    Quote,
    Quotes,
    Reuse,
    Sound,
    Wording,
)
from purport.folds import FOLDED
from purport.store import Case
from purport.wording import letter

SCHEMA = 1
"""Of ``Examined`` as JSON: a change of shape raises it."""
BODIES: dict[str, type[Body]] = {
    "inspection": Inspection,
    "reuse": Reuse,
    "copies": Copies,
    "bounds": Bounds,
    "quotes": Quotes,
}
"""What the finding of a kind holds."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its body as the record that it is, of a kind that is not known here as plain JSON.

    ``digest`` is of the files, the method, its parameters and the whole result, folded words included.
    """

    kind: str
    method: Method
    digest: str
    body: Body | dict[str, Any]


@dataclass(frozen=True, slots=True)
class Other:
    """Another file that findings are about, and by which day it was public, where that is told."""

    sound: Sound
    earlier: Earlier | None


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A transcript that somebody brought, by its name and the digest of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Examined:
    """A file and all that is known of it; ``others`` are the files that its findings name, as far as the case has them.

    ``path`` of every sound is its name alone. ``given`` are the bounds that people gave.
    """

    schema: int
    sound: Sound
    earlier: Earlier | None
    claims: tuple[Claimed, ...]
    findings: tuple[Found, ...]
    given: tuple[Bound, ...]
    transcripts: tuple[Transcribed, ...]
    others: tuple[Other, ...]

    def last(self, kind: type[Any]) -> Found | None:
        """The finding whose body is such a record, where there is one."""
        return next((each for each in self.findings if isinstance(each.body, kind)), None)

    def lettered(self) -> dict[Passage, str]:
        """The passages of earlier recordings in the file, in their order: A to Z, then AA and so on."""
        found = self.last(Reuse)
        passages = found.body.passages if found and isinstance(found.body, Reuse) else ()
        return {each: letter(number) for number, each in enumerate(passages)}

    def other(self, own: str) -> Other | None:
        """Another file by its digest; ``None`` where the case does not have it."""
        return next((each for each in self.others if each.sound.sha256 == own), None)


def gather(case: Case, asked: str, *, unfold: bool = False) -> Examined:
    """What the case knows of the file that a path, name or digest means; ``UsageError`` where there is none.

    Words of calls, threats and offers in quotations are folded, and reasons of bounds that rest on them, unless ``unfold``.
    """
    sound = examining.find(case, asked)
    with case.sounds() as sounds:
        earlier, every = sounds.earlier(), {each.sha256: each for each in sounds.all()}
        read = [Found(each.kind, each.method, each.digest, _read(each)) for each in sounds.findings(sound.sha256)]
        found = tuple(read if unfold else _without_calls(read))
        named = {own for each in found for own in _named(each.body)} - {sound.sha256}
        return Examined(
            SCHEMA,
            _placeless(sound),
            earlier.get(sound.sha256),
            tuple(sounds.claims(sound.sha256)),
            found,
            tuple(sounds.bounds(sound.sha256)),
            tuple(Transcribed(name, sha256(content).hexdigest()) for name, content in sounds.transcripts(sound.sha256)),
            tuple(_others(every, named, earlier)),
        )


def _read(finding: Finding) -> Body | dict[str, Any]:
    """What a finding holds; as plain JSON where another version kept it in another shape, or its kind is not known."""
    try:
        return msgspec.json.decode(finding.body, type=BODIES[finding.kind])
    except (KeyError, msgspec.ValidationError):
        found: dict[str, Any] = msgspec.json.decode(finding.body)
        return found


def _without_calls(found: Sequence[Found]) -> Iterator[Found]:
    """Findings without the words of calls, threats and offers that reports quote, and without reasons that rest on these."""
    calls = [each for one in found if isinstance(one.body, Quotes) for each in one.body.quotes if each.speech_act in FOLDED]
    for each in found:
        if isinstance(each.body, Quotes):
            yield replace(each, body=replace(each.body, quotes=tuple(map(_folded, each.body.quotes))))
        elif isinstance(each.body, Bounds):
            yield replace(each, body=_bare(each.body, calls))
        else:
            yield each


def _bare(body: Bounds, calls: Sequence[Quote]) -> Bounds:
    """Bounds without the reasons that rest on words of calls."""

    def bare(bound: Bound) -> Bound:
        fold = next((FOLDED[each.speech_act] for each in calls if _rests_on(bound, each)), None)
        return replace(bound, why=f"[{fold}, folded]") if fold else bound

    parts = (replace(each, bounds=tuple(map(bare, each.bounds)), conflict=tuple(map(bare, each.conflict))) for each in body.parts)
    return replace(body, parts=tuple(parts), somewhere=tuple(map(bare, body.somewhere)))


def _rests_on(bound: Bound, quote: Quote) -> bool:
    """Whether a bound rests on words of a quotation, where they are heard or where reports have them."""
    is_heard = bound.ground is Ground.TRANSCRIPT and any(each.start < bound.at.end and bound.at.start < each.end for each in quote.places)
    pairs = ((one, other) for one in bound.words for other in quote.at)
    return is_heard or any(one.path == other.path and one.start < other.end and other.start < one.end for one, other in pairs)


def _folded(quote: Quote) -> Quote:
    """A quotation without its words where it is a call, a threat or an offer."""
    what = FOLDED.get(quote.speech_act)
    if what is None:
        return quote
    heard = f"[{what}, folded]" if quote.wording is not Wording.NOT_FOUND else None
    return replace(quote, words=f"[{what}, folded]", heard=heard, changes=())


def _named(body: Body | dict[str, Any]) -> Iterable[str]:
    """The files that a finding names."""
    if isinstance(body, Reuse):
        return (*body.searched, *(each.file for each in body.passages))
    return (body.other,) if isinstance(body, Copies) else ()


def _others(every: dict[str, Sound], named: Iterable[str], earlier: dict[str, Earlier]) -> Iterator[Other]:
    """Files by name and digest."""
    for each in sorted((every[own] for own in named if own in every), key=lambda one: (one.name, one.sha256)):
        yield Other(_placeless(each), earlier.get(each.sha256))


def _placeless(sound: Sound) -> Sound:
    return replace(sound, path=sound.name)
