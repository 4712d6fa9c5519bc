"""Words of time expressions, and what single ones are: ``lexicon/time_words.tsv``, names of days, and shapes of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from purport.lexicon import rows
from purport.lexicon import words as listed

_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\dt\d\d:\d\d(?!\d)|\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d-])|\d{4}/\d\d/\d\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d+/\d+|\d{1,2}[:.h]\d\d(?!\d)|[1-4]q\d\d\b|['’]\d0s|['’]\d\d(?!\d)|\d0s\b|\d{3}0s"
    r"|\d+(?:st|nd|rd|th)\b|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[½¼¾]|['’]s\b|\b[qh][1-4]\b|\b[ap]\.m\.?|\b(?:[^\W\d_]\.)+[^\W\d_]\b\.?|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?\.?|,"
)
_RANGE = re.compile(r"\s+[-–—]\s+|(?<=\d)\s*[-–—]\s*(?=\d)|(?<=[^\W\d_])[–—](?=[^\W\d_])")
_ISO = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d-])")
_BETWEEN = re.compile(r"(?<![\w-])([^\W\d_]+\.?|\d\d?)[-–—]([^\W\d_]+\.?|\d\d?)(?![\w-])")
SHAPES = (
    ("int", re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,4}"), lambda word: int(word.replace(",", ""))),
    ("year4", re.compile(r"1\d{3}|20\d\d|21\d\d"), int),
    ("decimal", re.compile(r"\d+\.\d+"), float),
    (
        "fraction",
        re.compile(r"[½¼¾]|[13]/[24]"),
        lambda word: {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}.get(word, 0.5),
    ),
    ("ordinal", re.compile(r"\d{1,2}(?:st|nd|rd|th)"), lambda word: int(word[:-2])),
    ("hm", re.compile(r"(?:[01]?\d|2[0-4])[:.h][0-5]\d"), lambda word: tuple(map(int, re.split("[:.h]", word)))),
    ("decade4", re.compile(r"\d{3}0s"), lambda word: int(word[:-1])),
    ("short_decade", re.compile(r"['’]?\d0s"), lambda word: int(word.strip("'’s"))),
    ("short_year", re.compile(r"['’]\d\d"), lambda word: int(word[1:])),
    ("iso", _ISO, str),
    ("iso_time", re.compile(r"\d{4}-\d\d-\d\dt\d\d:\d\d"), str),
    ("slashed", re.compile(r"\d{1,2}/\d{1,2}/\d{4}"), lambda word: tuple(map(int, word.split("/")))),
    ("dotted", re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}"), lambda word: "-".join(f"{int(part):02}" for part in reversed(word.split(".")))),
    ("iso", re.compile(r"\d{4}/\d\d/\d\d"), lambda word: word.replace("/", "-")),
    ("quarter_year", re.compile(r"[1-4]q\d\d"), lambda word: (int(word[0]), int(word[2:]))),
    ("half_sign", re.compile(r"h[12]"), lambda word: int(word[1])),
    ("military", re.compile(r"(?:[01]\d|2[0-3])[0-5]\d"), lambda word: (int(word[:2]), int(word[2:]))),
    ("quarter_sign", re.compile(r"q[1-4]"), lambda word: int(word[1])),
)


def tokens(words: str) -> list[str]:
    """The words of an expression in small letters; hyphens part them, a dash between numbers is "to"."""
    lower = words.lower()
    plain = lower if _ISO.search(lower) else _BETWEEN.sub(_to, _RANGE.sub(" to ", lower))
    found = _TOKEN.findall(re.sub(r"(?<=\d)(?=[ap]\.?m\b)", " ", plain).replace("’", "'"))
    return list(_named(found))


def _to(both: re.Match[str]) -> str:
    """Two months or two weekdays with a hyphen between them, or a month and a day, as a range: "May-July", "June 5-July 2"."""
    kinds = [{category for category, _ in _lexicon().get(word, ())} & {"month", "weekday"} for word in both.groups()]
    if any(word.isdigit() for word in both.groups()):
        kinds = [each or {"month"} if word.isdigit() else each for each, word in zip(kinds, both.groups(), strict=True)]
    return f"{both[1]} to {both[2]}" if kinds[0] & kinds[1] else both[0]


def _named(found: Sequence[str]) -> Iterator[str]:
    """Tokens, those of a feast's name as one."""
    at = 0
    names = _feasts()
    while at < len(found):
        for size in (4, 3, 2, 1):
            name = _plain("_".join(found[at : at + size]).replace("_'s", "'s"))
            if name in names and at + size <= len(found):
                yield names[name]
                at += size
                break
        else:
            yield found[at]
            at += 1


@cache
def _feasts() -> Mapping[str, str]:
    """The forms of feasts, as they are told apart: without hyphens and apostrophes."""
    return {_plain(form): form for form in listed("feasts.tsv")}


def _plain(form: str) -> str:
    return form.replace("'", "").replace("-", "_").rstrip(".")


@cache
def _lexicon() -> Mapping[str, tuple[tuple[str, Any], ...]]:
    found: dict[str, list[tuple[str, Any]]] = {}
    for forms, category, value in rows("time_words.tsv"):
        for form in forms.split():
            found.setdefault(form, []).append((category, int(value) if value.lstrip("-").isdigit() else value))
    for form in listed("feasts.tsv"):
        found.setdefault(form, []).append(("feast", form))
    return {form: tuple(own) for form, own in found.items()}


def categories(word: str) -> Iterator[tuple[str, Any]]:
    """What a word is, itself first, each with its value."""
    yield f'"{word}"', word
    lexicon = _lexicon()
    yield from lexicon.get(word) or lexicon.get(word.rstrip("."), ())
    for name, shape, value in SHAPES:
        if shape.fullmatch(word):
            yield name, value(word)
