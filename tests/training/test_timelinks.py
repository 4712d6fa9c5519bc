"""Links between events and times are read as of the event."""

from pathlib import Path

import pytest

from corpora.timelinks import Link, Order, read_linked
from example import Marked

BODY = (
    '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-01-02">2 Jan</TIMEX3></DCT><TEXT>They <EVENT eid="e1" class="OCCURRENCE"> rowed'
    '</EVENT> in <TIMEX3 tid="t1" type="DATE" value="2019">2019</TIMEX3>.</TEXT><MAKEINSTANCE eiid="i1" eventID="e1"/>{}</TimeML>'
)
ROWED = Marked(6, 11, "occurrence")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<TLINK relType="BEFORE" eventInstanceID="i1" relatedToTime="t0"/>', (Link(ROWED, Order.BEFORE, "2020-01-02", True),)),
        ('<TLINK relType="IS_INCLUDED" eventInstanceID="i1" relatedToTime="t1"/>', (Link(ROWED, Order.WITHIN, "2019", False),)),
        ('<TLINK relType="AFTER" timeID="t0" relatedToEventInstance="i1"/>', (Link(ROWED, Order.BEFORE, "2020-01-02", True),)),
        ('<TLINK relType="INCLUDES" eventInstanceID="i1" relatedToTime="t0"/>', ()),
        ('<TLINK relType="BEFORE" eventInstanceID="i1" relatedToEventInstance="i2"/>', ()),
    ],
)
def test_a_link_tells_how_an_event_lies_to_a_time(tmp_path: Path, link: str, expected: tuple[Link, ...]) -> None:
    (tmp_path / "row.tml").write_text(BODY.format(link))
    (found,) = read_linked(tmp_path)
    assert (found.text, found.written, found.events, found.links) == ("They  rowed in 2019.", "2020-01-02", (ROWED,), expected)


def test_a_text_without_a_day_of_writing_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "row.tml").write_text("<TimeML><TEXT>-</TEXT></TimeML>")
    assert read_linked(tmp_path) == []


@pytest.mark.parametrize("content", ["<TimeML>", "<TimeML/>"])
def test_what_cannot_be_read_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "row.tml").write_text(content)
    with pytest.raises(ValueError, match=r"row\.tml"):
        read_linked(tmp_path)
