"""A file gone through once: every kind of fact in order, each with what else could explain it; the same file, the same facts."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import av
import numpy as np
import pytest

from audio.tracks import hiss, save
from purport.audio.blocks import Source
from purport.audio.declared import decoded_facts
from purport.audio.explained import explained_edge, kind_of_tag
from purport.audio.inspecting import KINDS, inspect
from purport.audio.opening import Told
from purport.errors import NoSound
from purport.findings import Container, Fact, Inspection, Stream, Stretch

TABLE = tomllib.loads(files("purport.audio").joinpath("explanations.toml").read_text(encoding="utf-8"))
TAGS = {"title": "A speech", "encoder": "Karst 2", "date": "2031-03-02", "artist": "x" * 500}


def told(found: Inspection, kind: str) -> list[Fact]:
    return [fact for fact in found.facts if fact.kind == kind]


def test_every_kind_is_told_in_order_and_twice_alike(tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", hiss(2))
    found = inspect(path)
    kinds = [fact.kind for fact in found.facts]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert set(kinds) >= set(KINDS) - {"encoder", "device", "date", "place", "tag", "damage"}
    assert inspect(path) == found


def test_tags_are_what_the_file_says(tmp_path: Path) -> None:
    found = inspect(save(tmp_path / "a.flac", hiss(1), codec="flac", tags=TAGS))
    (date,) = told(found, "date")
    assert "date: 2031-03-02" in date.value.lower()
    assert date.explanations[0] == "A date in a tag is what the file says; it is not when the sound was recorded."
    assert any("x... (500 characters)" in fact.value for fact in told(found, "tag"))
    assert told(found, "encoder")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("creation_time", "date"),
        ("TYER", "date"),
        ("com.apple.quicktime.make", "device"),
        ("com.apple.quicktime.software", "encoder"),
        ("com.apple.quicktime.location.ISO6709", "place"),
        ("encoder", "encoder"),
        ("originator", "device"),
        ("title", "tag"),
        ("comment", "tag"),
    ],
)
def test_kinds_of_tags(name: str, kind: str) -> None:
    assert kind_of_tag(name) == kind


def test_length_is_that_which_decodes(tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", hiss(2))
    (whole,) = told(inspect(path), "length")
    assert (whole.value, whole.explanations) == ("declares 2.00 seconds, and 2.00 are decoded", ())
    path.write_bytes(path.read_bytes()[:16_078])
    (cut,) = told(inspect(path), "length")
    assert cut.value == "declares 1.00 seconds, and 1.00 are decoded; its header promises 16000 bytes beyond its end"
    assert "broke off" in cut.explanations[0]


def test_times_that_jump_are_told_where_they_jump(tmp_path: Path) -> None:
    path = tmp_path / "a.mkv"
    with av.open(str(path), "w") as target:
        stream = target.add_stream("pcm_s16le", rate=8_000, layout="mono")
        for number in range(20):
            frame = av.AudioFrame.from_ndarray(np.full((1, 800), 99 + number, np.int16), "s16", "mono")
            frame.sample_rate, frame.time_base = 8_000, Fraction(1, 8_000)
            frame.pts = 800 * number + (4_000 if number >= 10 else 0)
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    (fact,) = (each for each in told(inspect(path), "times") if "jump" in each.value)
    assert fact.value == "1 jump of the declared times, 0.50 seconds left out by them together"
    assert fact.at == (Stretch(1.0, 1.0),)


def test_what_is_there_twice_is_told_with_both_places(tmp_path: Path) -> None:
    samples = hiss(8)
    samples[5 * 8_000 : 6 * 8_000] = samples[8_000 : 2 * 8_000]
    (fact,) = told(inspect(save(tmp_path / "a.wav", samples)), "repeat")
    first, again = fact.at
    assert first.start == pytest.approx(1, abs=0.1)
    assert again.start - first.start == 4


def test_of_several_streams_that_which_is_asked_for(tmp_path: Path) -> None:
    path = save(tmp_path / "a.mkv", hiss(1), np.zeros(16_000, np.float32))
    found = inspect(path, track=1)
    assert [each.value for each in told(found, "stream")][1].endswith("(this one is examined)")
    assert told(found, "silence")[0].at == (Stretch(0, 2),)


def test_a_file_without_a_sample_has_no_facts(tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", hiss(1))
    path.write_bytes(path.read_bytes()[:78])
    with pytest.raises(NoSound):
        inspect(path)


CASES = [(kind, case) for kind, cases in TABLE.items() if kind not in ("edge", "tags") for case in cases]


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_explanations_are_sentences_and_no_verdicts(kind: str, case: str) -> None:
    for each in TABLE[kind][case]:
        assert each[0].isupper()
        assert each.endswith(".")
        assert not any(word in each.lower() for word in ("fake", "forge", "manipulat", "suspicious", "tamper"))


def test_what_is_observed_has_several_explanations() -> None:
    for kind in ("bandwidth", "clipping", "silence", "held", "offset", "repeat", "times", "damage", "manifest"):
        many = {case: len(sentences) for case, sentences in TABLE[kind].items()}
        assert max(many.values()) >= 2 or kind == "bandwidth", kind


@pytest.mark.parametrize(
    ("hertz", "word"), [(3_400, "Telephone"), (5_000, "Medium-wave"), (7_000, "Wideband"), (15_500, "FM radio"), (20_000, "Opus")]
)
def test_edges_that_are_known(hertz: float, word: str) -> None:
    assert any(word in each for each in explained_edge(hertz))


def test_a_change_of_rate_is_told_where_the_first_frame_of_it_begins(tmp_path: Path) -> None:
    one, other = (save(tmp_path / f"{rate}.flac", hiss(2, rate), codec="flac", rate=rate) for rate in (44_100, 32_000))
    (tmp_path / "both.flac").write_bytes(one.read_bytes() + other.read_bytes())
    (change,) = [each for each in told(inspect(tmp_path / "both.flac"), "times") if "change" in each.value]
    assert change.at == (Stretch(2, 2),)


def test_where_no_times_are_declared_none_are_said_to_follow_one_another() -> None:
    raw = Container("gsm", 33, None, None, (), (Stream(0, "audio", "gsm"),))
    times = [each.value for each in decoded_facts(Source(raw, 0, Told(seconds=2)), 2) if each.kind == "times"]
    assert times == ["no times of packets are declared"]
