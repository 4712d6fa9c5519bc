"""What reports quote from a recording, and what they quote from somebody else."""

from __future__ import annotations

import pytest

from dossier.telling import Says, Tape, report
from purport.records import Analysis, Form, SpeechAct
from purport.spoken.quotations import quotations

TEXT = (
    "A tape said to be from Orla Vane came out on Thursday. “We lost the gates,” the speaker says. "
    "“Burn the mills,” he says. Ilo Tolk called it “a forgery made by fools” and left. "
    "“Nobody lost anything,” he said. Vane mocks “a truce of cooks” in it. Vane said “I am well” on Friday."
)


def made(*sayings: Says) -> Analysis:
    return report(TEXT, *sayings, people=["Orla Vane", "Ilo Tolk"], tapes=[Tape("A tape", "Orla Vane", "said to be from")])


def quoted(*sayings: Says) -> list[str]:
    return [each.words for each in quotations(made(*sayings))]


SPEAKER = Says("the speaker", "“We lost the gates,”", "says", form=Form.DIRECT)
HE = Says("he", "“Burn the mills,”", "says", form=Form.DIRECT, act=SpeechAct.EXHORTATION)
TOLK = Says("Ilo Tolk", "it “a forgery made by fools”", "called", form=Form.MIXED)
HE_AGAIN = Says("he", "“Nobody lost anything,”", "said", form=Form.DIRECT)


def test_the_speaker_is_quoted_without_marks_and_with_his_place() -> None:
    (found,) = quotations(made(SPEAKER))
    assert (found.words, found.by, TEXT[found.at.start : found.at.end]) == ("We lost the gates", "the speaker", "We lost the gates")


def test_a_pronoun_goes_by_who_was_quoted_last() -> None:
    assert quoted(SPEAKER, HE) == ["We lost the gates", "Burn the mills"]
    assert quoted(SPEAKER, TOLK, HE_AGAIN) == ["We lost the gates"]


def test_what_others_say_of_it_is_not_said_in_it() -> None:
    assert quoted(TOLK) == []


def test_a_call_is_known_for_one() -> None:
    assert [each.speech_act for each in quotations(made(SPEAKER, HE))] == [SpeechAct.STATEMENT, SpeechAct.EXHORTATION]


@pytest.mark.parametrize(
    ("saying", "words"),
    [
        (Says("Vane", "“a truce of cooks”", "mocks", form=Form.MIXED), []),
        (Says("the speaker", "“We lost the gates,”", "says", form=Form.INDIRECT), []),
        (Says("the speaker", "Vane mocks “a truce of cooks” in it", "says", form=Form.MIXED), ["a truce of cooks"]),
        (Says("A tape", "“We lost the gates,”", "says", form=Form.DIRECT), ["We lost the gates"]),
    ],
)
def test_only_what_is_given_as_own_words_counts(saying: Says, words: list[str]) -> None:
    assert quoted(saying) == words


def test_a_report_without_recordings_quotes_none() -> None:
    assert [*quotations(report(TEXT, SPEAKER, people=["Orla Vane", "Ilo Tolk"]))] == []
