"""Two accounts of who holds a place, or an office: of one day, of two, of two holders, and of a later change."""

from dataclasses import replace

import pytest

from purport.records import Factuality, Span
from purport.resolve.accounts import Account, Act, Holding
from purport.resolve.compare import answers, question
from purport.resolve.holds import _told, keys
from resolve.saying import AGREES, CONTRADICTS, SUPERSEDES, account, days, party, relation

TIME, STATUS, WHO, DENIAL = "time", "status", "participant", "denial"


def holding(
    act: str,
    who: str = "the army",
    begun: str | None = None,
    *,
    to: str | None = None,
    sure: str = "CT+",
    place: str = "Karst",
    part: str | None = None,
    whole: bool = False,
    office: str | None = None,
    actual: bool = True,
) -> Holding:
    return Holding(
        f"{act} {who}",
        None,
        Act(act),
        party(place),
        party(who),
        None,
        Factuality(sure),
        (Span(0, 1),),
        days(begun),
        days(to),
        part,
        whole,
        office,
        actual,
    )


def said(held: Holding, report: str = "a", on: str = "2031-03-04", source: str | None = None) -> Account:
    words = {"a": "by night, all of it", "b": "nobody slept after that"}[report]
    return replace(account(words, source, report=report, said=on, sure=held.factuality.value), holdings=(held,))


def of(one: Holding, other: Holding, **second: str) -> tuple[str, str | None] | None:
    return relation(said(one), said(other, "b", **second))


RETAKEN = holding("takes", "the army", "2031-01-29")
SINCE = holding("holds", "Lantern Front", "2028-06-02")


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (RETAKEN, holding("takes", "government troops", "2031-01-29"), (AGREES, TIME)),
        (RETAKEN, holding("takes", "Sorvian forces", "2031-01-27..2031-02-02"), (AGREES, TIME)),
        (RETAKEN, holding("holds", "the army", "2031-01-29"), (AGREES, TIME)),
        (RETAKEN, holding("takes", "the army", "2031-02-05"), (CONTRADICTS, TIME)),
        (RETAKEN, holding("takes", "the army", "2029-02-05"), None),
        (RETAKEN, holding("takes", "the army"), None),
        (holding("holds", "the army"), holding("holds", "government troops", "2031-01-29"), (AGREES, STATUS)),
        (SINCE, holding("takes", "the fighters", "2028-06-01..2028-09-22"), (AGREES, TIME)),
        (SINCE, holding("holds", "the Front", "2028-07-01..2028-07-31"), (CONTRADICTS, TIME)),
        (SINCE, holding("holds", "the Front", "2029-07-01..2029-07-31"), (CONTRADICTS, TIME)),
        (holding("leaves", "the Front", to="2031-02-02"), holding("holds", "Front fighters", to="2031-02-11"), (CONTRADICTS, TIME)),
        (holding("leaves", "the Front", to="2031-02-02"), holding("loses", "the Front", to="2031-02-02"), (AGREES, TIME)),
    ],
)
def test_one_holder_by_two_accounts(one: Holding, other: Holding, found: tuple[str, str] | None) -> None:
    assert of(one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (RETAKEN, holding("holds", "the rebels", to="2031-02-11"), (CONTRADICTS, TIME)),
        (RETAKEN, holding("leaves", "Lantern Front", to="2031-02-02"), (CONTRADICTS, TIME)),
        (RETAKEN, holding("leaves", "Lantern Front", to="2031-01-28"), None),
        (RETAKEN, holding("leaves", "Lantern Front", to="2032-01-28"), None),
        (RETAKEN, holding("takes", "the rebels", "2031-01-29"), (CONTRADICTS, WHO)),
        (RETAKEN, holding("takes", "the rebels", "2028-06-02"), None),
        (holding("holds", "the army"), holding("holds", "the rebels"), (CONTRADICTS, STATUS)),
        (holding("holds", "the army"), holding("holds", "they"), None),
        (holding("holds", "Sorvian troops"), holding("holds", "Brask"), (CONTRADICTS, STATUS)),
        (holding("besieges", "the army", "2031-01-29"), holding("holds", "the rebels"), None),
        (RETAKEN, holding("loses", "the rebels", to="..2031-03-01", sure="CT-"), (CONTRADICTS, DENIAL)),
        (RETAKEN, holding("loses", "the rebels", to="2030-03-01", sure="CT-"), None),
    ],
)
def test_two_holders(one: Holding, other: Holding, found: tuple[str, str] | None) -> None:
    assert of(one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (holding("holds", "the rebels"), holding("takes", "the army", "2031-03-20"), (SUPERSEDES, STATUS)),
        (holding("takes", "the rebels", "2031-03-01"), holding("takes", "the army", "2031-03-20"), (SUPERSEDES, STATUS)),
        (holding("holds", "the rebels"), holding("leaves", "the rebels", to="2031-03-20"), (SUPERSEDES, STATUS)),
        (holding("holds", "the rebels"), holding("holds", "the army"), (SUPERSEDES, STATUS)),
        (holding("holds", "the rebels"), holding("holds", "the army", "2031-01-29"), (CONTRADICTS, STATUS)),
        (holding("holds", "the rebels", to="..2031-03-01"), holding("takes", "the army", "2031-03-20"), None),
    ],
)
def test_a_later_change(one: Holding, other: Holding, found: tuple[str, str] | None) -> None:
    assert of(one, other, on="2031-03-21") == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (holding("takes", begun="2031-01-29", part="eastern quarter"), holding("holds", "the rebels", to="2031-02-11"), None),
        (RETAKEN, holding("holds", "the rebels", to="2031-02-11", part="eastern quarter"), None),
        (
            holding("holds", begun="2031-01-29", whole=True),
            holding("holds", "the rebels", to="2031-02-11", part="eastern quarter"),
            (CONTRADICTS, TIME),
        ),
        (
            holding("takes", begun="2031-01-29", part="the east"),
            holding("takes", begun="2031-02-02", part="eastern quarter"),
            None,
        ),
        (
            holding("takes", begun="2031-01-29", part="eastern quarter"),
            holding("takes", begun="2031-01-29", part="a quarter"),
            (AGREES, TIME),
        ),
    ],
)
def test_a_part_of_a_place_tells_nothing_of_the_whole(one: Holding, other: Holding, found: tuple[str, str] | None) -> None:
    assert of(one, other) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (holding("takes", begun="2031-01-29", actual=False), None),
        (holding("takes", begun="2031-01-29", sure="Uu"), None),
        (holding("takes", begun="2031-01-29", sure="CT-"), (CONTRADICTS, DENIAL)),
        (holding("takes", begun="2030-01-29", sure="CT-"), None),
        (holding("takes", begun="2031-01-29", sure="PS-"), None),
        (holding("takes", begun="2031-01-29", sure="PS+"), (AGREES, TIME)),
        (holding("takes", begun="2031-01-29", place="Brask"), None),
        (holding("takes", begun="2031-01-29", place="KARST"), (AGREES, TIME)),
    ],
)
def test_what_is_planned_denied_or_of_another_place(other: Holding, found: tuple[str, str] | None) -> None:
    assert of(RETAKEN, other) == found


