"""``purport recording add`` and ``archive add``."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.io import wavfile

from audio.sounds import babble
from cli.conftest import Run
from purport.audio.landmarks import RATE


@pytest.fixture
def tape(folder: Path) -> Path:
    wavfile.write(folder / "tape.wav", RATE, (babble(5, 2) * 32767).astype(np.int16))
    return folder / "tape.wav"


def test_a_file_that_the_case_has_from_elsewhere_is_told(purport: Run, folder: Path, tape: Path) -> None:
    assert purport("recording", "add", "my.case", "tape.wav").stderr == ""
    assert purport("recording", "add", "my.case", "tape.wav").stderr == ""
    before = tape.resolve()
    tape.rename(folder / "copy.wav")
    again = purport("recording", "add", "my.case", "copy.wav")
    assert again.exit_code == 0
    assert f"copy.wav: the case has this file already, and looks for it here from now on; before: {before}\n" in again.stderr


@pytest.mark.usefixtures("tape")
def test_a_wrong_name_is_told_with_those_that_the_case_has(purport: Run) -> None:
    purport("recording", "add", "my.case", "tape.wav")
    found = purport("recording", "inspect", "my.case", "tap.wav")
    assert found.exit_code == 2
    assert "tap.wav: no recording of the case; purport recording add puts it in; it has tape.wav\n" in found.stderr


@pytest.mark.usefixtures("tape")
def test_what_is_not_there_is_named_and_the_rest_go_on(purport: Run) -> None:
    found = purport("recording", "archive", "add", "my.case", "none.wav", "tape.wav", "--public-by", "2029", "--source", "a post")
    assert found.exit_code == 1
    assert "none.wav: there is no such file" in found.stderr
    assert found.stdout.startswith("tape.wav: 0:05.0, ")
