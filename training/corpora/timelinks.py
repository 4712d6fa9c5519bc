"""TimeML's links between an event and a time: the event lies before, after or within it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree

from corpora.timeml import trim
from example import Marked


class Order(StrEnum):
    """How an event lies to a time."""

    BEFORE = "before"
    AFTER = "after"
    WITHIN = "within"


RELATIONS = {
    "BEFORE": Order.BEFORE,
    "IBEFORE": Order.BEFORE,
    "AFTER": Order.AFTER,
    "IAFTER": Order.AFTER,
    "IS_INCLUDED": Order.WITHIN,
    "DURING": Order.WITHIN,
}
"""The relations that are read, of an event to a time."""
BACK = {"AFTER": Order.BEFORE, "IAFTER": Order.BEFORE, "BEFORE": Order.AFTER, "IBEFORE": Order.AFTER, "INCLUDES": Order.WITHIN}
"""The same, told of the time to the event."""


@dataclass(frozen=True, slots=True)
class Link:
    """An event's words, how it lies to a time, the time's value, and whether that is the day of writing."""

    event: Marked
    order: Order
    value: str
    written: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """A text with the value of its day of writing, its events' words, and its links in the order of the file."""

    name: str
    text: str
    written: str
    events: tuple[Marked, ...]
    links: tuple[Link, ...]


def read_linked(folder: Path) -> list[Linked]:
    """Every ``.tml`` file of ``folder`` and the folders in it that has a day of writing, in order of name.

    Raises:
        ValueError: A file is not XML or has no ``TEXT``.
    """
    found = (_linked(path) for path in sorted(folder.rglob("*.tml"), key=lambda path: path.stem))
    return [each for each in found if each is not None]


def _linked(path: Path) -> Linked | None:
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{path} is not XML: {error}") from error
    body, stamp = root.find(".//TEXT"), root.find(".//DCT/TIMEX3")
    if body is None:
        raise ValueError(f"{path} has no TEXT")
    if stamp is None:
        return None
    text = "".join(body.itertext())
    events = {id_: trim(text, span) for id_, span in _events(body)}
    written = stamp.get("tid", "")
    values = {each.get("tid", ""): each.get("value", "") for each in root.iter("TIMEX3")}
    made = {each.get("eiid", ""): events.get(each.get("eventID", "")) for each in root.iter("MAKEINSTANCE")}
    links = tuple(_links(root, {key: span for key, span in made.items() if span is not None}, values, written))
    return Linked(path.stem, text, stamp.get("value", ""), tuple(events.values()), links)


def _events(element: ElementTree.Element) -> Iterator[tuple[str, Marked]]:
    """The events under an element by their ids, at offsets of its text."""
    at = len(element.text or "")
    for child in element:
        words = "".join(child.itertext())
        if child.tag == "EVENT":
            yield child.get("eid", ""), Marked(at, at + len(words), child.get("class", "").lower())
        yield from ((id_, Marked(at + span.start, at + span.end, span.label)) for id_, span in _events(child))
        at += len(words) + len(child.tail or "")


def _links(root: ElementTree.Element, events: Mapping[str, Marked], values: Mapping[str, str], written: str) -> Iterator[Link]:
    for each in root.iter("TLINK"):
        straight = each.get("eventInstanceID") is not None
        event = events.get(each.get("eventInstanceID") or each.get("relatedToEventInstance") or "")
        time = each.get("relatedToTime") or each.get("timeID") or ""
        order = (RELATIONS if straight else BACK).get(each.get("relType", ""))
        if event is not None and order is not None and time in values:
            yield Link(event, order, values[time], time == written)
