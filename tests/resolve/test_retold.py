"""Two tellings of one happening are tied, with why; others on the same man, and parts of one, stay apart."""

from dataclasses import replace

import pytest

from purport.records import Analysis, Interval
from purport.resolve.retold import are_two, item, tie
from purport.resolve.told import ANY_DAY, Told
from resolve.happen import STRUCK, Happens, day, report, strikes, tellings

NAMES = {"Vashan": "Orla Vashan"}


def first(analysis: Analysis) -> Told:
    return tellings(analysis, NAMES)[0]


TOLD = {name: first(each) for name, each in strikes().items()}


@pytest.mark.parametrize(("one", "other"), [("wire", "brief"), ("wire", "herald"), ("brief", "herald"), ("brief", "radio")])
def test_one_strike_told_twice(one: str, other: str) -> None:
    found = tie(TOLD[one], TOLD[other])
    assert found is not None
    assert found == tie(TOLD[other], TOLD[one])
    assert {found.left, found.right} == {item(TOLD[one]), item(TOLD[other])}


@pytest.mark.parametrize("name", ["wire", "brief", "herald", "radio"])
def test_another_strike_on_the_same_woman_is_another(name: str) -> None:
    assert tie(TOLD[name], TOLD["post"]) is None
    assert are_two(TOLD[name], TOLD["post"])


def test_it_says_why() -> None:
    found = tie(TOLD["wire"], TOLD["radio"])
    assert found is not None
    assert found.why.startswith(
        "“struck” in both: agent “Northern Guard”, patient “Orla Vashan”, place “Karst”, both dated 2031-03-02, told"
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(STRUCK, agent="Lantern Front"),
        replace(STRUCK, patient="Ilo Brandt"),
        replace(STRUCK, days=day("2031-03-05")),
    ],
)
def test_others_in_a_role_or_other_days_keep_apart(other: Happens) -> None:
    text = f"Jets of the {other.agent} struck the car of {other.patient} near Karst."
    assert tie(TOLD["wire"], first(report(text, other, path="b.txt", out="2031-03-06"))) is None


def test_what_happens_in_a_strike_is_not_the_strike() -> None:
    text = "Orla Vashan was wounded near Karst by the Northern Guard on Sunday."
    wounded = first(report(text, replace(STRUCK, word="wounded"), path="b.txt", out="2031-03-04"))
    assert tie(TOLD["wire"], wounded) is None


def test_one_who_does_like_things_to_two() -> None:
    """The same firm sells, in the same week, a mill and a ship."""
    mill, ship = (
        first(report(f"Vashan Mills sold its {thing} in the hills.", Happens("sold", "Vashan Mills", thing), path=f"{thing}.txt", out=out))
        for thing, out in (("quarry", "2031-03-04"), ("ferry", "2031-03-05"))
    )
    assert tie(mill, ship) is None


def test_much_happens_in_one_place() -> None:
    """Bonds of two banks are listed in one town: the reports have nothing else in common."""
    one, other = (
        first(
            report(
                f"Bonds of {bank} were listed in Karst. {head} heads it.",
                Happens("listed", place="Karst"),
                path=f"{bank}.txt",
                out="2031-03-04",
                also=(bank, head),
            )
        )
        for bank, head in (("Vashan Bank", "Ilo Brandt"), ("Lenn Trust", "Orla Quell"))
    )
    assert not are_two(one, other)
    assert tie(one, other) is None


def fate(text: str, word: str, out: str, days: Interval = ANY_DAY) -> Told:
    return first(report(text, Happens(word, patient="Orla Vashan", days=days), path=f"{out}.txt", out=out))


def test_who_has_died_has_died_once() -> None:
    """However long after a report tells of it, and however little else is alike."""
    one = fate("Orla Vashan died near Karst.", "died", "2031-03-04")
    other = fate("Ten years ago the killing of Orla Vashan shook the coast.", "killing", "2041-03-04")
    assert tie(one, other) is not None
    march, may = (fate("Orla Vashan died.", "died", "2031-06-01", day(f"2031-{month}-02")) for month in ("03", "05"))
    assert tie(march, may) is None


def test_a_town_can_be_taken_twice() -> None:
    seized = Happens("seized", "Northern Guard", "Karst")
    one, other = (
        first(report("The Northern Guard seized Karst.", seized, path=f"{out}.txt", out=out)) for out in ("2031-03-04", "2033-03-04")
    )
    assert tie(one, other) is None
