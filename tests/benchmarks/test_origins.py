"""An answer's origins are right where the claims at its words have as many; shared passages where they cover both sides."""

from __future__ import annotations

from collections import Counter

import pytest

import factory
import origins
from purport.records import Analysis, Span
from purport.resolve.folded import fold_report
from purport.resolve.passages import shared
from resolve.carried import SURGE, report

CRACKS = "cracks as wide as a hand below the water line"


def case(*analyses: Analysis) -> origins.Case:
    folded = [fold_report(analysis) for analysis in analyses]
    found = shared(*folded) if len(folded) == 2 else None
    return origins.Case({analysis.report.path: analysis for analysis in analyses}, (found,) if found else (), {})


def cited(analysis: Analysis, words: str) -> origins.Cited:
    return origins.Cited(analysis.report.path, factory.span(analysis.report.text, words))


def passage(analysis: Analysis, words: str) -> dict:
    at = factory.span(analysis.report.text, words)
    return {"file": analysis.report.path, "text": words, "span": [at.start, at.end]}


def two(text: str) -> tuple[Analysis, Analysis]:
    own = (None, None, CRACKS)
    return report(SURGE, own, path="wire.txt", outlet="Wire"), report(text, own, path="copy.txt", outlet="B")


@pytest.mark.parametrize(("text", "counts"), [(SURGE, "right"), (f"There were {CRACKS}.", "over")])
def test_a_line_is_right_where_its_claims_have_as_many_origins(text: str, counts: str) -> None:
    wire, copy = two(text)
    totals: Counter[str] = Counter()
    misses: list[str] = []
    origins.count(case(wire, copy), origins.Wanted("lines", "cracks", (cited(wire, CRACKS), cited(copy, CRACKS)), 1), totals, misses)
    assert totals["lines read"] == totals[f"lines {counts}"] == 1
    assert bool(misses) == (counts == "over")


def test_a_line_with_words_that_no_claim_has_does_not_count() -> None:
    wire, copy = two(SURGE)
    totals: Counter[str] = Counter()
    origins.count(case(wire, copy), origins.Wanted("lines", "wall", (cited(wire, "Nobody"), cited(copy, CRACKS)), 1), totals, [])
    assert (totals["lines"], totals["lines read"]) == (1, 0)


@pytest.mark.parametrize(
    ("text", "totals"), [(SURGE, {"passages": 1, "passages found": 1, "spurious": 0}), ("Cracks! " + CRACKS, {"passages": 1})]
)
def test_passages_found_and_missed(text: str, totals: dict[str, int]) -> None:
    wire, copy = two(text)
    made: Counter[str] = Counter()
    cluster = {"origins": [{"first": "Wire", "passages": [{"a": passage(wire, CRACKS), "b": passage(copy, CRACKS)}]}]}
    origins.passages(case(wire, copy), cluster, made, [])
    assert {name: count for name, count in made.items() if count} == {name: count for name, count in totals.items() if count}


def test_a_passage_that_no_answer_has_is_spurious() -> None:
    made: Counter[str] = Counter()
    origins.passages(case(*two(SURGE)), {"origins": []}, made, [])
    assert made["spurious"] == 1


def test_answers_of_both_shapes() -> None:
    wire, copy = two(SURGE)
    sides = [passage(each, CRACKS) for each in (wire, copy)]
    line = {"subject": "quay", "field": "state", "value": "cracked", "origins": 1}
    citations = [{"path": side["file"], "start": side["span"][0], "end": side["span"][1]} for side in sides]
    cluster = {
        "origins": [
            {"origin": "a", "first": "wire.txt", "passages": sides},
            {"first": "b", "passages": [{"a": sides[0], "b": sides[1]}] * 2},
        ],
        "dossier": [{**line, "citations": citations}, {**line, "citations": citations[:1]}],
    }
    assert [(each.kind, each.name, len(each.cited), each.origins) for each in origins.wanted(cluster)] == [
        ("groups", "a", 2, 1),
        ("groups", "1 b", 2, 1),
        ("groups", "1 b", 2, 1),
        ("lines", "quay, state: cracked", 2, 1),
    ]


def test_the_claim_at_some_words_is_the_one_that_agrees_best() -> None:
    one = report(SURGE, (None, None, CRACKS), (None, None, f"divers found {CRACKS}"), (None, None, "Nobody had told the stallholders"))
    assert origins.claim_at(one, factory.span(SURGE, f"divers found {CRACKS}")) == one.claims[1]
    assert origins.claim_at(one, factory.span(SURGE, CRACKS)) == one.claims[0]
    assert origins.claim_at(one, Span(0, 20)) is None
