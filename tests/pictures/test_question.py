"""The answers to a question stand by their sources, on two clocks, and contradictions are joined."""

from datetime import date
from itertools import combinations

from pictures.drawn import shapes, texts
from purport.pictures import Given, question, svg
from purport.pictures.brackets import LANES, fitting
from purport.records import Factuality
from purport.resolve.accounts import Days

SIXTH, NINTH = Days(date(2031, 3, 6), date(2031, 3, 6)), Days(date(2031, 3, 9), date(2031, 3, 9))
ANSWERS = (
    Given("14", Factuality.CERTAIN, "the hospital", "Orle Post", SIXTH, NINTH),
    Given("9", Factuality.PROBABLE, "the army", "Orle Post", SIXTH, SIXTH),
    Given("17", Factuality.CERTAIN, "The hospital", "Tarn Radio", NINTH, NINTH),
)


def test_answers_of_one_source_stand_together_and_keep_their_numbers() -> None:
    found = texts(question("How many?", ANSWERS))
    order = ["How many?", "the hospital", "1. 14", "3. 17", "the army", "2. 9"]
    assert [each for each in found if each in order] == order
    assert "The hospital" not in found


def test_when_it_was_said_and_when_it_came_out() -> None:
    drawn = question("How many?", ANSWERS)
    found = texts(drawn)
    assert "Orle Post, out 9 Mar 2031" in found
    assert "6 Mar 2031" in found
    assert "report came out" in found
    signs = [each for each in shapes(drawn, "path") if each["d"].endswith("Z") and each["fill"] == "#ffffff"]
    assert len(signs) == len(ANSWERS) + 1, "one more in the legend"


def test_contradictions_are_joined_and_explained() -> None:
    assert "contradicts" in texts(question("How many?", ANSWERS, [(0, 1)]))
    assert "contradicts" not in texts(question("How many?", ANSWERS))


def test_what_finds_no_line_is_told_in_words() -> None:
    found = texts(question("How many?", ANSWERS, [(0, 1), (1, 2), (0, 2)]))
    assert "Tarn Radio · contradicts 1" in found


def test_brackets_never_run_over_each_other() -> None:
    pairs = list(combinations(range(20), 2))
    lanes = fitting(pairs)
    assert set(lanes.values()) == set(range(LANES))
    for (one, lane), (other, beside) in combinations(lanes.items(), 2):
        assert lane != beside or one[1] < other[0] or other[1] < one[0]


def test_many_answers_are_bounded_and_the_same_each_time() -> None:
    many = [Given(str(number % 7), Factuality.CERTAIN, f"source {number % 11}", "Orle Post", SIXTH, NINTH) for number in range(300)]
    pairs = [(one, other) for one, other in combinations(range(300), 2) if (one + other) % 3 == 0]
    drawn = question("How many?", many, pairs)
    assert "100 more rows are left out." in texts(drawn)
    assert drawn.height < 20_000
    assert svg(drawn) == svg(question("How many?", many, list(reversed(pairs))))
