"""Whom sources that are no full names stand for, against a careful reader's answers (the examples' format).

    python benchmarks/sources.py examples/recording examples/ferry [--weights DIR] [--misses]

Counted are the sources of the answers, slight ones too, that are a pronoun, a nominal or a name shortened to a noun ("she", "the company",
"the Front") and stand for something that the report names in other words; not those that stand for its outlet or author. A source is
right if its entity has a mention that the answers list as another name of that thing, and no name of anything else; wrong if it has a name
of anything else; alone if it has no other name. Where no attribution has the source, the mention with the same head stands in for it, so
that the first figures speak of resolution alone; those after ``found`` are of the attributions found, with a source that is theirs.
``unnamed`` are the pronouns and nominals among the sources that stand for somebody or something without a name; ``unnamed wrong`` the share
of them that is led to a name all the same.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import reports
from purport.analyse import assemble
from purport.extract.syntax import head_of, words_in
from purport.ingest import read_document
from purport.lexicon import words as listed
from purport.reader import Reader
from purport.reader.reader import WEIGHTS
from purport.reader.reading import Words
from purport.records import Analysis, Mention, MentionForm, Span

DETERMINERS = frozenset({"the", "a", "an", "that", "this", "its", "his", "her", "their", "our", "another", "one"})
_MORE = re.compile(r",|\b(?:at|by|for|from|in|to|who|whom|with|introduced)\b")
"""What in a listed phrase begins what only tells more of it; "of" stands inside names too."""
Phrase = tuple[str, ...]
"""Words in lower case, without a determiner or titles before them or a possessive after them."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of the answers: every way it is put, and those of them that are names."""

    ways: frozenset[Phrase]
    names: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source, the index of its claim in the answers, and the thing it stands for; without names, one that the report does not name."""

    claim: int
    source: Span
    thing: Thing


@dataclass(frozen=True, slots=True)
class Judged:
    """A source with what became of it, "right", "wrong" or "alone", the other names of its entity, and whether its attribution is found."""

    wanted: Wanted
    verdict: str
    names: tuple[str, ...]
    found: bool


def plain(words: str) -> Phrase:
    """The phrase that some words are."""
    found = re.sub(r"(?:['’]|â€™)s?\Z", "", " ".join(words.split()).casefold()).split()
    while len(found) > 1 and (found[0] in DETERMINERS or found[0].rstrip(".") in listed("honorifics.tsv")):
        del found[0]
    return tuple(found)


def is_name(words: str, text: str) -> bool:
    """Whether listed words are a name: without a determiner, and before what tells more, they begin and end with a capital.

    No name are pronouns, nouns of unnamed people ("Two officials of the League"), and what has its capital from a sentence's beginning or a
    headline alone, so that it is found in small letters too.
    """
    own = [word for word in _MORE.split(words)[0].split() if word.lower() not in DETERMINERS]
    if not own or not (own[0][0].isupper() and (own[-1][0].isupper() or own[-1] == "plc")):
        return False
    lower = " ".join(own).lower()
    head = lower.split(" of ")[0].split()[-1]
    if lower in listed("personal.tsv") or listed("sources.tsv").get(head, ("",))[0] in ("anonymous_official", "eyewitness"):
        return False
    return (len(own) > 1 and not words.isupper()) or re.search(rf"\b{re.escape(lower)}\b", text) is None


def things(gold: dict, text: str) -> list[Thing]:
    """The things of one report's answers."""
    return [
        Thing(frozenset(map(plain, each)), frozenset(plain(words) for words in each if is_name(words, text))) for each in gold["entities"]
    ]


def wanted(gold: dict, text: str) -> Iterator[Wanted]:
    """The sources of one report's answers that count."""
    every = things(gold, text)
    pronouns = {tuple(each["span"]): each["refers_to"] for each in gold["pronouns"] if each.get("span")}
    own = {plain(name) for name in (gold["outlet"] or "", *gold["byline"])}
    for i, claim in enumerate(gold["claims"]):
        place = claim["spans"].get("source")
        if place and not (is_name(claim["source"], text) and claim["source"].split()[0].lower() not in DETERMINERS):
            told = pronouns.get(tuple(place)) or claim.get("resolved_source")
            thing = _thing(told, every) if told else _put(plain(claim["source"]), every)
            if thing and not thing.ways & own and (not thing.names or _is_named_otherwise(thing, plain(claim["source"]))):
                yield Wanted(i, Span(*place), thing)


def _put(phrase: Phrase, every: Sequence[Thing]) -> Thing | None:
    return next((each for each in every if phrase in each.ways), None)


def _thing(told: str, every: Sequence[Thing]) -> Thing | None:
    """The thing that an answer tells of: one that is put so, or that has a name that ends or begins so."""
    return _put(plain(told), every) or next((each for each in every if any(_likens(plain(told), name) for name in each.names)), None)


