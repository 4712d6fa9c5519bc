"""Sketches: reports that share a sentence have a key in common, others hardly ever do."""

from __future__ import annotations

from itertools import permutations

import pytest

from purport.records import Analysis
from purport.resolve.sketches import Index, candidates, sketch
from resolve.carried import SURGE, report

ELSEWHERE = "In the hills above Tolm a shepherd counted his flock twice and came to two numbers, neither of which was the one he had sold."


def three() -> dict[str, Analysis]:
    texts = {
        "wire": SURGE,
        "copy": ELSEWHERE + " " + SURGE.split(". ")[1] + ".",
        "other": ELSEWHERE.replace("shepherd", "priest's boy from Orr"),
    }
    return {name: report(text, outlet=name) for name, text in texts.items()}


def test_a_report_that_quotes_a_sentence_is_a_candidate() -> None:
    sketches = {name: sketch(analysis) for name, analysis in three().items()}
    assert ("copy", "wire") in set(candidates(sketches))
    assert ("other", "wire") not in set(candidates(sketches))


@pytest.mark.parametrize("order", list(permutations(["wire", "copy", "other"])))
def test_an_index_finds_the_same_in_any_order(order: tuple[str, ...]) -> None:
    reports, index = three(), Index()
    found: set[tuple[str, ...]] = set()
    for name in order:
        keys = sketch(reports[name])
        found |= {tuple(sorted((name, other))) for other in index.near(keys)}
        index.add(name, keys)
    assert found == set(candidates({name: sketch(analysis) for name, analysis in reports.items()}))


def test_keys_do_not_change() -> None:
    """What is stored must be found by what is computed later: change this only together with what stores keys."""
    assert sorted(sketch(report(SURGE)))[0] == "010db6de428dfb962"


@pytest.mark.parametrize("text", ["", "No.", "He declined to comment.", "...\n\n***"])
def test_short_texts_have_no_keys(text: str) -> None:
    assert sketch(report(text)) == frozenset()
