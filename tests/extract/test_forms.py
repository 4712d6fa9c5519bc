"""What stands in quotation marks, and where paragraphs end."""

from itertools import pairwise

import pytest

from purport.extract.forms import find_quotations, paragraph_edges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and left.", ["“no”"]),
        ('"No," he said, "never."', ['"No,"', '"never."']),
        ("«Non», dit-il.", ["«Non»"]),
        ("“We left.\n\n“We came back,” he said.", ["“We left.\n\n", "“We came back,”"]),
        ("It is 6” wide.", []),
        ("No marks.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [span.words(text) for span in find_quotations(text)] == expected


def test_paragraphs_end_at_empty_lines_and_at_line_breaks_after_a_stop() -> None:
    text = "One line\nwrapped.\nTwo\r\n \r\nThree"
    assert [text[start:end] for start, end in pairwise(paragraph_edges(text))] == ["One line\nwrapped.\n", "Two\r\n \r\n", "Three"]
