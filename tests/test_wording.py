"""Stretches of a recording are named by letters that go on behind Z."""

from __future__ import annotations

import pytest

from purport.wording import letter


@pytest.mark.parametrize(
    ("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_go_on_behind_z(number: int, name: str) -> None:
    assert letter(number) == name
