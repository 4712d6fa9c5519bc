"""What an attempt, a purpose and a plan tell of a place: a fight for it, or nothing that is so; never that it was taken."""

import pytest

from resolve.held_by import told

FOUGHT = "contests Vesk: Troops, ..2031-03-10, to ..2031-03-10"
TAKEN = "takes Vesk: Troops, ..2031-03-10"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[Troops|org] launched an offensive to *retake* [Vesk|pla].", FOUGHT),
        ("[Troops|org] fought late into the night to *seize* [Vesk|pla].", FOUGHT),
        ("[Troops|org] pressed on with a campaign aimed at *retaking* [Vesk|pla].", "not: " + TAKEN),
        ("[Troops|org] are at war for the *recapture* of [Vesk|pla].", FOUGHT),
        ("[Troops|org] plan a major offensive to *retake* [Vesk|pla].", "not: " + TAKEN),
        ("[Troops|org] vowed to *retake* [Vesk|pla].", "not: " + TAKEN),
        ("[Troops|org] moved up to *besiege* or *retake* [Vesk|pla].", "not: besieges Vesk: Troops, ..2031-03-10, to ..2031-03-10"),
        ("[Troops|org] could *retake* [Vesk|pla].", "not: " + TAKEN),
        ("[Troops|org] managed on Monday to *retake* [Vesk|pla].", TAKEN),
        ("[Troops|org] are said to have *retaken* [Vesk|pla].", TAKEN),
        ("[Troops|org] were reported to *control* [Vesk|pla].", "holds Vesk: Troops, to ..2031-03-10"),
        ("[Troops|org] may *control* [Vesk|pla].", "holds Vesk: Troops"),
        ("[Troops|org] succeeded in *retaking* [Vesk|pla].", TAKEN),
        ("[Troops|org] lost many men in *retaking* [Vesk|pla].", TAKEN),
    ],
)
def test_what_came_about_what_was_tried_and_what_was_meant(marked: str, found: str) -> None:
    assert told(marked, agent="Troops", patient="Vesk") == [found]


def test_verbs_that_are_joined_have_one_aim() -> None:
    found = told("[Troops|org] hoped to enter and *seize* [Vesk|pla].", agent="Troops", patient="Vesk")
    assert found == ["not: takes Vesk: Troops, ..2031-03-10"]


def test_a_fight_is_theirs_who_began_it() -> None:
    marked = "[Troops|org] *mounted* an offensive on <3 June 2030|2030-06-03> to *retake* [Vesk|pla]."
    assert told(marked, agent="Troops", second={"patient": "Vesk"}) == ["contests Vesk: Troops, 2030-06-03, to 2030-06-03"]
