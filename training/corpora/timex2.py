"""WikiWars (Mazur and Dale 2010): Wikipedia's histories of wars with TIMEX2, read as TIMEX3.

- **Type**: an expression marked as a set is a SET; of the others, a value that begins with ``P`` is a DURATION's, one with a time of day a
  TIME's, any other a DATE's.
- **Value**: TIMEX2's, which TIMEX3 took over, but for seconds and time zones, which go; decades and centuries of a length, which are
  written in years (``P2DE``: ``P20Y``); and what is not told at the end of a date (``1938-09-XX``: ``1938-09``). Years before Christ stay.
- **One in another**: TIMEX3 has none. The outer one counts; where it is left out, those in it do.
- **Left out**, neither asked for nor wrong if found: what has no value, what only an event dates (marked so), and of which nothing is told
  (``XXXX-XX-XX``).
- **Day of writing**: none. The files' own is when the page was copied, centuries after what it tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from corpora.timeml import Article, trim
from example import Example, Marked

EVENT = "EC:EVENT-BASED"
_YEARS = {"DE": "0Y", "CE": "00Y"}


def read_timex2(folder: Path) -> list[Article]:
    """Every document of ``folder``, the corpus's own with markup in the text, in order of name.

    Raises:
        ValueError: A file is not XML or has no ``TEXT``.
    """
    return [_article(path) for path in sorted(folder.glob("*.xml"))]


def _article(path: Path) -> Article:
    try:
        body = ElementTree.parse(path).getroot().find("TEXT")
    except ElementTree.ParseError as error:
        raise ValueError(f"{path} is not XML: {error}") from error
    if body is None:
        raise ValueError(f"{path} has no TEXT")
    text = "".join(body.itertext())
    told = [(trim(text, span), value) for span, value in _timexes(body, 0, inside=False)]
    asked = [(span, value) for span, value in told if value]
    example = Example(path.name.partition(".")[0], text, timexes=tuple(span for span, _ in asked))
    return Article(example, None, tuple(value for _, value in asked), tuple(span for span, value in told if not value))


def _timexes(element: ElementTree.Element, start: int, *, inside: bool) -> Iterator[tuple[Marked, str]]:
    """The expressions in text order with their values, empty for those left out; ``inside`` one that counts there are none."""
    at = start + len(element.text or "")
    for child in element:
        length = len("".join(child.itertext()))
        value = _value(child) if child.tag == "TIMEX2" else ""
        if child.tag == "TIMEX2" and not inside:
            yield Marked(at, at + length, _type(child, value)), value
        yield from _timexes(child, at, inside=inside or bool(value))
        at += length + len(child.tail or "")


def _value(timex: ElementTree.Element) -> str:
    value = timex.get("val", "")
    if timex.get("comment", "").startswith(EVENT) or not re.search(r"[0-9]|_REF|^P|-W[EI]|-S[PU]|-FA|T[A-Z]", value):
        return ""
    if value.startswith("P"):
        return re.sub(r"(?<=\d)(DE|CE)$", lambda match: _YEARS[match[1]], value)
    value = re.sub(r"(T\d\d:\d\d)(:\d\d)?(Z|[-+]\d\d)?$", r"\1", value)
    return re.sub(r"(-XX|-WXX|TXX)+$", "", value)


def _type(timex: ElementTree.Element, value: str) -> str:
    if timex.get("set", "").upper() == "YES":
        return "SET"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if re.search(r"\dT|XT", value) else "DATE"
