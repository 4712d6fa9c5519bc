"""``purport recording refused``, the verbs that are refused, and scores that are brought."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import Result

from cli.conftest import Run


def test_all_are_printed_with_their_reasons(purport: Run) -> None:
    result = purport("recording", "refused")
    assert result.exit_code == 0
    for name in ("speaker", "synthetic", "splices", "hum", "overall"):
        assert f"\n{name}: " in f"\n{result.stdout}"
    assert "called 42 to 67 % of genuine clips fake" in result.stdout
    assert [json.loads(each)["name"] for each in purport("recording", "refused", "enf", "--json").stdout.splitlines()] == ["hum"]
    assert purport("recording", "refused", "weather").exit_code == 2


@pytest.mark.parametrize("verb", ["speaker", "voice", "synthetic", "deepfake", "splices", "edits", "hum", "enf", "verdict", "score"])
def test_verbs_that_people_would_try_end_with_the_reason(purport: Run, verb: str) -> None:
    result = purport("recording", verb, "my.case", "tape.mp3", "--fast")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Purport refuses" in result.stderr
    assert f"\n  {verb} " not in purport("recording", "--help").stdout


def write_tables(folder: Path, apart: float) -> None:
    chance = np.random.default_rng(1)
    rows = [f"{chance.normal(apart * same, 1):.4f},{'yes' if same else 'no'},telephone,yes" for same in (1, 0) for _ in range(120)]
    (folder / "pairs.csv").write_text("\n".join(["score,same,condition,held_out", *rows, "9,yes,studio,yes", ""]))
    (folder / "scores.csv").write_text("name,score\ntape with speech,1.5\n")


def ask(purport: Run, *more: str) -> Result:
    return purport("recording", "speaker", "--scores", "scores.csv", "--validation", "pairs.csv", "--condition", "telephone", *more)


def test_scores_become_ratios_without_words_for_them(purport: Run, folder: Path) -> None:
    write_tables(folder, 2)
    result = ask(purport)
    assert result.exit_code == 0
    first, left, ratio, last = result.stdout.splitlines()
    assert first.startswith("Cllr 0.")
    assert "on 120 pairs of one speaker and 120 of two, held out, under telephone" in first
    assert left.endswith(": 1")
    assert ratio.startswith("tape with speech: score 1.5, likelihood ratio ")
    assert "no ratio says who speaks" in last
    assert {"condition", "cllr", "error", "same", "different", "left_out", "ratios"} == json.loads(ask(purport, "--json").stdout).keys()


def test_scores_that_say_nothing_are_refused(purport: Run, folder: Path) -> None:
    write_tables(folder, 0)
    result = ask(purport)
    assert result.exit_code == 2
    assert "validation: Cllr is " in result.stderr
