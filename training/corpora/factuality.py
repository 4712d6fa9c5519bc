"""Factuality on one scale (Stanovsky et al. 2017): rows of sentences, laid on the documents they were taken from.

UW (Lee et al. 2015) and FactBank (Saurí and Pustejovsky 2009) lie on TimeBank and AQUAINT, UDS-IH2 (Rudinger et al. 2018) on the English
Web Treebank. The rows name no document, so a sentence is found by its letters, digits and money or percent signs: in these alone the
tokenisations agree.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from corpora.columns import blocks
from example import Example, Sentence, Sheet, Sure

Row = tuple[tuple[str, ...], tuple[tuple[int, float], ...]]
"""A sentence's tokens, and (token, value) for those that are judged."""

SIGNS = frozenset("$%#£€")
NEWS = {"factbank": ("train.conll", "dev.conll"), "uw": ("train.jsonl", "dev.jsonl")}
"""The files of judgements that lie on news, by their scale."""
BRACKETS = frozenset({"-LRB-", "-RRB-", "-LCB-", "-RCB-", "-LSB-", "-RSB-"})
"""Tokens that stand for a sign which is not compared."""


def read_sure_rows(path: Path) -> list[Row]:
    """The sentences of a JSON lines file, or of a file of columns: index, form, and a value or ``_``."""
    lines = path.read_text(encoding="utf-8").split("\n")
    if path.suffix == ".jsonl":
        return [_sentence(json.loads(line)) for line in lines if line]
    return [_columns([line.split("\t") for line in block]) for block in blocks(lines)]


def _sentence(entry: dict) -> Row:
    return tuple(entry["text"].split(" ")), tuple((target["span1"][0], float(target["label"])) for target in entry["targets"])


def _columns(rows: list[list[str]]) -> Row:
    return tuple(row[1] for row in rows), tuple((i, float(row[2])) for i, row in enumerate(rows) if row[2] != "_")


def judged_news(examples: Sequence[Example], folder: Path) -> list[Example]:
    """TimeBank's and AQUAINT's documents with FactBank's and UW's judgements, of their training and development parts alike."""
    for scale, names in NEWS.items():
        examples, _ = lay_on_texts(examples, [row for name in names for row in read_sure_rows(folder / scale / name)], scale)
    return list(examples)


def lay_on_texts(examples: Sequence[Example], rows: Iterable[Row], scale: str) -> tuple[list[Example], int]:
    """The examples with the rows' values on their words, beside those they have, and how many rows stand in none of them.

    A sentence that stands in several places is laid on each. Values of words that begin together, as one tokenisation's "sell" and
    another's "sell-off" do, are averaged on the shortest. An example that got none has ``sure`` as it was.
    """
    text, at = _joined([example.text for example in examples])
    found: dict[tuple[int, int], list[tuple[int, float]]] = defaultdict(list)
    missed = 0
    for tokens, values in rows:
        letters, places = _letters(tokens)
        standings = _standings(text, at, letters)
        missed += not standings
        for standing in standings:
            for token, value in values:
                start, end = places[token]
                if start < end:
                    found[at[standing + start]].append((at[standing + end - 1][1] + 1, value))
    sure: dict[int, list[Sure]] = defaultdict(list)
    for (example, start), judged in sorted(found.items()):
        sure[example].append(Sure(start, min(end for end, _ in judged), fmean(value for _, value in judged), scale))
    laid = [replace(e, sure=(*(e.sure or ()), *sure[i])) if i in sure else e for i, e in enumerate(examples)]
    return laid, missed


def lay_on_sheets(sheets: Sequence[Sheet], rows: Iterable[Row]) -> tuple[list[Sheet], int]:
    """The sheets with the rows' values on their tokens, and how many rows are none of their sentences.

    A row lies on every sentence of the same tokens or, if there is none, of the same letters; values on the same token are averaged.
    A sentence without a row has ``sure`` as it was.
    """
    same: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    alike: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, sheet in enumerate(sheets):
        for j, sentence in enumerate(sheet.sentences):
            same[sentence.tokens].append((i, j))
            alike[_letters(sentence.tokens)[0]].append((i, j))
    found: dict[tuple[int, int], dict[int, list[float]]] = {}
    missed = 0
    for tokens, values in rows:
        letters, places = _letters(tokens)
        standings = same.get(tokens) or (alike.get(letters, []) if letters else [])
        missed += not standings
        for i, j in standings:
            judged = found.setdefault((i, j), defaultdict(list))
            target = sheets[i].sentences[j].tokens
            for token, value in values:
                where = token if target == tokens else _token_at(target, *places[token])
                if where is not None:
                    judged[where].append(value)

    def laid(i: int, j: int, sentence: Sentence) -> Sentence:
        if (i, j) not in found:
            return sentence
        return replace(sentence, sure=tuple((token, fmean(values)) for token, values in sorted(found[i, j].items())))

    return [Sheet(sheet.name, tuple(laid(i, j, s) for j, s in enumerate(sheet.sentences))) for i, sheet in enumerate(sheets)], missed


def _letters(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """What is compared of the tokens, and where in it each stands."""
    text, places = "", []
    for token in tokens:
        start = len(text)
        text += "" if token in BRACKETS else "".join(filter(_compared, token))
        places.append((start, len(text)))
    return text, places


def _joined(texts: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """What is compared of all texts with a mark before, between and after them, and each character's text and offset."""
    kept, at = ["\0"], [(-1, 0)]
    for i, text in enumerate(texts):
        where = [offset for offset, character in enumerate(text) if _compared(character)]
        kept += [text[offset] for offset in where] + ["\0"]
        at += [(i, offset) for offset in where] + [(-1, 0)]
    return "".join(kept), at


def _compared(character: str) -> bool:
    return character.isalnum() or character in SIGNS


def _standings(text: str, at: Sequence[tuple[int, int]], letters: str) -> list[int]:
    """Where the letters stand in the joined texts without a word reaching over their ends."""
    found, start = [], text.find(letters) if letters else -1
    while start >= 0:
        end = start + len(letters)
        if not (_adjoin(at[start - 1], at[start]) or _adjoin(at[end - 1], at[end])):
            found.append(start)
        start = text.find(letters, start + 1)
    return found


def _adjoin(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] == right[0] and left[1] + 1 == right[1]


def _token_at(tokens: Iterable[str], start: int, end: int) -> int | None:
    """The first token that has some of the letters ``[start, end)``."""
    return next((i for i, (first, last) in enumerate(_letters(tokens)[1]) if max(first, start) < min(last, end)), None)
