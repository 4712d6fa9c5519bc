"""Where a text begins a new paragraph, and where a line's end is only a typesetter's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from purport.records import Span

WRAPPED = 100
"""Longest line of a block that was wrapped by hand or by a wire service: theirs have 60 to 80 characters, a paragraph in one line
has several hundred."""

_LINE_END = re.compile(r"(?:\r\n?|\n)[ \t\r\n\f\v]*")
_WORD = re.compile(r"\S*")


def find_breaks(text: str, edges: Collection[int] = ()) -> tuple[int, ...]:
    """The offsets at which a paragraph begins, but for the first.

    One begins after a blank line. After a single line's end one begins where the first word of the next line would have fitted into
    the block, everywhere in a block with lines too long to have been wrapped, and at ``edges``, where something else is known to end
    or begin.
    """
    starts = (start for block in _blocks(text) for start in _starts(text, block, edges))
    return tuple(start for start in starts if start)


def _blocks(text: str) -> Iterator[list[Span]]:
    """The lines between blank lines."""
    block, start = [], 0
    for match in _LINE_END.finditer(text):
        block.append(Span(start, match.start()))
        start = match.end()
        if match[0].replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1:
            yield block
            block = []
    yield [*block, Span(start, len(text))]


def _starts(text: str, block: Sequence[Span], edges: Collection[int]) -> Iterator[int]:
    """Where the block begins, and the lines in it that whoever wrote it wanted to be new."""
    yield block[0].start
    width = max(line.end - line.start for line in block)
    for line, following in pairwise(block):
        word = _WORD.match(text, following.start, following.end)
        needed = line.end - line.start + 1 + (len(word[0]) if word else 0)
        if width > WRAPPED or needed <= width or line.end in edges or following.start in edges:
            yield following.start
