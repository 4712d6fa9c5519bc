"""Events lie within the days that their times, tense and connectives tell."""

from dataclasses import replace

import pytest

import factory
from extract.parsed import analysed, reading_of, text_of
from purport.analyse import assemble
from purport.records import Basis, Published

THURSDAY = Published("2017-09-28", "2017-09-28", Basis.GIVEN)
JULY = "They/PRP/2/nsubj retook/VBD/0/root/! it/PRP/2/obj in/IN/5/case July/NNP/2/obl/@DATE ././2/punct"
SINCE = "It/PRP/4/nsubj has/VBZ/4/aux/<have been/VBN/4/aux:pass/<be shut/VBN/0/root/! since/IN/6/case April/NNP/4/obl/@DATE ././4/punct"
BOTH = (
    "On/IN/2/case Monday/NNP/4/obl/@DATE he/PRP/4/nsubj resigned/VBD/0/root/! and/CC/6/cc left/VBD/4/conj/! for/IN/8/case good/JJ/6/obl"
    " ././4/punct"
)
AFTER = "They/PRP/2/nsubj fled/VBD/0/root/! after/IN/5/mark it/PRP/5/nsubj fell/VBD/2/advcl/! in/IN/7/case July/NNP/5/obl/@DATE ././2/punct"
BEFORE = (
    "They/PRP/2/nsubj fled/VBD/0/root/! before/IN/5/mark it/PRP/5/nsubj fell/VBD/2/advcl/! in/IN/7/case July/NNP/5/obl/@DATE ././2/punct"
)
LASTED = (
    "It/PRP/2/nsubj lasted/VBD/0/root/! from/IN/4/case May/NNP/2/obl/@DATE to/IN/6/case/@DATE July/NNP/4/nmod/@DATE"
    " 2014/CD/6/nummod/@DATE ././2/punct"
)
WILL = "They/PRP/3/nsubj will/MD/3/aux leave/VB/0/root/! ././3/punct"
TO = "They/PRP/2/nsubj fought/VBD/0/root/! to/TO/4/mark retake/VB/2/xcomp/! it/PRP/4/obj ././2/punct"