@pytest.mark.parametrize(
    ("begun", "found"), [("2031-01-29", (AGREES, TIME)), ("2031-01-27..2031-01-31", (AGREES, TIME)), ("2031", None), ("2031-02-01", None)]
)
def test_a_taking_by_nobody_named(begun: str, found: tuple[str, str] | None) -> None:
    begun = "2031-01-01..2031-12-31" if begun == "2031" else begun
    assert of(RETAKEN, replace(holding("takes", begun=begun), party=None)) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("2031-02-01", "2031-02-01", (CONTRADICTS, WHO)),
        ("2031-02-01", "2031-03-01", (SUPERSEDES, STATUS)),
    ],
)
def test_two_who_take_one_office(one: str, other: str, found: tuple[str, str] | None) -> None:
    first = holding("takes", "Orla Vane", one, place="Tannick Group", office="chairman")
    assert of(first, holding("takes", "Ilo Tolk", other, place="Tannick Group", office="chairman")) == found


def test_another_office_is_another_question() -> None:
    first = holding("takes", "Orla Vane", "2031-02-01", place="Tannick Group", office="chairman")
    assert of(first, holding("takes", "Ilo Tolk", "2031-02-01", place="Tannick Group", office="president")) is None


def test_one_source_of_one_report_is_held_against_nobody() -> None:
    one, other = (replace(said(each), claim=str(number)) for number, each in enumerate((RETAKEN, holding("takes", begun="2031-02-05"))))
    assert relation(one, other) is None


def test_the_question_and_its_answers() -> None:
    one, other = said(RETAKEN), said(holding("holds", "the rebels", to="2031-02-11", part="east"), "b")
    assert question(one, said(holding("leaves", "the rebels", to="2031-02-11"), "b")) == "Who holds Karst?"
    both = answers(one, said(holding("leaves", "the rebels", to="2031-02-11"), "b"))
    assert [each.value for each in both] == ["taken by the army 2031-01-29", "left by the rebels 2031-02-11"]
    assert question(one, other) == ""


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (SINCE, "held by Lantern Front since 2028-06-02"),
        (holding("holds", "the Front", "2028-06-02", to="2031-02-11"), "held by the Front since 2028-06-02 until 2031-02-11"),
        (holding("clears", "troops", part="eastern quarter"), "cleared by troops (eastern quarter)"),
        (replace(RETAKEN, party=None), "taken 2031-01-29"),
    ],
)
def test_an_answer_in_words(held: Holding, words: str) -> None:
    assert _told(held) == words


def test_an_account_is_found_by_the_places_that_it_tells_of() -> None:
    assert set(keys(said(RETAKEN))) == {"holds  karst"}
    assert set(keys(said(replace(RETAKEN, is_actual=False)))) == set()
