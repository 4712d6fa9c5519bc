"""A table that names reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from purport.errors import UsageError
from purport.ingest import Entry, Given, read_manifest
from purport.records import Interval


def manifest(folder: Path, text: str | bytes) -> str:
    path = folder / "manifest.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_columns_in_any_order_with_others_ignored(tmp_path: Path) -> None:
    text = '\ufeffoutlet,mine,Path,published,title\r\n"Tribune, Lessa",x,a.txt,2031-03,\r\n\r\n,,sub/../b.txt,2031-03-02/,Wall\r\n'
    assert read_manifest(manifest(tmp_path, text)) == (
        Entry((tmp_path / "a.txt").as_posix(), Given(published=Interval("2031-03-01", "2031-03-31"), outlet="Tribune, Lessa")),
        Entry((tmp_path / "b.txt").as_posix(), Given(published=Interval("2031-03-02", None), title="Wall")),
    )


def test_paths_are_relative_to_the_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "case").mkdir()
    manifest(tmp_path / "case", "path,url,retrieved,retrieved_by,archive_url\na.txt,u,r,b,w\n")
    monkeypatch.chdir(tmp_path)
    assert read_manifest("case/manifest.csv") == (Entry("case/a.txt", Given(url="u", retrieved="r", retrieved_by="b", archive_url="w")),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: a column path expected, the columns are: none"),
        ("file,url\na,b\n", "line 1: a column path expected, the columns are: file, url"),
        ("path,url,path\na,b,c\n", "line 1: the column path stands there twice"),
        ("path,published\na.txt,2031\nb.txt,soon\n", "line 3, column published: .*got 'soon'"),
        ("path,url\n,u\n", "line 2, column path: a file expected"),
        ("path\na.txt\nb.txt\nx/../a.txt\n", "line 4, column path: .*a.txt was named before, in line 2"),
        (b"path\n\xff.txt\n", "UTF-8 expected"),
        ("path\n" + "x" * 200_000 + "\n", "not CSV"),
    ],
)
def test_what_is_wrong_is_named_by_line_and_column(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_manifest(manifest(tmp_path, text))


def test_a_manifest_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_manifest(str(tmp_path / "none.csv"))