ROSE_TWICE = "It/PRP/2/nsubj rose/VBD/0/root/! in/IN/4/case May/NNP/2/obl/@DATE ,/,/7/punct in/IN/7/case July/NNP/2/obl/@DATE ././2/punct"
THAN = (
    "It/PRP/3/nsubj was/VBD/3/cop lower/JJR/0/root/! than/IN/6/case a/DT/6/det/@DATE year/NN/7/obl:unmarked/@DATE ago/RB/3/advmod/@DATE"
    " ././3/punct"
)
A_YEAR_AGO = (
    "It/PRP/2/nsubj rose/VBD/0/root/! from/IN/5/case a/DT/5/det/@DATE year/NN/6/obl:unmarked/@DATE ago/RB/2/advmod/@DATE ././2/punct"
)
PAYABLE = "It/PRP/2/nsubj paid/VBD/0/root/! them/PRP/2/obj payable/JJ/3/amod Monday/NNP/2/obl:unmarked/@DATE ././2/punct"
SCHEDULED = (
    "It/PRP/3/nsubj is/VBZ/3/aux:pass/<be scheduled/VBN/0/root/!"
    " to/TO/5/mark close/VB/3/xcomp/! on/IN/7/case Monday/NNP/3/obl/@DATE ././3/punct"
)
WHEN = (
    "They/PRP/2/nsubj fled/VBD/0/root/! when/WRB/5/advmod it/PRP/5/nsubj fell/VBD/2/advcl/! in/IN/7/case July/NNP/5/obl/@DATE ././2/punct"
)
SINCE_WHEN = (
    "It/PRP/4/nsubj has/VBZ/4/aux/<have been/VBN/4/aux:pass/<be shut/VBN/0/root/! since/IN/6/case April/NNP/4/obl/@DATE ,/,/10/punct"
    " when/WRB/10/advmod they/PRP/10/nsubj fled/VBD/4/advcl/! ././4/punct"
)
LEAVING = "They/PRP/2/nsubj fled/VBD/0/root/! in/IN/4/case July/NNP/2/obl/@DATE ,/,/6/punct leaving/VBG/2/advcl/! all/PRP/6/obj ././2/punct"
FUNERAL = "They/PRP/2/nsubj spoke/VBD/0/root/! at/IN/5/case a/DT/5/det funeral/NN/2/obl/! in/IN/7/case July/NNP/2/obl/@DATE ././2/punct"
HELD = "They/PRP/2/nsubj held/VBD/0/root/!/<hold a/DT/4/det vigil/NN/2/obj/! in/IN/6/case July/NNP/2/obl/@DATE ././2/punct"
SENT = "They/PRP/2/nsubj read/VBD/0/root/! letters/NNS/2/obj sent/VBN/3/acl/! here/RB/4/advmod ././2/punct"
WANT = "They/PRP/2/nsubj want/VBP/0/root/! a/DT/4/det truce/NN/2/obj/! ././2/punct"
BOTH_WILL = "They/PRP/3/nsubj will/MD/3/aux meet/VB/0/root/! and/CC/5/cc vote/VB/3/conj/! ././3/punct"
PLAN = "They/PRP/2/nsubj plan/VBP/0/root/! to/TO/4/mark leave/VB/2/xcomp/! ././2/punct"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (JULY, {"retook": ("2017-07-01", "2017-07-31")}),
        (SINCE, {"shut": ("2017-04-01", "2017-09-28")}),
        (BOTH, {"resigned": ("2017-09-25", "2017-09-25"), "left": ("2017-09-25", "2017-09-25")}),
        (AFTER, {"fled": ("2017-07-01", "2017-09-28"), "fell": ("2017-07-01", "2017-07-31")}),
        (BEFORE, {"fled": (None, "2017-07-31"), "fell": ("2017-07-01", "2017-07-31")}),
        (LASTED, {"lasted": ("2014-05-01", "2014-07-31")}),
        (WILL, {"leave": ("2017-09-28", None)}),
        (TO, {"fought": (None, "2017-09-28"), "retake": (None, None)}),
        (ROSE_TWICE, {"rose": ("2017-05-01", "2017-07-31")}),
        (THAN, {"lower": (None, "2017-09-28")}),
        (A_YEAR_AGO, {"rose": (None, "2017-09-28")}),
        (PAYABLE, {"paid": (None, "2017-09-28")}),
        (SCHEDULED, {"scheduled": (None, None), "close": ("2017-10-02", "2017-10-02")}),
        (WHEN, {"fled": ("2017-07-01", "2017-07-31"), "fell": ("2017-07-01", "2017-07-31")}),
        (SINCE_WHEN, {"shut": ("2017-04-01", "2017-09-28"), "fled": ("2017-04-01", "2017-04-30")}),
        (LEAVING, {"fled": ("2017-07-01", "2017-07-31"), "leaving": ("2017-07-01", "2017-07-31")}),
        (FUNERAL, {"spoke": ("2017-07-01", "2017-07-31"), "funeral": ("2017-07-01", "2017-07-31")}),
        (HELD, {"held": ("2017-07-01", "2017-07-31"), "vigil": ("2017-07-01", "2017-07-31")}),
        (SENT, {"read": (None, "2017-09-28"), "sent": (None, "2017-09-28")}),
        (WANT, {"want": (None, None), "truce": (None, None)}),
        (BOTH_WILL, {"meet": ("2017-09-28", None), "vote": ("2017-09-28", None)}),
        (PLAN, {"plan": (None, None), "leave": ("2017-09-28", None)}),
    ],
    ids=[
        "its own time",
        "since",
        "what and joins",
        "after",
        "before",
        "a range",
        "will",
        "an infinitive tells nothing",
        "two times",
        "than",
        "from a year ago",
        "payable",
        "scheduled",
        "when",
        "what happened then",
        "a participle beside it",
        "where it was",
        "what a verb carries",
        "a participle beside the past",
        "what is wanted",
        "will and",
        "a plan",
    ],
)
def test_an_event_lies_within_what_is_told(notation: str, expected: dict[str, tuple[str | None, str | None]]) -> None:
    found = analysed(notation, published=THURSDAY)
    assert {found.report.text[each.start : each.end]: (each.not_before, each.not_after) for each in found.events} == expected


def test_without_a_day_of_writing_tense_bounds_nothing() -> None:
    assert [(each.not_before, each.not_after) for each in analysed(WILL).events] == [(None, None)]


TO_HAVE = "It/PRP/3/nsubj is/VBZ/3/aux:pass/<be {}/VBN/0/root/<{} to/TO/6/mark have/VB/6/aux fallen/VBN/3/xcomp/!/<fall ././3/punct"


@pytest.mark.parametrize(("cue", "last"), [("believe", "2017-09-28"), ("hope", None)])
def test_what_is_believed_to_have_been_lies_before_the_report_and_what_is_hoped_does_not(cue: str, last: str | None) -> None:
    [event] = analysed(TO_HAVE.format(f"{cue}d", cue), published=THURSDAY).events
    assert (event.not_before, event.not_after) == (None, last)


SAID = "They/PRP/2/nsubj said/VBD/0/root/! on/IN/4/case Monday/NNP/2/obl/@DATE it/PRP/6/nsubj fell/VBD/2/ccomp/! ././2/punct"
SAYS = "She/PRP/2/nsubj says/VBZ/0/root/! it/PRP/5/nsubj will/MD/5/aux fall/VB/2/ccomp/! ././2/punct"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [(SAID, [("2017-09-25", "2017-09-25"), (None, "2017-09-25")]), (SAYS, [(None, "2017-09-28"), ("2017-09-28", None)])],
    ids=["what has been lies before it was said", "who says has said it, of what will be"],
)
def test_saying_bounds_what_is_said(notation: str, expected: list[tuple[str | None, str | None]]) -> None:
    document, reading = factory.document(text_of(notation)), reading_of(notation)
    told = replace(reading, happenings=(replace(reading.happenings[0], label="reporting"), *reading.happenings[1:]))
    found = assemble(replace(document, report=replace(document.report, published=THURSDAY)), told)
    assert [(each.not_before, each.not_after) for each in found.events] == expected
