"""How sure a source is, from cue and content: tables of what desks read every day."""

import time

import pytest

from purport.extract.clauses import main_clause
from purport.extract.cues import read_cue
from purport.extract.factuality import is_call, read_factuality
from purport.records import Factuality, Form, Span, SpeechAct

ROWS = [
    ("said", "the bridge had fallen", "CT+"),
    ("said", "the bridge had not fallen", "CT-"),
    ("said", "nobody was hurt", "CT-"),
    ("said", "it might have hit the convoy", "PS+"),
    ("said", "it would probably rain", "PR+"),
    ("said", "they could not corroborate the death", "Uu"),
    ("said", "that they were unable to verify either account", "Uu"),
    ("said", "the cause was unclear", "Uu"),
    ("said", "it was not clear who had fired", "Uu"),
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
    # full stops and commas that end nothing
    ("said", "that the U.S. military and coalition forces did not take part in the raid", "CT-"),
    ("said", "Gen. Ilo Marr and his men had not fired", "CT-"),
    ("said", "about 1,500 of the men in it were not armed", "CT-"),
    ("warned", "that the dam, which might not hold, needs repair", "CT+"),
    ("said", "Orla Vane, the harbour master, did not sign", "CT-"),
    ("said", "they left because nobody came", "CT+"),
    # negated thought turns the content; negated knowledge leaves it open
    ("does not believe", "the leader is dead", "PR-"),
    ("did not rule out", "an attack", "PS+"),
    ("did not deny", "the sale", "Uu"),
    ("has yet to confirm", "the death", "Uu"),
    ("failed to confirm", "the strike", "Uu"),
    # what is called for or promised not to be is sure all the same
    ("urged", "residents not to return to the quay", "CT+"),
    ("promised", "never to raise the levy", "CT+"),
    ("threatened", "not to release them", "CT+"),
    # phrases that only look like negations and hedges
    ("said", "no fewer than 40 people were killed", "CT+"),
    ("said", "not only soldiers but civilians were killed", "CT+"),
    ("said", "they could see bodies in the street", "CT+"),
    ("said", "soldiers killed at least 40 people in May", "CT+"),
    ("said", "No, we killed them", "CT+"),
    ("said", "he never told them to shoot", "CT-"),
    # lost and misencoded apostrophes
    ("said", "it didnt take part in the raid", "CT-"),
    ("said", "it didn t take part in the raid", "CT-"),
    ("said", "it didnâ€™t take part in the raid", "CT-"),
    ("said", "they couldn t verify it", "Uu"),
    # nouns and adjuncts in a cue
    ("told a press conference", "that 40 people were killed", "CT+"),
    ("said during Sunday's debate", "that he would go", "CT+"),
    ("said in May", "that he would go", "CT+"),
    ("said, without giving details,", "that 40 were killed", "CT+"),
]


@pytest.mark.parametrize(("cue", "content", "expected"), ROWS, ids=[f"{cue} {content}" for cue, content, _ in ROWS])
def test_a_first_factuality(cue: str, content: str, expected: str) -> None:
    text = f"{cue} {content}"
    spans = Span(0, len(cue)), (Span(len(cue) + 1, len(text)),)
    assert read_factuality(text, read_cue(text, spans[0]), spans[1]) == Factuality(expected)


@pytest.mark.xfail(reason="without syntax, a negation after a subordinate clause at the beginning is not reached")
def test_a_main_clause_after_a_long_subordinate_one() -> None:
    text = "When the first of the four ferries came in that morning the police did not stop it"
    assert read_factuality(text, read_cue(text, None), (Span(0, len(text)),)) == Factuality.CERTAINLY_NOT


@pytest.mark.parametrize(
    ("cue", "negated"),
    [
        ("did not refer to", True),
        ("didn’t mention", True),
        ("didnt say", True),
        ("said", False),
        ("denied", False),
        ("could not verify", False),
        ("could not say", False),
        ("would not say", False),
        ("does not believe", False),
        ("did not rule out", False),
    ],
)
def test_a_negated_attribution_is_told_from_doubt(cue: str, negated: bool) -> None:
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
        ("told a press conference", SpeechAct.STATEMENT),
    ],
)
def test_speech_acts_by_cue(cue: str, act: SpeechAct) -> None:
    assert read_cue(cue, Span(0, len(cue))).act == act


@pytest.mark.parametrize(
    ("cue", "content", "form", "call"),
    [
        ("asked", "its supporters to burn the police stations", Form.INDIRECT, True),
        ("told", "his followers to attack the embassy", Form.INDIRECT, True),
        ("asked", "whether they had to go", Form.INDIRECT, False),
        ("told", "us that they had to go", Form.INDIRECT, False),
        ("said", "Burn their barns", Form.DIRECT, True),
        ("said", "Do not sleep", Form.MIXED, True),
        ("said", "Raid victims were not paid", Form.DIRECT, False),
        ("said", "March was not our worst month", Form.DIRECT, False),
        ("said", "attack the depot was the order", Form.INDIRECT, False),
    ],
)
def test_calls(cue: str, content: str, form: Form, call: bool) -> None:
    text = f"{cue} {content}"
    assert is_call(text, read_cue(text, Span(0, len(cue))), (Span(len(cue) + 1, len(text)),), form) == call


def test_a_bare_quotation_is_a_certain_statement() -> None:
    found = read_cue("", None)
    assert (found.stance, found.act, found.negated) == ("certain", "statement", False)


@pytest.mark.parametrize(
    ("content", "clause"),
    [
        ("", ()),
        ("that the dam, which might not hold, needs repair", ("that", "the", "dam", "needs", "repair")),
        ("the men left. The women did not", ("the", "men", "left")),
        ("no later than Friday the men will go", ("no_later_than", "friday", "the", "men", "will", "go")),
    ],
)
def test_the_main_clause(content: str, clause: tuple[str, ...]) -> None:
    assert main_clause(content, Span(0, len(content))) == clause


@pytest.mark.parametrize("mark", ["!", "!”", ". ", "\n", "\n "])
def test_marks_without_end_take_no_longer_than_words(mark: str) -> None:
    content = "the men left" + mark * 20_000 + "x"
    before = time.process_time()
    assert main_clause(content, Span(0, len(content)))[:3] == ("the", "men", "left")
    assert time.process_time() - before < 1
