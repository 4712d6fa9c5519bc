"""Files of recordings in a case, on each database: what is kept of them comes back, and the same twice is kept once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from purport.errors import StoreError
from purport.findings import (
    UNKNOWN,
    Bound,
    Claimed,
    Container,
    Earlier,
    Fact,
    Finding,
    Inspection,
    Method,
    Sound,
    Stream,
    Stretch,
    make_finding,
)
from purport.records import Interval
from purport.store import Case, FaultKind

from .conftest import Sql

FOUND = "sound_findings {a} inspection"
METHOD = Method("inspection", "1", (("silence", "0.1"),))


def sound(letter: str, name: str = "tape.mp3") -> Sound:
    """A file whose digest is of one letter."""
    streams = (Stream(0, "audio", "mp3", rate=8_000, channels=1, tags=(("encoder", "Karst"),)),)
    return Sound(
        name, f"/tapes/{letter}/{name}", letter * 64, "f" * 64, 1.25, 0, Container("mp3", 100, 1.25, 32_000, (), streams), ("odd",)
    )


def finding(of: Sound, value: str = "one channel") -> Finding:
    return make_finding("inspection", of.sha256, METHOD, Inspection((Fact("channels", value, ("A phone.",), (Stretch(0, 1),)),)))


A, B, C = sound("a"), sound("b"), sound("c", "speech.mp3")


@pytest.fixture(autouse=True)
def full(case: Case) -> None:
    with case.adding_sounds() as sounds:
        for each in (C, B, A):
            sounds.put(each, "1", b"peaks of " + each.sha256[:1].encode())


def test_what_was_put_in_comes_back(case: Case) -> None:
    with case.sounds() as sounds:
        assert sounds.all() == [C, A, B]
        assert sounds.peaks(B.sha256) == ("1", b"peaks of b")
        with pytest.raises(StoreError, match="there is no recording"):
            sounds.peaks("0" * 64)


def test_the_same_bytes_again_are_the_same_file(case: Case) -> None:
    moved = Sound(A.name, "/elsewhere/tape.mp3", A.sha256, A.pcm_sha256, A.seconds, A.track, A.container)
    with case.adding_sounds() as sounds:
        sounds.put(moved, "2", b"anew")
    with case.sounds() as sounds:
        assert sounds.all() == [C, moved, B]
        assert sounds.peaks(A.sha256) == ("2", b"anew")


def test_what_is_not_said_again_of_a_file_stays(case: Case) -> None:
    whole = Claimed("a message", "post 1", Interval("2031-03-05", "2031-03-06"), "Dormu", "audio, Dormu")
    with case.adding_sounds() as sounds:
        sounds.claim(A.sha256, whole)
        sounds.claim(A.sha256, Claimed("a message", "post 1", speaker="V. Dormu"))
        assert sounds.claims(A.sha256) == [replace(whole, speaker="V. Dormu")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("a" * 64, A),
        ("b" * 8, B),
        ("b" * 7, None),
        ("/tapes/a/tape.mp3", A),
        ("speech.mp3", C),
        ("tape.mp3", None),
        ("nothing.mp3", None),
    ],
)
def test_a_file_is_found_by_digest_path_or_a_name_of_its_own(case: Case, asked: str, found: Sound | None) -> None:
    with case.sounds() as sounds:
        assert sounds.find(asked) == found


def test_what_is_said_of_it(case: Case) -> None:
    days = Interval("2031-03-02", "2031-03-04")
    first, second = Claimed("A message of Dormu", "post 2", days, "Dormu", "tape"), Claimed("A forgery", "post 1", UNKNOWN)
    with case.adding_sounds() as sounds:
        for each in (first, second, first, Claimed("A message of Dormu", "post 2")):
            sounds.claim(A.sha256, each)
    with case.sounds() as sounds:
        assert sounds.claims(A.sha256) == [second, first]
        assert sounds.claims(B.sha256) == []


def test_by_which_day_it_was_public(case: Case) -> None:
    with case.adding_sounds() as sounds:
        sounds.publish(A.sha256, Earlier("2031-01-01", "radio"))
        sounds.publish(B.sha256, Earlier("2029-01-01", "station", "a speech"))
        sounds.publish(A.sha256, Earlier("2030-01-01", "archive"))
    with case.sounds() as sounds:
        assert list(sounds.earlier().items()) == [
            (B.sha256, Earlier("2029-01-01", "station", "a speech")),
            (A.sha256, Earlier("2030-01-01", "archive")),
        ]


def test_transcripts_are_kept_as_received(case: Case) -> None:
    with case.adding_sounds() as sounds:
        sounds.add_transcript(A.sha256, "old.srt", b"1\n")
        sounds.add_transcript(A.sha256, "new.srt", b"1\n")
        sounds.add_transcript(A.sha256, "b.srt", b"\xff\x00")
    with case.sounds() as sounds:
        assert sounds.transcripts(A.sha256) == [("b.srt", b"\xff\x00"), ("new.srt", b"1\n")]
        assert sounds.transcripts(B.sha256) == []


def test_bounds_that_people_give(case: Case) -> None:
    late = Bound(Stretch(60, 90), Interval("2031-02-01", None), "names the flood", "a listener")
    early = Bound(Stretch(0, 30.5), Interval(None, "2030-05-01"), "coincides", "the archive")
    with case.adding_sounds() as sounds:
        for each in (late, early, late):
            sounds.bound(A.sha256, each)
    with case.sounds() as sounds:
        assert sounds.bounds(A.sha256) == [early, late]


def test_the_last_finding_of_a_kind_holds(case: Case) -> None:
    beside = make_finding("copies", A.sha256, METHOD, Inspection(()))
    with case.adding_sounds() as sounds:
        for each, other in ((finding(A, "old"), ""), (finding(A), ""), (beside, B.sha256), (beside, C.sha256), (finding(B), "")):
            sounds.note(each, other)
    with case.sounds() as sounds:
        assert list(sounds.findings(A.sha256)) == [beside, beside, finding(A)]
        assert len(list(sounds.findings())) == 4


def test_all_or_nothing(case: Case) -> None:
    with pytest.raises(RuntimeError), case.adding_sounds() as sounds:
        sounds.publish(A.sha256, Earlier("2030-01-01", "archive"))
        raise RuntimeError
    with case.sounds() as sounds:
        assert sounds.earlier() == {}


def test_a_case_with_files_and_findings_has_no_fault(case: Case) -> None:
    with case.adding_sounds() as sounds:
        sounds.note(finding(A))
    assert list(case.verify()) == []


@pytest.mark.parametrize(
    ("statement", "what", "where"),
    [
        ("UPDATE sounds SET seconds = 2 WHERE sha256 = :a", FaultKind.RECORD, "sounds {a} seconds"),
        ("UPDATE sounds SET pcm_sha256 = 'x' WHERE sha256 = :a", FaultKind.DIGEST, "sounds {a} pcm_sha256"),
        ("UPDATE sounds SET record = 'x' WHERE sha256 = :a", FaultKind.RECORD, "sounds {a} record"),
        (
            "UPDATE sound_findings SET record = replace(record, 'one', 'two') WHERE sound = :a",
            FaultKind.DIGEST,
            "sound_findings {a} inspection",
        ),
        ("UPDATE sound_findings SET digest = 'x' WHERE sound = :a", FaultKind.DIGEST, "sound_findings {a} inspection"),
        ("UPDATE sound_findings SET record = '{' WHERE sound = :a", FaultKind.RECORD, "sound_findings {a} inspection record"),
    ],
)
def test_what_was_changed_is_a_fault(case: Case, sql: Sql, statement: str, what: FaultKind, where: str) -> None:
    with case.adding_sounds() as sounds:
        sounds.note(finding(A))
    sql(statement, a=A.sha256)
    (found,) = case.verify()
    assert (found.what, found.where) == (what, where.format(a=A.sha256))
