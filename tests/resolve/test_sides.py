"""What has a side is found by what has the other."""

import pytest

from purport.resolve.sides import other_side, other_sides


@pytest.mark.parametrize(("key", "other"), [("said burn +", "said burn -"), ("said burn -", "said burn +"), ("said burn", "said burn")])
def test_the_other_side(key: str, other: str) -> None:
    assert other_side(key) == other
    assert other_sides([key]) == {other}
