"""``purport recording transcript``, ``quotes``, ``bound`` and ``bounds``, and the dossier: a walk through an invented case."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from scipy.io import wavfile

from audio.sounds import babble
from cli.conftest import Run
from purport.audio.landmarks import RATE
from purport.cli import main

WIRE = Path(__file__).parents[2] / "examples" / "recording" / "meridian-wire.txt"
CALLED = "audio, Veshan Dormu, 2031-03-06"
SPEECH = """WEBVTT

00:00:02.000 --> 00:00:05.000
They tell you of the lost gates of Karesh.

00:00:05.000 --> 00:00:09.000
On 12 February 2031 they signed their paper.

00:00:09.000 --> 00:00:14.000
Do not sleep beside your bread, not while they count your sheep.

00:00:14.000 --> 00:00:19.000
If they hold elections in May, we will answer.
"""
EVENTS = "event,not_before,not_after\nlost gates of Karesh,2031-01-29,2031-01-29\nelections,2031-05-03,2031-05-03\n"


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case of one report, read by the packaged reader, and the file of its recording with a transcript."""
    folder = tmp_path_factory.mktemp("walk")
    wavfile.write(folder / "tape.wav", RATE, (babble(20, 1) * 32767).astype(np.int16))
    (folder / "wire.txt").write_bytes(WIRE.read_bytes())
    (folder / "speech.vtt").write_text(SPEECH, encoding="utf-8")
    (folder / "events.csv").write_text(EVENTS, encoding="utf-8")
    case = str(folder / "my.case")
    told = ("--claim", "A message", "--source", "a post", "--released", "2031-03-06", "--recording", CALLED)
    for arguments in (
        ("build", case, str(folder / "wire.txt"), "--published", "2031-03-06"),
        ("recording", "add", case, str(folder / "tape.wav"), *told),
        ("recording", "transcript", case, "tape.wav", str(folder / "speech.vtt")),
    ):
        assert run(*arguments).exit_code == 0
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_quotations_are_shown_with_times_and_calls_folded(walked: Path) -> None:
    found = run("recording", "quotes", str(walked / "my.case"), "tape.wav").stdout
    assert "word for word: 0:02.0–0:05.0 in speech.vtt\n  “the lost gates of Karesh”\n  quoted by a man introduced as Dormu: " in found
    assert "with differences: 0:09.0–0:14.0 in speech.vtt\n  [call folded; --unfold shows it]\n" in found
    assert "sheep" not in found
    unfolded = run("recording", "quotes", str(walked / "my.case"), "tape.wav", "--unfold").stdout
    assert "“Do not sleep beside your bread while they count your sheep”\n  only in the transcript: “not”\n" in unfolded


def test_quotations_as_json(walked: Path) -> None:
    first, *_ = map(json.loads, run("recording", "quotes", str(walked / "my.case"), "tape.wav", "--json").stdout.splitlines())
    assert (first["words"], first["wording"], first["places"]) == ("the lost gates of Karesh", "word for word", [{"start": 2, "end": 5}])


def test_bounds_are_listed_by_stretch_and_stand_in_the_dossier(walked: Path) -> None:
    case = str(walked / "my.case")
    found = run("recording", "bounds", case, "tape.wav", "--dates", str(walked / "events.csv"))
    assert "0:02.0–0:05.0: 2031-01-29 to 2031-03-06\n" in found.stdout
    assert "0:05.0–0:09.0: 2031-02-12 to 2031-03-06\n" in found.stdout
    assert "elections" not in found.stdout
    assert "the file as it is was finished: 2031-02-12 to 2031-03-06; that dates no part of it\nsomewhere in it" in found.stdout
    lines = [json.loads(each) for each in run("dossier", case, "--of", CALLED, "--json").stdout.splitlines()]
    own = [each for each in lines if each["value"].startswith("tape.wav, 0:05.0–0:09.0")]
    assert [(each["field"], each["not_before"], each["factuality"]) for each in own] == [("recorded", "2031-02-12", "PR+")]
    (cited,) = own[0]["citations"]
    assert (cited["path"], SPEECH[cited["start"] : cited["end"]], cited["seconds"]) == (
        "speech.vtt",
        "On 12 February 2031 they signed their paper.",
        {"start": 5, "end": 9},
    )
    printed = run("dossier", case, "--of", CALLED).stdout
    assert "tape.wav, 0:05.0–0:09.0: “12 February 2031” tells of what was" in printed


