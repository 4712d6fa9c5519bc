"""Files that are damaged, odd or none at all: what decodes is given with a sentence, and the rest is refused with one."""

from __future__ import annotations

import os
import struct
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from audio.tracks import hiss, save, sine
from purport.audio import blocks, decoding, opening
from purport.audio.decoding import hear, read_container
from purport.audio.landmarks import Samples
from purport.errors import Altered, NoSound, Protected, PurportError, SoundError, UsageError

NOISE = hiss(2)


def wav(samples: Samples = NOISE, *, rate: int = 8_000, channels: int = 1, kind: int = 1, promised: int | None = None) -> bytes:
    """A WAV with a header that says what it is told to; kind 3 is of floats."""
    bits = 32 if kind == 3 else 16
    data = samples.astype("<f4").tobytes() if kind == 3 else (samples * 20_000).astype("<i2").tobytes()
    block, size = channels * bits // 8, len(data) if promised is None else promised
    shape = struct.pack("<IHHIIHH", 16, kind, channels, rate, rate * block % 2**32, block % 2**16, bits)
    return b"RIFF" + struct.pack("<I", 2**32 - 1 & 36 + size) + b"WAVEfmt " + shape + b"data" + struct.pack("<I", size) + data


def written(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def half(path: Path) -> Path:
    """The first half of a file, under a name of its own."""
    return written(path.parent, f"half-{path.name}", path.read_bytes()[: path.stat().st_size // 2])


WHOLE = [
    ("a.wav", "pcm_s16le", 8_000),
    ("a.mp3", "mp3", 44_100),
    ("a.m4a", "aac", 44_100),
    ("a.ogg", "libopus", 48_000),
    ("a.flac", "flac", 8_000),
]


@pytest.mark.parametrize(("name", "codec", "rate"), WHOLE)
def test_what_is_whole_is_heard_without_a_word(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    heard = hear(save(tmp_path / name, hiss(2, rate), codec=codec, rate=rate))
    assert heard.sound.seconds == pytest.approx(2, abs=0.05)
    assert heard.sound.notices == ()
    assert len(heard.samples) == pytest.approx(16_000, abs=400)
    assert (heard.sound.stream.rate, heard.sound.stream.channels) == (rate, 1)


@pytest.mark.parametrize(
    ("name", "codec", "notice"),
    [
        ("a.mp3", "mp3", "it declares 2.0 seconds, and 0.9 can be decoded: it may be cut short"),
        ("a.flac", "flac", "packets cannot be decoded, the first at 0.6 seconds: what they held is missing"),
        ("a.wav", "pcm_s16le", "its header promises 16039 bytes of sound more than there are: it is cut short"),
    ],
)
def test_of_what_is_cut_short_the_rest_is_given(tmp_path: Path, name: str, codec: str, notice: str) -> None:
    heard = hear(half(save(tmp_path / name, NOISE, codec=codec)))
    assert 0.5 < heard.sound.seconds < 1.1
    assert any(notice in each for each in heard.sound.notices)


def test_an_mp4_without_its_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoSound, match="index \\(moov\\) is missing"):
        hear(half(save(tmp_path / "a.m4a", hiss(2, 44_100), codec="aac", rate=44_100)))


def test_a_live_recording_that_knows_no_length_promises_nothing(tmp_path: Path) -> None:
    heard = hear(written(tmp_path, "a.wav", wav(promised=2**32 - 1)))
    assert (heard.sound.seconds, heard.sound.notices) == (2.0, ())


LISTS = "not a recording of a kind that is read; lists of other files are not followed"
REFUSED: list[tuple[str, bytes, type[PurportError], str]] = [
    ("empty.wav", b"", NoSound, "empty: 0 bytes"),
    ("0s.wav", wav(np.zeros(0, np.float32)), NoSound, "0 seconds"),
    ("header.wav", wav()[:44], NoSound, "0 seconds"),
    ("cut.wav", wav()[:30], NoSound, "damaged, cut short, or something else"),
    ("random.mp3", np.random.default_rng(1).bytes(50_000), SoundError, "not a recording|0 samples a second"),
    ("picture.jpg", bytes.fromhex("ffd8ffe000104a46494600010101004800480000") + b"\x08" * 64, NoSound, "not a recording"),
    ("text.mp3", b"Officials said that the tape was purported to be his. " * 200, NoSound, "not a recording"),
    ("live.m3u8", b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:4,\nsecret.wav\n#EXT-X-ENDLIST\n", NoSound, LISTS),
    ("list.txt", b"ffconcat version 1.0\nfile secret.wav\n", NoSound, LISTS),
    ("call.sdp", b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nt=0 0\nm=audio 5004 RTP/AVP 0\nc=IN IP4 127.0.0.1\n", NoSound, LISTS),
    ("slow.wav", wav(rate=7), SoundError, "it declares 7 samples a second; from 2000 to 768000 are read"),
    ("fast.wav", wav(rate=2_000_000_000), SoundError, "it declares 2000000000 samples a second"),
    ("crowd.wav", wav(channels=255), SoundError, "it declares 255 channels; from 1 to 64 are read"),
    ("nobody.wav", wav(channels=0), SoundError, "0 channels"),
]


@pytest.mark.parametrize(("name", "content", "error", "message"), REFUSED, ids=[each[0] for each in REFUSED])
def test_what_is_no_recording_is_refused(tmp_path: Path, name: str, content: bytes, error: type[PurportError], message: str) -> None:
    written(tmp_path, "secret.wav", wav())
    with pytest.raises(error, match=message) as refused:
        hear(written(tmp_path, name, content))
    assert name in str(refused.value)


@pytest.mark.parametrize("tag", [b"drms", b"enca"])
def test_what_its_publisher_encrypted_is_refused(tmp_path: Path, tag: bytes) -> None:
    content = bytearray(save(tmp_path / "a.m4a", hiss(1, 44_100), codec="aac", rate=44_100).read_bytes())
    at = content.index(b"mp4a", content.index(b"stsd"))
    content[at : at + 4] = tag
    with pytest.raises(Protected, match="encrypted by its publisher"):
        hear(written(tmp_path, "b.m4a", bytes(content)))


def test_silence_is_a_recording(tmp_path: Path) -> None:
    heard = hear(save(tmp_path / "a.wav", np.zeros(8_000, np.float32)))
    assert (heard.sound.seconds, heard.samples.any()) == (1.0, False)


def test_of_five_streams_one_is_heard_and_the_others_named(tmp_path: Path) -> None:
    path = save(tmp_path / "a.mkv", *(hiss(1 + number, seed=number) for number in range(5)))
    first, fourth = hear(path), hear(path, track=3)
    assert first.sound.notices == ("it has 5 streams of sound: stream 0 is used, 1, 2, 3, 4 not; --track chooses another",)
    assert (first.sound.seconds, fourth.sound.seconds) == (1.0, 4.0)
    with pytest.raises(UsageError, match=r"no sound in stream 9; of sound are 0 \(pcm_s16le\), 1"):
        hear(path, track=9)


def test_a_wrong_ending_is_told_and_nothing_else(tmp_path: Path) -> None:
    heard = hear(written(tmp_path, "a.mp3", wav()))
    assert heard.sound.notices == ("its name ends in .mp3, but it is wav: read as what it is",)


def test_a_picture_of_twenty_megabytes_before_the_sound_is_passed_over(tmp_path: Path) -> None:
    picture = b"\0image/jpeg\0\3\0" + b"\x5a" * 20_000_000
    frame = b"APIC" + _syncsafe(len(picture)) + b"\0\0" + picture
    sound = save(tmp_path / "a.mp3", NOISE, codec="mp3").read_bytes()
    heard = hear(written(tmp_path, "b.mp3", b"ID3\4\0\0" + _syncsafe(len(frame)) + frame + sound))
    assert heard.sound.seconds == pytest.approx(2, abs=0.05)


def _syncsafe(number: int) -> bytes:
    return bytes(number >> shift & 127 for shift in (21, 14, 7, 0))


def test_what_is_no_number_is_silence(tmp_path: Path) -> None:
    samples = NOISE.copy()
    samples[100:200] = np.nan
    samples[5_000] = np.inf
    heard = hear(written(tmp_path, "a.wav", wav(samples, kind=3)))
    assert heard.sound.notices == ("101 of its samples are no numbers: they are taken as silence",)
    assert not heard.samples[100:200].any()
    assert heard.samples[300:5_000].any()


@pytest.mark.parametrize("listen", [hear, lambda path: list(_blocks(path))], ids=["hear", "blocks"])
def test_a_day_and_more_is_to_be_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listen: Callable[[Path], object]) -> None:
    monkeypatch.setattr(decoding, "LONGEST", 1.0)
    monkeypatch.setattr(blocks, "LONGEST", 1.0)
    with pytest.raises(SoundError, match="longer than 0 hours; cut it into parts and add each"):
        listen(save(tmp_path / "a.wav", NOISE))


def _blocks(path: Path) -> object:
    with blocks.open_source(path) as source:
        yield from source.blocks


def test_no_file_at_all(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    for path, message in (
        (tmp_path, "a folder"),
        (tmp_path / "none.wav", "no such file"),
        (tmp_path / "pipe.wav", "a pipe or a device, and no file"),
        (Path("/dev/zero"), "a pipe or a device, and no file"),
    ):
        for read in (hear, read_container, decoding.file_digest):
            with pytest.raises(UsageError, match=message):
                read(path)


@pytest.mark.parametrize("listen", [hear, lambda path: list(_blocks(path))], ids=["hear", "blocks"])
def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listen: Callable[[Path], object]) -> None:
    path = save(tmp_path / "a.wav", NOISE)
    _meanwhile(monkeypatch, lambda: _append(path))
    with pytest.raises(Altered, match="changed while it was read"):
        listen(path)


def test_a_file_that_is_replaced_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, other = save(tmp_path / "a.wav", NOISE), save(tmp_path / "b.wav", hiss(2, seed=2))
    _meanwhile(monkeypatch, lambda: other.replace(path))
    with pytest.raises(Altered, match="changed while it was read"):
        hear(path)


def test_a_file_that_is_being_written_says_so_rather_than_that_it_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.wav", wav()[:44] + b"\0\0")
    _meanwhile(monkeypatch, lambda: _append(path), promise=opening.chosen)
    with pytest.raises(Altered, match="changed while it was read"):
        hear(path)


def _meanwhile(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object], promise: Callable[..., object] = opening.chosen) -> None:
    """Somebody else's change, made once the file is open."""

    def chosen(*asked: object) -> object:
        other = threading.Thread(target=change)
        other.start()
        other.join()
        return promise(*asked)

    monkeypatch.setattr(decoding, "chosen", chosen)
    monkeypatch.setattr(blocks, "chosen", chosen)


def _append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\0" * 100)


def test_a_name_with_anything_in_it(tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", NOISE).rename(tmp_path / "a\n\x1b[31m.wav")
    assert hear(path).sound.name == "a\n\x1b[31m.wav"


def test_the_same_samples_have_one_digest_whatever_the_tags(tmp_path: Path) -> None:
    one = hear(save(tmp_path / "a.flac", NOISE, codec="flac")).sound
    other = hear(save(tmp_path / "b.flac", NOISE, codec="flac", tags={"title": "another"})).sound
    different = hear(save(tmp_path / "c.flac", sine(2), codec="flac")).sound
    assert one.pcm_sha256 == other.pcm_sha256 != different.pcm_sha256
    assert one.sha256 != other.sha256
    assert ("TITLE", "another") in other.container.tags or ("title", "another") in other.container.tags
