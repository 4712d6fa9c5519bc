"""TimeML files are read at the offsets of their text."""

from datetime import date
from pathlib import Path

import pytest

from corpora.timeml import read_articles, read_timeml

HEAD = '<TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2020-01-02">2 Jan</TIMEX3></DCT>'


def test_timeml_tags_become_offsets(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "vesk.01.tml").write_text(
        HEAD + '<TEXT>\nVesk &amp; Co <EVENT class="I_ACTION">tried <EVENT class="OCCURRENCE"> rowing\n</EVENT></EVENT>, all of '
        '<TIMEX3 type="SET" value="P1D">every <SIGNAL>day</SIGNAL></TIMEX3> <EVENT class="STATE"> </EVENT>.\n</TEXT>'
        '<MAKEINSTANCE eventID="e1"/></TimeML>'
    )
    (example,) = read_timeml(tmp_path)
    assert example.name == "vesk.01"
    assert example.text == "\nVesk & Co tried  rowing\n, all of every day  .\n"
    assert [(example.text[e.start : e.end], e.label) for e in example.events or ()] == [
        ("tried  rowing", "i_action"),
        ("rowing", "occurrence"),
    ]
    assert [(example.text[t.start : t.end], t.label) for t in example.timexes or ()] == [("every day", "SET")]


def test_values_go_with_their_expressions_and_the_day_of_writing_with_the_text(tmp_path: Path) -> None:
    body = '<TIMEX3 type="DATE" value="2020-01-01">\nyesterday</TIMEX3> <TIMEX3 type="TIME"> </TIMEX3> <TIMEX3 type="DATE">then</TIMEX3>'
    (tmp_path / "a.tml").write_text(f"{HEAD}<TEXT>{body}</TEXT></TimeML>")
    (tmp_path / "b.tml").write_text("<TimeML><TEXT>-</TEXT></TimeML>")
    one, other = read_articles(tmp_path)
    assert [one.example.text[span.start : span.end] for span in one.example.timexes or ()] == ["yesterday", "then"]
    assert (one.values, one.written) == (("2020-01-01", ""), date(2020, 1, 2))
    assert (other.values, other.written) == ((), None)


@pytest.mark.parametrize("content", [HEAD, HEAD + "</TimeML>"])
def test_timeml_that_cannot_be_read_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "vesk.tml").write_text(content)
    with pytest.raises(ValueError, match=r"vesk\.tml"):
        read_timeml(tmp_path)
