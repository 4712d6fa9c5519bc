"""How sure a source is, from cue and content: a table of what desks read every day."""

import pytest

from purport.extract.factuality import factuality, read_cue
from purport.records import Factuality, Span, SpeechAct

ROWS = [
    ("said", "the bridge had fallen", "CT+"),
    ("said", "the bridge had not fallen", "CT-"),
    ("said", "nobody was hurt", "CT-"),
    ("said", "it might have hit the convoy", "PS+"),
    ("said", "it would probably rain", "PR+"),
    ("said", "they could not corroborate the death", "Uu"),
    ("said", "that they were unable to verify either account", "Uu"),
    ("said", "the cause was unclear", "Uu"),
    ("believes", "the captain is alive", "PR+"),
    ("believed", "he could be hiding in the hills", "PS+"),
    ("is thought to", "be hiding in the hills", "PR+"),
    ("suggested", "the wave was man-made", "PS+"),
    ("denied", "taking part in the raid", "CT-"),
    ("denied", "that it had not paid", "CT+"),
    ("doubts", "that he is dead", "PR-"),
    ("could not confirm", "the death", "Uu"),
    ("declined to comment on", "the merger", "Uu"),
    ("did not say", "who had paid", "Uu"),
    ("reportedly", "bought the yard", "PR+"),
    ("According to", "two people were rescued", "CT+"),
    ("asked", "whether the doors were locked", "Uu"),
]


@pytest.mark.parametrize(("cue", "content", "expected"), ROWS, ids=[f"{cue} {content}" for cue, content, _ in ROWS])
def test_a_first_factuality(cue: str, content: str, expected: str) -> None:
    text = f"{cue} {content}"
    spans = Span(0, len(cue)), (Span(len(cue) + 1, len(text)),)
    assert factuality(text, read_cue(text, spans[0]), spans[1]) == Factuality(expected)


@pytest.mark.xfail(reason="without syntax, a hedge in a relative clause before the main verb counts")
def test_a_hedge_in_a_relative_clause_is_not_the_contents() -> None:
    text = "warned that the dam, which might not hold, needs repair"
    assert factuality(text, read_cue(text, Span(0, 6)), (Span(7, len(text)),)) == Factuality.CERTAIN


@pytest.mark.parametrize(
    ("cue", "negated"),
    [("did not refer to", True), ("didn’t mention", True), ("said", False), ("denied", False), ("could not verify", False)],
)
def test_a_negated_attribution_is_told_from_a_denied_content(cue: str, negated: bool) -> None:
    assert read_cue(cue, Span(0, len(cue))).negated == negated


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("urged", SpeechAct.EXHORTATION),
        ("has called for", SpeechAct.EXHORTATION),
        ("called", SpeechAct.STATEMENT),
        ("threatened", SpeechAct.THREAT),
        ("vowed", SpeechAct.PROMISE),
        ("has offered", SpeechAct.OFFER),
        ("asked", SpeechAct.QUESTION),
        ("said", SpeechAct.STATEMENT),
    ],
)
def test_speech_acts_by_cue(cue: str, act: SpeechAct) -> None:
    assert read_cue(cue, Span(0, len(cue))).act == act


def test_a_bare_quotation_is_a_certain_statement() -> None:
    found = read_cue("", None)
    assert (found.stance, found.act, found.negated) == ("certain", "statement", False)
