"""Whose word a line is: each source once, by the words that tell most."""

import pytest

from purport.dossier.lines import Entry, Placed, Section, line
from purport.records import Factuality, Span


def told(by: str | None) -> Placed:
    return Placed("a.txt", "a", Entry(Section.PERSON, "e", "Ada Vel", "status", "dead", (Span(0, 4),), Factuality.CERTAIN, by=by))


@pytest.mark.parametrize(
    ("by", "shown"),
    [
        (["Ilo Tolk, the harbour master,", "Ilo Tolk, the harbour master"], ("Ilo Tolk, the harbour master",)),
        (["The army", "army"], ("The army",)),
        (["Ada Vel", "Commodore Ada Vel, who leads the search", "Commodore Ada Vel"], ("Commodore Ada Vel, who leads the search",)),
        (["The army", "army spokesman Ilo Tolk"], ("The army", "army spokesman Ilo Tolk")),
        (["she", "Ada Vel", "who"], ("Ada Vel",)),
        (["she"], ("she",)),
        ([None], ()),
    ],
)
def test_whose_word_it_is(by: list[str | None], shown: tuple[str, ...]) -> None:
    assert line("Ada Vel", [told(each) for each in by], ["a.txt"]).by == shown
