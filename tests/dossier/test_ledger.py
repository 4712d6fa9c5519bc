"""The ledger of places: who is told to hold them from when to when, with open ends, and accounts that part beside each other."""

import pytest

from dossier.ledgers import ledger_of, lines_of
from purport.records import SpeechAct
from resolve.held_by import read

OUT = "2031-03-10"


@pytest.mark.parametrize(
    ("marked", "given", "found"),
    [
        (
            "[Troops|org] *retook* [Vesk|pla] from the [Red Front|org] on <3 June 2030|2030-06-03>.",
            {"agent": "Troops", "patient": "Vesk"},
            ["Vesk | Red Front, held until | 3 June 2030 | 2030-06-03", "Vesk | Troops, held from | 3 June 2030 | 2030-06-03"],
        ),
        (
            "[Rebels|org] have *held* [Vesk|pla] since <May 2030|2030-05>.",
            {"agent": "Rebels", "patient": "Vesk"},
            ["Vesk | Rebels, held from | May 2030 | 2030-05-01..2030-05-31", f"Vesk | Rebels, still held | as of the report | {OUT}.."],
        ),
        (
            "[Rebels|org] *control* [Vesk|pla].",
            {"agent": "Rebels", "patient": "Vesk"},
            [f"Vesk | Rebels, still held | as of the report | {OUT}.."],
        ),
        (
            "[Rebels|org] *seized* [[Vesk|pla]'s eastern quarter|pla].",
            {"agent": "Rebels", "patient": "Vesk's eastern quarter"},
            [f"Vesk, eastern quarter | Rebels, held from | day not told | ..{OUT}"],
        ),
        (
            "[Rebels|org] *left* [Vesk|pla] on <3 June 2030|2030-06-03>.",
            {"agent": "Rebels", "patient": "Vesk"},
            ["Vesk | Rebels, left | 3 June 2030 | 2030-06-03"],
        ),
        (
            "[Rebels|org] *stayed* in [Vesk|pla] until <11 February 2031|2031-02-11>.",
            {"agent": "Rebels"},
            ["Vesk | Rebels, present until | 11 February 2031 | 2031-02-11"],
        ),
        (
            "[Rebels|org] *lost* [Vesk|pla] to [Sorvian troops|org] in <June 2030|2030-06>.",
            {"agent": "Rebels", "patient": "Vesk"},
            [
                "Vesk | Rebels, held until | June 2030 | 2030-06-01..2030-06-30",
                "Vesk | Sorvian troops, held from | June 2030 | 2030-06-01..2030-06-30",
            ],
        ),
        (
            "[Troops|org] launched an offensive to *retake* [Vesk|pla] from the [Red Front|org].",
            {"agent": "Troops", "patient": "Vesk"},
            [f"Vesk | Red Front, held | day not told | ..{OUT}", f"Vesk | Troops, contested | day not told | ..{OUT}"],
        ),
        ("The *fall* of [Vesk|pla] in <May|2030-05> came soon.", {"patient": "Vesk"}, ["Vesk | taken | May | 2030-05-01..2030-05-31"]),
    ],
)
def test_what_a_report_tells_of_a_place(marked: str, given: dict[str, str], found: list[str]) -> None:
    assert ledger_of(read(marked, **given)) == found


@pytest.mark.parametrize(
    "given",
    [{"sure": "Uu"}, {"ahead": True}, {"act": SpeechAct.PROMISE}, {"act": SpeechAct.EXHORTATION}, {"act": SpeechAct.THREAT}],
)
def test_what_is_called_for_promised_or_to_come_has_no_line(given: dict[str, object]) -> None:
    assert ledger_of(read("[Troops|org] *retake* [Vesk|pla].", agent="Troops", patient="Vesk", **given)) == []


def test_plans_have_no_line() -> None:
    assert ledger_of(read("[Troops|org] plan to *retake* [Vesk|pla].", agent="Troops", patient="Vesk")) == []


def test_accounts_that_part_stand_beside_each_other_and_one_told_twice_is_one_line() -> None:
    days = {"a.txt": "<3 June 2030|2030-06-03>", "b.txt": "<3 June 2030|2030-06-03>", "c.txt": "<June 2030|2030-06>"}
    marked = "[Troops|org] *seized* [Vesk|pla] on {}."
    reports = [read(marked.format(day), path=path, agent="Troops", patient="Vesk") for path, day in days.items()]
    found = lines_of(*reports)
    assert [(each.not_before, each.not_after, each.origins) for each in found] == [
        ("2030-06-01", "2030-06-30", 1),
        ("2030-06-03", "2030-06-03", 2),
    ]
    assert lines_of(*reversed(reports)) == found


