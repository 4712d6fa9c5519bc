"""Numbers with what is written around them: ranges, "at least" and "about", signs of money, measures and "percent".

Measures are the list ``lexicon/measures.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from purport.extract.approximate import after, before, widened
from purport.extract.numerals import Number, read_number
from purport.extract.tokens import HYPHENS, Token, cut, kind, starts
from purport.lexicon import words as listed
from purport.records import Span

WIDENED = 2
"""Phrases that can stand before one number: "at least some 300"."""
MONEY, SHARE, TIME = "money", "share", "time"
COMPARED = frozenset({"more", "fewer", "less", "higher", "lower", "greater", "larger", "bigger", "smaller"})
NOT_NONE = frozenset({".", "more", "fewer", "less", "longer", "doubt", "matter", "one", "other", "such", "matters"})


@dataclass(frozen=True, slots=True)
class Amount:
    """The characters ``[start, end)`` as an amount from ``low`` to ``high``, an open end being ``None``.

    ``first`` and ``last`` are where its number, with its unit, begins and ends; ``unit`` is a measure, money or "%"; ``share`` is whether
    it is a part of something told of, ``money`` whether it is money. ``loose`` is where a word before it stands that may be a
    preposition, ``narrow`` the amount without that word.
    """

    start: int
    end: int
    first: int
    last: int
    low: float | None
    high: float | None
    unit: str | None = None
    share: bool = False
    money: bool = False
    loose: int | None = None
    narrow: Amount | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A number with its sign and unit: tokens ``[start, stop)``, the number within them up to ``inner``."""

    start: int
    stop: int
    inner: int
    number: Number
    unit: tuple[str, str] | None


def find_amounts(text: str, within: Span) -> Iterator[Amount]:
    """The amounts of a sentence in order, lengths of time and times of day aside."""
    tokens, openers = cut(text, within), _openers()
    begins = [i for i, (_, _, form, _) in enumerate(tokens) if form in openers or "0" <= form[0] <= "9"]
    i = 0
    for begin in begins:
        if begin < i or (read := _read(tokens, begin)) is None:
            continue
        both = _range(tokens, read)
        if both is None:
            i = _past(tokens, read.stop)
            continue
        if _counts(tokens, both):
            yield _amount(tokens, both)
        i = both.stop


@cache
def _openers() -> frozenset[str]:
    """The words and signs that an amount can begin with, and the figures."""
    money = (form for form, (what, *_) in listed("measures.tsv").items() if what == MONEY)
    return frozenset({"a", "an", *starts(), *money})


def _may_begin(tokens: Sequence[Token], i: int) -> bool:
    form = tokens[i].form
    if form not in _openers():
        return "0" <= form[0] <= "9"
    return form in starts() or bool(kind(tokens, i + 1))


def _is_money(tokens: Sequence[Token], i: int) -> bool:
    return listed("measures.tsv").get(tokens[i].form, ("",))[0] == MONEY


def _read(tokens: Sequence[Token], i: int) -> _Read | None:
    sign = _is_money(tokens, i) and kind(tokens, i + 1) == "figures"
    number = read_number(tokens, i + 1 if sign else i, money=sign)
    if number is None:
        return None
    if sign:
        return _Read(i, number.stop, number.stop, number, _unit(tokens, i)[1])
    if number.high == 0 and kind(tokens, i) != "figures":
        return _Read(i, number.stop, number.stop, number, None)
    many_of = number.high is None and number.stop < len(tokens) and tokens[number.stop].form == "of"
    hyphen = number.stop < len(tokens) and tokens[number.stop].form in HYPHENS and tokens[number.stop].glued
    stop, unit = _unit(tokens, number.stop + 1 if hyphen or many_of else number.stop)
    return _Read(i, stop if unit else number.stop, number.stop, number, unit)


def _unit(tokens: Sequence[Token], i: int) -> tuple[int, tuple[str, str] | None]:
    """The measure whose words begin at a token: where they stop, its kind and its name."""
    for size in (3, 2, 1):
        found = listed("measures.tsv").get("_".join(each.form for each in tokens[i : i + size]))
        if found is not None and i + size <= len(tokens):
            return i + size, (found[0], found[1])
    return i, None


