"""A line put inside another attribution keeps what people marked in it."""

from example import Example, Link, Marked
from nest import wrapped

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
