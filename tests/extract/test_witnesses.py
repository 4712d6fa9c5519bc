"""Time expressions as witnesses: on which side of the writing they surely lie, and what they date."""

import pytest

from extract.parsed import witnesses_of
from purport.time.solving import Side


@pytest.mark.parametrize(
    ("notation", "side"),
    [
        ("It/PRP/2/nsubj fell/VBD/0/root on/IN/4/case May/NNP/2/obl/@DATE 4/CD/4/nmod:unmarked/@DATE", Side.BEFORE),
        ("It/PRP/3/nsubj will/MD/3/aux/<will fall/VB/0/root on/IN/5/case May/NNP/3/obl/@DATE 4/CD/5/nmod:unmarked/@DATE", Side.AFTER),
        ("It/PRP/3/nsubj has/VBZ/3/aux/<have fallen/VBN/0/root in/IN/5/case May/NNP/3/obl/@DATE", Side.BEFORE),
        ("It/PRP/3/nsubj may/MD/3/aux fall/VB/0/root in/IN/5/case May/NNP/3/obl/@DATE", Side.OPEN),
        ("It/PRP/2/nsubj fell/VBD/0/root since/IN/4/case May/NNP/2/obl/@DATE", Side.OPEN),
        ("It/PRP/2/nsubj ended/VBD/0/root/<end in/IN/4/case May/NNP/2/obl/@DATE", Side.OPEN),
        (
            "It/PRP/2/nsubj called/VBD/0/root a/DT/4/det vote/NN/2/obj/! on/IN/6/case May/NNP/2/obl/@DATE 4/CD/6/nmod:unmarked/@DATE",
            Side.OPEN,
        ),
        ("It/PRP/4/nsubj was/VBD/4/cop/<be in/IN/4/case May/NNP/0/root/@DATE 2031/CD/4/nmod:unmarked/@DATE", Side.BEFORE),
        ("The/DT/2/det 2031/CD/3/nummod/@DATE vote/NN/4/nsubj came/VBD/0/root", Side.OPEN),
    ],
)
def test_the_side_of_the_writing(notation: str, side: Side) -> None:
    assert [each.side for each in witnesses_of(notation)] == [side]


FALL = "The/DT/2/det fall/NN/7/nsubj of/IN/4/case Karst/NNP/2/nmod in/IN/6/case July/NNP/2/nmod/@DATE mattered/VBD/0/root"
RETAKEN = """Now/RB/0/root the/DT/3/det recapture/NN/1/dep two/CD/5/nummod/@DATE months/NNS/6/obl:unmarked/@DATE ago/RB/3/advmod/@DATE
of/IN/8/case Karst/NNP/3/nmod"""


def test_what_happens_once_has_one_name() -> None:
    found = witnesses_of(f"{FALL}\n\n{RETAKEN}")
    assert [each.events for each in found] == [frozenset({"taking of karst"})] * 2


def test_the_first_in_a_time_and_the_last_before() -> None:
    first = "The/DT/3/det first/JJ/3/amod message/NN/0/root in/IN/6/case a/DT/6/det/@DURATION year/NN/3/nmod/@DURATION"
    last = "The/DT/3/det last/JJ/3/amod one/NN/6/nsubj was/VBD/6/cop/<be in/IN/6/case May/NNP/0/root/@DATE"
    found = witnesses_of(f"{first}\n\n{last}")
    assert [(each.renewed, each.ended) for each in found] == [(True, False), (False, True)]


def test_words_in_quotation_marks_are_told() -> None:
    said = "``/``/3/punct It/PRP/3/nsubj fell/VBD/0/root in/IN/5/case May/NNP/3/obl/@DATE ''/''/3/punct"
    quoted = said.replace("``/``", "“/``").replace("''/''", "”/''")
    assert [each.quoted for each in witnesses_of(quoted)] == [True]


def test_an_ellipsis_of_the_first_in_a_time_and_what_stands_between_two_prepositions() -> None:
    first = """his/PRP$/2/nmod:poss first/JJ/0/root in/IN/7/case a/DT/5/det little/JJ/7/obl under/IN/7/case year/NN/2/obl/@DURATION"""
    (found,) = witnesses_of(first)
    assert (found.renewed, str(found.expression.meaning)) == (True, "less than 1 year")


def test_the_verb_whose_time_is_told() -> None:
    took = "They/PRP/2/nsubj fell/VBD/0/root two/CD/4/nummod/@DATE weeks/NNS/2/obl:unmarked/@DATE ago/RB/4/advmod/@DATE ,/,/8/punct"
    found = witnesses_of(f"{took} in/IN/8/case May/NNP/2/obl/@DATE since/IN/10/case June/NNP/2/obl/@DATE")
    assert [each.word for each in found] == [1, 1, -1]
