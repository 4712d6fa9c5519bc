"""Quality may rise and not fall: the project's own annotated reports and examples, read with the shipped weights."""

import json

import pytest

import gate
from purport.records import Span
from scoring import Figure, Scores, Triple, score

FLOORS = json.loads(gate.FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, Figure]]:
    return gate.measure()


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_nothing_is_read_worse_than_before(part: str, figures: dict[str, dict[str, Figure]]) -> None:
    assert gate.fallen(figures, {part: FLOORS[part]}) == []


def test_every_figure_has_a_floor(figures: dict[str, dict[str, Figure]]) -> None:
    assert {part: own.keys() for part, own in figures.items()} == {part: own.keys() for part, own in FLOORS.items()}


@pytest.mark.parametrize(
    ("percent", "of", "faults"),
    [
        (99.0, 3392, []),
        (98.9, 3392, ["a: b is 98.9, its floor 99.3 less 0.3"]),
        (96.5, 70, []),
        (96.4, 70, ["a: b is 96.4, its floor 99.3 less 2.9"]),
        (0.0, 0, []),
    ],
)
def test_a_figure_may_fall_by_two_things_and_no_further(percent: float, of: int, faults: list[str]) -> None:
    assert gate.fallen({"a": {"b": Figure(percent, of)}}, {"a": {"b": 99.3}}) == faults


def test_characters_weigh_as_the_spans_they_are_of() -> None:
    text = "The mayor said that the bridge was closed."
    triple = Triple((Span(0, 9),), (Span(10, 14),), (Span(15, 41),))
    scores = Scores()
    score(text, [triple, triple], [triple], scores)
    assert scores.figures()["content overlap"] == Figure(100.0, 1)
    assert scores.figures()["linked"] == Figure(66.67, 2)
