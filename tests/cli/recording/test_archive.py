"""``purport recording archive add``: what cannot be read is named, and the rest go on."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from audio.tracks import hiss, save
from purport.cli import main


def test_files_that_are_not_there_or_none_are_named_and_the_rest_go_on(tmp_path: Path) -> None:
    (tmp_path / "folder.mp3").mkdir()
    last = save(tmp_path / "last.wav", hiss(2))
    paths = [str(tmp_path / "gone.mp3"), str(tmp_path / "folder.mp3"), str(last)]
    told = ("--public-by", "2029-05-01", "--source", "the archive")
    found = CliRunner().invoke(main, ["recording", "archive", "add", str(tmp_path / "a.case"), *paths, *told])
    assert found.exit_code == 1
    assert "gone.mp3: there is no such file" in found.stderr
    assert "folder.mp3: a folder" in found.stderr
    assert "last.wav" in found.stdout
