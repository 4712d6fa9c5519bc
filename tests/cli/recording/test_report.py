"""``purport recording report``."""

from __future__ import annotations

import json
from pathlib import Path

from cli.conftest import Run
from examined.hand_made import make_case


def test_files_are_written(purport: Run, folder: Path) -> None:
    make_case(folder)
    result = purport("recording", "report", "my.case", "new.wav", "--to", "out", "--close", "0")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "out: findings.json, findings.html, waveform.svg, spectrogram.png, pair-1.svg, pair-2.svg" in result.stderr
    assert json.loads((folder / "out" / "findings.json").read_bytes())["sound"]["name"] == "new.wav"


def test_nothing_is_written_over_unless_asked(purport: Run, folder: Path) -> None:
    make_case(folder, found=False)
    assert purport("recording", "report", "my.case", "new.wav", "--to", "out", "--no-pictures").exit_code == 0
    again = purport("recording", "report", "my.case", "new.wav", "--to", "out", "--no-pictures")
    assert again.exit_code == 2
    assert "--replace writes over them" in again.stderr
    assert purport("recording", "report", "my.case", "new.wav", "--to", "out", "--no-pictures", "--replace").exit_code == 0


def test_a_file_that_moved_is_told(purport: Run, folder: Path) -> None:
    make_case(folder, found=False)
    (folder / "new.wav").rename(folder / "moved.wav")
    result = purport("recording", "report", "my.case", "new.wav", "--to", "out")
    assert result.exit_code == 1
    assert "not there any more" in result.stderr
    assert not list((folder / "out").iterdir())


def test_an_unknown_file_is_wrong_use(purport: Run, folder: Path) -> None:
    make_case(folder, found=False)
    result = purport("recording", "report", "my.case", "other.wav", "--to", "out")
    assert result.exit_code == 2
    assert "no recording of the case" in result.stderr
    assert not (folder / "out").exists()
