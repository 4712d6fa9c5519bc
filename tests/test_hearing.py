"""Transcripts, quotations and bounds of the files of a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

import factory
from dossier.telling import Says, Tape, report
from purport import hearing
from purport.bounded import BOUNDS, REUSE, file_lines, with_files
from purport.dossier import Section
from purport.dossier.lines import InFile
from purport.errors import ReportError, UsageError
from purport.findings import (
    Bound,
    Bounds,
    Change,
    Claimed,
    Container,
    Earlier,
    Edges,
    Ground,
    Method,
    Outcome,
    Passage,
    Quotes,
    Reuse,
    Reworded,
    Sound,
    Stream,
    Stretch,
    Wording,
    make_finding,
)
from purport.reader import Reader
from purport.records import Factuality, Form, Interval, SpeechAct
from purport.resolving import resolve
from purport.store import Case
from purport.viewing import lines, recordings_of

TEXT = (
    "A tape said to be from Orla Vane came out on Thursday. “We lost forty men at the gates,” the speaker says. "
    "“Go down and burn their mills,” he says."
)
TAPE = Tape("A tape", "Orla Vane", "said to be from", "2031-03-06")
SPEAKER = Says("the speaker", "“We lost forty men at the gates,”", "says", form=Form.DIRECT)
HE = Says("he", "“Go down and burn their mills,”", "says", form=Form.DIRECT, act=SpeechAct.EXHORTATION)
CALLED = "audio, Orla Vane, 2031-03-06"
SPEECH = """1
00:00:10,000 --> 00:00:14,000
We lost 40 men at the gates.

2
00:00:14,000 --> 00:00:18,000
Go down, and burn all their mills!

3
00:00:50,000 --> 00:00:55,000
On 12 February 2031 they signed a truce.
"""
SOUND = Sound("tape.mp3", "/far/tape.mp3", "a" * 64, "b" * 64, 90, 0, Container("mp3", 9, 90, None, (), (Stream(0, "audio", "mp3"),)))
OLD = Sound("old.mp3", "/far/old.mp3", "c" * 64, "d" * 64, 60, 0, Container("mp3", 9, 60, None, (), (Stream(0, "audio", "mp3"),)))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case of two reports of a tape, the file that is said to be a copy of it, and an earlier one."""
    with Case.open(str(tmp_path / "tape.case"), create=True) as opened:
        for path in ("a.txt", "b.txt"):
            analysis = report(TEXT, SPEAKER, HE, people=["Orla Vane"], tapes=[TAPE], path=path)
            opened.add(analysis, factory.original(analysis.report), reader="1")
        resolve(opened)
        with opened.adding_sounds() as sounds:
            for each in (SOUND, OLD):
                sounds.put(each, "1", b"")
            sounds.publish(OLD.sha256, Earlier("2029-05-01", "the radio's archive"))
            sounds.claim(SOUND.sha256, Claimed("a message", "a post", Interval("2031-03-06", "2031-03-06"), recording=CALLED))
        yield opened


@pytest.fixture
def speech(tmp_path: Path) -> str:
    path = tmp_path / "speech.srt"
    path.write_bytes(SPEECH.encode())
    return str(path)


def add_reuse(case: Case, *passages: Passage) -> None:
    body = Reuse(Outcome.OBSERVED, "", (OLD.sha256,), passages, (), ())
    with case.adding_sounds() as sounds:
        sounds.note(make_finding(REUSE, SOUND.sha256, Method("m", "1"), body))


def passage(start: float, end: float) -> Passage:
    return Passage(Stretch(start, end), OLD.sha256, Stretch(5, 5 + end - start), 1.0, 1.0, 30, Edges.REFINED)


def test_a_transcript_is_kept_as_it_was_and_read_again(case: Case, speech: str) -> None:
    sound, found = hearing.add_transcript(case, "tape.mp3", speech)
    assert (sound, len(found.cues), found.notices) == (SOUND, 3, ())
    assert [*hearing.transcripts(case, SOUND).values()] == [found]
    with case.sounds() as sounds:
        assert sounds.transcripts(SOUND.sha256) == [("speech.srt", SPEECH.encode())]


