"""Which files are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from purport.errors import UsageError
from purport.ingest import find_reports


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.html", "note.md", ".hidden.txt", "sub/c.TXT", "sub/deep/d.htm", ".git/e.txt"):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", "utf-8")
    (tmp_path / "out.txt").write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["in"], ["in/a.html", "in/b.txt", "in/sub/c.TXT", "in/sub/deep/d.htm"]),
        (["in/b.txt", "./in/../in/"], ["in/b.txt", "in/a.html", "in/sub/c.TXT", "in/sub/deep/d.htm"]),
        (["in/note.md", "in/.hidden.txt", "in/note.md"], ["in/note.md", "in/.hidden.txt"]),
        ([], []),
    ],
)
def test_files_and_folders(folder: Path, paths: list[str], found: list[str]) -> None:
    assert list(find_reports(paths)) == found


@pytest.mark.parametrize("path", ["nowhere", "in/nowhere.txt", ""])
def test_what_is_not_there(folder: Path, path: str) -> None:
    with pytest.raises(UsageError, match="nothing is there"):
        find_reports(["in", path])


def test_links_are_not_followed(folder: Path) -> None:
    (folder / "in" / "sub" / "loop").symlink_to(folder / "in")
    (folder / "in" / "link.txt").symlink_to(folder / "out.txt")
    assert list(find_reports(["in"])) == ["in/a.html", "in/b.txt", "in/sub/c.TXT", "in/sub/deep/d.htm"]
    assert list(find_reports(["in/link.txt"])) == ["in/link.txt"]


def test_a_folder_named_like_a_report_is_a_folder(folder: Path) -> None:
    (folder / "in" / "x.txt").mkdir()
    (folder / "in" / "x.txt" / "y.txt").write_text("x", "utf-8")
    assert "in/x.txt/y.txt" in find_reports(["in"])
