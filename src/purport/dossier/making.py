"""When a recording was made, as a report tells it: that nobody could tell, what somebody holds of it; how long there was none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from purport.dossier.lines import UNKNOWN
from purport.extract.media import kinds
from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Analysis, Factuality, FurnitureKind, Span, Timex
from purport.resolve.accounts import Account, Days
from purport.resolve.stems import forms

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
DATE, WHEN, FIRST = "date", "when", "first"
OWN = frozenset({"its", "their"})
IT = frozenset({"it"})
SINCE = frozenset({"since", "in"})
POSSIBLE = frozenset({"could", "may", "might"})
BREAKS = frozenset({"that", "which", "but", "and", "because", "as", "while", "since"})
"""Words with which something else begins."""
SOON = len(" a little less than ")
"""Characters between "in" and how long it was, at most."""
MARKS = frozenset({"", ",", ";", ":", ".", "!", "?", ")", "”", '"', "—"})
NEAR, FAR = 6, 8
"""Words between "date" or "first" and what it is of, and between "when" and "made", at most."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Exact words, what they tell of days, and how surely."""

    span: Span
    days: Days = UNKNOWN
    factuality: Factuality = Factuality.UNCOMMITTED


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, folded, with where it stands, whether it has a capital, and whether a mark follows it at once."""

    form: str
    start: int
    end: int
    proper: bool = False
    is_closed: bool = False


def undated(analysis: Analysis) -> Iterator[Telling]:
    """Where a report says that it is not known when a recording was made: "its date could not be established"."""
    for words in sentences(analysis):
        about = _date_of(words) or _when_made(words)
        if about is not None:
            found = _unknown(words, about)
            if found is not None:
                first, last = min(about.start, found.start), max(about.stop, found.stop) - 1
                yield Telling(Span(words[first].start, words[last].end))


def supposed(analysis: Analysis, account: Account) -> Iterator[Telling]:
    """What a claim holds of when a recording was made, beside a day: "it could have been recorded before the strike of 15 February"."""
    for span in account.content:
        words = _words(analysis.report.text, span)
        for at, word in enumerate(words):
            thing = _thing_beside(words, at) if is_made(word, "made") else None
            if thing is None:
                continue
            first, last = min(thing, at), next((i for i in range(at + 1, len(words)) if words[i].form in BREAKS), len(words)) - 1
            days = _bounds(analysis, words[at : last + 1])
            if days != Days() and not any(is_made(each, "unknown") for each in words):
                possible = any(each.form in POSSIBLE for each in words[first:at])
                yield Telling(Span(words[first].start, words[last].end), days, Factuality.POSSIBLE if possible else account.factuality)
                return


def first_since(analysis: Analysis) -> Iterator[Telling]:
    """How long there had been no recording: "the first from him since March last year"."""
    for words in sentences(analysis):
        if not any(each.form in kinds() for each in words):
            continue
        for at, word in enumerate(words):
            if word.form != FIRST:
                continue
            for i in range(at + 1, min(at + NEAR, len(words) - 1)):
                if words[i].form in SINCE and all(map(_is_between, words[at + 1 : i])):
                    timex = _soon(analysis, words[i].end)
                    if timex is not None:
                        yield Telling(Span(word.start, timex.end), factuality=Factuality.CERTAIN)
                    break


def _date_of(words: Sequence[Word]) -> range | None:
    """The place of "its date", "the date of the recording"."""
    for at, word in enumerate(words):
        if word.form == DATE:
            if at and words[at - 1].form in OWN:
                return range(at - 1, at + 1)
            noun = next((i for i in range(at + 1, min(at + NEAR, len(words))) if words[i].form in kinds()), None)
            if noun is not None and words[at + 1].form == "of":
                return range(at, noun + 1)
    return None


def _when_made(words: Sequence[Word]) -> range | None:
    """The place of "when the message was made"."""
    for at, word in enumerate(words):
        if word.form == WHEN:
            near = range(at + 1, min(at + FAR, len(words)))
            noun = next((i for i in near if words[i].form in kinds() or words[i].form in IT), None)
            made = next((i for i in near if noun is not None and i > noun and is_made(words[i], "made")), None)
            if made is not None:
                return range(at, made + 1)
    return None


def _unknown(words: Sequence[Word], about: range) -> range | None:
    """The place of "could not be established", before or after what is not."""
    for at, word in enumerate(words):
        if at in about:
            continue
        if is_made(word, "unknown"):
            return range(at, at + 1)
        if is_made(word, "known"):
            low = about.stop if at >= about.stop else 0
            denied = next((i for i in range(at - 1, low - 1, -1) if is_made(words[i], "not") or words[i].form.endswith("n't")), None)
            if denied is not None:
                return range(denied - 1 if denied and is_made(words[denied - 1], "helping") else denied, at + 1)
    return None


def _thing_beside(words: Sequence[Word], at: int) -> int | None:
    """The place of the recording that is made: before the verb, or after "the making of"."""
    before = [i for i in range(max(at - NEAR, 0), at) if words[i].form in kinds() or words[i].form in IT]
    if before and words[at].form != "making":
        return before[-1]
    after = [i for i in range(at + 1, min(at + 4, len(words))) if words[i].form in kinds() or words[i].form in IT]
    return at if after and words[at].form == "making" else None


def _bounds(analysis: Analysis, words: Sequence[Word]) -> Days:
    """The days that words leave: before, after or on what they name."""
    for at, word in enumerate(words):
        timex = next((each for each in analysis.timexes if each.start == word.start), None)
        if timex is not None:
            days, beside = _days(timex), {each.form for each in words[max(at - 3, 0) : at]}
            later = {each.form for each in words[at:]}
            if "before" in beside or "latest" in later:
                return Days(None, days.last)
            return Days(days.first, None) if "after" in beside or "since" in beside or "earliest" in later else days
    return Days()


def _is_between(word: Word) -> bool:
    """Whether a word can stand between "first" and "since" where it is recordings that are counted: "first *public address* since"."""
    return word.form in kinds() or word.proper or is_made(word, "between")


def _soon(analysis: Analysis, offset: int) -> Timex | None:
    """The time expression that begins where words end, but for a few: "in *a little under* a year"."""
    return next((each for each in sorted(analysis.timexes, key=lambda each: each.start) if 0 <= each.start - offset <= SOON), None)


def _days(timex: Timex) -> Days:
    return Days(*(date.fromisoformat(day) if day else None for day in (timex.not_before, timex.not_after)))


def is_made(word: Word, what: str) -> bool:
    """Whether a word is one of a kind in ``making.tsv``."""
    return listed("making.tsv").get(word.form, ("",))[0] == what


def sentences(analysis: Analysis, shown: Collection[FurnitureKind] = ()) -> Iterator[list[Word]]:
    """The words of each sentence, page text left out but for the kinds that are ``shown``."""
    left = sorted((each.start, each.end) for each in analysis.furniture if each.kind not in shown)
    starts = [start for start, _ in left]
    for sentence in analysis.sentences:
        at = bisect_left(starts, sentence.start)
        end = min(sentence.end, starts[at]) if at < len(starts) else sentence.end
        if end == sentence.end or (shown and end > sentence.start):
            yield _words(analysis.report.text, Span(sentence.start, end))


def _words(text: str, span: Span) -> list[Word]:
    return [
        Word(
            form[0] if (form := forms(each[0])) else fold(each[0]),
            each.start(),
            each.end(),
            each[0][0].isupper(),
            text[each.end() : each.end() + 1] in MARKS,
        )
        for each in _WORD.finditer(text, span.start, span.end)
    ]