def test_what_is_no_transcript_is_not_kept(case: Case, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("words alone", encoding="utf-8")
    with pytest.raises(ReportError, match="no line of it has any"):
        hearing.add_transcript(case, "tape.mp3", str(tmp_path / "page.txt"))
    assert hearing.transcripts(case, SOUND) == {}


def test_a_transcript_in_another_encoding_is_read(case: Case, tmp_path: Path) -> None:
    (tmp_path / "old.srt").write_bytes("0:10 “We lost the gates,” he said".encode("utf-16"))
    _, found = hearing.add_transcript(case, "tape.mp3", str(tmp_path / "old.srt"))
    assert found.cues[0].text == "“We lost the gates,” he said"


def test_the_case_calls_its_recordings_as_its_dossier_does(case: Case) -> None:
    assert recordings_of(case).keys() == {each.subject for each in lines(case, Section.RECORDING)} == {CALLED}
    assert len(recordings_of(case)[CALLED]) == 2


def test_quotations_of_all_reports_are_held_against_the_transcript(case: Case, speech: str) -> None:
    hearing.add_transcript(case, "tape.mp3", speech)
    _, finding, found = hearing.hold_quotes(case, "tape.mp3")
    assert [(each.words, each.wording, each.places) for each in found.quotes] == [
        ("We lost forty men at the gates", Wording.VERBATIM, (Stretch(10, 14),)),
        ("Go down and burn their mills", Wording.DIFFERENT, (Stretch(14, 18),)),
    ]
    assert found.quotes[1].changes == (Reworded(Change.INSERTED, "", "all"),)
    assert [each.path for each in found.quotes[0].at] == ["a.txt", "b.txt"]
    with case.sounds() as sounds:
        (kept,) = sounds.findings(SOUND.sha256)
    assert (kept, msgspec.json.decode(kept.body, type=Quotes)) == (finding, found)


def test_words_that_any_report_has_as_a_call_are_a_call(case: Case, speech: str) -> None:
    first = report(TEXT, SPEAKER, replace(HE, act=SpeechAct.STATEMENT), people=["Orla Vane"], tapes=[TAPE], path="0.txt")
    case.add(first, factory.original(first.report), reader="1")
    resolve(case)
    hearing.add_transcript(case, "tape.mp3", speech)
    _, _, found = hearing.hold_quotes(case, "tape.mp3")
    assert found.quotes[1].at[0].path == "0.txt"
    assert [each.speech_act for each in found.quotes] == [SpeechAct.STATEMENT, SpeechAct.EXHORTATION]


def test_quotations_need_a_transcript(case: Case) -> None:
    with pytest.raises(UsageError, match=r"tape\.mp3: no transcript of it is in the case"):
        hearing.hold_quotes(case, "tape.mp3")


def test_a_recording_that_the_reports_do_not_have_is_named(case: Case, speech: str) -> None:
    with case.adding_sounds() as sounds:
        sounds.claim(OLD.sha256, Claimed("a speech", "a post", recording="audio, Ilo Tolk"))
    hearing.add_transcript(case, "old.mp3", speech)
    _, _, found = hearing.hold_quotes(case, "old.mp3")
    assert found.notices == (
        "the reports have no recording called 'audio, Ilo Tolk'; purport dossier lists what they have",
        "what reports quote from any of their recordings is held against it",
    )
    assert len(found.quotes) == 2


def test_quotations_from_another_recording_are_named_where_they_are_not_held(case: Case, speech: str) -> None:
    other = Tape("A tape", "Ilo Tolk", "said to be from", "2031-04-02")
    text = "A tape said to be from Ilo Tolk came out on Thursday. “We lost the mills,” the speaker says."
    analysis = report(
        text, Says("the speaker", "“We lost the mills,”", "says", form=Form.DIRECT), people=["Ilo Tolk"], tapes=[other], path="c.txt"
    )
    case.add(analysis, factory.original(analysis.report), reader="1")
    resolve(case)
    hearing.add_transcript(case, "tape.mp3", speech)
    _, _, found = hearing.hold_quotes(case, "tape.mp3")
    assert len(found.quotes) == 2
    (notice,) = found.notices
    assert notice.startswith(f"not held against it, as quoted from another recording of the reports: c.txt:{text.index('We lost')}; ")


def test_what_was_not_looked_for_yet_is_said_with_bounds(case: Case, speech: str) -> None:
    with Reader() as reader:
        _, _, before = hearing.find_bounds(case, "tape.mp3", reader)
        add_reuse(case, passage(20, 30))
        hearing.add_transcript(case, "tape.mp3", speech)
        _, _, after = hearing.find_bounds(case, "tape.mp3", reader)
    assert before.notices == (
        "earlier recordings inside it were not looked for yet: purport recording reuse does",
        "no transcript of it is in the case: what its words tell of bounds nothing",
    )
    assert after.notices == ()


def test_bounds_of_every_ground_stand_together(case: Case, speech: str) -> None:
    hearing.add_transcript(case, "tape.mp3", speech)
    add_reuse(case, passage(20, 40))
    hearing.add_bound(case, "tape.mp3", Bound(Stretch(60, 70), Interval("2030-01-01"), "names a bridge", "A. Vel"))
    with Reader() as reader:
        _, finding, found = hearing.find_bounds(case, "tape.mp3", reader)
    assert [(each.at, each.when.not_before, each.when.not_after) for each in found.parts] == [
        (Stretch(0, 90), None, "2031-03-06"),
        (Stretch(20, 40), None, "2029-05-01"),
        (Stretch(50, 55), "2031-02-12", "2031-03-06"),
        (Stretch(60, 70), "2030-01-01", "2031-03-06"),
    ]
    assert [(each.earlier, each.later) for each in found.apart] == [(Stretch(20, 40), Stretch(50, 55))]
    assert found.finished == Interval("2031-02-12", "2031-03-06")
    assert msgspec.json.decode(finding.body, type=Bounds) == found


def test_a_speech_in_another_language_dates_nothing_and_says_so(case: Case, tmp_path: Path) -> None:
    words = "Am 12. Februar 2031 haben sie einen Waffenstillstand unterschrieben und wir haben die Stadt verloren."
    (tmp_path / "rede.txt").write_text(f"0:10 {words}", encoding="utf-8")
    hearing.add_transcript(case, "tape.mp3", str(tmp_path / "rede.txt"))
    with Reader() as reader:
        _, _, found = hearing.find_bounds(case, "tape.mp3", reader)
    assert found.notices[0] == "rede.txt: English expected, it is in German (de): no dates are read in it"
    assert {each.ground for part in found.parts for each in part.bounds} == {Ground.RELEASE}


@pytest.mark.parametrize("at", [Stretch(70, 60), Stretch(60, 60), Stretch(80, 99)])
def test_a_bound_needs_a_stretch_of_the_file(case: Case, at: Stretch) -> None:
    with pytest.raises(UsageError, match=r"a stretch of the file expected, from 0 to 90\.0 s"):
        hearing.add_bound(case, "tape.mp3", Bound(at, Interval("2030-01-01"), "so", "A. Vel"))


def test_a_case_without_files_has_the_same_lines(case: Case) -> None:
    with case.adding_sounds() as sounds:
        sounds.claim(SOUND.sha256, Claimed("a message", "a post", Interval("2031-03-06", "2031-03-06")))
    own = lines(case, Section.RECORDING)
    assert with_files(case, own) == own


def test_the_dossier_tells_what_the_file_shows_behind_what_reports_say(case: Case, speech: str) -> None:
    hearing.add_transcript(case, "tape.mp3", speech)
    add_reuse(case, passage(20, 40))
    with Reader() as reader:
        hearing.find_bounds(case, "tape.mp3", reader)
    own = lines(case, Section.RECORDING)
    both = with_files(case, own)
    assert both[: len(own)] == own
    first, second, apart, finished = both[len(own) :]
    assert (first.subject, first.field, first.value) == (
        CALLED,
        "recorded",
        "tape.mp3, 0:20.0–0:40.0: coincides with old.mp3, 0:05.0–0:25.0, public by 2029-05-01",
    )
    assert (first.not_before, first.not_after, first.factuality) == (None, "2029-05-01", Factuality.CERTAIN)
    assert first.citations == (InFile("/far/tape.mp3", 0, 0, Stretch(20, 40)),)
    assert (second.not_before, second.not_after, second.factuality) == ("2031-02-12", None, Factuality.PROBABLE)
    (words,) = second.citations
    assert (words.path, SPEECH[words.start : words.end]) == ("speech.srt", "On 12 February 2031 they signed a truce.")
    assert (apart.not_before, apart.not_after) == (None, None)
    assert finished.value == "tape.mp3 as it is was finished after its latest part; that dates no part of it"


def test_passages_that_are_found_later_are_in_the_lines(case: Case) -> None:
    assert file_lines(case, SOUND, CALLED) == []
    add_reuse(case, passage(20, 40))
    assert len(file_lines(case, SOUND, CALLED)) == 1


def test_a_file_with_the_same_samples_that_was_public_bounds_all_of_it(case: Case) -> None:
    twin = replace(OLD, name="twin.mp3", sha256="e" * 64, pcm_sha256=SOUND.pcm_sha256)
    with case.adding_sounds() as sounds:
        sounds.put(twin, "1", b"")
        sounds.publish(twin.sha256, Earlier("2030-01-01", "a channel"))
    (made,) = file_lines(case, SOUND, CALLED)
    assert (made.value, made.not_after) == ("tape.mp3, 0:00.0–1:30.0: has the very samples of twin.mp3, public by 2030-01-01", "2030-01-01")


def test_what_cannot_both_hold_has_no_days(case: Case, speech: str) -> None:
    hearing.add_transcript(case, "tape.mp3", speech)
    add_reuse(case, passage(45, 60))
    with Reader() as reader:
        hearing.find_bounds(case, "tape.mp3", reader)
    made = next(each for each in file_lines(case, SOUND, CALLED) if "cannot both hold" in each.value)
    assert (made.not_before, made.not_after, made.factuality) == (None, None, Factuality.UNCOMMITTED)
    assert len(made.citations) == 2
    assert BOUNDS == "bounds"
