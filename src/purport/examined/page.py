"""The page of a file: what it is, what is said of it, what was found in it and how, what was not done. It fetches and runs nothing.

Whatever comes from files and people goes through ``visible`` and is escaped.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from purport.audio.explained import explained
from purport.audio.refused import refusals
from purport.examined.gathering import Examined, Found
from purport.examined.pictured import Pictures
from purport.findings import Bounds, Change, Copies, Edges, Inspection, Passage, Quotes, Reuse, Stretch
from purport.visible import visible
from purport.wording import clock, counted, days, fact_title, letter

if TYPE_CHECKING:
    from purport.audio.pictures import Picture

LONGEST = 2_000
"""Characters of one tag that are shown; the JSON has all of them."""
NONCHARACTERS = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))
"""What no page may hold."""
TYPES = {"svg": "image/svg+xml", "png": "image/png"}
EDGES = {
    Edges.REFINED: "where the likeness ends",
    Edges.LANDMARKS: "the outermost landmarks in common; it may reach further",
}
CHANGES = {
    Change.MISSING: "in this file alone",
    Change.INSERTED: "in the other alone",
    Change.REPLACED: "another sound in each",
}


def render(examined: Examined, pictures: Pictures | None = None) -> str:
    """The page, with its pictures inside where there are any."""
    reuse = examined.last(Reuse)
    known = (Inspection, Reuse, Copies, Bounds, Quotes)
    return (
        _environment()
        .get_template("findings.html")
        .render(
            examined=examined,
            sound=examined.sound,
            pictures=pictures,
            inspection=examined.last(Inspection),
            reuse=reuse,
            copies=[each for each in examined.findings if isinstance(each.body, Copies)],
            bounds=examined.last(Bounds),
            quotes=examined.last(Quotes),
            rest=[each for each in examined.findings if not isinstance(each.body, known)],
            letters=[letter(number) for number in range(len(reuse.body.passages))] if reuse and isinstance(reuse.body, Reuse) else [],
        )
    )


def span(at: Stretch) -> str:
    """A stretch in words; one time where it is shorter than what times tell."""
    start, end = clock(at.start), clock(at.end)
    return start if start == end else f"{start}–{end}"


def pace(passage: Passage) -> str:
    """How fast a passage goes against where else it stands."""
    told = [f"{passage.tempo:.3f} times as fast at its pitch"] * (passage.tempo != 1)
    told += [f"{passage.speed:.3f} times as fast, its pitch with it"] * (passage.speed != 1)
    return "; ".join(told) or "the same"


def source_of(picture: Picture) -> Markup:
    """A picture as an address that holds it."""
    kind = TYPES[picture.name.rpartition(".")[2]]
    return Markup(f"data:{kind};base64,{b64encode(picture.content).decode('ascii')}")


def hundredths(value: float) -> str:
    """A number to two places, nothing below zero where it rounds to that."""
    return f"{round(value, 2) + 0.0:.2f}"


def called(examined: Examined, own: str) -> str:
    """Another file by its name and the beginning of its digest."""
    if own == examined.sound.sha256:
        return "this file"
    other = examined.other(own)
    return f"{other.sound.name} ({own[:8]})" if other else f"a file that is not in the case ({own[:8]})"


def public(examined: Examined, own: str) -> str:
    """By which day another file was public, and where that can be seen, as a clause."""
    other = examined.other(own)
    if other is None or other.earlier is None:
        return "it is not told by which day it was public"
    return f"public by {other.earlier.public_by}, as can be seen at {other.earlier.source}"


def results(found: Found) -> list[str]:
    """Everything in a finding of a kind that the page does not know, a line each."""
    return list(_flat(found.body, found.kind))


def _flat(value: object, name: str) -> list[str]:
    if isinstance(value, dict):
        return [line for key, each in value.items() for line in _flat(each, f"{name}.{key}")]
    if isinstance(value, list):
        return [line for at, each in enumerate(value) for line in _flat(each, f"{name}[{at}]")]
    return [f"{name}: {value}"]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("purport.examined"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finished,
        auto_reload=False,
    )
    made.globals |= {
        "called": called,
        "changes": CHANGES,
        "clock": clock,
        "counted": counted,
        "days": days,
        "edges": EDGES,
        "explained": explained,
        "fact_title": fact_title,
        "hundredths": hundredths,
        "longest": LONGEST,
        "pace": pace,
        "public": public,
        "refusals": refusals,
        "results": results,
        "source_of": source_of,
        "span": span,
    }
    return made


def _finished(value: object) -> object:
    return visible(value).translate(NONCHARACTERS) if isinstance(value, str) and not isinstance(value, Markup) else value
