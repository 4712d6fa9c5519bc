"""TimeML (Pustejovsky et al. 2003; UzZaman et al. 2013): events and time expressions tagged in the text."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from example import Example, Marked

TYPES = {"DATE", "TIME", "DURATION", "SET"}


def read_timeml(folder: Path) -> list[Example]:
    """Every ``.tml`` file of ``folder`` and the folders in it, in order of name; what stands outside ``TEXT`` is left out.

    Raises:
        ValueError: A file is not XML or has no ``TEXT``.
    """
    return [_example(path) for path in sorted(folder.rglob("*.tml"), key=lambda path: path.stem)]


def _example(path: Path) -> Example:
    try:
        body = ElementTree.parse(path).getroot().find(".//TEXT")
    except ElementTree.ParseError as error:
        raise ValueError(f"{path} is not XML: {error}") from error
    if body is None:
        raise ValueError(f"{path} has no TEXT")
    timexes: list[Marked] = []
    events: list[Marked] = []

    def walk(element: ElementTree.Element, start: int) -> int:
        at = start + len(element.text or "")
        for child in element:
            at = walk(child, at) + len(child.tail or "")
        if element.tag == "TIMEX3" and element.get("type") in TYPES:
            timexes.append(Marked(start, at, element.get("type", "")))
        elif element.tag == "EVENT":
            events.append(Marked(start, at, element.get("class", "").lower()))
        return at

    walk(body, 0)
    text = "".join(body.itertext())
    return Example(path.stem, text, timexes=_trimmed(text, timexes), events=_trimmed(text, events))


def _trimmed(text: str, spans: list[Marked]) -> tuple[Marked, ...]:
    """The spans in order, without white space at their ends and without those of nothing else."""
    found = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        words = text[span.start : span.end]
        start, end = span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip())
        if start < end:
            found.append(Marked(start, end, span.label))
    return tuple(found)