def _likens(one: Phrase, other: Phrase) -> bool:
    short, long = sorted((one, other), key=len)
    return short in (long[: len(short)], long[-len(short) :])


def _is_named_otherwise(thing: Thing, source: Phrase) -> bool:
    """Whether a thing has names beside the source's own words, none of them within these."""
    others = thing.names - {source}
    return bool(others) and not any(_holds(source, name) for name in others)


def _holds(long: Phrase, short: Phrase) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long)))


def judge(gold: dict, analysis: Analysis, words: Words) -> Iterator[Judged]:
    """What became of each source of one report that counts."""
    text, every = analysis.report.text, things(gold, analysis.report.text)
    answers = reports.answers(gold)
    matched = reports.pairs(answers, analysis.attributions)
    for each in wanted(gold, text):
        made = analysis.attributions[matched[each.claim]] if each.claim in matched else None
        found = made is not None and reports.same_source(answers[each.claim], made)
        entity = made.source_entity if made is not None and found else _entity(each.source, analysis.mentions, words)
        own = plain(each.source.words(text))
        mentions = [one for one in analysis.mentions if entity is not None and one.entity == entity]
        names = tuple(dict.fromkeys(words_of for one in mentions if (words_of := _name(one, text)) and plain(words_of) != own))
        yield Judged(each, _verdict(names, each.thing, every), names, found)


def _entity(source: Span, mentions: Sequence[Mention], words: Words) -> str | None:
    """The entity of the mention with the same head as a source."""
    head = head_of(words, words_in(words, source))
    return next((each.entity for each in mentions if head == head_of(words, words_in(words, Span(each.start, each.end)))), None)


def _name(mention: Mention, text: str) -> str:
    return " ".join(text[mention.start : mention.end].split()) if mention.form == MentionForm.NAME else ""


def _verdict(names: Sequence[str], thing: Thing, every: Sequence[Thing]) -> str:
    """What names say: those that only describe the thing say nothing."""
    telling = [name for name in map(plain, names) if name not in thing.ways - thing.names]
    if not telling:
        return "alone"
    return "right" if all(_is_of(name, thing, every) for name in telling) else "wrong"


def _is_of(name: Phrase, thing: Thing, every: Sequence[Thing]) -> bool:
    """Whether the answers list a name for a thing, or for nothing, but have a name of the thing that ends, begins or has initials so."""
    if _put(name, every):
        return name in thing.names
    letters = ["".join(word[0] for word in other if word[0].isalpha()) for other in thing.names]
    return any(_likens(name, other) for other in thing.names) or any(each.startswith("".join(name)) for each in letters)


def measure(folders: Sequence[Path], weights: Path = WEIGHTS, *, misses: bool = False) -> dict[str, float]:
    """Shares in percent over all reports of the folders; ``misses`` prints each source that is not right."""
    counts: Counter[str] = Counter()
    wanted = [item for path in folders for item in reports.folder(path)]
    with Reader(weights) as reader:
        documents = [read_document(path, given) for _, path, given in wanted]
        readings = reader.read(each.report.text for each in documents)
        for (gold, path, _), document, reading in zip(wanted, documents, readings, strict=True):
            for one in judge(gold, assemble(document, reading), reading.words):
                counts.update(_counted(one))
                if misses and one.verdict != ("right" if one.wanted.thing.names else "alone"):
                    print(_line(Path(path).name, document.report.text, one))
    return figures(counts)


def _counted(one: Judged) -> Iterator[str]:
    """What a source counts as."""
    if not one.wanted.thing.names:
        return iter(("unnamed", f"unnamed {one.verdict}"))
    return iter(("sources", one.verdict, *(("found", f"found {one.verdict}") if one.found else ())))


def figures(counts: Counter[str]) -> dict[str, float]:
    """How many there were, and the shares in percent."""
    shares = {"right": "sources", "wrong": "sources", "alone": "sources"}
    shares |= {"found right": "found", "found wrong": "found", "found alone": "found", "unnamed wrong": "unnamed"}
    percents = {name: round(100 * counts[name] / max(1, counts[of]), 1) for name, of in shares.items()}
    return {of: counts[of] for of in ("sources", "found", "unnamed")} | percents


def _line(file: str, text: str, one: Judged) -> str:
    source, names = one.wanted.source, sorted(" ".join(name) for name in one.wanted.thing.names)
    around = " ".join(text[max(0, source.start - 30) : source.end + 30].split())
    return f"{one.verdict}\t{file}:{source.start}\t{source.words(text)!r} is {names}, led to {list(one.names)}\t.. {around} .."


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    print(json.dumps(measure(given.folders, given.weights, misses=given.misses), indent=1))


if __name__ == "__main__":
    main()
