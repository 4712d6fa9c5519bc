"""``purport recording inspect``, what ``add`` refuses, and ``purport verify`` of files: a sentence each, and the exit status."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from audio.tracks import hiss, save
from cli.conftest import Run
from purport.store import Case


@pytest.fixture
def tape(purport: Run, folder: Path) -> Path:
    samples = hiss(4)
    samples[8_000:12_000] = 0
    path = save(folder / "tape.wav", samples)
    assert purport("recording", "add", "my.case", "tape.wav").exit_code == 0
    return path


def test_facts_stand_with_what_else_could_explain_them(purport: Run, tape: Path) -> None:
    result = purport("recording", "inspect", "my.case", tape.name)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    at = lines.index("digital silence")
    assert lines[at + 1] == "  1 run of nothing but zeros, 0.5 seconds together"
    assert lines[at + 2] == "    at 0:01.0-0:01.5"
    assert lines[at + 3].startswith("      - Telephone, messenger and conference codecs")
    assert lines[-1].startswith("method inspection 1, digest ")


def test_the_finding_is_kept_and_printed_unfolded(purport: Run, tape: Path) -> None:
    first, again = (purport("recording", "inspect", "my.case", tape.name, "--json").stdout for _ in range(2))
    assert first == again
    printed = json.loads(first)
    assert {"kind", "file", "method", "body", "digest"} == printed.keys()
    assert {"kind", "value", "explanations", "at"} == printed["body"]["facts"][0].keys()
    with Case.open("my.case") as case, case.sounds() as sounds:
        (kept,) = sounds.findings()
    assert kept.digest == printed["digest"]


def test_a_file_that_is_another_or_gone_is_not_inspected(purport: Run, tape: Path) -> None:
    tape.write_bytes(tape.read_bytes() + b"\0")
    result = purport("recording", "inspect", "my.case", "tape.wav")
    assert result.exit_code == 1
    assert "not the bytes that were added" in result.stderr
    tape.unlink()
    result = purport("recording", "inspect", "my.case", "tape.wav")
    assert result.exit_code == 1
    assert "not there any more" in result.stderr
    assert purport("recording", "inspect", "my.case", "another.wav").exit_code == 2


def test_verify_tells_missing_from_altered(purport: Run, folder: Path, tape: Path) -> None:
    save(folder / "other.wav", hiss(2, seed=2))
    purport("recording", "add", "my.case", "other.wav")
    assert purport("verify", "my.case").stdout.endswith(", files of recordings 2; no faults\n")
    tape.unlink()
    (folder / "other.wav").write_bytes(b"another")
    result = purport("verify", "my.case", "--json")
    assert result.exit_code == 1
    found = {Path(each["path"]).name: each for each in map(json.loads, result.stdout.splitlines())}
    assert found["tape.wav"]["what"] == "missing"
    assert found["other.wav"]["what"] == "digest"


def test_what_cannot_be_added_leaves_nothing(purport: Run, folder: Path, tape: Path) -> None:
    (folder / "empty.wav").touch()
    (folder / "text.mp3").write_text("Officials said that the tape was purported to be his. " * 50)
    os.mkfifo(folder / "pipe.wav")
    for name, status, message in (
        ("empty.wav", 1, "empty.wav: empty: 0 bytes"),
        ("text.mp3", 1, "text.mp3: not a recording"),
        ("pipe.wav", 2, "pipe.wav: a pipe or a device, and no file"),
        (".", 2, "a folder; name a file of it"),
        ("none.wav", 2, "none.wav: there is no such file"),
    ):
        result = purport("recording", "add", "my.case", name)
        assert (result.exit_code, result.stdout) == (status, "")
        assert message in result.stderr
        assert len(result.stderr.splitlines()) == 1
    with Case.open("my.case") as case, case.sounds() as sounds:
        assert [each.name for each in sounds.all()] == [tape.name]


def test_one_that_fails_does_not_stop_the_others(purport: Run, folder: Path) -> None:
    (folder / "bad.wav").write_bytes(b"nothing")
    save(folder / "good.wav", hiss(2))
    result = purport("recording", "archive", "add", "my.case", "bad.wav", "good.wav", "--public-by", "2030-01-01", "--source", "radio")
    assert result.exit_code == 1
    assert "bad.wav: not a recording" in result.stderr
    assert result.stdout.startswith("good.wav: 0:02.0")


def test_a_name_does_nothing_to_the_terminal(purport: Run, folder: Path) -> None:
    name = "a\n\x1b[31m.wav"
    save(folder / "a.wav", hiss(1)).rename(folder / name)
    for result in (purport("recording", "add", "my.case", name), purport("recording", "inspect", "my.case", name)):
        assert result.exit_code == 0, result.stderr
        assert "\x1b" not in result.stdout


def test_a_name_that_is_no_text_is_refused(purport: Run, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.wav")
    save(folder / "a.wav", hiss(1)).rename(folder / name)
    result = purport("recording", "add", "my.case", name)
    assert result.exit_code == 1
    assert "its name is not UTF-8 and cannot be kept" in result.stderr
