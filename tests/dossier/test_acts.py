"""What is done by saying something."""

from __future__ import annotations

import pytest

import factory
from purport.dossier.acts import act_of
from purport.records import SpeechAct


@pytest.mark.parametrize(
    ("cue", "content", "act", "found"),
    [
        ("implored", "drivers to stay", SpeechAct.STATEMENT, SpeechAct.EXHORTATION),
        ("said", "drivers stayed", SpeechAct.STATEMENT, SpeechAct.STATEMENT),
        ("said", "drivers should stay", SpeechAct.EXHORTATION, SpeechAct.EXHORTATION),
        ("proposed", "that early birds ran", SpeechAct.STATEMENT, SpeechAct.STATEMENT),
        ("proposed", "a truce", SpeechAct.STATEMENT, SpeechAct.OFFER),
    ],
)
def test_the_record_or_the_word_tells(cue: str, content: str, act: SpeechAct, found: SpeechAct) -> None:
    text = f"The council {cue} {content}."
    one = factory.report(text)
    assert act_of(factory.attribution(one, "The council", cue, content, speech_act=act), text) is found
