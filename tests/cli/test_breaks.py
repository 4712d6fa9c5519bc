from itertools import pairwise

import pytest

from purport.listings.breaks import find_breaks

LONG = "word " * 40 + "end."


def paragraphs(text: str, edges: tuple[int, ...] = ()) -> list[str]:
    starts = [0, *find_breaks(text, edges), len(text)]
    return [" ".join(text[start:end].split()) for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.", ["One line."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\n \t\n\nTwo.", ["One.", "Two."]),
        (
            "wrapped by a wire service at\na width of some thirty or so\ncharacters.",
            ["wrapped by a wire service at a width of some thirty or so characters."],
        ),
        ("HEADLINE\nof two lines that were meant\n\nText.", ["HEADLINE", "of two lines that were meant", "Text."]),
        (f"{LONG}\n{LONG}", [LONG, LONG]),
        ("", [""]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_a_line_ends_where_furniture_does() -> None:
    assert paragraphs("THE LONGEST LINE OF ALL\nBy Somebody") == ["THE LONGEST LINE OF ALL By Somebody"]
    assert paragraphs("THE LONGEST LINE OF ALL\nBy Somebody", (23,)) == ["THE LONGEST LINE OF ALL", "By Somebody"]
