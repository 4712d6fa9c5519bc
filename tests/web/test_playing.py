"""What is played of a file: itself where browsers play it, else a listening copy, else nothing; by its container, codec and streams."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from purport.findings import Container, Sound, Stream
from purport.web.playing import Source, playing_of

PICTURE = Stream(1, "video", "mjpeg")


def sound(format_: str, codec: str, *others: Stream, track: int = 0) -> Sound:
    streams = (Stream(0, "audio", codec), *others)
    return Sound("a", "/a", "0" * 64, "1" * 64, 1.0, track, Container(format_, 1, 1.0, None, (), streams))


@pytest.mark.parametrize(
    ("format_", "codec", "media_type"),
    [
        ("mp3", "mp3float", "audio/mpeg"),
        ("wav", "pcm_s16le", "audio/wav"),
        ("ogg", "opus", "audio/ogg"),
        ("flac", "flac", "audio/flac"),
        ("mov,mp4,m4a,3gp,3g2,mj2", "aac", "audio/mp4"),
        ("matroska,webm", "opus", "audio/webm"),
    ],
)
def test_what_browsers_play_is_the_file_itself(format_: str, codec: str, media_type: str) -> None:
    playing = playing_of(sound(format_, codec))
    assert (playing.source, playing.media_type, playing.why) == (Source.FILE, media_type, None)


@pytest.mark.parametrize(
    ("format_", "codec"),
    [("gsm", "gsm"), ("amr", "amrnb"), ("aiff", "pcm_s16be"), ("asf", "wmav2"), ("wav", "pcm_alaw"), ("ogg", "speex"), ("mov,mp4", "alac")],
)
def test_what_they_do_not_play_is_a_listening_copy_and_why(format_: str, codec: str) -> None:
    playing = playing_of(sound(format_, codec))
    assert (playing.source, playing.media_type) == (Source.COPY, "audio/wav")
    assert codec in (playing.why or "")


def test_of_a_film_the_sound_alone_is_played_and_a_cover_is_no_film() -> None:
    assert playing_of(sound("mov,mp4", "aac", Stream(1, "video", "h264"))).source is Source.COPY
    assert playing_of(sound("mp3", "mp3float", PICTURE)).source is Source.FILE


def test_of_several_streams_the_one_that_was_examined_is_played() -> None:
    two = sound("mov,mp4", "aac", Stream(1, "audio", "aac"))
    assert playing_of(two).source is Source.FILE
    assert playing_of(replace(two, track=1)).source is Source.COPY


def test_without_what_decodes_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    playing = playing_of(sound("gsm", "gsm"))
    assert playing.source is Source.NOTHING
    assert "purport[audio]" in (playing.why or "")
    assert playing_of(sound("mp3", "mp3")).source is Source.FILE
