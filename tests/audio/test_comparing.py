"""Two copies of one release: what is common stands at its places on both, what parts them is told once, and chance is no copy."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from audio.made import heard, write
from audio.sounds import babble, faster, noisy
from purport.audio.comparing import compare
from purport.audio.decoding import Heard, hear
from purport.audio.landmarks import RATE, Samples
from purport.findings import Change, Copies, Outcome

NEAR = 0.3
"""Seconds by which an edge may be off."""


@cache
def release() -> Samples:
    return babble(90, 1)


@cache
def strange(seconds: int) -> Samples:
    return babble(seconds, 2)


@cache
def quieter() -> Samples:
    return (release() * 10 ** (-10.5 / 20)).astype(np.float32)


def joined(*parts: Samples) -> Samples:
    return np.concatenate(parts)


def part(start: float, end: float) -> Samples:
    return release()[round(start * RATE) : round(end * RATE)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    return heard(tmp_path_factory.mktemp("release"), "whole.wav", release())


def held(whole: Heard, folder: Path, samples: Samples, *, name: str = "copy.wav", codec: str = "pcm_s16le", rate: int = RATE) -> Copies:
    return compare(whole, heard(folder, name, samples, codec=codec, rate=rate))


def parted(found: Copies) -> list[tuple[Change, float, float, float, float]]:
    return [(each.change, each.here.start, each.here.end, each.there.start, each.there.end) for each in found.differences]


def told(found: Copies, kind: str) -> str:
    return "; ".join(each.value for each in found.facts if each.kind == kind)


EDITS = {
    "three seconds cut out": (lambda: joined(part(0, 40), part(43, 90)), [(Change.MISSING, 40, 43, 40, 40)]),
    "ten seconds cut out": (lambda: joined(part(0, 40), part(50, 90)), [(Change.MISSING, 40, 50, 40, 40)]),
    "one second cut out": (lambda: joined(part(0, 40), part(41, 90)), [(Change.MISSING, 40, 41, 40, 40)]),
    "put in": (lambda: joined(part(0, 40), strange(6), part(40, 90)), [(Change.INSERTED, 40, 40, 40, 46)]),
    "replaced": (lambda: joined(part(0, 40), strange(5), part(45, 90)), [(Change.REPLACED, 40, 45, 40, 45)]),
    "replaced by more": (lambda: joined(part(0, 40), strange(9), part(45, 90)), [(Change.REPLACED, 40, 45, 40, 49)]),
    "a head and a tail": (
        lambda: joined(strange(7), part(0, 90), strange(4)),
        [(Change.INSERTED, 0, 0, 0, 7), (Change.INSERTED, 90, 90, 97, 101)],
    ),
    "two cuts and a jingle": (
        lambda: joined(strange(5), part(0, 20), part(24, 60), part(68, 90)),
        [(Change.INSERTED, 0, 0, 0, 5), (Change.MISSING, 20, 24, 25, 25), (Change.MISSING, 60, 68, 61, 61)],
    ),
    "an excerpt": (lambda: part(30, 50), [(Change.MISSING, 0, 30, 0, 0), (Change.MISSING, 50, 90, 20, 20)]),
}


@pytest.mark.parametrize(
    ("name", "ending", "codec", "rate"),
    [*((name, "mp3", "libmp3lame", 16_000) for name in EDITS), ("two cuts and a jingle", "wav", "pcm_s16le", RATE)],
)
def test_what_was_edited_is_found_at_its_place(whole: Heard, tmp_path: Path, name: str, ending: str, codec: str, rate: int) -> None:
    make, expected = EDITS[name]
    found = held(whole, tmp_path, make(), name=f"copy.{ending}", codec=codec, rate=rate)
    assert found.outcome is Outcome.OBSERVED
    assert [each[0] for each in parted(found)] == [each[0] for each in expected]
    for got, wanted in zip(parted(found), expected, strict=True):
        assert got[1:] == pytest.approx(wanted[1:], abs=NEAR)


@pytest.mark.parametrize(
    ("change", "ratio"),
    [(lambda each: each, 1.0), (lambda each: faster(each, 1.001), 1.001), (lambda each: faster(each, 1.02), 1.02)],
    ids=["as fast", "a clock that drifts", "faster"],
)
def test_how_fast_a_copy_plays_is_told_and_is_no_difference(whole: Heard, tmp_path: Path, change: object, ratio: float) -> None:
    assert callable(change)
    found = held(whole, tmp_path, change(joined(part(0, 40), part(46, 90))), name="copy.mp3", codec="libmp3lame", rate=16_000)
    ((kind, *places),) = parted(found)
    assert kind is Change.MISSING
    assert places == pytest.approx([40, 46, 40 / ratio, 40 / ratio], abs=NEAR)
    assert found.common[-1].there.end == pytest.approx(84 / ratio, abs=NEAR)
    assert found.common[0].speed == pytest.approx(1 / ratio, abs=0.0002)
    assert ("times as fast" in told(found, "pace")) is (ratio != 1)


def test_the_same_samples_in_two_containers_are_told_as_that(whole: Heard, tmp_path: Path) -> None:
    found = held(whole, tmp_path, release(), name="copy.flac", codec="flac")
    assert "all samples are the same" in told(found, "identity")
    assert not found.differences
    assert len(found.common) == 1
    assert "flac" in told(found, "encoding")
    assert "same bytes" in told(compare(whole, whole), "identity")


def test_samples_that_are_the_same_in_part_are_told_as_that(whole: Heard, tmp_path: Path) -> None:
    found = held(whole, tmp_path, joined(part(0, 40), part(50, 60), strange(6)))
    assert "have the same samples" in told(found, "identity")
    again = held(whole, tmp_path, quieter(), name="copy.mp3", codec="libmp3lame", rate=16_000)
    assert "no second of it has the same samples" in told(again, "identity")
    assert "10.9 dB quieter" in told(again, "level"), "a tenth as much power, and what the encoder takes off by itself"


def test_what_is_noisier_is_no_difference(whole: Heard, tmp_path: Path) -> None:
    found = held(whole, tmp_path, noisy(release(), 10))
    assert found.outcome is Outcome.OBSERVED
    assert not found.differences


def test_a_pause_of_other_noise_is_no_difference_and_a_longer_one_is_by_what_it_is_longer(tmp_path: Path) -> None:
    def room(seconds: float, seed: int) -> Samples:
        return np.random.default_rng(seed).normal(0, 0.001, int(seconds * RATE)).astype(np.float32)

    first = heard(tmp_path, "first.wav", joined(part(0, 30), room(3, 1), part(30, 60)))
    same = heard(tmp_path, "same.wav", joined(part(0, 30), room(3, 2), part(30, 60)))
    longer = heard(tmp_path, "longer.wav", joined(part(0, 30), room(5, 3), part(30, 60)))
    assert not compare(first, same).differences
    ((kind, *places),) = parted(compare(first, longer))
    assert kind is Change.INSERTED
    assert places[3] - places[2] == pytest.approx(2, abs=NEAR)


def test_less_than_half_a_second_is_no_difference_but_told(whole: Heard, tmp_path: Path) -> None:
    found = held(whole, tmp_path, joined(part(0, 40), part(40.3, 90)))
    assert not found.differences
    (step,) = [each for each in found.facts if each.kind == "step"]
    assert "lacks 0.3 seconds" in step.value
    assert step.at[0].start == pytest.approx(40, abs=NEAR)


def test_an_excerpt_in_something_longer_is_found_at_its_pace(whole: Heard, tmp_path: Path) -> None:
    found = held(whole, tmp_path, faster(joined(strange(60), part(30, 50), babble(60, 4)), 1.02))
    (one,) = found.common
    assert (one.here.start, one.here.end) == pytest.approx((30, 50), abs=NEAR)
    assert one.there.start == pytest.approx(60 / 1.02, abs=NEAR)
    assert [each.change for each in found.differences] == [Change.REPLACED, Change.REPLACED]


def test_what_stands_elsewhere_is_moved_and_neither_missing_nor_inserted(whole: Heard, tmp_path: Path) -> None:
    found = held(whole, tmp_path, joined(part(0, 30), part(45, 90), part(30, 45)))
    assert not found.differences
    (moved,) = [each for each in found.common if each.there.start > 70]
    assert (moved.here.start, moved.here.end, moved.there.start) == pytest.approx((30, 45, 75), abs=NEAR)
    assert "in another order" in told(found, "moved")


def test_what_a_copy_has_twice_is_inserted_once_and_told_to_come_again(whole: Heard, tmp_path: Path) -> None:
    found = held(whole, tmp_path, joined(release(), release()))
    ((kind, *places),) = parted(found)
    assert kind is Change.INSERTED
    assert places in ([pytest.approx(each, abs=NEAR) for each in ([90, 90, 90, 180], [0, 0, 0, 90])])
    assert "more than once" in told(found, "again")


def test_a_jingle_that_comes_again_makes_no_other_difference(tmp_path: Path) -> None:
    jingle = strange(4)
    first = heard(tmp_path, "first.wav", joined(jingle, part(0, 30), jingle, part(30, 60), jingle))
    second = heard(tmp_path, "second.wav", joined(jingle, part(0, 30), part(30, 60), jingle))
    ((kind, *places),) = parted(compare(first, second))
    assert kind is Change.MISSING
    assert places == pytest.approx([34, 38, 34, 34], abs=NEAR)


def test_others_have_nothing_in_common_and_what_was_planted_is_found(whole: Heard, tmp_path: Path) -> None:
    found = held(whole, tmp_path, babble(60, 3), name="other.mp3", codec="libmp3lame", rate=16_000)
    assert found.outcome is Outcome.NOT_OBSERVED
    assert not found.common
    assert not found.differences
    assert "of 10 excerpts" in found.why
    assert {each.kind for each in found.facts} == {"encoding"}


def test_silence_and_shreds_cannot_be_tested(whole: Heard, tmp_path: Path) -> None:
    for samples, which in ((np.zeros(20 * RATE, np.float32), "silent.wav"), (part(0, 1), "short.wav")):
        silent = heard(tmp_path, which, samples)
        for found in (compare(whole, silent), compare(silent, whole)):
            assert found.outcome is Outcome.NOT_TESTABLE
            assert "next to nothing can be heard" in found.why


def test_held_the_other_way_round_what_was_missing_was_put_in(whole: Heard, tmp_path: Path) -> None:
    copy = heard(tmp_path, "copy.wav", joined(strange(7), part(0, 40), part(50, 90)))
    one, other = parted(compare(whole, copy)), parted(compare(copy, whole))
    turned = {Change.MISSING: Change.INSERTED, Change.INSERTED: Change.MISSING}
    assert [turned[each[0]] for each in one] == [each[0] for each in other]
    for there, here in zip(one, other, strict=True):
        assert (there[3], there[4], there[1], there[2]) == pytest.approx(here[1:], abs=NEAR)


def test_the_same_files_give_the_same_copies(whole: Heard, tmp_path: Path) -> None:
    path = write(tmp_path / "copy.mp3", joined(part(0, 40), part(50, 90)), codec="libmp3lame", rate=16_000)
    assert compare(whole, hear(path)) == compare(whole, hear(path))
