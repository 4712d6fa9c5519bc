"""Numbers in figures and words, as the least and the most that they stand for.

The words are data (``lexicon/number_words.tsv``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from purport.extract.tokens import Token, is_hyphen, kind
from purport.lexicon import words as listed

_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
AND_A_HALF = (("and", "a", "half"), ("-", "and", "-", "a", "-", "half"))
SMALL = 100
FEW = 10
"""Of how many at most "in" tells a part: "nine in ten"."""
MOST = 1e18
"""The greatest number that is taken for one."""
PAID = 4
"""Tokens after "m" within which money makes it a million."""


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


def _small(tokens: Sequence[Token], i: int) -> tuple[int, float]:
    """A number in figures, or one below a hundred in words: "40", "2½", "twenty-five"."""
    token = tokens[i]
    if token.form[0].isdecimal():
        sign = _SIGNS.get(tokens[i + 1].form, 0.0) if i + 1 < len(tokens) and tokens[i + 1].glued else 0.0
        return (i + 2 if sign else i + 1), float(token.form.replace(",", "")) + sign
    value = _value(token)
    if kind(tokens, i) == "ten":
        unit = i + 2 if is_hyphen(tokens, i + 1) else i + 1
        if kind(tokens, unit) == "unit" and _value(tokens[unit]) < FEW:
            return unit + 1, value + _value(tokens[unit])
    return i + 1, value


def _whole(tokens: Sequence[Token], stop: int, value: float, *, figures: bool = False, money: bool = False) -> Number:
    """A number with what multiplies and adds to it: "two hundred and fifty thousand", "1.5 million", "two and a half million"."""
    whole = figures and value.is_integer()
    total, first = 0.0, stop
    for half in AND_A_HALF:
        if tuple(each.form for each in tokens[stop : stop + len(half)]) == half:
            stop, value = stop + len(half), value + 0.5
    while stop < len(tokens):
        if is_hyphen(tokens, stop) and kind(tokens, stop + 1) == "scale":
            stop += 1
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
        at = i + 2 if is_hyphen(tokens, i + 1) else i + 1
    if kind(tokens, at) != "share":
        return None
    value = how_many * float(Fraction(listed("number_words.tsv")[tokens[at].form][1]))
    forms = [each.form for each in tokens[at + 1 : at + 4]] + ["", "", ""]
    for skipped in ((), ("a",), ("of", "a"), ("-",)):
        if tuple(forms[: len(skipped)]) == skipped and kind(tokens, at + 1 + len(skipped)) == "scale":
            return _whole(tokens, at + 1 + len(skipped), value)
    if forms[0] == "of" and forms[1] in ("a", "one", "1") and listed("measures.tsv").get(forms[2], ("",))[0] == "share":
        return Number(at + 3, value, value)
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
