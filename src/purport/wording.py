"""What is known of days, numbers and certainty, in words that a stranger reads at once."""

from __future__ import annotations

from string import ascii_uppercase

from purport.records import Basis, Factuality, Published, SourceType

HOW_SURE = {
    Factuality.CERTAIN: "says it is certain",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.CERTAINLY_NOT: "denies",
    Factuality.PROBABLY_NOT: "probably not",
    Factuality.POSSIBLY_NOT: "possibly not",
    Factuality.UNCOMMITTED: "uncommitted",
}
"""How sure a source is of the content, its negation removed."""

ON_WHAT = {
    Basis.GIVEN: "given",
    Basis.PRINTED: "printed",
    Basis.METADATA: "in the page's data",
    Basis.INFERRED: "inferred",
    Basis.UNKNOWN: "unknown",
}
"""On what a publication date rests."""


FACTS = {
    "container": "container, as declared",
    "encoder": "programs, as declared",
    "device": "devices, as declared",
    "date": "dates, as declared",
    "place": "places, as declared",
    "tag": "other tags, as declared",
    "stream": "streams, as declared",
    "length": "length",
    "times": "times of packets",
    "damage": "damage",
    "bandwidth": "bandwidth",
    "clipping": "clipping",
    "silence": "digital silence",
    "held": "held values",
    "offset": "offset",
    "channels": "channels",
    "repeat": "the same samples twice",
    "manifest": "C2PA manifest",
}
"""What kinds of facts of the files of recordings are called."""


def counted(number: int, noun: str) -> str:
    """A number of things: ``1 claim``, ``2 claims``, ``no claims``."""
    return f"{number or 'no'} {noun}{'s' * (number != 1)}"


def fact_title(kind: str) -> str:
    """What a kind of fact of a file is called; a kind that is not known, as it is."""
    return FACTS.get(kind, kind)


def how_sure(factuality: Factuality) -> str:
    """The value in words, and its code."""
    return f"{HOW_SURE[factuality]} {factuality.value}"


def days(not_before: str | None, not_after: str | None) -> str:
    """Days from one to another, or what is known of them."""
    if not_before is None and not_after is None:
        return "not known"
    if not_before is None:
        return f"not after {not_after}"
    if not_after is None:
        return f"not before {not_before}"
    return not_before if not_before == not_after else f"{not_before} to {not_after}"


def clock(seconds: float) -> str:
    """A time in a recording: ``12:05.3``, with hours where there are any."""
    tenths = round(seconds * 10)
    minutes, rest = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    return f"{f'{hours}:{minutes:02}' if hours else minutes}:{rest / 10:04.1f}"


def letter(number: int) -> str:
    """What the n-th stretch of a recording is called, from 0: A to Z, then AA, AB and so on."""
    first, last = divmod(number, len(ascii_uppercase))
    return f"{letter(first - 1) if first else ''}{ascii_uppercase[last]}"


def kind_of_source(kind: SourceType) -> str:
    """A source type in words."""
    return "the outlet itself" if kind is SourceType.OUTLET else kind.value.replace("_", " ")


def published(when: Published) -> str:
    """A publication date with its basis, and the evidence that was not followed; where it is inferred, all its reasons."""
    if when.basis is Basis.UNKNOWN:
        return "; ".join(("date not known", *(reason.why for reason in when.reasons)))
    first = f"{days(when.not_before, when.not_after)}, {ON_WHAT[when.basis]}"
    shown = when.reasons if when.basis is Basis.INFERRED else when.reasons[1:]
    return "; ".join((first, *(reason.why for reason in shown)))
