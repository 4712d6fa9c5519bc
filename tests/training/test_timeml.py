"""TimeML files are read at the offsets of their text."""

from pathlib import Path

import pytest

from corpora.timeml import read_timeml

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


@pytest.mark.parametrize("content", [HEAD, HEAD + "</TimeML>"])
def test_timeml_that_cannot_be_read_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "vesk.tml").write_text(content)
    with pytest.raises(ValueError, match=r"vesk\.tml"):
        read_timeml(tmp_path)
