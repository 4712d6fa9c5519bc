"""Run-in headings: capitals with which the numbered paragraphs of a digest begin, on one line with what they head."""

from __future__ import annotations

import re

from purport.records import Furniture, FurnitureKind

_NUMBERED = re.compile(r"^[ \t]*\d{1,2}[.)][ \t]+(?=\S)", re.MULTILINE)
_HEADING = re.compile(r"(?:[^\W_a-z]+(?:['’.-][^\W_a-z]+)*,?[ \t]+)+(?=[\"“‘']?[^\W\d_a-z])")
_GIVEN_BACK = re.compile(r"[ \t]+(?:A|I)\Z")
"""Words of one letter that begin the sentence after a heading: "6 MARCH A recording"."""
LEAST = 2
"""Numbered paragraphs that begin so, at least, and all of them must: "2. NATO Secretary General" alone is no heading."""
LONG = 5
"""Letters of a heading, at least: acronyms have fewer."""


def find_headings(text: str) -> tuple[Furniture, ...]:
    """The run-in headings of a text in order: "6. ORRIN FORD | The ministry maintains that .."; none where some paragraphs have none."""
    found = [_heading(text, numbered.end()) for numbered in _NUMBERED.finditer(text)]
    return tuple(each for each in found if each) if len(found) >= LEAST and all(found) else ()


def _heading(text: str, start: int) -> Furniture | None:
    match = _HEADING.match(text, start)
    if match is None:
        return None
    heading = _GIVEN_BACK.sub("", match[0].rstrip())
    is_long = sum(map(str.isalpha, heading)) >= LONG and heading.isupper()
    following = " ".join(text[start + len(heading) :].split(maxsplit=3)[:3])
    is_followed = any(map(str.islower, following))
    return Furniture(start, start + len(heading), FurnitureKind.TITLE) if is_long and is_followed else None
