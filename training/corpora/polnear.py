"""PolNeAR (Newell et al. 2018): brat stand-off of sources, cues and contents over news articles."""

from __future__ import annotations

import re
from pathlib import Path

from example import Example, Link, Marked
from purport.extract.forms import read_form
from purport.records import Form, Span

Places = tuple[tuple[int, int], ...]


def read_polnear(folder: Path) -> list[Example]:
    """Every article of ``folder`` (``text/*.txt``, ``attributions/*.ann``) in order of name; the first annotator where several worked."""
    examples = []
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{path.stem}*.ann"))
        if annotations:
            examples.append(_example(path, annotations[0]))
    return examples


def _example(path: Path, annotations: Path) -> Example:
    text = path.read_bytes().decode("utf-8")
    places, events = _stand_off(annotations.read_text(encoding="utf-8"))
    roles: dict[Marked, int] = {}

    def marked(role: str, reference: str) -> tuple[int, ...]:
        spans = [Marked(*_trim(text, start, end), role) for start, end in places[reference]]
        return tuple(roles.setdefault(span, len(roles)) for span in spans if span.end > span.start)

    links = []
    for event in events:
        found: dict[str, tuple[int, ...]] = {"source": (), "cue": (), "content": ()}
        for role, reference in event:
            if role in found and reference in places:
                found[role] += marked(role, reference)
        if found["cue"]:
            links.append(Link(found["cue"][0], found["source"][0] if found["source"] else None, found["content"]))
    direct = frozenset(
        i for role, i in roles.items() if role.label == "content" and read_form(text, (Span(role.start, role.end),)) == Form.DIRECT
    )
    return Example(path.stem, text, roles=tuple(roles), links=tuple(links), direct=direct)


def _stand_off(lines: str) -> tuple[dict[str, Places], list[list[tuple[str, str]]]]:
    """Spans by reference, and each event's (role, reference) pairs."""
    places: dict[str, Places] = {}
    events = []
    for line in lines.splitlines():
        parts = line.split("\t")
        if line.startswith("T") and len(parts) >= 3:
            _, _, where = parts[1].partition(" ")
            pairs = (piece.split() for piece in where.split(";"))
            places[parts[0]] = tuple((int(start), int(end)) for start, end in pairs)
        elif line.startswith("E") and len(parts) >= 2:
            events.append([(re.sub(r"\d+$", "", role).lower(), to) for role, _, to in (item.partition(":") for item in parts[1].split())])
    return places, events


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