def test_those_without_a_name_are_the_only_one_that_they_can_be() -> None:
    one = read(
        "The [Sorvian army|org] *seized* [Vesk|pla] on <3 June 2030|2030-06-03>.", path="a.txt", agent="Sorvian army", patient="Vesk"
    )
    other = read("[Troops|org] *seized* [Vesk|pla] on <4 June 2030|2030-06-04>.", path="b.txt", agent="Troops", patient="Vesk")
    third = read(
        "The [Kesmari army|org] *seized* [Vesk|pla] on <5 June 2030|2030-06-05>.", path="c.txt", agent="Kesmari army", patient="Vesk"
    )
    assert [each.split(" | ")[1] for each in ledger_of(one, other)] == ["Sorvian army, held from"] * 2
    assert [each.split(", ")[0] for each in ledger_of(one, other, third)] == ["Vesk | Sorvian army", "Vesk | Troops", "Vesk | Kesmari army"]


def test_the_words_cited_are_those_from_the_first_to_the_last_that_tell_it() -> None:
    report = read("In spring [Troops|org] *retook* [Vesk|pla] on <3 June 2030|2030-06-03>, at last.", agent="Troops", patient="Vesk")
    (cited,) = lines_of(report)[0].citations
    assert report.report.text[cited.start : cited.end] == "Troops retook Vesk on 3 June 2030"


@pytest.mark.parametrize(
    ("marked", "agent", "term"),
    [
        ("[Troops|org] *retook* [Vesk|pla].", "Troops", "Government regains territory"),
        ("[Troops|org] *seized* [Vesk|pla].", "Troops", None),
        ("[Rebels|org] *seized* [Vesk|pla].", "Rebels", "Non-state actor overtakes territory"),
        ("The [Red Column|org] *recaptured* [Vesk|pla].", "Red Column", None),
        ("The [Red State|org] *recaptured* [Vesk|pla].", "Red State", None),
        ("[Troops|org] *attacked* [Vesk|pla].", "Troops", "Armed clash"),
        ("[Troops|org] *shelled* [Vesk|pla].", "Troops", "Shelling/artillery/missile attack"),
        ("[Rebels|org] *left* [Vesk|pla].", "Rebels", None),
        ("[Rebels|org] *ceded* [Vesk|pla] to [Sorvian troops|org].", "Rebels", "Non-violent transfer of territory"),
    ],
)
def test_a_term_of_the_codebook_stands_where_the_words_tell_that_it_fits(marked: str, agent: str, term: str | None) -> None:
    assert lines_of(read(marked, agent=agent, patient="Vesk"))[0].term == term


def test_what_is_taken_back_was_held_by_others_unless_it_is_told_by_whom() -> None:
    retaken = "[Troops|org] *retook* [Vesk|pla] on <3 June 2030|2030-06-03>."
    implied = "Vesk | held by others until (implied) | 3 June 2030 | 2030-06-03"
    one = read(retaken, path="a.txt", agent="Troops", patient="Vesk")
    assert implied in ledger_of(one)
    assert implied not in ledger_of(read("[Troops|org] *seized* [Vesk|pla] on <3 June 2030|2030-06-03>.", agent="Troops", patient="Vesk"))
    other = read("[Rebels|org] *left* [Vesk|pla] on <2 June 2030|2030-06-02>.", path="b.txt", agent="Rebels", patient="Vesk")
    assert implied not in ledger_of(one, other)


def test_those_at_a_place_are_present_and_do_not_hold_it() -> None:
    found = ledger_of(read("[Rebels|org] *gathered* at [Vesk|pla] on <3 June 2030|2030-06-03>.", agent="Rebels"))
    assert found == ["Vesk | Rebels, present | 3 June 2030 | 2030-06-03"]


def test_a_rival_is_not_the_only_named_holder() -> None:
    one = read("The [Red Gang|org] *seized* [Vesk|pla].", path="a.txt", agent="Red Gang", patient="Vesk")
    other = read("[A rival gang|org] *seized* [Vesk|pla].", path="b.txt", agent="A rival gang", patient="Vesk")
    third = read("[The gang|org] *seized* [Vesk|pla].", path="c.txt", agent="The gang", patient="Vesk")
    holders = [[each.split(" | ")[1] for each in ledger_of(one, further)] for further in (other, third)]
    assert holders == [["Red Gang, held from", "rival gang, held from"], ["Red Gang, held from"]]


def test_what_stands_in_no_claim_is_told_too() -> None:
    marked = "[Rebels|org] *gathered* at [Vesk|pla] on <3 June 2030|2030-06-03>."
    assert ledger_of(read(marked, agent="Rebels", aside=True)) == ["Vesk | Rebels, present | 3 June 2030 | 2030-06-03"]


def test_who_abandons_nothing_by_name_leaves_no_holder() -> None:
    found = ledger_of(read("[Vesk|pla] was *abandoned* in <May 2030|2030-05>.", patient="Vesk"))
    assert found == ["Vesk | abandoned | May 2030 | 2030-05-01..2030-05-31"]
