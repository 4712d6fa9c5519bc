"""How far a time expression reaches, beyond what the network took for one."""

import pytest

from purport.extract.spans import reaching
from purport.reader import Labelled
from purport.records import Span


def reached(marked: str) -> list[str]:
    """The expressions of a text in which those that the network found stand in brackets."""
    text, found, at = "", [], 0
    for part in marked.replace("]", "[").split("["):
        if at % 2:
            found.append(Labelled(Span(len(text), len(text) + len(part)), "DURATION" if "days" in part else "DATE", 0.9))
        text, at = text + part, at + 1
    return [each.span.words(text) for each in reaching(text, found)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Snow fell in the spring of [1820] there", ["the spring of 1820"]),
        ("It was late [May]", ["late May"]),
        ("It was late\n[May]", ["late\nMay"]),
        ("The fair came at the end of [next March].", ["the end of next March"]),
        ("A barge came [two days] later", ["two days later"]),
        ("A barge came [two days] later than planned", ["two days later"]),
        ("They met in [October] of [that year]", ["October of that year"]),
        ("They met [late] in [1957]", ["late in 1957"]),
        ("They met on the night of [4 May] and [the next day]", ["the night of 4 May", "the next day"]),
    ],
)
def test_words_that_belong_to_an_expression_are_part_of_it(marked: str, expected: list[str]) -> None:
    assert reached(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The queen of [May] was late", ["May"]),
        ("It was late. [May] came", ["May"]),
        ("It was late\n\n[May] came", ["May"]),
        ("They met [two days] after the fair", ["two days"]),
        ("They met on [Monday] in the town", ["Monday"]),
        ("The [first nine months] of [1997]", ["first nine months", "1997"]),
        ("Work went on, beginning in [1999]", ["1999"]),
        ("In [1990] of all years", ["1990"]),
        ("[Friday]", ["Friday"]),
        ("", []),
    ],
)
def test_other_words_are_not(marked: str, expected: list[str]) -> None:
    assert reached(marked) == expected


def test_an_expression_that_grows_is_a_point_of_time() -> None:
    text = "two days later"
    (found,) = reaching(text, [Labelled(Span(0, 8), "DURATION", 0.9)])
    assert (found.span, found.label, found.score) == (Span(0, 14), "DATE", 0.9)
