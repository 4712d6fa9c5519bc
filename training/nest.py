"""Attributions within contents, which no corpus marks, taught by an earlier reader.

PolNeAR marks nothing inside another attribution's content ("officials said *they believed* it could take years"). Read by itself, such
a content is ordinary text to a reader trained on PolNeAR; what it finds there is taught to the inner layer, in the content's place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from example import Example, Link, Marked
from purport.reader import Linked, Reader

SHORTEST = 25
"""Characters a content needs to be worth asking about: five words."""
SUREST = 0.25
"""Confidence from which the teacher's finding is taught; what it is less sure of is taught as nothing."""


def nest(examples: Sequence[Example], teacher: Path) -> list[Example]:
    """The examples with the teacher's attributions inside their contents."""
    places = [
        (i, role)
        for i, example in enumerate(examples)
        for role in example.roles or ()
        if role.label == "content" and role.end - role.start >= SHORTEST
    ]
    found: dict[int, list[tuple[int, Linked]]] = {}
    with Reader(teacher) as reader:
        for (i, role), reading in zip(places, reader.read(examples[i].text[role.start : role.end] for i, role in places), strict=True):
            whole = role.end - role.start
            for linked in reading.attributions:
                if linked.cue and linked.score >= SUREST and sum(s.end - s.start for s in linked.contents) < 0.95 * whole:
                    found.setdefault(i, []).append((role.start, linked))
    return [_nested(example, found.get(i, [])) for i, example in enumerate(examples)]


def _nested(example: Example, found: Sequence[tuple[int, Linked]]) -> Example:
    roles: dict[Marked, int] = {}
    links = []
    for offset, linked in found:

        def marked(start: int, end: int, role: str, offset: int = offset) -> int:
            return roles.setdefault(Marked(start + offset, end + offset, role), len(roles))

        assert linked.cue is not None
        source = None if linked.source is None else marked(linked.source.start, linked.source.end, "source")
        cue = marked(linked.cue.start, linked.cue.end, "cue")
        links.append(Link(cue, source, tuple(marked(s.start, s.end, "content") for s in linked.contents)))
    return replace(example, inner=tuple(roles), inner_links=tuple(links))
