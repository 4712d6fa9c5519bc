"""Attributions within contents, which no corpus marks, taught by an earlier reader.

PolNeAR marks nothing inside another attribution's content ("officials said *they believed* it could take years"). Read by itself, such
a content is ordinary text to a reader trained on PolNeAR; what it finds there is taught to the inner layer, in the content's place
(``nest``). And a line of the corpus put inside another attribution has inner attributions that people marked (``wrapped``).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
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


def taught(examples: Sequence[Example], teacher: Path) -> list[Example]:
    """The examples with the teacher's attributions, those within contents left out."""
    with Reader(teacher) as reader:
        readings = zip(examples, reader.read(example.text for example in examples), strict=True)
        return [_taught(example, [linked for linked in reading.attributions if linked.parent is None]) for example, reading in readings]


def _taught(example: Example, found: Sequence[Linked]) -> Example:
    roles, links = _roles_and_links([(0, linked) for linked in found if linked.cue])
    own = {Marked(s.start, s.end, "content") for linked in found if linked.direct > 0.5 for s in linked.contents}
    return replace(example, roles=roles, links=links, direct=frozenset(i for i, role in enumerate(roles) if role in own))


def _nested(example: Example, found: Sequence[tuple[int, Linked]]) -> Example:
    roles, links = _roles_and_links(found)
    return replace(example, inner=roles, inner_links=links)


def _roles_and_links(found: Sequence[tuple[int, Linked]]) -> tuple[tuple[Marked, ...], tuple[Link, ...]]:
    """Attributions, each with the offset its places count from, as an example has them."""
    roles: dict[Marked, int] = {}
    links = []
    for offset, linked in found:

        def marked(start: int, end: int, role: str, offset: int = offset) -> int:
            return roles.setdefault(Marked(start + offset, end + offset, role), len(roles))

        assert linked.cue is not None
        source = None if linked.source is None else marked(linked.source.start, linked.source.end, "source")
        cue = marked(linked.cue.start, linked.cue.end, "cue")
        links.append(Link(cue, source, tuple(marked(s.start, s.end, "content") for s in linked.contents)))
    return tuple(roles), tuple(links)


FRAME_LONGEST = 60
"""Characters of a source and cue that may introduce a line."""
LINE = (40, 350)
"""Characters of a line that is put inside an attribution, at least and at most."""


def wrapped(examples: Sequence[Example], seed: int) -> list[Example]:
    """For each example a text of its lines, each put inside another attribution: "Officials said that", then the line.

    What people annotated in the line is then known to be inner, the frame to be outer. Frames are sources and cues of the corpus itself.
    """
    rng = random.Random(seed)
    frames = [frame for example in examples for frame in _frames(example)]
    return [_joined(example.name, lines) for example in examples if (lines := list(_framed_lines(example, frames, rng)))]


def _frames(example: Example) -> list[tuple[str, str]]:
    """The example's sources and cues that stand side by side at the beginning of a sentence, "Officials said"."""
    text, roles, found = example.text, example.roles or (), []
    for link in example.links:
        source, cue = (None if link.source is None else roles[link.source]), roles[link.cue]
        side_by_side = source is not None and cue.start == source.end + 1 and cue.end - source.start <= FRAME_LONGEST
        if source and side_by_side and text[source.start].isupper() and "\n" not in text[source.start : cue.end]:
            found.append((text[source.start : source.end], text[cue.start : cue.end]))
    return found


def _framed_lines(example: Example, frames: Sequence[tuple[str, str]], rng: random.Random) -> Iterator[Example]:
    """Each line of prose without quotation marks whose attributions are whole, in a frame."""
    start = 0
    for line in example.text.split("\n"):
        end = start + len(line)
        if LINE[0] <= len(line) <= LINE[1] and not any(mark in line for mark in '"“”'):
            links = [link for link in example.links if _touches(example, link, start, end)]
            if all(_within(example, link, start, end) for link in links):
                yield _framed(example, links, (start, end), rng.choice(frames))
        start = end + 1


def _roles(example: Example, link: Link) -> list[Marked]:
    roles = example.roles or ()
    return [roles[i] for i in (link.cue, *(() if link.source is None else (link.source,)), *link.contents)]


def _touches(example: Example, link: Link, start: int, end: int) -> bool:
    return any(role.start < end and role.end > start for role in _roles(example, link))


def _within(example: Example, link: Link, start: int, end: int) -> bool:
    return all(start <= role.start and role.end <= end for role in _roles(example, link))


def _framed(example: Example, links: Sequence[Link], place: tuple[int, int], frame: tuple[str, str]) -> Example:
    source, cue = frame
    line = example.text[slice(*place)].rstrip()
    body = line.rstrip(".")
    lead = f"{source} {cue} that "
    outer = (
        Marked(0, len(source), "source"),
        Marked(len(source) + 1, len(source) + 1 + len(cue), "cue"),
        Marked(len(lead) - len("that "), len(lead) + len(body), "content"),
    )
    roles: dict[Marked, int] = {}

    def marked(i: int) -> int:
        role = (example.roles or ())[i]
        moved = Marked(role.start - place[0] + len(lead), min(role.end - place[0], len(body)) + len(lead), role.label)
        return roles.setdefault(moved, len(roles))

    inner = tuple(
        Link(marked(link.cue), None if link.source is None else marked(link.source), tuple(map(marked, link.contents))) for link in links
    )
    text = lead + body[:1].lower() + body[1:] + line[len(body) :]
    return Example(example.name, text, roles=outer, links=(Link(1, 0, (2,)),), inner=tuple(roles), inner_links=inner)


def _joined(name: str, lines: Sequence[Example]) -> Example:
    """Short texts as one, a line each."""
    text, roles, links, inner, inner_links = "", [], [], [], []
    for line in lines:
        at = len(text) + (1 if text else 0)
        text += ("\n" if text else "") + line.text
        links += [_shifted(link, len(roles)) for link in line.links]
        inner_links += [_shifted(link, len(inner)) for link in line.inner_links]
        roles += [Marked(role.start + at, role.end + at, role.label) for role in line.roles or ()]
        inner += [Marked(role.start + at, role.end + at, role.label) for role in line.inner or ()]
    return Example(
        f"{name}-wrapped", text, roles=tuple(roles), links=tuple(links), inner=tuple(inner), inner_links=tuple(inner_links), made=True
    )


def _shifted(link: Link, by: int) -> Link:
    return Link(link.cue + by, None if link.source is None else link.source + by, tuple(content + by for content in link.contents))
