"""Shared passages: what is copied is found wherever it stands, what is filled in anew is none."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from purport.records import Analysis, FurnitureKind
from purport.records import Furniture as Stretch
from purport.resolve.folded import fold_report, folded_words
from purport.resolve.passages import Shared, same_words, shared
from resolve.carried import SURGE, report

OWN = (
    "At the Mariners' Rest nobody had slept, and the landlady was frying eggs for whoever came in. "
    "The council meets tomorrow to say what is to become of the boats that have no berth. "
)
OTHER = "Prices of herring doubled within the hour at the inland markets, where lorries had waited since the night before. "


def both(one: Analysis, other: Analysis) -> Shared | None:
    return shared(fold_report(one), fold_report(other))


def found(one: str, other: str) -> list[tuple[str, str]]:
    left, right = report(one, outlet="A"), report(other, outlet="B")
    made = both(left, right)
    return [(each.left.words(one), each.right.words(other)) for each in made.passages] if made else []


@pytest.mark.parametrize(
    ("copied", "wanted"),
    [
        (SURGE, SURGE.strip(" .")),
        (SURGE.upper(), SURGE.upper().strip(" .")),
        (SURGE.replace(" ", "\n"), SURGE.replace(" ", "\n").strip("\n.")),
        (SURGE.replace("the coast road", "Shore Street"), SURGE.replace("the coast road", "Shore Street").strip(" .")),
        (SURGE.replace(" before dawn", ""), SURGE.replace(" before dawn", "").strip(" .")),
        (SURGE.replace("Tuesday", "Wednesday"), SURGE.replace("Tuesday", "Wednesday").strip(" .")),
    ],
)
def test_a_copy_is_one_passage_also_edited(copied: str, wanted: str) -> None:
    assert [right for _, right in found(SURGE, OWN + copied + OTHER)] == [wanted]


def test_a_paragraph_inside_another_report_is_found_with_where_it_stands() -> None:
    told = "Engineers had closed the eastern quay in the spring after divers found cracks as wide as a hand below the water line"
    assert found(SURGE, OWN + told + ", the agency reported. " + OTHER) == [(told, told)]


def test_moved_paragraphs_are_found() -> None:
    first, second, third = (each.strip() + ". " for each in SURGE.strip(" .").split(". "))
    assert len(found(SURGE, second + OWN + first + third)) == 3


def test_marks_accents_and_apostrophes_may_be_lost() -> None:
    printed = "“We’d told the café by the pier,” said Ümit Brandt’s sister, “that it couldn’t stay open another winter.”"
    assert len(found(printed, "Wed told the cafe by the pier, said Umit Brandts sister, that it couldnt stay open another winter.")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OWN, OTHER),
        (  # the same form, other numbers
            "The Bank of Brask said it lent 40 million marks to the market at 7.5 percent and expects a shortage of 310 million.",
            "The Bank of Brask said it lent 95 million marks to the market at 7.2 percent and expects a shortage of 480 million.",
        ),
        (  # the same in words
            "The board will pay a dividend of six marks a share on April third to holders of record on March ten.",
            "The board will pay a dividend of nine marks a share on July eighth to holders of record on June twelve.",
        ),
        ("He said in a statement on Tuesday that it had.", "She said in a statement on Tuesday that it had."),
    ],
)
def test_what_is_no_copy(one: str, other: str) -> None:
    assert found(one, other) == []


def test_a_changed_toll_in_a_long_passage_is_still_a_copy() -> None:
    toll = "At least 27 people died, police said. "
    assert len(found(toll + SURGE, toll.replace("27", "31") + SURGE)) == 1


def test_page_text_is_not_shared() -> None:
    prompt = "Sign up for our morning letter and read what the harbour is talking about before anybody else in town does. "
    reports = [
        report(prompt + own, outlet=outlet, furniture=(Stretch(0, len(prompt), FurnitureKind.PAGE),))
        for own, outlet in ((OWN, "A"), (OTHER, "B"))
    ]
    assert both(*reports) is None


@pytest.mark.parametrize(("other", "copies"), [(SURGE + OWN, True), (OTHER * 3 + SURGE[:125] + OWN, False)])
def test_within_one_outlet_only_repeats_and_updates_count(other: str, copies: bool) -> None:
    made = both(report(SURGE, path="a.txt"), report(other + "Brask is in Vell.", path="b.txt"))
    assert (made is not None) == copies


def test_a_form_of_one_outlet_with_other_names_is_no_repeat() -> None:
    form = "{} Holdings of {} said it filed with the registrar a statement covering an issue of convertible debentures due in ten years."
    one, other = (report(form.format(*names), path=f"{names[0]}.txt") for names in (("Arda", "Tolm"), ("Belk", "Ruin")))
    assert both(one, other) is None
    assert both(report(one.report.text, outlet="B", path="c.txt"), report(form.format("Arda", "Tolm"))) is not None


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2031-03-04", "2031-03-05"), 0),
        (("2031-03-05", "2031-03-04"), 1),
        (("2031-03-04", "2031-03-04"), None),
        ((None, "2031-03-04"), None),
    ],
)
def test_which_is_earlier_where_dates_tell(days: tuple[str | None, str | None], first: int | None) -> None:
    reports = [report(SURGE, outlet=outlet, day=day) for outlet, day in zip("AB", days, strict=True)]
    made = both(*reports)
    assert made is not None and made.earlier == (None if first is None else reports[first].report.id)


def test_a_passage_counts_its_words() -> None:
    made = both(report(SURGE, outlet="A"), report(OTHER + SURGE.replace(" before dawn", ""), outlet="B"))
    assert made is not None
    (passage,) = made.passages
    assert passage.edited and passage.words == made.words == len(folded_words(SURGE)) - 2
    assert made.is_copy


def test_the_order_of_two_reports_makes_no_difference() -> None:
    one, other = report(SURGE + OWN, outlet="A"), report(OTHER + SURGE + SURGE, outlet="B")
    assert both(one, other) == both(other, one)


@given(st.lists(st.sampled_from("abcd"), max_size=60), st.lists(st.sampled_from("abcd"), max_size=60))
def test_what_is_the_same_is_the_same(mine: list[str], theirs: list[str]) -> None:
    one, other = " ".join(mine) + ".", " ".join(theirs) + "."
    made = both(report(one, outlet="A"), report(other, outlet="B"))
    for passage in made.passages if made else ():
        for left, right in passage.same:
            assert folded_words(left.words(one)) == folded_words(right.words(other))


def test_a_claim_stands_in_a_passage_with_its_words_unless_its_numbers_differ() -> None:
    toll = "At least 27 people died, police said. "
    left, right = fold_report(report(toll + SURGE, outlet="A")), fold_report(report(toll.replace("27", "31") + SURGE, outlet="B"))
    made = shared(left, right)
    assert made is not None
    quay = [(factory.span(of.report.text, "closed the eastern quay"),) for of in (left, right)]
    died = [(factory.span(of.report.text, words),) for of, words in ((left, "At least 27 people died"), (right, "At least 31 people died"))]
    assert same_words(made.passages, left, right, (quay[0], quay[1])) == 4
    assert same_words(made.passages, left, right, (died[0], died[1])) == 0
    assert same_words(made.passages, left, right, (quay[0], died[1])) == 0


def test_many_repeats_of_one_line_are_borne() -> None:
    one, other = (report("the same five words again and " * 2000, outlet=outlet) for outlet in "AB")
    assert both(one, other) is None or both(one, other) == both(other, one)


def test_three_copies_make_three_pairs() -> None:
    reports = [fold_report(report(SURGE, outlet=outlet)) for outlet in "ABC"]
    assert all(shared(one, other) for one, other in permutations(reports, 2))
