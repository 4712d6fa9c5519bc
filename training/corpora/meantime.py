"""MEANTIME (Minard et al. 2016): Wikinews reports in CAT XML, all layers on the same text. For measuring only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from example import Example, Marked, Sure

SENTENCES = 6
"""Title, date and the first sentences of a report: only there is everything annotated."""
TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place"}
CLASSES = {"SPEECH_COGNITIVE": "reporting", "GRAMMATICAL": "aspectual"}
DEGREES = {"CERTAIN": 3.0, "PROBABLE": 2.0, "POSSIBLE": 1.0}
SIGNS = {"POS": 1.0, "NEG": -1.0}


@dataclass(frozen=True, slots=True)
class Participant:
    """``Example.events[event]`` has the characters ``[start, end)`` in a role of PropBank."""

    event: int
    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Instance:
    """The characters ``[start, end)`` mention a thing, whose number is the same in every report."""

    start: int
    end: int
    number: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report, who takes part in its events, and of which things across reports its mentions of entities are."""

    example: Example
    participants: tuple[Participant, ...]
    instances: tuple[Instance, ...] = ()


def read_meantime(folder: Path) -> list[Report]:
    """The first lines of every report of ``folder`` (``corpus_*/*.xml``): tokens joined by blanks, a line a sentence.

    ``entities`` are named mentions whose type is known, and may nest; of a mention in pieces the first is marked, and of several events
    on the same words the first. ``sure`` is on events said to be neither generic nor conditional, and on certain ones only if they are
    not to come. ``instances`` are in ``intra_cross-doc_annotation`` alone.
    """
    return [_report(ElementTree.parse(path).getroot()) for path in sorted(folder.glob("corpus_*/*.xml"))]


def _report(root: ElementTree.Element) -> Report:
    text, starts, places = _printed(root.iter("token"))
    markables = {mark.get("m_id", ""): mark for part in root.iter("Markables") for mark in part}
    instances = {
        source.get("m_id"): markables[target.get("m_id", "")]
        for link in root.iter("REFERS_TO")
        for target in link.iter("target")
        for source in link.iter("source")
    }
    spans = {key: span for key, mark in markables.items() if (span := _span(mark, places)) is not None}
    entities, timexes = [], []
    events: dict[tuple[int, int], Marked] = {}
    sure: dict[tuple[int, int], Sure] = {}
    numbers: dict[str, int] = {}
    for key, (start, end) in sorted(spans.items(), key=lambda item: (item[1], int(item[0]))):
        mark, instance = markables[key], instances.get(key)
        if mark.tag == "ENTITY_MENTION" and mark.get("syntactic_type") in {"NAM", "PRE.NAM"} and instance is not None:
            entities.append(Marked(start, end, TYPES.get(instance.get("ent_type", ""), "other")))
        elif mark.tag == "TIMEX3":
            timexes.append(Marked(start, end, mark.get("type", "")))
        elif mark.tag == "EVENT_MENTION":
            kind = instance.get("class", "") if instance is not None else ""
            events.setdefault((start, end), Marked(start, end, CLASSES.get(kind, "occurrence")))
            numbers[key] = len(events) - 1
            value = _value(mark)
            if value is not None:
                sure.setdefault((start, end), Sure(start, end, value))
    participants = [
        Participant(numbers[event], *spans[mention], link.get("sem_role", ""))
        for link in root.iter("HAS_PARTICIPANT")
        for event, mention in [(_end(link, "source"), _end(link, "target"))]
        if event in numbers and mention in spans
    ]
    example = Example(
        root.get("doc_name", ""),
        text,
        sentences=starts,
        entities=tuple(entities),
        timexes=tuple(timexes),
        events=tuple(events.values()),
        sure=tuple(sure.values()),
    )
    things = [
        Instance(*span, number)
        for key, span in spans.items()
        if markables[key].tag == "ENTITY_MENTION" and key in instances and (number := instances[key].get("instance_id"))
    ]
    return Report(
        example,
        tuple(sorted(participants, key=lambda p: (p.event, p.start, p.end))),
        tuple(sorted(things, key=lambda thing: (thing.start, thing.end, thing.number))),
    )


def _printed(tokens: Iterable[ElementTree.Element]) -> tuple[str, tuple[int, ...], dict[str, tuple[int, int]]]:
    """The text, where its sentences start, and where each token stands."""
    text, last, starts, places = "", "", [], {}
    for token in tokens:
        sentence = token.get("sentence", "")
        if int(sentence) >= SENTENCES:
            break
        text += "" if not text else " " if sentence == last else "\n"
        if sentence != last:
            starts.append(len(text))
        form = token.text or ""
        places[token.get("t_id", "")] = (len(text), len(text) + len(form))
        text, last = text + form, sentence
    return text, tuple(starts), places


def _span(mark: ElementTree.Element, places: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """The first unbroken run of a mark's tokens; ``None`` if it has none in the text."""
    tokens = sorted(places[anchor.get("t_id", "")] for anchor in mark.iter("token_anchor") if anchor.get("t_id") in places)
    if not tokens:
        return None
    start, end = tokens[0]
    for first, last in tokens[1:]:
        if first != end + 1:
            break
        end = last
    return start, end


def _end(link: ElementTree.Element, which: str) -> str:
    end = link.find(which)
    return "" if end is None else end.get("m_id", "")


def _value(mark: ElementTree.Element) -> float | None:
    """How sure the author is of an event, if the annotation leaves no doubt about it."""
    degree, sign = DEGREES.get(mark.get("certainty", "")), SIGNS.get(mark.get("polarity", ""))
    certain = mark.get("certainty") == "CERTAIN"
    if degree is None or sign is None or mark.get("special_cases") != "NONE" or (certain and mark.get("time") != "NON_FUTURE"):
        return None
    return sign * degree