def _range(tokens: Sequence[Token], first: _Read) -> _Read | None:
    """The number with the other end of its range, if it has one; ``None`` where another number is written against it for something else."""
    at = first.stop
    if at + 1 >= len(tokens):
        return first
    if [each.form for each in tokens[at : at + 3]] == ["-", "to", "-"]:
        return None
    form, ahead = tokens[at].form, tokens[first.start - 1].form if first.start else ""
    dash = form in HYPHENS
    written = dash and tokens[at].glued and tokens[at + 1].glued and tokens[at + 1].form[0].isdecimal()
    joined = form in ("to", "or") or (form == "and" and ahead == "between") or dash
    if not joined or ahead == "from" or not _may_begin(tokens, at + 1):
        return None if written else first
    second = _read(tokens, at + 1)
    if second is None or second.number.high is None or first.number.high is None:
        return None if written else first
    low, units = first.number.low, {each.unit for each in (first, second) if each.unit is not None}
    if first.unit is None and second.number.stop > at + 2 and second.number.low >= 1000 > low:
        low *= _scale(tokens, second)
    if len(units) > 1 or (form == "or" and second.number.high > 2 * low):
        return first
    if low >= second.number.high or first.number.share != second.number.share:
        return None if form in ("to", *HYPHENS) and tokens[at + 1].form[0].isdecimal() else first
    if dash and tokens[at].glued != tokens[at + 1].glued:
        return first
    number = replace(second.number, low=low, high=second.number.high, figures=False)
    start = first.start - 1 if ahead == "between" else first.start
    return _Read(start, second.stop, second.inner, number, next(iter(units), None))


def _scale(tokens: Sequence[Token], read: _Read) -> float:
    """What the last word of a number multiplies by: in "5 to 7 million" the first number too."""
    what = listed("number_words.tsv").get(tokens[read.inner - 1].form)
    return float(what[1]) if what is not None and what[0] in ("scale", "short", "money") else 1.0


def _past(tokens: Sequence[Token], i: int) -> int:
    """Behind the numbers that are written against each other: "555-0142", "2031-03-02", "3-1"."""
    while i + 1 < len(tokens) and (tokens[i].form in HYPHENS or tokens[i].form == "to"):
        then = next((at for at in range(i, len(tokens)) if tokens[at].form not in HYPHENS and tokens[at].form != "to"), None)
        if then is None or not tokens[then].form[0].isdecimal():
            break
        i = then + 1
    return i


def _counts(tokens: Sequence[Token], read: _Read) -> bool:
    """Whether it is an amount of anything: no length of time, no difference ("10,000 fewer"), no "no more" or "no doubt"."""
    behind = tokens[read.stop].form if read.stop < len(tokens) else ""
    if read.unit is not None and read.unit[0] == TIME:
        return False
    if tokens[read.start].form == "no" and behind in NOT_NONE:
        return False
    then = tokens[read.stop + 1].form if read.stop + 1 < len(tokens) else ""
    aged = behind == "or" and then in ("older", "younger", "over", "under")
    times = behind == "times" and (then in ("as", "the", "that") or then.endswith("er"))
    ordered = behind == "-" and then in ("year", "years", "day", "time", "fold")
    return not (behind in COMPARED and then == "than") and not (times or ordered or aged)


def _amount(tokens: Sequence[Token], read: _Read) -> Amount:
    """The amount of a number, with what is said before and after it of how exact it is."""
    number, unit = read.number, None if read.unit is None else read.unit[1]
    share = number.share or unit == "%"
    low, high = number.low, number.high
    whole = unit is None and not share and low.is_integer()
    numbered = tokens[read.start].start, tokens[read.stop - 1].end
    how, size = after(tokens, read.stop)
    least, most = widened(how or "same", low, high, whole=whole)
    ends = tokens[read.start].start, tokens[read.stop + size - 1].end
    found = Amount(*ends, *numbered, least, most, "%" if share else unit, share, read.unit is not None and read.unit[0] == MONEY)
    at = read.start
    for _ in range(WIDENED):
        how, size, loose = before(tokens, at)
        if not size:
            break
        at -= size
        least, most = widened(how, found.low, found.high, whole=whole)
        wider = replace(found, start=tokens[at].start, low=least, high=most)
        found = replace(wider, loose=tokens[at].start, narrow=found) if loose else wider
    return found
