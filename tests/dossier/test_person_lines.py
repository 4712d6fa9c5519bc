"""A person's dossier in a case: found by any name, with why names are one, and others who are called so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import factory
from dossier.telling import Did, Says, report
from purport.dossier import Line, Section
from purport.records import Form, SourceType
from purport.resolving import resolve
from purport.store import Case
from purport.viewing import lines

MAYOR = "the mayor of Vesk"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """Two reports of Ilo Tolk's death, one of them in another spelling; one of the mayor of Vesk, Orla Tolk; one that quotes him."""
    killed = Did("killed", {"patient": "Ilo Tolk"})
    reports = [
        report("The army said Ilo Tolk was killed.", Says("The army", "Ilo Tolk was killed"), people=["Ilo Tolk"], does=[killed]),
        report(
            "Ilo Tolck, also known as the Reeve, was killed, the army said. The Reeds denied that Tolck was killed.",
            Says("the army", "Ilo Tolck, also known as the Reeve, was killed"),
            Says("The Reeds", "that Tolck was killed", "denied", "CT-"),
            people=["Ilo Tolck"],
            does=[Did("killed,", {"patient": "Ilo Tolck"})],
            path="vesk.txt",
        ),
        report(f"Orla Tolk, {MAYOR}, spoke.", people=["Orla Tolk"], nouns=[MAYOR], one=[("Orla Tolk", MAYOR)], path="mayor.txt"),
        report(
            "“The mill is ours,” Ilo Tolk said.",
            Says("Ilo Tolk", "“The mill is ours,”", type=SourceType.NAMED_PERSON, form=Form.DIRECT),
            people=["Ilo Tolk"],
            path="mill.txt",
        ),
    ]
    with Case.open(str(tmp_path_factory.mktemp("people") / "karst.case"), create=True) as opened:
        opened.add_many([(each, factory.original(each.report)) for each in reports], reader="tests")
        resolve(opened)
        yield opened


def told(found: list[Line], field: str) -> list[str]:
    return [f"{each.subject}: {each.value} {each.factuality} {each.origins}" for each in found if each.field == field]


@pytest.mark.parametrize("name", ["Ilo Tolk", "Ilo Tolck", "ilo tolck"])
def test_a_person_is_found_by_any_name(case: Case, name: str) -> None:
    assert lines(case, Section.PERSON, name) == lines(case, Section.PERSON, "Ilo Tolk") != []


def test_reports_of_his_death_long_apart_are_two(tmp_path: Path) -> None:
    killed = Did("killed", {"patient": "Ilo Tolk"})
    days = ("2031-03-10", "2031-03-01", "2030-11-01")
    text = "The army said Ilo Tolk was killed."
    reports = [
        report(text, Says("The army", "Ilo Tolk was killed", said=day), people=["Ilo Tolk"], does=[killed], path=f"{day}.txt", day=day)
        for day in days
    ]
    with Case.open(str(tmp_path / "karst.case"), create=True) as opened:
        opened.add_many([(each, factory.original(each.report)) for each in reports], reader="tests")
        resolve(opened)
        found = [each for each in lines(opened, Section.PERSON, "Ilo Tolk") if each.field == "status"]
    assert [[cited.path for cited in each.citations] for each in found] == [["2030-11-01.txt"], ["2031-03-01.txt", "2031-03-10.txt"]]


def test_a_name_nobody_has_finds_nobody(case: Case) -> None:
    assert lines(case, Section.PERSON, "Ilo Brask") == []


def test_names_are_told_with_why_they_are_one(case: Case) -> None:
    found = [each for each in lines(case, Section.PERSON, "Ilo Tolk") if each.field == "names"]
    assert [each.value for each in found][:2] == ["Ilo Tolk", "Ilo Tolck"]
    assert (found[0].why, found[1].why) == (None, "“Ilo Tolck” and “Ilo Tolk” are spellings of one name")


def test_others_of_one_last_name_are_told_apart(case: Case) -> None:
    found = lines(case, Section.PERSON, "Ilo Tolk")
    assert told(found, "not to be merged with") == ["Ilo Tolk: Orla Tolk, mayor of Vesk CT+ 1"]
    assert {each.subject for each in found} == {"Ilo Tolk"}


def test_a_quotation_has_one_origin(case: Case) -> None:
    assert told(lines(case, Section.PERSON, "Ilo Tolk"), "quotations") == ["Ilo Tolk: The mill is ours CT+ 1"]


def test_all_people_are_those_of_whom_more_is_told_than_who_they_are(case: Case) -> None:
    assert {each.subject for each in lines(case, Section.PERSON)} == {"Ilo Tolk"}
