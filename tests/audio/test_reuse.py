"""Earlier recordings inside a file: what is there is found with its edges, what is not there is said beside the recall of controls."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from audio.made import heard
from audio.sounds import babble, faster, noisy
from audio.tracks import save
from purport.audio.decoding import Heard, hear
from purport.audio.landmarks import RATE, Samples, find_peaks
from purport.audio.reuse import Past, find_reuse
from purport.errors import Altered
from purport.findings import Edges, Outcome

EARLIER = (babble(90, 11), babble(90, 12))
AT, FROM, LONG = 30, 20, 10
MANY = 3
"""Controls of each kind."""


def past(folder: Path) -> list[Past]:
    return [_past(heard(folder, f"earlier{number}.wav", each)) for number, each in enumerate(EARLIER)]


def _past(made: Heard, hear: Callable[[], Heard] | None = None) -> Past:
    return Past(made.sound.sha256, find_peaks(made.samples), hear or (lambda: made))


@cache
def planted() -> Samples:
    made = noisy(babble(80, 13), 25)
    made[AT * RATE : (AT + LONG) * RATE] = EARLIER[1][FROM * RATE : (FROM + LONG) * RATE]
    return made


@pytest.mark.parametrize(("name", "codec", "rate", "bits"), [("a.wav", "pcm_s16le", 8_000, None), ("a.mp3", "libmp3lame", 44_100, 32_000)])
def test_a_passage_is_found_with_its_edges_on_both_sides(tmp_path: Path, name: str, codec: str, rate: int, bits: int | None) -> None:
    earlier = past(tmp_path)
    found = find_reuse(heard(tmp_path, name, planted(), codec=codec, rate=rate, bit_rate=bits), earlier, many=0)
    (one,) = found.passages
    assert found.outcome is Outcome.OBSERVED
    assert one.file == earlier[1].file
    assert one.edges is Edges.REFINED
    assert (one.here.start, one.here.end) == pytest.approx((AT, AT + LONG), abs=0.3)
    assert (one.there.start, one.there.end) == pytest.approx((FROM, FROM + LONG), abs=0.3)
    assert (one.tempo, one.speed) == (1, 1)


def test_a_passage_played_faster_is_found_with_times_of_both_files(tmp_path: Path) -> None:
    found = find_reuse(heard(tmp_path, "fast.wav", faster(planted(), 1.02)), past(tmp_path), many=0)
    (one,) = found.passages
    assert one.speed == 1.02
    assert (one.here.start, one.here.end) == pytest.approx((AT / 1.02, (AT + LONG) / 1.02), abs=0.3)
    assert (one.there.start, one.there.end) == pytest.approx((FROM, FROM + LONG), abs=0.3)


def test_nothing_found_stands_beside_the_recall_of_controls(tmp_path: Path) -> None:
    found = find_reuse(heard(tmp_path, "other.wav", noisy(babble(80, 14), 25)), past(tmp_path), many=MANY)
    assert found.outcome is Outcome.NOT_OBSERVED
    assert found.passages == ()
    assert [each.seconds for each in found.controls] == [5, 7, 10, 10, 10]
    assert all(each.planted == MANY for each in found.controls)
    assert sum(each.found for each in found.controls) >= 4 * MANY
    assert f"{found.controls[2].found} of {MANY} of 10 s" in found.why


def test_controls_are_the_same_each_time(tmp_path: Path) -> None:
    file, earlier = heard(tmp_path, "other.wav", noisy(babble(40, 14), 25)), past(tmp_path)
    assert find_reuse(file, earlier, many=2) == find_reuse(file, earlier, many=2)


def test_where_too_few_controls_are_found_it_is_not_testable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purport.audio.reuse.RECALL", 1.01)
    noise = np.random.default_rng(5).normal(0, 0.2, 60 * RATE).astype(np.float32)
    found = find_reuse(heard(tmp_path, "noise.wav", noise), past(tmp_path), many=MANY)
    assert found.outcome is Outcome.NOT_TESTABLE
    assert "too few were found" in found.why


def test_without_an_archive_in_silence_or_where_it_is_too_short_it_is_not_testable(tmp_path: Path) -> None:
    file = heard(tmp_path, "other.wav", babble(20, 14))
    assert "archive add" in find_reuse(file, []).why
    silent = find_reuse(heard(tmp_path, "silent.wav", np.zeros(20 * RATE, np.float32)), past(tmp_path))
    short = find_reuse(heard(tmp_path, "short.wav", babble(2, 1)), past(tmp_path))
    assert {silent.outcome, short.outcome} == {Outcome.NOT_TESTABLE}
    assert "nothing" in silent.why
    assert "2.0 seconds" in short.why


def test_where_the_other_file_is_gone_landmarks_alone_tell(tmp_path: Path) -> None:
    def gone() -> Heard:
        raise Altered("earlier.wav", "not there any more")

    made = [heard(tmp_path, f"earlier{number}.wav", each) for number, each in enumerate(EARLIER)]
    found = find_reuse(heard(tmp_path, "a.wav", planted()), [_past(each, gone) for each in made], many=MANY)
    (one,) = found.passages
    assert one.edges is Edges.LANDMARKS
    assert one.surprise is None
    assert one.here.start == pytest.approx(AT, abs=1.3)
    other = find_reuse(heard(tmp_path, "b.wav", babble(60, 15)), [_past(each, gone) for each in made], many=MANY)
    assert other.outcome is Outcome.NOT_TESTABLE


def test_what_a_file_has_twice_is_told_apart(tmp_path: Path) -> None:
    samples = planted().copy()
    samples[60 * RATE : 66 * RATE] = samples[10 * RATE : 16 * RATE]
    file = heard(tmp_path, "twice.wav", samples)
    found = find_reuse(file, past(tmp_path), many=0)
    assert len(found.passages) == 1
    (one,) = found.repeats
    assert one.file == file.sound.sha256
    assert (one.here.start, one.there.start) == pytest.approx((10, 60), abs=0.3)


def test_of_a_long_passage_both_ends_are_refined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purport.audio.reuse.END", 10.0)
    samples = babble(80, 16)
    samples[10 * RATE : 70 * RATE] = EARLIER[0][5 * RATE : 65 * RATE]
    (one,) = find_reuse(heard(tmp_path, "long.wav", samples), past(tmp_path), many=0).passages
    assert (one.here.start, one.here.end) == pytest.approx((10, 70), abs=0.3)
    assert (one.there.start, one.there.end) == pytest.approx((5, 65), abs=0.3)


def test_a_long_passage_is_one(tmp_path: Path) -> None:
    samples = babble(80, 16)
    samples[10 * RATE : 70 * RATE] = EARLIER[0][5 * RATE : 65 * RATE]
    samples[40 * RATE : 44 * RATE] = 0
    found = find_reuse(heard(tmp_path, "long.wav", samples), past(tmp_path), many=0)
    assert found.passages[0].here.start == pytest.approx(10, abs=0.3)
    assert found.passages[-1].here.end == pytest.approx(70, abs=0.3)
    assert len(found.passages) <= 2


def test_digital_silence_between_what_is_said_hides_nothing(tmp_path: Path) -> None:
    samples = np.zeros(160 * RATE, np.float32)
    samples[AT * RATE : (AT + 20) * RATE] = EARLIER[1][FROM * RATE : (FROM + 20) * RATE]
    (one,) = find_reuse(heard(tmp_path, "call.wav", samples), past(tmp_path), many=0).passages
    assert (one.here.start, one.here.end) == pytest.approx((AT, AT + 20), abs=0.3)


def test_controls_are_as_loud_as_what_is_said_between_digital_silence(tmp_path: Path) -> None:
    samples = np.zeros(80 * RATE, np.float32)
    samples[: 24 * RATE] = babble(24, 14)
    found = find_reuse(heard(tmp_path, "call.wav", samples), past(tmp_path), many=MANY)
    assert found.outcome is Outcome.NOT_OBSERVED
    assert sum(each.found for each in found.controls) >= 4 * MANY


@pytest.mark.parametrize(("streams", "chosen"), [(1, False), (2, True)])
def test_the_rate_of_a_whole_film_is_not_that_of_its_sound(tmp_path: Path, streams: int, chosen: bool) -> None:
    samples = np.repeat(noisy(babble(20, 14), 25), 6)
    film = hear(save(tmp_path / "film.mka", *[samples] * streams, rate=48_000, codec="libopus", bit_rate=16_000))
    assert film.sound.stream.bit_rate is None
    found = find_reuse(film, past(tmp_path)[:1], many=1)
    assert ["the encoder chose" in each.condition for each in found.controls] == [chosen] * 5
