"""What word lists and the network tell of a cue, weighed."""

import numpy as np
import pytest

from purport.extract.manner import ACT, NEGATED, SOURCE_TYPE, STANCE, Question, weigh
from purport.reader.layers import Columns
from purport.reader.manners import ASKED, UNJUDGED, Manners, judged
from purport.records import Factuality, Span, SpeechAct

CUE = Span(0, 4)


def saying(layer: Columns, value: int, strength: float) -> Manners:
    """A network that says one thing of the first word, as strongly as told."""
    scores = {each: np.zeros((1, each.width), np.float32) for each in ASKED}
    scores[layer][0, value] = strength
    return judged(np.zeros(1, np.int32), [scores[each] for each in ASKED])


@pytest.mark.parametrize("asked", [STANCE, ACT, NEGATED, SOURCE_TYPE], ids=lambda asked: asked.layer.name)
def test_the_lists_decide_where_the_network_is_silent(asked: Question) -> None:
    for value in asked.values:
        assert weigh(UNJUDGED, asked, CUE, value) == value
        assert weigh(saying(Columns.STANCE, 0, 9.0), asked, None, value) == value


def test_a_sure_network_is_believed_and_an_unsure_one_not() -> None:
    denies = STANCE.values.index(Factuality.CERTAINLY_NOT)
    assert weigh(saying(Columns.STANCE, denies, 9.0), STANCE, CUE, Factuality.CERTAIN) == Factuality.CERTAINLY_NOT
    assert weigh(saying(Columns.STANCE, denies, STANCE.vote / 2), STANCE, CUE, Factuality.CERTAIN) == Factuality.CERTAIN


def test_an_attribution_that_did_not_take_place() -> None:
    assert weigh(saying(Columns.NEGATED, 0, 9.0), NEGATED, CUE, False) is True


def test_kinds_of_speech_lean_on_the_lists() -> None:
    threat = ACT.values.index(SpeechAct.THREAT)
    assert weigh(saying(Columns.ACT, threat, ACT.vote / 2), ACT, CUE, SpeechAct.STATEMENT) == SpeechAct.STATEMENT
