"""What a report's own text says of it: title, outlet, authors, place and dates, and which stretches say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from purport.ingest.dateline import Filed, read_dateline
from purport.ingest.endnotes import Note, find_notes
from purport.ingest.headings import find_headings
from purport.ingest.names import read_people
from purport.ingest.printed import PrintedDate
from purport.ingest.prompts import find_prompts, is_prompt, newsletter_outlet
from purport.ingest.stamp import Stamp, read_stamp
from purport.ingest.tokens import TokenKind, Tokens, glued, read_tokens
from purport.records import Byline, Dateline, Furniture, FurnitureKind, Span

HEAD_CHARACTERS = 3000
"""Looked through for the masthead; a title, standfirst, bylines and dates take under 1,000."""

MAX_LINE = 300
"""Characters of one line that are read: a longer line is a paragraph, and only its beginning can be a masthead. Eight authors with
their roles take 250."""

MAX_UNREAD = 3
"""Lines among the masthead that are none of it: a title, a standfirst, a caption. After that the report has begun."""

MAX_TITLE_CHARACTERS = 200
MAX_TITLE_WORDS = 30
"""Longest title. Of the headlines of PolNeAR and Wikinews none has more than 22 words."""

TITLE_CASE_SHARE = 0.7
"""Least share of long words with a capital in a title that ends in a full stop. First sentences of news stay under 0.5."""

LONGER_LINE = 1.5
"""How many times longer the line after a title is at least, and that line a whole paragraph, without a blank line between them:
lines broken at a width are of one length."""

MIN_LOUD_WORDS = 5
"""Fewest words of a line in capitals that is a title whatever follows: shorter ones name sections and publications."""

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")

_ENDS = (".", "!", "?", "”", '"')
_BREAK = re.compile(r"\r\n?|\n")
_SLUG = re.compile(r"[A-Z0-9]+(?:[-/][A-Z0-9]+)+(?: \([^()]*\))?")  # a wire's own name for a story: HARBOUR-WALL/TOLL (UPDATE 2)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a text says of itself. Two authors are two bylines; dates stand in the order of the text."""

    title: Span | None = None
    outlet: str | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    dates: tuple[PrintedDate, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: its items, if they are all of it, its dateline, and whether it is a page's prompt."""

    span: Span
    stamp: Stamp | None
    filed: Filed | None
    prompt: bool
    blank_after: bool

    @property
    def is_read(self) -> bool:
        """Whether the line is of the masthead or of the page."""
        return self.stamp is not None or self.filed is not None or self.prompt


@dataclass(frozen=True, slots=True)
class _Head:
    """The masthead's upper part: its items, its dateline, and its first line that is neither."""

    stamp: Stamp
    filed: Filed | None
    title: Span | None


_NO_LINE = _Line(Span(0, 0), None, None, prompt=False, blank_after=False)


def find_masthead(text: str, title: Span | None = None) -> Masthead:
    """Everything the text's head, tail and prompts say of it; ``title`` is a title that is known to be one."""
    head = _read_head(text, title)
    notes = find_notes(text)
    filed = head.filed
    return Masthead(
        title=head.title or next((note.headline for note in notes if note.headline), None),
        outlet=_outlet(text, head, notes),
        bylines=head.stamp.bylines or tuple(byline for note in notes for byline in note.bylines),
        dateline=filed.dateline if filed else None,
        dates=(*head.stamp.dates, *_dates(filed, notes)),
        furniture=_furniture(text, head, notes),
    )


def _read_head(text: str, title: Span | None) -> _Head:
    """Line by line, until a dateline or too many lines that are no masthead."""
    lines = _with_bare_names(text, _read_lines(text, title.end if title else 0))
    stamp, filed = Stamp(), None
    unread = 0
    for at, line in enumerate(lines):
        if line.is_read:
            stamp, filed = stamp + (line.stamp or Stamp()), line.filed
        elif unread == MAX_UNREAD:
            break
        elif not _SLUG.fullmatch(line.span.words(text)):
            unread += 1
            title = line.span if unread == 1 and not title and _is_title(text, lines[at : at + 2]) else title
        if filed:
            break
    return _Head(stamp, filed, title)


def _read_lines(text: str, start: int) -> list[_Line]:
    end = min(len(text), start + HEAD_CHARACTERS)
    matches = list(_LINE.finditer(text, start, end))
    lines: list[_Line] = []
    for at, match in enumerate(matches):
        lines.append(_read_line(text, match, matches[at + 1].start() if at + 1 < len(matches) else end))
        if sum(not line.is_read for line in lines) > MAX_UNREAD + 1:
            break
    return [_without_loose_date(text, lines[:at], line) for at, line in enumerate(lines)]


def _read_line(text: str, match: re.Match[str], following: int) -> _Line:
    words = match[0].strip()
    start = match.start() + match[0].index(words)
    tokens = read_tokens(text, start, start + min(len(words), MAX_LINE))
    found = read_stamp(tokens)
    filed = read_dateline(tokens[found.stop :], text)
    stamp = found.value if found.stop and (filed or _stands_alone(tokens, found.stop)) else None
    blank = len(_BREAK.findall(text, match.end(), following)) > 1
    return _Line(Span(start, start + len(words)), stamp, filed.value if filed else None, is_prompt(words), blank)


def _without_loose_date(text: str, before: Sequence[_Line], line: _Line) -> _Line:
    """The line; a bare date right under a second line that is no masthead, nor names alone, is a piece of a paragraph broken at a width.

    It is none where a blank line follows it and the line above is much longer than the one above that: these are an outlet and a title.
    """
    bare = line.stamp is not None and not line.stamp.bylines and not line.filed
    unread = [other for other in before if not other.is_read]
    loose = bare and len(unread) > 1 and not before[-1].is_read and not before[-1].blank_after
    if not loose or _bare_names(text, before[-1].span) is not None:
        return line
    short, long = (len(other.span.words(text)) for other in unread[-2:])
    is_headed = line.blank_after and len(unread) == 2 and long > LONGER_LINE * short
    return line if is_headed else replace(line, stamp=None)


def _stands_alone(tokens: Tokens, stop: int) -> bool:
    """Whether the items are all of the line, or the report is glued to the year they end in."""
    last = tokens[stop - 1]
    return stop == len(tokens) or (last.kind is TokenKind.NUMBER and len(last.text) == 4 and glued(tokens, stop))


def _with_bare_names(text: str, lines: Sequence[_Line]) -> list[_Line]:
    """The lines, with those read as bylines that hold nothing but names and stand between a line and a date's."""
    return [
        replace(line, stamp=_bare_names(text, line.span)) if before and not line.is_read and after.stamp and after.stamp.dates else line
        for before, line, after in zip((None, *lines), lines, (*lines[1:], _NO_LINE), strict=False)
    ]


def _bare_names(text: str, span: Span) -> Stamp | None:
    tokens = read_tokens(text, span.start, span.end)
    people = read_people(tokens, 0)
    mark = Furniture(span.start, span.end, FurnitureKind.BYLINE)
    return Stamp((mark,), people.value) if people and people.stop == len(tokens) else None


def _is_title(text: str, lines: Sequence[_Line]) -> bool:
    """Whether the first line is a title by its length, its end, and what follows it: a blank line, a masthead or a longer line."""
    words = lines[0].span.words(text)
    count = len(words.split())
    if len(lines) < 2 or len(words) > MAX_TITLE_CHARACTERS or count > MAX_TITLE_WORDS:
        return False
    if words[-1] in ".,;:-–—":
        return words[-1] == "." and lines[0].blank_after and _is_title_case(words)
    following = lines[1].span.words(text)
    paragraph = not following[0].islower() and following.endswith(_ENDS)
    longer = paragraph and len(following) > LONGER_LINE * len(words)
    return lines[0].blank_after or lines[1].is_read or longer or (words.isupper() and count >= MIN_LOUD_WORDS)


def _is_title_case(words: str) -> bool:
    long = re.findall(r"[^\W\d_]{4,}", words)
    return bool(long) and sum(word[0].isupper() for word in long) >= TITLE_CASE_SHARE * len(long)


def _dates(filed: Filed | None, notes: Sequence[Note]) -> Iterator[PrintedDate]:
    if filed and filed.date:
        yield filed.date
    yield from (note.date for note in notes if note.date)


def _outlet(text: str, head: _Head, notes: Sequence[Note]) -> str | None:
    """The outlet by the best evidence: the masthead, a copyright line, a newsletter prompt, the agency of the dateline."""
    noted = next((note.outlet for note in notes if note.outlet), None)
    return head.stamp.outlet or noted or newsletter_outlet(text) or (head.filed.outlet if head.filed else None)


def _furniture(text: str, head: _Head, notes: Sequence[Note]) -> tuple[Furniture, ...]:
    """Every stretch once, in the order of the text; what a note or the masthead holds is not a prompt as well."""
    title = [Furniture(head.title.start, head.title.end, FurnitureKind.TITLE)] if head.title else []
    filed = [Furniture(head.filed.span.start, head.filed.span.end, FurnitureKind.DATELINE)] if head.filed else []
    known = [*title, *head.stamp.furniture, *filed, *(note.furniture for note in notes), *find_headings(text)]
    prompts = [prompt for prompt in find_prompts(text) if not any(item.start < prompt.end and prompt.start < item.end for item in known)]
    return tuple(sorted((*known, *prompts), key=lambda item: (item.start, item.end)))
