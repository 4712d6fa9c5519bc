"""TIMEX2 is read as TIMEX3."""

from pathlib import Path

import pytest

from corpora.timex2 import read_timex2

HEAD = '<DOC><DOCID>ford</DOCID><DATETIME><TIMEX2 val="2009-01-02">2009-01-02</TIMEX2></DATETIME>'


def told(folder: Path, body: str) -> list[tuple[str, str, str]]:
    (folder / "01_ford.key.xml").write_text(f"{HEAD}<TEXT>\n{body}\n</TEXT></DOC>")
    (article,) = read_timex2(folder)
    assert article.example.name == "01_ford"
    assert article.written is None
    spans = zip(article.example.timexes or (), article.values, strict=True)
    return [(article.example.text[span.start : span.end], span.label, value) for span, value in spans]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<TIMEX2 val="1702-05-03">May 3, 1702</TIMEX2>', ("May 3, 1702", "DATE", "1702-05-03")),
        ('<TIMEX2 val="1702-05-XX">a day in May 1702</TIMEX2>', ("a day in May 1702", "DATE", "1702-05")),
        ('<TIMEX2 val="1702-05-03T17:00:00Z">five that day</TIMEX2>', ("five that day", "TIME", "1702-05-03T17:00")),
        ('<TIMEX2 val="1702-05-03TNI">that night</TIMEX2>', ("that night", "TIME", "1702-05-03TNI")),
        ('<TIMEX2 val="XXXX-XX-XXTNI">at night</TIMEX2>', ("at night", "TIME", "XXXX-XX-XXTNI")),
        ('<TIMEX2 val="XXXX-WI">a winter</TIMEX2>', ("a winter", "DATE", "XXXX-WI")),
        ('<TIMEX2 val="P2M" anchor_val="1702-05">two months</TIMEX2>', ("two months", "DURATION", "P2M")),
        ('<TIMEX2 val="P2DE">two decades</TIMEX2>', ("two decades", "DURATION", "P20Y")),
        ('<TIMEX2 val="P3CE">three centuries</TIMEX2>', ("three centuries", "DURATION", "P300Y")),
        ('<TIMEX2 val="XXXX-WXX-7" set="YES">Sundays</TIMEX2>', ("Sundays", "SET", "XXXX-WXX-7")),
        ('<TIMEX2 val="PAST_REF">recently</TIMEX2>', ("recently", "DATE", "PAST_REF")),
        ('<TIMEX2 val="BC0202">202 BC</TIMEX2>', ("202 BC", "DATE", "BC0202")),
        (
            '<TIMEX2 val="1702-05-03TMO">the morning of <TIMEX2 val="1702-05-03">May 3</TIMEX2></TIMEX2>',
            ("the morning of May 3", "TIME", "1702-05-03TMO"),
        ),
        (
            '<TIMEX2 val="1702-05-24" comment="EC:EVENT-BASED">a week after the raid of <TIMEX2 val="1702-05-03">May 3</TIMEX2></TIMEX2>',
            ("May 3", "DATE", "1702-05-03"),
        ),
    ],
)
def test_a_value_goes_over(tmp_path: Path, markup: str, expected: tuple[str, str, str]) -> None:
    assert told(tmp_path, f"They rowed {markup} &amp; left.") == [expected]


@pytest.mark.parametrize("attributes", ["", 'val="XXXX-XX-XX"', 'val="1702" comment="EC:EVENT-BASED; unsure"'])
def test_what_cannot_be_told_is_left_out_and_kept_apart(tmp_path: Path, attributes: str) -> None:
    assert told(tmp_path, f"They rowed on <TIMEX2 {attributes}>the day of the raid</TIMEX2>.") == []
    (article,) = read_timex2(tmp_path)
    assert [article.example.text[span.start : span.end] for span in article.unscored] == ["the day of the raid"]


def test_a_file_without_a_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "01_ford.key.xml").write_text(HEAD + "</DOC>")
    with pytest.raises(ValueError, match=r"01_ford"):
        read_timex2(tmp_path)
