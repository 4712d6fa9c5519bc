"""The names that a report gives one thing, as spans without what is no part of them, ready to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from purport.extract.kinds import kinds_of
from purport.extract.names import Called, called, title_of
from purport.lexicon import rows
from purport.reader import Labelled
from purport.records import Mention, MentionForm, MentionType, Span
from purport.resolve.names import ORGANISATION, PERSON, PLACE, Name, parse
from purport.resolve.spelling import fold, stem

_EDGES = " \t\n\r,.;:'’`´\"“”‘()"
_SMALL = frozenset({"of", "and", "the", "a", "an", "for", "in", "&"})
_TOKEN = re.compile(r"[^\s,;()“”\"'’`´]+(?:-[^\s,;()“”\"'’`´]+)*")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as first printed, where, how often, and ready to be compared."""

    words: str
    start: int
    end: int
    count: int
    name: Name


def name_spans(text: str, own: Sequence[Mention]) -> list[Span]:
    """The names among some mentions of one thing, and what describes it in capitals throughout: "the Maid of Orrin"."""
    spans: list[Span] = []
    for mention in own:
        if (mention.form == MentionForm.NAME and not _is_title(text, mention)) or (
            mention.form == MentionForm.NOMINAL and _is_printed_as_name(text, mention)
        ):
            spans += _parts(text, _trimmed(text, mention))
    return [span for span in spans if _is_name(text, span)]


def named(text: str, spans: Sequence[Span], kind: MentionType) -> tuple[Named, ...]:
    """The different names in some spans, in the order of the text."""
    calls = calls_of(text, spans) if kind == PERSON else []
    found: dict[Name, list[tuple[str, Span]]] = {}
    for i, span in enumerate(spans):
        printed = " ".join(span.words(text).split())
        bare = " ".join(calls[i].words) if calls else printed
        definite = text[max(0, span.start - 4) : span.start].lower().strip() == "the"
        found.setdefault(parse(bare if _has_letters(bare) else printed, kind, definite=definite), []).append((printed, span))
    if kind in (ORGANISATION, PLACE):
        found = _whole(found)
    return tuple(Named(own[0][0], own[0][1].start, own[0][1].end, len(own), name) for name, own in found.items())


def calls_of(text: str, spans: Sequence[Span]) -> list[Called]:
    """People's names with what the titles before them tell."""
    return [called(text, Labelled(span, PERSON, 1.0)) for span in spans]


def described(text: str, noun: Span) -> Named | None:
    """A noun phrase that tells one organisation by what it is and whose, as a name: "Sorvia’s defence ministry", "the Iraqi army".

    Only nouns of what a country has one of make it ("own" in the list of organisations); a modifier in small letters is left out unless
    it stands right before the noun.
    """
    tokens = [found[0] for found in _TOKEN.finditer(noun.words(text)) if found[0] not in {"s", "S"}]
    if len(tokens) < 2 or "and" in tokens or fold(tokens[-1]) not in _own_nouns():
        return None
    owner = [stem(fold(each)) for each in tokens[:-1] if each[0].isupper() and "-" not in each and each.lower() not in _SMALL]
    before = tokens[-2]
    is_sort = fold(tokens[-1]) in _SORTED and before.islower() and before.isalpha() and before not in _SMALL
    sort = [fold(before).replace("defense", "defence")] if is_sort else []
    if not owner:
        return None
    name = Name(ORGANISATION, (*owner, *sort, fold(tokens[-1])))
    return Named(" ".join(noun.words(text).split()), noun.start, noun.end, 1, name)


_SORTED = frozenset({"ministry", "department", "court"})
"""Nouns of which a country has several, told apart by the word before them."""


@cache
def _own_nouns() -> frozenset[str]:
    return frozenset(noun for nouns, _, *own in rows("organisations.tsv") if "own" in own for noun in nouns.split() if noun != "house")


def _is_title(text: str, mention: Mention) -> bool:
    """Whether what the network takes for a person's name are titles alone: "the Chancellor", "Secretary of State"."""
    own = text[mention.start : mention.end].removeprefix("the ").split()
    return (
        mention.type == PERSON and title_of(own[0] if own else "") is not None and all(title_of(w) is not None or w.islower() for w in own)
    )


def _is_printed_as_name(text: str, mention: Mention) -> bool:
    """Whether a noun phrase is in capitals throughout, but for small words, and no title or headline."""
    tokens = text[mention.start : mention.end].removeprefix("The ").removeprefix("the ").split()
    big = [token for token in tokens if token not in _SMALL]
    proper = len(big) > 1 and all(token[0].isupper() and not token.isupper() for token in big)
    return proper and tokens[-1] in big and all(title_of(token) is None for token in big) and kinds_of(big[-1]) is None


def _trimmed(text: str, mention: Mention) -> Span:
    """A name without an article or marks at its edges, nor the "s" of a possessive."""
    start, end = mention.start, mention.end
    first, _, rest = text[start:end].partition(" ")
    if rest[:1].isupper() and first.lower() in {"a", "an"}:
        start += len(first) + 1
    if mention.form == MentionForm.NOMINAL and first.lower() == "the":
        start += len(first) + 1
    for mark in ("'s", "’s"):
        if text[start:end].endswith(mark):
            end -= len(mark)
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES and not (text[end - 1] == "." and "." in text[start : end - 1]):
        end -= 1
    return Span(start, end)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The two short forms in "KHB or KHC"; else the name itself."""
    first, either, last = span.words(text).partition(" or ")
    if either and first.isupper() and last.isupper():
        yield Span(span.start, span.start + len(first))
        yield Span(span.end - len(last), span.end)
    else:
        yield span


def _is_name(text: str, span: Span) -> bool:
    """Whether a name is more than part of an adjective, or a currency, and not cut: "Kesmar-led" names no Kesmar-led."""
    said = span.words(text)
    _, hyphen, last = said.rpartition("-")
    return _has_letters(said) and not (hyphen and last.islower()) and said[-1] not in "$€£" and said.count("(") == said.count(")")


def _has_letters(said: str) -> bool:
    return any(map(str.isalnum, fold(said)))


def _whole(found: Mapping[Name, list[tuple[str, Span]]]) -> dict[Name, list[tuple[str, Span]]]:
    """The names, the last words of a longer one taken for that: elsewhere Karesh is not New Karesh, nor "the Board" this one."""
    longest = max(found, key=lambda name: (len(name.words), name.words), default=None)
    kept: dict[Name, list[tuple[str, Span]]] = {}
    for name, own in found.items():
        is_part = longest is not None and len(name.words) < len(longest.words) and longest.words[-len(name.words) :] == name.words
        kept.setdefault(longest if is_part and longest is not None else name, []).extend(own)
    return {name: sorted(own, key=lambda each: (len(each[0].split()) < len(name.words), each[1])) for name, own in kept.items()}
