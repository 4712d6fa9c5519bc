"""A claim that is only a time gives another day of what stands before it in its sentence."""

import pytest

from purport.records import Claim, Factuality, Span
from purport.resolve.ellipsis import other_days
from purport.resolve.held import find_holdings
from resolve.held_by import line, read

HELD = "[Rebels|org] have *held* [Karst|pla] since <2 June 2028|2028-06-02>; the army gives "


def others(rest: str, content: str) -> list[str]:
    analysis = read(HELD + rest, agent="Rebels", patient="Karst")
    start = analysis.report.text.index(content)
    claim = Claim("other", None, (Span(start, start + len(content)),), Factuality.PROBABLE)
    return [line(each) for each in other_days(analysis, claim, find_holdings(analysis, {}))]


@pytest.mark.parametrize(
    ("rest", "content", "found"),
    [
        ("<July of that year|2028-07>.", "July of that year", ["holds Karst: Rebels, 2028-07-01..2028-07-31"]),
        ("since <July|2028-07>.", "since July", ["holds Karst: Rebels, 2028-07-01..2028-07-31"]),
        ("the truce of <July|2028-07>.", "the truce of July", []),
        ("no date.", "no date", []),
    ],
)
def test_a_time_alone_is_another_day_of_the_holding_before(rest: str, content: str, found: list[str]) -> None:
    assert others(rest, content) == found


def test_a_time_in_another_sentence_is_not() -> None:
    assert others("no date. <July of that year|2028-07>.", "July of that year") == []
