"""Statements about the day of writing, and what they leave."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from purport.time.days import EVER, Days, days_of
from purport.time.solving import Force, Statement, solve

STRETCHES = st.lists(
    st.tuples(st.integers(1, 40), st.integers(0, 25)).map(lambda pair: (pair[0], pair[0] + pair[1])), min_size=1, max_size=3
)
STATEMENTS = st.lists(
    st.builds(Statement, STRETCHES.map(days_of), st.text("abc", min_size=1, max_size=3), st.sampled_from(Force)), max_size=6
)


def left(statements: list[Statement]) -> Days:
    days = EVER
    for each in statements:
        days &= each.days
    return days


@given(STATEMENTS, st.randoms())
def test_the_order_does_not_matter(statements: list[Statement], random: object) -> None:
    mixed = [*statements]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = solve(statements), solve(mixed)
    assert one.days == other.days
    assert [each.why for each in one.conflict] == [each.why for each in other.conflict]


@given(STATEMENTS)
def test_the_reasons_alone_give_the_answer(statements: list[Statement]) -> None:
    found = solve(statements)
    hard = [each for each in statements if each.force <= Force.SAID]
    if found.conflict:
        assert not left(list(found.conflict))
        assert all(left([each for each in found.conflict if each is not one]) for one in found.conflict)
        assert not left(hard)
        return
    assert left([each.statement for each in found.reasons]) == found.days
    assert found.days
    assert found.days & left(hard) == found.days
    assert not found.reasons or found.reasons[-1].left == found.days
