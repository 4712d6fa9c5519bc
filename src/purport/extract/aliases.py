"""Short names that a report gives a thing itself: acronyms and defined words in parentheses, and a longer name's last words after "the"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from purport.extract.kinds import named_kind
from purport.extract.names import PERSON, initials, title_of
from purport.lexicon import words as listed
from purport.reader import Labelled

ORGANISATION = "organisation"
SURE = 3
"""Letters from which an acronym tells whose it is wherever it stands."""
_THE = re.compile(r"\bthe[^\S\n]+\Z", re.IGNORECASE)
_DEFINED = re.compile(r"\s\((?:[“”\"‘’']|â€œ)the (\w+?)(?:[“”\"‘’']|â€|,)")
"""What defines a word for the name before it: Vane Group ("the Company")."""
_OPENING = re.compile(r"\s\((?:the )?\Z")


def relabelled(text: str, names: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The names, those whose words tell what they are of as that, and equal words of several as one label's.

    The noun of an organisation or an "&" tells of one, a shortened title ("Mr. Vane") of a person. A short form of one longer name has
    that one's label. Places that a noun tells of ("Karst Hospital") stay places.
    """
    found = [_told(name, tuple(name.span.words(text).split())) for name in names]
    counts: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in found:
        counts[_key(text, name)][name.label] += 1
    usual = [counts[_key(text, name)].most_common(1)[0][0] if len(_key(text, name)) > 1 else name.label for name in found]
    found = [replace(name, label=label) for name, label in zip(found, usual, strict=True)]
    for i, j in (*shortened(text, found), *acronyms(text, found)):
        found[i] = replace(found[i], label=found[j].label)
    return tuple(found)


def _told(name: Labelled, own: Sequence[str]) -> Labelled:
    title = own[0] if len(own) > 1 and title_of(own[0]) is not None else ""
    of_kind = len(own) > 1 and named_kind(own) is not None
    if title.lower().rstrip(".") in listed("abbreviations.tsv") and not of_kind:
        return replace(name, label=PERSON)
    return replace(name, label=ORGANISATION) if of_kind and not title and name.label != "place" else name


def _key(text: str, name: Labelled) -> tuple[str, ...]:
    return tuple(name.span.words(text).split())


def shortened(text: str, names: Sequence[Labelled]) -> Iterator[tuple[int, int]]:
    """Each name after "the" that is the last words of one longer name alone, with that: "the Front" after the Lantern Front."""
    longer: dict[tuple[str, ...], int] = {}
    for i, name in enumerate(names):
        own = _bare(_key(text, name))
        if name.label != PERSON and len(own) > 1:
            longer.setdefault(own, i)
    for i, name in enumerate(names):
        own = _key(text, name)
        short = _bare(own)
        if short != own or _THE.search(text, max(0, name.span.start - 6), name.span.start):
            found = [j for long, j in longer.items() if len(long) > len(short) and _ends(long, short)]
            if len(found) == 1 and found[0] != i:
                yield i, found[0]


def _bare(own: tuple[str, ...]) -> tuple[str, ...]:
    return own[1:] if len(own) > 1 and own[0].lower() == "the" else own


def _ends(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a longer name ends so, and not with another's ("the Bank of | Sorvia")."""
    return long[-len(short) :] == short and long[-len(short) - 1][0].isupper()


def acronyms(text: str, names: Sequence[Labelled]) -> Iterator[tuple[int, int]]:
    """Each name that is made of the first letters of another, with that: in parentheses after it, "Karst Front (KF)".

    One of three letters or more in capitals, where only one name has these, may stand anywhere.
    """
    whole: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
    for i, name in enumerate(names):
        if len(own := _key(text, name)) > 1:
            whole[initials(own)].setdefault(own, i)
    for i, name in enumerate(names):
        short = name.span.words(text).replace(".", "")
        if not short.isupper() or " " in short:
            continue
        if (
            i
            and _OPENING.fullmatch(text[names[i - 1].span.end : name.span.start])
            and initials(_key(text, names[i - 1])) == short.casefold()
        ):
            yield i, i - 1
        elif len(short) >= SURE and len(long := whole[short.casefold()]) == 1:
            yield i, next(iter(long.values()))


def defined(text: str, names: Sequence[Labelled]) -> dict[str, int]:
    """The words that the report defines for a name, as printed, each with the index of that name."""
    found: dict[str, int] = {}
    for i, name in enumerate(names):
        if (said := _DEFINED.match(text, name.span.end)) is not None and said[1].lower() not in listed("speech_pronouns.tsv"):
            found.setdefault(said[1], i)
    return found
