"""Files of recordings in a case are searched with few of them held, and stay what they were when they are added again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from audio.made import write
from audio.sounds import babble
from audio.tracks import hiss, save, sine
from purport import examining
from purport.audio.decoding import Heard
from purport.audio.landmarks import RATE
from purport.audio.reuse import TOGETHER
from purport.errors import UsageError
from purport.findings import Earlier, Reuse, Sound
from purport.store import Case

MANY = 14
"""Earlier recordings, of which each has something in common with the file."""
PUBLIC = Earlier("2029-05-01", "the radio's archive")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(str(tmp_path / "a.case"), create=True) as opened:
        yield opened


def test_of_many_earlier_recordings_few_are_held_at_once(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = babble(12, 1)
    examining.add(case, str(write(tmp_path / "all.wav", whole)))
    for number in range(MANY):
        own = write(tmp_path / f"part{number}.wav", whole[number * 100 : number * 100 + 10 * RATE])
        examining.add_earlier(case, str(own), PUBLIC)
    again, held = examining.hear_again, list[int]()

    def hear(sound: Sound) -> Heard:
        held.append(sum(1 for _ in Path("/dev/fd").iterdir()))
        return again(sound)

    monkeypatch.setattr(examining, "hear_again", hear)
    found = msgspec.json.decode(examining.reuse(case, "all.wav", many=1).body, type=Reuse)
    assert len({each.file for each in found.passages}) == MANY
    assert max(held) - held[0] <= examining.HELD + 2 * TOGETHER


def test_a_file_from_another_place_keeps_the_stream_that_is_examined(case: Case, tmp_path: Path) -> None:
    film = save(tmp_path / "film.mka", sine(2), hiss(2))
    first = examining.add(case, str(film), track=1)
    second = examining.add(case, str(film.rename(tmp_path / "moved.mka")))
    assert (second.track, second.pcm_sha256) == (1, first.pcm_sha256)
    assert second.path == str(tmp_path / "moved.mka")


def test_another_stream_of_a_file_that_is_examined_is_refused(case: Case, tmp_path: Path) -> None:
    film = save(tmp_path / "film.mka", sine(2), hiss(2))
    examining.add(case, str(film), track=1)
    with pytest.raises(UsageError, match="stream 1 of this file is examined"):
        examining.add(case, str(film), track=0)
