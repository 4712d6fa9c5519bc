"""Reports written for the project, marked in their own words: ``training/own/README.md`` tells the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from example import Example, Link, Manner, Marked
from purport.extract.forms import read_form
from purport.records import Factuality, Form, SourceType, Span, SpeechAct

OWN = Path(__file__).parents[1] / "own"
"""Where they are."""
ROLES = {"s": "source", "q": "cue", "c": "content"}
SOURCES = {
    "person": SourceType.NAMED_PERSON,
    "org": SourceType.NAMED_ORGANISATION,
    "official": SourceType.ANONYMOUS_OFFICIAL,
    "anon": SourceType.ANONYMOUS_OTHER,
    "eyewitness": SourceType.EYEWITNESS,
    "document": SourceType.DOCUMENT,
    "media": SourceType.MEDIA,
    "outlet": SourceType.OUTLET,
}
"""The marks of the types of sources."""
SURE, ACTS = tuple(Factuality), tuple(SpeechAct)
QUOTES = re.compile('["“”‘]')
_OPENING = re.compile(r"\[([sqc])(\d+(?:,\d+)*)(?::([A-Za-z+,-]+))? ")
_MARK = re.compile(rf"{_OPENING.pattern}|\[|\]|\{{|\}}")


class MarkFault(ValueError):
    """A report whose marks do not fit together; the message says where."""


@dataclass(slots=True)
class _Attribution:
    """The spans of one number."""

    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    kind: str = ""
    manner: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution of a report; ``source_type`` is "" without a source, ``depth`` counts the attributions it lies in."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    contents: tuple[tuple[int, int], ...]
    source_type: str
    sure: str
    act: str
    negated: bool
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A report without its marks, and what they said."""

    name: str
    text: str
    told: tuple[Told, ...]
    page: tuple[tuple[int, int], ...]


def read_reports(folder: Path) -> list[Report]:
    """Every report of a folder's ``*.txt``, in order.

    Raises:
        MarkFault: where marks cross, are not closed, or lack a cue or content.
    """
    return [report for path in sorted(folder.glob("*.txt")) for report in parse_reports(path.read_text(encoding="utf-8"), path.name)]


def parse_reports(marked: str, file: str) -> Iterator[Report]:
    """The reports of one file's text."""
    for part in re.split(r"^=== ", marked, flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        try:
            yield _parse(name.strip(), body.strip("\n"))
        except MarkFault as fault:
            raise MarkFault(f"{file}, {name.strip()}: {fault}") from None


def _parse(name: str, marked: str) -> Report:
    text, end = "", 0
    opened: list[tuple[str, int, tuple[int, ...], str]] = []
    found: dict[int, _Attribution] = {}
    page: list[tuple[int, int]] = []
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        end = mark.end()
        sign = mark.group()
        if sign == "{":
            opened.append(("page", len(text), (), ""))
        elif sign in "]}":
            if not opened or (opened[-1][0] == "page") != (sign == "}"):
                raise MarkFault(f"{sign!r} closes nothing after {text[-40:]!r}")
            role, start, numbers, manner = opened.pop()
            _close((role, numbers, manner), (start, len(text)), found, page)
        elif mark.group(1):
            opened.append((ROLES[mark.group(1)], len(text), tuple(map(int, mark.group(2).split(","))), mark.group(3) or ""))
        else:
            raise MarkFault(f"a bracket that is no mark after {text[-40:]!r}")
    if opened:
        raise MarkFault(f"a {opened[-1][0]} is not closed from {text[opened[-1][1] :][:40]!r}")
    text += marked[end:]
    told = [_told(text, number, each) for number, each in sorted(found.items())]
    told = [replace(each, depth=sum(_within(each.cue, other) for other in told)) for each in told]
    return Report(name, text, tuple(told), tuple(sorted(page)))


def _close(
    mark: tuple[str, tuple[int, ...], str], place: tuple[int, int], found: dict[int, _Attribution], page: list[tuple[int, int]]
) -> None:
    role, numbers, manner = mark
    if role == "page":
        page.append(place)
    for number in numbers:
        own = found.setdefault(number, _Attribution())
        getattr(own, role).append(place)
        if role == "source":
            own.kind = manner
        elif role == "cue":
            own.manner = tuple(filter(None, manner.split(",")))


def _told(text: str, number: int, own: _Attribution) -> Told:
    source, cue, content = (tuple(_trimmed(text, *place) for place in places) for places in (own.source, own.cue, own.content))
    if len(cue) != 1:
        raise MarkFault(f"attribution {number} has {len(cue)} cues")
    if not content:
        raise MarkFault(f"attribution {number} has no content")
    if len(own.source) > 1:
        raise MarkFault(f"attribution {number} has {len(own.source)} sources")
    if own.source and own.kind not in SOURCES:
        raise MarkFault(f"attribution {number} has a source of type {own.kind!r}")
    unknown = [word for word in own.manner if word not in (*SURE, *ACTS, "neg")]
    if unknown:
        raise MarkFault(f"attribution {number} has a cue marked {unknown[0]!r}")
    sure = next((word for word in own.manner if word in SURE), "CT+")
    act = next((word for word in own.manner if word in ACTS), "statement")
    return Told(source[0] if source else None, cue[0], content, own.kind, sure, act, "neg" in own.manner)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without the white space at its edges."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def read_own(folder: Path) -> list[Example]:
    """The reports of a folder as examples: attributions outside all others as roles, those within them as inner."""
    return [_example(report) for report in read_reports(folder)]


def _example(report: Report) -> Example:
    text = report.text
    told = [replace(each, source=each.source and _closed(text, *each.source)) for each in report.told]
    roles, links = _layer([each for each in told if each.depth == 0])
    inner, inner_links = _layer([each for each in told if each.depth == 1])
    contents = [(i, Span(role.start, role.end)) for i, role in enumerate(roles) if role.label == "content"]
    direct = frozenset(i for i, span in contents if read_form(text, (span,)) == Form.DIRECT) if QUOTES.search(text) else None
    page = tuple(Marked(*place, "page") for place in report.page)
    manners = tuple(manner for told in report.told for manner in _manners(told))
    return Example(
        report.name, text, roles=roles, links=links, direct=direct, inner=inner, inner_links=inner_links, page=page, manners=manners
    )


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """A source with the comma that closes its apposition or relative clause, as PolNeAR has it: "Orla Vane, the mayor,"."""
    return (start, end + 1) if "," in text[start : end - 1] and text[end : end + 1] == "," else (start, end)


def _manners(told: Told) -> Iterator[Manner]:
    yield Manner(*told.cue, "stance", told.sure)
    yield Manner(*told.cue, "act", told.act)
    yield Manner(*told.cue, "negated", "negated" if told.negated else "made")
    if told.source:
        yield Manner(*told.source, "source_type", SOURCES[told.source_type])


def _within(cue: tuple[int, int], other: Told) -> bool:
    return any(start <= cue[0] and cue[1] <= end for start, end in other.contents)


def _layer(told: Sequence[Told]) -> tuple[tuple[Marked, ...], tuple[Link, ...]]:
    roles: dict[Marked, int] = {}
    links: dict[int, Link] = {}

    def marked(place: tuple[int, int], role: str) -> int:
        return roles.setdefault(Marked(*place, role), len(roles))

    for each in told:
        source = marked(each.source, "source") if each.source else None
        cue = marked(each.cue, "cue")
        contents = tuple(marked(place, "content") for place in each.contents)
        links.setdefault(cue, Link(cue, source, contents))
    return tuple(roles), tuple(links.values())
