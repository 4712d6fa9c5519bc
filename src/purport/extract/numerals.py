"""Numbers in figures and words, as the least and the most that they stand for.

Words are data (``lexicon/number_words.tsv``). A text is cut into small tokens of its own, since the network's words part "$2bn" or "20-30"
now one way and now another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from purport.lexicon import words as listed
from purport.records import Span

_TOKEN = re.compile(r"(?:\b[a-z]{1,2})?\$|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[½¼¾]|[^\W\d_]+(?:[²³]|/h\b|['’][^\W\d_]+)?|°[cf]?|\S")
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
HYPHENS = frozenset("-‐‑–—")
OPENING = frozenset("([{\"'“‘«„~≈<>=•*") | HYPHENS
SMALL = 100
FEW = 10
"""Of how many at most "in" tells a part: "nine in ten"."""


LONGEST = 11
"""Figures of the longest number that is written without commas; longer ones are codes."""
MOST = 1e18
"""The greatest number that is taken for one."""
PAID = 4
"""Tokens after "m" within which money makes it a million."""


class Token(NamedTuple):
    """A word, number or sign of a text, in lower case; ``glued`` is whether nothing stands between it and the one before."""

    start: int
    end: int
    form: str
    glued: bool


@dataclass(frozen=True, slots=True)
class Number:
    """The tokens up to ``stop`` as a number from ``low`` to ``high``, an open end being ``None``.

    ``share`` is whether it is a part of a whole, ``figures`` whether it is one whole number in figures.
    """

    stop: int
    low: float
    high: float | None
    share: bool = False
    figures: bool = False


def cut(text: str, within: Span) -> list[Token]:
    """The tokens of a stretch of text, in order."""
    found: list[Token] = []
    words = within.words(text)
    lower = words.lower()
    before = -1
    for match in _TOKEN.finditer(lower if len(lower) == len(words) else words):
        start, end = match.span()
        found.append(Token(within.start + start, within.start + end, match[0], start == before))
        before = end
    return found


@cache
def starts() -> frozenset[str]:
    """The words that numbers are told by, but for "a" and "an"."""
    return frozenset(form for form, (what, *_) in listed("number_words.tsv").items() if what not in ("article", "short", "money"))


@cache
def openings() -> frozenset[str]:
    """The lemmas of words that numbers are told by."""
    return starts() | {form.removesuffix("s") for form in starts()}


def kind(tokens: Sequence[Token], i: int) -> str:
    """What a token is among the words of numbers; "figures" for one in figures that stands by itself, else empty."""
    if not 0 <= i < len(tokens):
        return ""
    form = tokens[i].form
    if form[0].isdecimal():
        return "figures" if _stands(tokens, i) else ""
    return listed("number_words.tsv").get(form, ("",))[0]


def read_number(tokens: Sequence[Token], i: int, *, money: bool = False) -> Number | None:
    """The longest number that begins at a token; ``money`` is whether a sign of money stands before it."""
    what = kind(tokens, i)
    if what == "plural":
        return _open(tokens, i)
    if what == "none" and tokens[i].form == "no" and i + 1 < len(tokens) and tokens[i + 1].form == "one":
        return Number(i + 2, 0.0, 0.0)
    if what in ("none", "nobody", "nought"):
        return Number(i + 1, 0.0, 0.0)
    found = _part(tokens, i, what) or _vague(tokens, i, what)
    if found is None and what == "article":
        found = _whole(tokens, i + 1, 1.0) if kind(tokens, i + 1) == "scale" else None
    elif found is None and what in ("figures", "unit", "ten"):
        stop, value = _small(tokens, i)
        found = _of_so_many(tokens, stop, value) or _whole(tokens, stop, value, figures=what == "figures", money=money)
    return None if found is None or found.low > MOST else found


def _value(token: Token) -> float:
    value = listed("number_words.tsv")[token.form][1].split()[0]
    return float(Fraction(value))


def _stands(tokens: Sequence[Token], i: int) -> bool:
    """Whether figures are a number: no part of a date, a time of day, a code, an ordinal or a decade."""
    token = tokens[i]
    if (token.form[0] == "0" and token.form[1:2].isdecimal()) or len(token.form) > (LONGEST if token.form.isdecimal() else 2 * LONGEST):
        return False
    before = tokens[i - 1] if token.glued else None
    if before is not None and before.form not in OPENING and "$" not in before.form and before.form not in listed("measures.tsv"):
        return False
    if before is not None and before.form == "-" and before.glued and _is_code(tokens[i - 2].form):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].glued else None
    if after is None:
        return True
    then = tokens[i + 2].form if i + 2 < len(tokens) and tokens[i + 2].glued else ""
    if after.form in ("/", "_", "#", "@", "'", "’") or (after.form in ".:," and then[:1].isdecimal()):
        return False
    letters = after.form[0].isalpha()
    return not letters or after.form in listed("measures.tsv") or listed("number_words.tsv").get(after.form, ("",))[0] in ("short", "money")


def _is_code(form: str) -> bool:
    """Whether figures behind a hyphen are a code, told by what stands before it: "AK-47"."""
    return form[0].isalpha() and form not in listed("number_words.tsv")


def _small(tokens: Sequence[Token], i: int) -> tuple[int, float]:
    """A number in figures, or one below a hundred in words: "40", "2½", "twenty-five"."""
    token = tokens[i]
    if token.form[0].isdecimal():
        sign = _SIGNS.get(tokens[i + 1].form, 0.0) if i + 1 < len(tokens) and tokens[i + 1].glued else 0.0
        return (i + 2 if sign else i + 1), float(token.form.replace(",", "")) + sign
    value = _value(token)
    if kind(tokens, i) == "ten":
        unit = i + 2 if _hyphen(tokens, i + 1) else i + 1
        if kind(tokens, unit) == "unit" and _value(tokens[unit]) < FEW:
            return unit + 1, value + _value(tokens[unit])
    return i + 1, value


def _hyphen(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i].form in HYPHENS and tokens[i].glued and tokens[i + 1].glued


def _whole(tokens: Sequence[Token], stop: int, value: float, *, figures: bool = False, money: bool = False) -> Number:
    """A number with what multiplies and adds to it: "two hundred and fifty thousand", "1.5 million", "two and a half million"."""
    whole = figures and value.is_integer()
    total, first = 0.0, stop
    if [each.form for each in tokens[stop : stop + 3]] == ["and", "a", "half"]:
        stop, value = stop + 3, value + 0.5
    while stop < len(tokens):
        what = kind(tokens, stop)
        if what == "scale" or (tokens[stop].glued and (what == "short" or (what == "money" and (money or _is_paid(tokens, stop + 1))))):
            scale = _value(tokens[stop])
            if scale <= SMALL:
                value *= scale
            else:
                total, value = total + value * scale if value else total * scale, 0.0
            stop += 1
            continue
        then = stop + 1 if tokens[stop].form == "and" else stop
        if stop == first or figures or kind(tokens, then) not in ("unit", "ten") or kind(tokens, stop - 1) != "scale":
            break
        if tokens[stop - 1].form == "dozen" or value % SMALL:
            break
        stop, more = _small(tokens, then)
        value += more
    return Number(stop, total + value, total + value, figures=whole and stop == first)


def _is_paid(tokens: Sequence[Token], i: int) -> bool:
    """Whether money is named soon after, or a measure at once: "640m litres", "between 85m and 110m marks"."""
    return any(listed("measures.tsv").get(each.form, ("",))[0] == "measure" for each in tokens[i : i + 1]) or any(
        listed("measures.tsv").get(each.form, ("",))[0] == "money" for each in tokens[i : i + PAID]
    )


def _open(tokens: Sequence[Token], i: int) -> Number:
    """What an open plural stands for, "dozens" or "tens of thousands": two of them at least."""
    low = 2 * _value(tokens[i])
    if i + 2 < len(tokens) and tokens[i + 1].form == "of" and kind(tokens, i + 2) == "plural":
        return Number(i + 3, low * _value(tokens[i + 2]), None)
    if i + 2 < len(tokens) and tokens[i + 1].form in ("and", "upon") and tokens[i + 2].form == tokens[i].form:
        return Number(i + 3, low, None)
    return Number(i + 1, low, None)


def _vague(tokens: Sequence[Token], i: int, what: str) -> Number | None:
    """Numbers such as "a few dozen", "several hundred", "a couple of dozen"; "a couple of" alone counts too."""
    at = i + 1 if what == "article" else i
    if kind(tokens, at) != "vague":
        return None
    low, high = map(float, listed("number_words.tsv")[tokens[at].form][1].split())
    then = at + 2 if at + 1 < len(tokens) and tokens[at + 1].form == "of" else at + 1
    if kind(tokens, then) == "scale":
        scale = _value(tokens[then])
        return Number(then + 1, low * scale, high * scale)
    return Number(at + 1, low, high) if tokens[at].form == "couple" and at > i and then == at + 2 else None


def _part(tokens: Sequence[Token], i: int, what: str) -> Number | None:
    """What a part stands for: "half a million" is a number, "a third of" and "two-thirds" are parts of a hundred."""
    how_many = 1.0
    at = i
    if what in ("article", "unit"):
        how_many = _value(tokens[i])
        at = i + 2 if _hyphen(tokens, i + 1) else i + 1
    if kind(tokens, at) != "share":
        return None
    value = how_many * float(Fraction(listed("number_words.tsv")[tokens[at].form][1]))
    forms = [each.form for each in tokens[at + 1 : at + 4]] + ["", "", ""]
    for skipped in ((), ("a",), ("of", "a"), ("-",)):
        if tuple(forms[: len(skipped)]) == skipped and kind(tokens, at + 1 + len(skipped)) == "scale":
            return _whole(tokens, at + 1 + len(skipped), value)
    told = forms[0] in ("of", "the", "their", "its", "his", "her", "our") if how_many == 1 else True
    before = tokens[i - 1].form if i else ""
    if (tokens[at].form != "half" and at == i) or not told or before in ("first", "second", "other", "-", "better", "later", "last"):
        return None
    if forms[0] == "the" and what in ("article",):
        return None
    part = round(100 * value, 2)
    return Number(at + 1, part, part, share=True)


def _of_so_many(tokens: Sequence[Token], stop: int, value: float) -> Number | None:
    """What so many of so many are: "one in five", "nine out of ten", as parts of a hundred."""
    forms = [each.form for each in tokens[stop : stop + 2]]
    at = stop + 2 if forms == ["out", "of"] else stop + 1 if forms[:1] == ["in"] else None
    if at is None or value > FEW or kind(tokens, at) not in ("unit", "ten", "figures"):
        return None
    end, whole = _small(tokens, at)
    if not value < whole <= SMALL or (value > 1 and whole > FEW):
        return None
    part = round(100 * value / whole, 2)
    return Number(end, part, part, share=True)
