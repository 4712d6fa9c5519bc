"""Quality may rise and not fall: the project's own annotated reports and examples, read with the shipped weights."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import gate  # noqa: E402

FLOORS = json.loads(gate.FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    return gate.measure()


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_nothing_is_read_worse_than_before(part: str, figures: dict[str, dict[str, float]]) -> None:
    assert gate.fallen(figures, {part: FLOORS[part]}) == []


def test_every_figure_has_a_floor(figures: dict[str, dict[str, float]]) -> None:
    counts = {"claims"}
    assert {part: own.keys() - counts for part, own in figures.items()} == {part: own.keys() for part, own in FLOORS.items()}


def test_a_fallen_figure_is_named() -> None:
    assert gate.fallen({"a": {"b": 50.0}}, {"a": {"b": 50.0 + gate.BAND + 0.1}}) == [f"a: b is 50.0, its floor {50.0 + gate.BAND + 0.1}"]
    assert gate.fallen({"a": {"b": 50.0}}, {"a": {"b": 50.0 + gate.BAND}}) == []
