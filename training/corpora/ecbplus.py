"""ECB+ (Cybulska and Vossen 2014): reports in topics of two happenings each, and which words tell of the same across reports.

Only the sentences that the makers checked count: those of ``ECBplus_coreference_sentences.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

DEVELOPMENT = frozenset({2, 5, 12, 18, 21, 23, 34, 35})
"""The topics that nothing is learned from, as in Cybulska and Vossen (2015)."""
CHECKED = "ECBplus_coreference_sentences.csv"
KINDS = ("ACTION_", "NEG_ACTION_")
"""Beginnings of the marks of happenings; the rest of a mark is its class."""
ADDED = "ecbplus"
"""What the names of the reports added to the older corpus end with; their first sentence is a web address."""
CHAINS = ("CROSS_DOC_COREF", "INTRA_DOC_COREF")


@dataclass(frozen=True, slots=True)
class Telling:
    """Characters ``[start, end)`` that tell of a happening; tellings of one ``cluster`` tell of the same.

    Of words that stand apart ("took it over") the first unbroken run counts. ``kind`` is the corpus's class in lower case; ``denied``
    says that it is told as not having happened.
    """

    start: int
    end: int
    kind: str
    cluster: str
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One report: its text is the tokens joined by blanks, a line a sentence, the first of them its title or what stands for one.

    ``sentences`` are the offsets at which they begin. A topic's two ``happening`` groups tell of two like things.
    """

    name: str
    topic: int
    happening: str
    text: str
    sentences: tuple[int, ...]
    tellings: tuple[Telling, ...]


def read_ecbplus(folder: Path, topics: Collection[int] | None = None) -> list[Story]:
    """The reports of some topics, or of all, in order of topic and name.

    Raises:
        ValueError: A file is not XML.
    """
    checked = _checked(folder / CHECKED)
    paths = [path for path in folder.glob("*/*.xml") if topics is None or int(path.parent.name) in topics]
    paths.sort(key=lambda path: (int(path.parent.name), path.stem))
    return [_story(path, checked.get(path.stem, frozenset())) for path in paths]


def _checked(path: Path) -> dict[str, set[int]]:
    """The numbers of the checked sentences of each report."""
    found: dict[str, set[int]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for topic, name, number in list(csv.reader(file))[1:]:
            found.setdefault(f"{topic}_{name}", set()).add(int(number))
    return found


def _story(path: Path, checked: Collection[int]) -> Story:
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{path} is not XML: {error}") from error
    name = path.stem
    happening = ADDED if name.endswith(ADDED) else "ecb"
    tokens = [each for each in root.iter("token") if happening != ADDED or each.get("sentence") != "0"]
    text, sentences, places = _printed(tokens)
    sentence_of = {each.get("t_id", ""): int(each.get("sentence", "0")) for each in tokens}
    clusters = _clusters(root, name)
    tellings = []
    for mark in root.findall("./Markables/*"):
        kind = next((mark.tag.removeprefix(each) for each in KINDS if mark.tag.startswith(each)), None)
        anchors = [anchor.get("t_id", "") for anchor in mark.iter("token_anchor")]
        if kind is None or not anchors or any(sentence_of.get(each) not in checked for each in anchors):
            continue
        start, end = _first_run([places[each] for each in anchors])
        number = mark.get("m_id", "")
        tellings.append(Telling(start, end, kind.lower(), clusters.get(number, f"{name} {number}"), mark.tag.startswith("NEG")))
    ordered = sorted(tellings, key=lambda each: (each.start, each.end, each.cluster))
    return Story(name, int(name.partition("_")[0]), happening, text, sentences, tuple(ordered))


def _printed(tokens: Iterable[ElementTree.Element]) -> tuple[str, tuple[int, ...], dict[str, tuple[int, int]]]:
    """The text, where its sentences begin, and where each token stands."""
    parts: list[str] = []
    at, last, starts, places = 0, "", [], {}
    for token in tokens:
        sentence, form = token.get("sentence", ""), token.text or ""
        if parts:
            parts.append(" " if sentence == last else "\n")
            at += 1
        if sentence != last:
            starts.append(at)
        places[token.get("t_id", "")] = (at, at + len(form))
        parts.append(form)
        at, last = at + len(form), sentence
    return "".join(parts), tuple(starts), places


def _first_run(spans: list[tuple[int, int]]) -> tuple[int, int]:
    """The first unbroken run of tokens."""
    (start, end), *rest = sorted(spans)
    for first, last in rest:
        if first != end + 1:
            break
        end = last
    return start, end


def _clusters(root: ElementTree.Element, name: str) -> dict[str, str]:
    """The cluster of each mark that is in one; clusters within a report have its name, so that no two reports' are one."""
    found = {}
    for kind in CHAINS:
        for chain in root.iter(kind):
            cluster = chain.get("note", "") if kind == CHAINS[0] else f"{name} chain {chain.get('r_id', '')}"
            found |= {source.get("m_id", ""): cluster for source in chain.iter("source")}
    return found
