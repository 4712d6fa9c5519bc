"""Whether a recording is genuine: what words answer it, of which recording, and how two answers stand to each other."""

from __future__ import annotations

import pytest

from purport.records import Factuality
from purport.resolve.accounts import Account, Judged, Message, Verdict
from purport.resolve.compare import keys_of, question
from purport.resolve.genuine import judge
from resolve.saying import AGREES, CONTRADICTS, DOUBTS, SUPERSEDES, account, elsewhere, message, relation

AUDIO = message("Veshan Dormu", "2031-03-05")
LETTER = message("Orla Vane", "2031-03-05", "letter")


@pytest.mark.parametrize(
    ("own", "cue", "sure", "found"),
    [
        ("the voice", "could not independently verify", "Uu", Verdict.OPEN),
        ("The authenticity of the tape", "could not be confirmed", "Uu", Verdict.OPEN),
        ("the authenticity of the tape", "confirmed", "CT+", Verdict.YES),
        ("The recording has not been authenticated", "", "CT-", Verdict.OPEN),
        ("that the voice was probably his", "believed", "PR+", Verdict.PROBABLY),
        ("that the voice was not his", "said", "CT-", Verdict.NO),
        ("whether the speaker is the man heard last year", "could not say", "Uu", Verdict.OPEN),
        ("that the message is authentic", "said", "CT+", Verdict.YES),
        ("that the message was a fake", "said", "CT+", Verdict.NO),
        ("the army did not consider the message genuine", "said", "CT-", Verdict.NOT_TAKEN),
        ("a comparison of the voice with older tapes was inconclusive", "said", "CT+", Verdict.OPEN),
        ("they had no reason to doubt the authenticity of the recording", "said", "CT-", Verdict.PROBABLY),
        ("the video as fake", "dismissed", "CT-", None),
        ("the tape as fake", "dismissed", "CT-", Verdict.NO),
        ("That is not her voice", "said", "CT-", Verdict.NO),
        ("it was authentic", "said", "CT+", None),
        ("If genuine, the tape would be the first since May", "", "Uu", None),
        ("the paper a forgery", "called", "CT+", None),
        ("that fake recordings were going round", "said", "CT+", None),
        ("that the earlier tape was a forgery", "said", "CT+", None),
        ("the recording", "confirmed", "CT+", None),
        ("the voice was hoarse and tired", "said", "CT+", None),
        ("that the letter was a forgery", "said", "CT+", None),
        ("that his regret was genuine", "said", "CT+", None),
    ],
)
def test_what_words_answer(own: str, cue: str, sure: str, found: Verdict | None) -> None:
    judged = judge(own, cue, Factuality(sure), [("tape", AUDIO)])
    assert [each.verdict for each in judged] == ([] if found is None else [found])


def test_of_the_recording_that_is_called_so() -> None:
    both = [("tape", AUDIO), ("letter", LETTER)]
    assert [each.recording for each in judge("that the letter was a forgery", "said", Factuality.CERTAIN, both)] == ["letter"]
    assert [each.recording for each in judge("that the voice was his", "said", Factuality.CERTAIN, both)] == ["tape"]
    assert judge("that the message is authentic", "said", Factuality.CERTAIN, []) == ()


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("An aide who had listened to the message said", ["tape"]),
        ("The letter was shown to the tape's owner. He said of the letter", ["letter"]),
        ("An aide who had seen the bridge said", []),
    ],
)
def test_it_is_what_was_spoken_of_last(before: str, found: list[str]) -> None:
    both = [("tape", AUDIO), ("letter", LETTER)]
    assert [each.recording for each in judge("that it was authentic", "said", Factuality.CERTAIN, both, before)] == found


def answered(
    verdict: Verdict, report: str = "a", of: Message = AUDIO, source: str | None = "the army", said: str = "2031-03-06"
) -> Account:
    """Somebody who answers; in words that nothing else is found by."""
    one = account(f"it is what experts of {report} found", source, report=report, said=said)
    return elsewhere(one, report, judged=(Judged(f"{report} tape", of, verdict),))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (Verdict.PROBABLY, Verdict.NO, (CONTRADICTS, "status")),
        (Verdict.PROBABLY, Verdict.NOT_TAKEN, (CONTRADICTS, "status")),
        (Verdict.YES, Verdict.PROBABLY, (AGREES, "status")),
        (Verdict.OPEN, Verdict.OPEN, (AGREES, "status")),
        (Verdict.YES, Verdict.OPEN, (DOUBTS, "status")),
        (Verdict.NO, Verdict.OPEN, (DOUBTS, "status")),
    ],
)
def test_two_answers(one: Verdict, other: Verdict, found: tuple[str, str]) -> None:
    assert relation(answered(one), answered(other, "b", source="Orla Vane")) == found


def test_a_later_answer_of_one_source_replaces_the_first() -> None:
    assert relation(answered(Verdict.OPEN), answered(Verdict.YES, "b", said="2031-03-09")) == (SUPERSEDES, "correction")


@pytest.mark.parametrize(
    "of",
    [
        message("Veshan Dormu", "2030-03-05"),
        message("Orla Vane", "2031-03-05"),
        message("Veshan Dormu", "..2031-03-09"),
        message("Veshan Dormu", "2031-03-05", "video"),
    ],
    ids=["another of the series", "another man's", "of no known day", "another medium"],
)
def test_answers_of_two_recordings_never_meet(of: Message) -> None:
    assert relation(answered(Verdict.YES), answered(Verdict.NO, "b", of, source="Orla Vane")) is None


def test_the_question_names_the_speaker() -> None:
    one, other = answered(Verdict.YES), answered(Verdict.NO, "b", source="Orla Vane")
    assert question(one, other) == "Is the recording of Veshan Dormu genuine?"
    assert "genuine veshan dormu" in keys_of(one) & keys_of(other)
