"""Events lie within the days that their times, tense and connectives tell."""

import pytest

from extract.parsed import analysed
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
    ],
    ids=["its own time", "since", "what and joins", "after", "before", "a range", "will", "an infinitive tells nothing"],
)
def test_an_event_lies_within_what_is_told(notation: str, expected: dict[str, tuple[str | None, str | None]]) -> None:
    found = analysed(notation, published=THURSDAY)
    assert {found.report.text[each.start : each.end]: (each.not_before, each.not_after) for each in found.events} == expected


def test_without_a_day_of_writing_tense_bounds_nothing() -> None:
    assert [(each.not_before, each.not_after) for each in analysed(WILL).events] == [(None, None)]
