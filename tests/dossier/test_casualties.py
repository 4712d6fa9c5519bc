"""Unnamed people who came to harm where no verb says so."""

from dataclasses import replace

import pytest

from dossier.telling import Did, Says, report, shown
from purport.dossier.conditions import STATUS
from purport.records import MentionType


@pytest.mark.parametrize(
    ("said", "noun", "found"),
    [
        ("washing injured or slain nurses", "nurses", ["injured or slain nurses: dead or hurt CT+ by Orla Vane"]),
        ("two dead soldiers lay there", "two dead soldiers", ["two dead soldiers: dead CT+ by Orla Vane"]),
        ("the dead man lay there", "the dead man", []),
        ("injured pride of nurses", "nurses", []),
        ("washing nurses", "nurses", []),
    ],
)
def test_what_stands_before_a_plural_tells_what_became_of_them(said: str, noun: str, found: list[str]) -> None:
    told = report(f"Orla Vane said they were {said}.", Says("Orla Vane", f"they were {said}"), people=["Orla Vane"], nouns=[noun])
    assert shown(told, STATUS) == found


@pytest.mark.parametrize(("whole", "found"), [("The dead", 1), ("The guests", 0)])
def test_whom_the_dead_include_is_dead(whole: str, found: int) -> None:
    text = f"Police said {whole} included two of his clerks."
    act = Did("included", {"agent": whole, "patient": "two of his clerks"})
    told = report(text, Says("Police", f"{whole} included two of his clerks"), nouns=[whole, "two of his clerks"], does=[act])
    assert shown(told, STATUS) == ["two of his clerks: dead CT+ by Police"] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He spoke of the killings in Vesk and Karst.", ["victims of killings in Vesk and Karst: dead CT+ by Karst Courier"]),
        ("He spoke of the killings. Vesk and Karst wept.", []),
        ("He spoke of the dances in Vesk and Karst.", []),
    ],
)
def test_killings_at_a_place_leave_people_dead(text: str, found: list[str]) -> None:
    word = "dances" if "dances" in text else "killings"
    assert shown(report(text, places=["Vesk", "Karst"], does=[Did(word)]), STATUS) == found


@pytest.mark.parametrize(
    ("said", "sure", "found"),
    [
        ("nine of whom were never found", "CT-", ["nine of whom: not found CT+ by Police"]),
        ("nine of whom were never found guilty", "CT-", []),
        ("nine of whom were found", "CT+", []),
    ],
)
def test_who_was_never_found(said: str, sure: str, found: list[str]) -> None:
    act = Did("found", {"patient": "nine of whom"}, sure=sure)
    told = report(f"Police said 119 sailed, {said}.", Says("Police", f"119 sailed, {said}"), nouns=["nine of whom"], does=[act])
    assert shown(told, STATUS) == found


@pytest.mark.parametrize(("words", "found"), [("hundreds of people", True), ("three of the wounded", True), ("hundreds of mills", False)])
def test_a_number_of_people_is_people_whatever_it_is_taken_for(words: str, *, found: bool) -> None:
    told = report(
        f"Fire killed {words}.", Says(None, f"Fire killed {words}", None), nouns=[words], does=[Did("killed", {"patient": words})]
    )
    told = replace(told, mentions=tuple(replace(each, type=MentionType.OTHER) for each in told.mentions))
    assert shown(told, STATUS) == [f"{words}: dead CT+ by Karst Courier"] * found
