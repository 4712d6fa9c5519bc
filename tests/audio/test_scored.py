"""Tables of scores and of pairs: read, or told what is wrong in which line."""

from __future__ import annotations

from pathlib import Path

import pytest

from purport.audio.scored import read_pairs, read_scores
from purport.audio.validated import Pair, Score
from purport.errors import UsageError

PAIRS = "score,same,condition,held_out\n"


def table(folder: Path, text: str) -> Path:
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_become_records(tmp_path: Path) -> None:
    assert read_scores(table(tmp_path, "\ufeffname,score\nA with B,1.5\n,-2\n")) == (Score("A with B", 1.5), Score("row 3", -2.0))
    assert read_pairs(table(tmp_path, f"{PAIRS}0.5,Yes, telephone ,1\n-1,no,studio,false\n")) == (
        Pair(0.5, True, "telephone", True),
        Pair(-1.0, False, "studio", False),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("score\n1\n", "missing: condition, held_out, same"),
        ("", "missing"),
        (f"{PAIRS}x,yes,a,yes\n", "line 2: score: a number expected, got 'x'"),
        (f"{PAIRS}nan,yes,a,yes\n", "line 2: score: a number expected"),
        (f"{PAIRS}1,maybe,a,yes\n", "line 2: same: yes or no expected, got 'maybe'"),
        (f"{PAIRS}1,yes,a\n", "line 2: held_out: yes or no expected, got None"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_pairs(table(tmp_path, text))


def test_what_is_no_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"score\n\xff\xfe\n")
    with pytest.raises(UsageError, match="cannot be read"):
        read_scores(tmp_path / "t.csv")
    with pytest.raises(UsageError, match="cannot be read"):
        read_scores(tmp_path / "none.csv")
