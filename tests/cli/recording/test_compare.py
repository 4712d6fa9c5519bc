"""``purport recording compare``: paths and names of a case, what is printed, what is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from click.testing import Result

from audio.made import write
from audio.sounds import babble
from purport.audio.landmarks import RATE
from purport.store import Case

Run = Callable[..., Result]


@pytest.fixture
def copies(folder: Path) -> None:
    whole = babble(40, 1)
    write(folder / "whole.wav", whole)
    write(folder / "cut.wav", np.concatenate([whole[: 15 * RATE], whole[20 * RATE :]]))
    write(folder / "silent.wav", np.zeros(10 * RATE, np.float32))


@pytest.mark.usefixtures("copies")
def test_paths_are_added_first_and_what_is_missing_is_printed_with_both_times(purport: Run) -> None:
    result = purport("recording", "compare", "a.case", "whole.wav", "cut.wav")
    assert result.exit_code == 0
    assert result.stderr.count("added to the case first") == 2
    lines = [line.split() for line in result.stdout.splitlines()]
    assert [line[0] for line in lines if line and line[0] in ("common", "missing", "inserted")] == ["common", "missing", "common"]
    (missing,) = [line for line in lines if line and line[0] == "missing"]
    assert re.fullmatch(r"0:1(5\.[012]|4\.[89])-0:(20\.[012]|19\.[89])", missing[1])
    assert missing[2] == "at"
    assert "which of the two was changed is not told" in result.stdout
    assert purport("recording", "compare", "a.case", "whole.wav", "cut.wav").stderr == ""


@pytest.mark.usefixtures("copies")
def test_a_finding_is_kept_under_the_first_with_the_second_and_is_the_same_again(purport: Run, folder: Path) -> None:
    printed = json.loads(purport("recording", "compare", "a.case", "whole.wav", "cut.wav", "--json").stdout)
    assert printed["kind"] == "copies"
    assert printed["body"]["differences"][0]["change"] == "missing"
    again = json.loads(purport("recording", "compare", "a.case", str(folder / "whole.wav"), "cut.wav", "--json").stdout)
    assert again == printed
    with Case.open("a.case") as case, case.sounds() as sounds:
        (kept,) = sounds.findings(printed["file"])
    assert kept.digest == printed["digest"]


@pytest.mark.usefixtures("copies")
def test_what_cannot_be_tested_says_why(purport: Run) -> None:
    result = purport("recording", "compare", "a.case", "whole.wav", "silent.wav")
    assert result.exit_code == 0
    assert "not testable; next to nothing can be heard in the second" in result.stdout


@pytest.mark.usefixtures("copies")
def test_what_is_no_file_and_not_of_the_case_is_wrong_use(purport: Run) -> None:
    result = purport("recording", "compare", "a.case", "whole.wav", "nowhere.wav")
    assert result.exit_code == 2
    assert "nowhere.wav" in result.stderr
