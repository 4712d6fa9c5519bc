"""How wide words are when they are drawn, and how they are broken into lines: by a table of a few widths, as no font is at hand.

The widths are those of Arial, rounded up, and of Liberation Sans, which has the same: a line that fits by them fits in either.
"""

from __future__ import annotations

import unicodedata

NARROW, SLIM, PLAIN, BROAD, SQUARE = 0.29, 0.40, 0.57, 0.76, 1.0
"""Widths as shares of the size of the letters."""
_LETTERS = {" ijl|!.,:;'’‘`fIt/\\": NARROW, '()[]{}-r“”"°*': SLIM, "mwMW%@—…": SQUARE}
_WIDTHS = {letter: width for letters, width in _LETTERS.items() for letter in letters}
MORE = "…"
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_HARMLESS = "\u200c\u200d\u00ad"


def shown(words: str) -> str:
    """Words as a picture can hold them: in one line, with a sign in place of what shows nothing or turns others round."""
    return "".join("�" if unicodedata.category(each) in _UNSEEN and each not in _HARMLESS else each for each in " ".join(words.split()))


def width_of(words: str, size: float) -> float:
    """How wide words are at most, in pixels, in letters of that size."""
    return size * sum(map(_width, words))


def _width(letter: str) -> float:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return SQUARE
    return BROAD if letter.isupper() else PLAIN


def wrapped(words: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Words in lines that are no wider than that, ``most`` lines at most; what is left out is marked. A word too long is broken."""
    lines: list[str] = []
    rest = shown(words)
    while rest and len(lines) < most:
        line = _line(rest, width, size)
        lines.append(line.rstrip())
        rest = rest[len(line) :].lstrip()
    if rest:
        lines[-1] = cut(f"{lines[-1]} {rest}", width, size)
    return tuple(lines)


def cut(words: str, width: float, size: float) -> str:
    """Words in one line no wider than that; what is left out is marked."""
    flat = shown(words)
    if width_of(flat, size) <= width:
        return flat
    return flat[: _fitting(flat, width - width_of(MORE, size), size)].rstrip() + MORE


def _line(words: str, width: float, size: float) -> str:
    """The words, or as many as fit; the first of them in part where it does not."""
    fitting = _fitting(words, width, size)
    if fitting == len(words) or words[fitting].isspace():
        return words[:fitting]
    blank = words.rfind(" ", 0, fitting)
    return words[: blank if blank > 0 else max(fitting, 1)]


def _fitting(words: str, width: float, size: float) -> int:
    """How many letters fit."""
    taken = 0.0
    for number, letter in enumerate(words):
        taken += size * _width(letter)
        if taken > width:
            return number
    return len(words)
