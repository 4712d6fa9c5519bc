"""What stands after a report: who worked on it, how it was printed, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from purport.ingest.authors import read_authors
from purport.ingest.names import outlet_name, printed_words, read_people, read_title_words
from purport.ingest.printed import DateRole, PrintedDate, read_date
from purport.ingest.tokens import TokenKind, Tokens, capitalised, read_phrase, read_tokens, skip, text_at
from purport.ingest.words import word_list
from purport.records import Byline, Furniture, FurnitureKind, Span

TAIL_CHARACTERS = 4000
"""Looked through for end notes: credits, a print note and a page's last links take under 1,500."""

MAX_NOTE = 300
"""Longest that a note in brackets or a headline runs on after its first sentence."""

_STOP = re.compile(r"[.!?]+[\"”’)\]]*|[\r\n|]+")


@dataclass(frozen=True, slots=True)
class Note:
    """One end note, and what it says: authors it credits, the print edition's date and headline, the outlet."""

    furniture: Furniture
    bylines: tuple[Byline, ...] = ()
    date: PrintedDate | None = None
    headline: Span | None = None
    outlet: str | None = None


def find_notes(text: str) -> tuple[Note, ...]:
    """The end notes among the sentences of the text's tail, in order."""
    notes = (_note(text, span) for span in sentences(text, max(0, len(text) - TAIL_CHARACTERS), len(text)))
    return tuple(note for note in notes if note)


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches up to a full stop, a line's end or an upright bar; also where the next sentence is glued on ("box.Invalid")."""
    for match in _STOP.finditer(text, start, end):
        if match[0][0] not in ".!?":
            yield from _trimmed(text, start, match.start())
            start = match.end()
        elif _ends_sentence(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, end)


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """Whether a capital or a blank comes next, and the stop is not an initial's ("U.S. forces", "J. Brisk")."""
    following = text[stop.end() : stop.end() + 1]
    before = text[max(0, stop.start() - 2) : stop.start()]
    is_initial = stop[0] == "." and before[-1:].isupper() and not before[:-1].isalpha()
    return not is_initial and (not following or following.isspace() or following.isupper())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end].strip()
    if words:
        begin = text.index(words[0], start)
        yield Span(begin, begin + len(words))


def _note(text: str, span: Span) -> Note | None:
    if not _is_noteworthy(span.words(text)):
        return None
    tokens = read_tokens(text, span.start, span.end)
    return _credit(text, tokens, span) or _closing_credit(tokens, span) or _print_note(text, tokens, span) or _copyright(tokens, span)


def _is_noteworthy(words: str) -> bool:
    """Whether a sentence has a word that every note has: nearly none of a report's own do, and reading tokens takes time."""
    low = words.lower()
    return low.startswith(_openings()) or " reported" in low or " contributed" in low


@cache
def _openings() -> tuple[str, ...]:
    plain = (*word_list("credits"), *word_list("print_notes"))
    return ("©", "copyright", *plain, *(f"({opening}" for opening in plain), *(f"[{opening}" for opening in plain))


def _credit(text: str, tokens: Tokens, span: Span) -> Note | None:
    """``Reporting by A in B and C; Editing by D``; in brackets it may run over several lines."""
    opening = read_phrase(tokens, skip(tokens, 0, "(["), word_list("credits"))
    authors = read_authors(tokens, skip(tokens, opening.stop, ":")) if opening else None
    if opening is None or authors is None or not _closes(tokens, authors.stop):
        return None
    end = span.end
    if text[span.start] == "(" and ")" not in span.words(text):
        end = max(end, text.find(")", end, end + MAX_NOTE) + 1)
    return Note(Furniture(span.start, end, FurnitureKind.CREDIT), authors.value.bylines if opening.value == "reporting by" else ())


def _closes(tokens: Tokens, at: int) -> bool:
    """Whether only what a credit may hold follows the names: a place, further names, a further credit."""
    return text_at(tokens, at) in ("", ".", ";", ")", "]", ",", "in", "and", "from", "for")


def _closing_credit(tokens: Tokens, span: Span) -> Note | None:
    """``A B reported from C, and D E from F.``: names, places and a few words, and nothing else."""
    people = read_people(tokens, 0)
    if people is None or text_at(tokens, people.stop) not in ("reported", "contributed"):
        return None
    rest = tokens[people.stop :]
    if not all(_is_credit_word(rest, at) for at in range(len(rest))):
        return None
    by = people.value if text_at(tokens, people.stop) == "reported" else ()
    return Note(Furniture(span.start, span.end, FurnitureKind.CREDIT), by)


def _is_credit_word(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.kind is TokenKind.MARK or capitalised(tokens, at) or token.text in word_list("credit_words")


def _print_note(text: str, tokens: Tokens, span: Span) -> Note | None:
    """``A version of this article appears in print on DATE, ..., with the headline: H``; the headline may hold a question."""
    if read_phrase(tokens, 0, word_list("print_notes"), most=12) is None:
        return None
    dates = (read_date(tokens, at) for at in range(len(tokens)))
    date = next((found.value for found in dates if found and found.value.readings), None)
    if date is None or not any(token.text.lower() in ("page", "edition", "headline", "title") for token in tokens):
        return None
    end = _headline_end(text, span)
    whole = next(_trimmed(text, span.start, end))
    headline = _headline(read_tokens(text, whole.start, whole.end))
    return Note(
        Furniture(whole.start, whole.end, FurnitureKind.PRINT_NOTE), date=replace(date, role=DateRole.PRINT_EDITION), headline=headline
    )


def _headline_end(text: str, span: Span) -> int:
    """Where a headline that begins in the sentence ends: at its line's end or the first full stop, not at a question mark."""
    for match in _STOP.finditer(text, span.start, span.end + MAX_NOTE):
        if match[0][0] not in ".!?":
            return max(match.start(), span.end)
        if match[0][0] == "." and _ends_sentence(text, match):
            return max(match.end(), span.end)
    return span.end


def _headline(tokens: Tokens) -> Span | None:
    """What stands after ``headline:`` or ``title:``, its full stop left out."""
    colon = next((at for at in range(1, len(tokens)) if tokens[at].text == ":" and tokens[at - 1].text in ("headline", "title")), None)
    words = tokens[colon + 1 :] if colon else ()
    if words and words[-1].text == ".":
        words = words[:-1]
    return Span(words[0].start, words[-1].end) if words else None


def _copyright(tokens: Tokens, span: Span) -> Note | None:
    """``© 2031 The Lessa Tribune``."""
    if text_at(tokens, 0) != "©" and text_at(tokens, 0).lower() != "copyright":
        return None
    begin = next((at for at, token in enumerate(tokens) if at and token.kind is TokenKind.WORD and token.text != "by"), len(tokens))
    words = read_title_words(tokens, begin)
    if words is None:
        return None
    outlet = outlet_name(printed_words(tokens, begin, words.stop))
    return Note(Furniture(span.start, span.end, FurnitureKind.PAGE), outlet=outlet)
