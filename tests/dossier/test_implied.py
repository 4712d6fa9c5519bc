"""What only implies that somebody lives stands apart from what is said."""

import pytest

from dossier.telling import Did, Says, Tape, entries, report, shown
from purport.dossier.conditions import IMPLIED, STATUS
from purport.dossier.purported import IF_HIS, IF_RECENT, IF_SPEAKS
from purport.records import SourceType, SpeechAct

DEAD = Says("The army", "Ilo Tolk was killed")
KILLED = Did("killed", {"patient": "Ilo Tolk"})
ITSELF = Says(None, "Ilo Tolk was killed", None)


@pytest.mark.parametrize(
    ("does", "found"),
    [
        (Did("fled", {"agent": "Orla Vane"}), ["Orla Vane: alive: fled when the mill burned CT+ by Orla Vane"]),
        (Did("fled", {"agent": "Orla Vane"}, sure="CT-"), []),
        (Did("fled", {"agent": "Orla Vane"}, on="1999-05-01"), []),
        (Did("burned", {"agent": "Orla Vane"}), []),
    ],
)
def test_who_got_away_lives(does: Did, found: list[str]) -> None:
    text = "Orla Vane said Orla Vane fled when the mill burned."
    says = Says("Orla Vane", "Orla Vane fled when the mill burned", type=SourceType.NAMED_PERSON)
    assert shown(report(text, says, people=["Orla Vane"], does=[does]), IMPLIED) == found


def test_what_the_outlet_tells_of_flights_is_no_claim() -> None:
    told = report("Orla Vane fled.", Says(None, "Orla Vane fled", None), people=["Orla Vane"], does=[Did("fled", {"agent": "Orla Vane"})])
    assert shown(told, IMPLIED) == []


@pytest.mark.parametrize(
    ("death", "aim", "found"),
    [
        (DEAD, "they may need months to capture Ilo Tolk", ["Ilo Tolk: alive: still sought Uu by Officials"]),
        (DEAD, "they needed months to capture Ilo Tolk", []),
        (ITSELF, "they may need months to capture Ilo Tolk", []),
    ],
)
def test_who_is_yet_to_be_caught_lives_unless_the_outlet_has_him_dead(death: Says, aim: str, found: list[str]) -> None:
    text = f"The army said Ilo Tolk was killed. Officials said {aim}."
    acts = [KILLED, Did("capture", {"patient": "Ilo Tolk"}, sure="Uu")]
    assert shown(report(text, death, Says("Officials", aim), people=["Ilo Tolk"], does=acts), IMPLIED) == found


@pytest.mark.parametrize(("of", "found"), [("a reward for word of Ilo Tolk", 1), ("a pardon for word of Ilo Tolk", 0)])
def test_for_whom_a_reward_is_offered_lives(of: str, found: int) -> None:
    text = f"The army said Ilo Tolk was killed. Police offered {of}."
    acts = [KILLED, Did("word", {"patient": "Ilo Tolk"}, sure="Uu")]
    offer = Says("Police", of, "offered", act=SpeechAct.OFFER)
    assert (
        shown(report(text, DEAD, offer, people=["Ilo Tolk"], does=acts), IMPLIED) == ["Ilo Tolk: alive: still sought Uu by Police"] * found
    )


@pytest.mark.parametrize(
    ("cue", "spoken", "found"),
    [
        ("referred to", "a recent flood", [IF_SPEAKS, IF_RECENT]),
        ("referred to", "an old flood", [IF_SPEAKS]),
        ("dreamt of", "a recent flood", [IF_SPEAKS]),
    ],
)
def test_a_message_that_speaks_of_late_tells_when_its_speaker_lived_if_it_is_his(cue: str, spoken: str, found: list[str]) -> None:
    text = f"The army said Ilo Tolk was killed. A tape purportedly by Ilo Tolk came out. Ilo Tolk vowed to fight. The chief {cue} {spoken}."
    sayings = [DEAD, Says("Ilo Tolk", "to fight", "vowed", type=SourceType.NAMED_PERSON), Says("The chief", spoken, cue)]
    named = {"people": ["Ilo Tolk"], "nouns": ["The chief"], "one": [["Ilo Tolk", "The chief"]]}
    made = report(text, *sayings, **named, does=[KILLED], tapes=[Tape("A tape", "Ilo Tolk", "purportedly by")])  # type: ignore[arg-type]
    assert [each.value for each in entries(made, IMPLIED)] == found


def test_without_a_message_of_his_who_is_quoted_is_not_told_to_live() -> None:
    text = "The army said Ilo Tolk was killed. Ilo Tolk vowed to fight."
    told = report(text, DEAD, Says("Ilo Tolk", "to fight", "vowed"), people=["Ilo Tolk"], does=[KILLED])
    assert shown(told, IMPLIED) == []


@pytest.mark.parametrize(("words", "found"), [("If genuine, it is first", 1), ("If loud, it is first", 0), ("It is genuine", 0)])
def test_what_a_message_would_be_if_genuine_tells_that_its_speaker_may_live(words: str, found: int) -> None:
    text = f"The army said Ilo Tolk was killed. A tape purportedly by Ilo Tolk came out. {words}."
    made = report(text, DEAD, people=["Ilo Tolk"], does=[KILLED], tapes=[Tape("A tape", "Ilo Tolk", "purportedly by")])
    told = [each for each in entries(made, STATUS) if each.value == IF_HIS]
    assert len(told) == 1 + found
