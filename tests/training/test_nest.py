"""A line put inside another attribution keeps what people marked in it; what a teacher finds is marked as people would have."""

from pathlib import Path

import pytest

import nest
from example import Example, Link, Marked
from fixed_reader import finding
from nest import taught, wrapped
from purport.reader import Linked, Reading
from purport.records import Span

TEXT = (
    "Officials said the bridge was closed.\nThe mayor of Vesk thinks that the bridge will open again soon.\n"
    '"No," she said.\nIt rained in the hills for most of the day.\n'
)


def marked(words: str, label: str) -> Marked:
    return Marked(TEXT.index(words), TEXT.index(words) + len(words), label)


ROLES = (
    marked("Officials", "source"),
    marked("said", "cue"),
    marked("the bridge was closed", "content"),
    marked("The mayor of Vesk", "source"),
    marked("thinks", "cue"),
    marked("that the bridge will open again soon", "content"),
)
EXAMPLE = Example("bridge", TEXT, roles=ROLES, links=(Link(1, 0, (2,)), Link(4, 3, (5,))))


def words(example: Example, spans: tuple[Marked, ...]) -> list[str]:
    return [example.text[span.start : span.end] for span in spans]


def test_lines_become_the_content_of_a_frame() -> None:
    (found,) = wrapped([EXAMPLE], seed=1)
    lines = found.text.split("\n")
    frames = ("Officials said that ", "The mayor of Vesk thinks that ")
    assert len(lines) == 2
    assert all(line.startswith(frames) for line in lines)
    assert lines[0].endswith("the mayor of Vesk thinks that the bridge will open again soon.")
    outer = words(found, found.roles or ())
    assert outer[2] == "that the mayor of Vesk thinks that the bridge will open again soon"
    assert outer[5] == "that it rained in the hills for most of the day"


def test_what_was_marked_in_a_line_is_inner() -> None:
    (found,) = wrapped([EXAMPLE], seed=1)
    inner = found.inner or ()
    assert sorted(words(found, inner)) == ["that the bridge will open again soon", "the mayor of Vesk", "thinks"]
    assert [(inner[link.cue].label, inner[link.source or 0].label) for link in found.inner_links] == [("cue", "source")]
    assert found.links == (Link(1, 0, (2,)), Link(4, 3, (5,)))


def test_a_line_with_quotation_marks_or_cut_attributions_is_left_out() -> None:
    (found,) = wrapped([EXAMPLE], seed=1)
    assert "No," not in found.text
    across = Marked(TEXT.index("soon"), TEXT.index("soon") + 20, "content")
    cut = Example("cut", TEXT, roles=(*ROLES, across), links=(*EXAMPLE.links, Link(4, 3, (6,))))
    (left,) = wrapped([cut], seed=1)
    assert "mayor of Vesk thinks that the bridge" not in left.text


def taught_reading() -> Reading:
    """That officials said the bridge was closed, and something within."""
    source, cue, content = (Span(role.start, role.end) for role in ROLES[:3])
    outer = Linked(source, cue, (content,), 0.9, direct=0.8)
    again = Linked(None, cue, (Span(content.end + 1, content.end + 4),), 0.9, direct=0.1)
    alone = Linked(None, None, (content,), 0.9)
    inner = Linked(None, cue, (content,), 0.9, parent=0)
    return Reading((), (), (outer, again, alone, inner))


def test_a_teachers_findings_become_annotations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nest, "Reader", finding(taught_reading()))
    (found,) = taught([Example("plain", TEXT)], Path())
    assert words(found, found.roles or ()) == ["Officials", "said", "the bridge was closed", "\nTh"]
    assert found.links == (Link(1, 0, (2,)), Link(1, None, (3,)))
    assert found.direct == {2}
    assert found.inner is None
