"""Whether a content is given in its source's own words, told by its quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from purport.records import Form, Span

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n|(?<=[.!?”\"])\r?\n")
_MARK = re.compile(r'["“”„‟«»]')
QUOTES = frozenset('"“”„‟«»')
"""Double marks. Single ones are left out: they cannot be told from apostrophes."""
OPENING = frozenset('"“«„')
ALL_QUOTED = 0.9
"""Share of a content's letters inside quotation marks from which it counts as direct: a trailing "he added" may be cut in."""


def read_form(text: str, contents: Sequence[Span]) -> Form:
    """Direct where the contents stand in quotation marks, mixed where part of them does, else indirect."""
    quoted = total = 0
    for span in contents:
        words = span.words(text)
        inside = words[:1] not in QUOTES and text[max(0, span.start - 1) : span.start] in OPENING
        for character in words:
            if character in QUOTES:
                inside = not inside
            elif character.isalnum():
                total += 1
                quoted += inside
    if total and quoted >= ALL_QUOTED * total:
        return Form.DIRECT
    return Form.MIXED if quoted else Form.INDIRECT


def paragraph_edges(text: str) -> tuple[int, ...]:
    """Where paragraphs begin, and where the last one ends. A line break after a full stop or a closing mark is taken for one's end too."""
    return (0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text))


def find_quotations(text: str) -> Iterator[Span]:
    """What stands in quotation marks, to the end of its paragraph where none closes it, in text order."""
    for start, end in pairwise(paragraph_edges(text)):
        opened: int | None = None
        for mark in _MARK.finditer(text, start, end):
            if opened is None and mark[0] not in "”»":
                opened = mark.start()
            elif opened is not None and mark[0] not in "“«":
                yield Span(opened, mark.end())
                opened = None
        if opened is not None:
            yield Span(opened, end)
