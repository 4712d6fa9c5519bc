"""Quality may rise and not fall: the examples, read with the shipped weights, against a careful reader's answers."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from reports import measure  # noqa: E402

FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))
BAND = 2
"""Claims by which another processor's arithmetic may move a count."""


@pytest.mark.parametrize("case", sorted(FLOORS))
def test_a_case_is_read_as_well_as_before(case: str) -> None:
    found = measure([ROOT / "examples" / case])
    slack = 100 * BAND / found["claims"]
    fallen = {name: (found[name], floor) for name, floor in FLOORS[case].items() if found[name] < floor - slack}
    assert not fallen, f"(found, floor): {fallen}"