def test_the_same_case_gives_the_same_bounds(walked: Path) -> None:
    asked = ("recording", "bounds", str(walked / "my.case"), "tape.wav", "--json")
    assert run(*asked).stdout == run(*asked).stdout


@pytest.fixture
def case(folder: Path, purport: Run) -> str:
    """A case with a file and nothing else."""
    wavfile.write(folder / "tape.wav", RATE, (babble(5, 2) * 32767).astype(np.int16))
    purport("recording", "add", "my.case", "tape.wav")
    return "my.case"


def test_a_transcript_is_told_in_a_line_and_what_is_odd_on_stderr(purport: Run, case: str, write: Callable[..., None]) -> None:
    write(**{"t.txt": "A title\n0:01 one two\n0:09 three"})
    found = purport("recording", "transcript", case, "tape.wav", "t.txt")
    assert found.stdout == "t.txt: text with times, 2 cues, 3 words, 0:01.0 to 0:09.0 of 0:05.0 of tape.wav\n"
    assert "purport: t.txt: line 1: before the first time, so in no cue\n" in found.stderr
    assert "reach beyond the end of the sound (5.0 s)" in found.stderr


@pytest.mark.parametrize(
    ("content", "status", "message"),
    [
        ("words alone", 1, "t.txt: a transcript with times expected"),
        (b"", 1, "t.txt: a transcript with times expected"),
        (b"\x00\x01\x02\x00\xff" * 99, 1, "t.txt: text expected"),
    ],
)
def test_what_is_no_transcript_is_said_in_a_sentence(
    purport: Run, case: str, write: Callable[..., None], content: str | bytes, status: int, message: str
) -> None:
    write(**{"t.txt": content})
    found = purport("recording", "transcript", case, "tape.wav", "t.txt")
    assert (found.exit_code, message in found.stderr) == (status, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--from", "0:01", "--to", "0:03"), "a bound needs a day"),
        (("--from", "one", "--to", "0:03", "--not-before", "2031"), "a time in the recording expected, as in 12:05"),
        (("--from", "0:04", "--to", "0:03", "--not-before", "2031"), "a stretch of the file expected"),
        (("--from", "0:01", "--to", "0:03", "--not-before", "2031-02-31"), "a day, month, year or interval expected"),
    ],
)
def test_a_bound_that_is_none_is_refused(purport: Run, case: str, arguments: tuple[str, ...], message: str) -> None:
    found = purport("recording", "bound", case, "tape.wav", *arguments, "--why", "so", "--source", "A. Vel")
    assert (found.exit_code, message in found.stderr) == (2, True)


def test_bounds_of_people_that_part_are_both_shown(purport: Run, case: str) -> None:
    for arguments in (("--not-before", "2031-02-12"), ("--not-after", "2030-01-01")):
        made = purport(
            "recording", "bound", case, "tape.wav", "--from", "0:01", "--to", "0:03", *arguments, "--why", "so", "--source", "A. Vel"
        )
        assert made.exit_code == 0
    found = purport("recording", "bounds", case, "tape.wav")
    assert found.stdout.startswith(
        "0:01.0–0:03.0: cannot both hold, one of these is wrong\n"
        "  ! not after 2030-01-01: so (A. Vel)\n"
        "  ! not before 2031-02-12: so (A. Vel)\n"
    )


def test_a_file_without_bounds_says_so(purport: Run, case: str) -> None:
    assert purport("recording", "bounds", case, "tape.wav").stdout.startswith("no stretch of it is bounded\n")


def test_a_file_that_is_not_there_is_wrong_use(purport: Run, case: str) -> None:
    for verb in ("quotes", "bounds"):
        found = purport("recording", verb, case, "other.wav")
        assert (found.exit_code, "no recording of the case" in found.stderr) == (2, True)
