"""What stands beside a name and tells of it."""

import pytest

from extract.parsed import analysed
from extract.test_coreference import clusters

MAYOR = """
The/DT/2/det mayor/NN/9/nsubj/person of/IN/5/case the/DT/5/det Harbour/NNP/2/nmod/=place/place ,/,/7/punct
Orla/NNP/{head}/{relation}/=person ,/,/7/punct
left/VBD/0/root ././9/punct
"""


def several(notation: str) -> list[list[str]]:
    return [words for words in clusters(analysed(notation)) if len(words) > 1]


@pytest.mark.parametrize(("head", "relation"), [("2", "appos"), ("5", "appos"), ("9", "nsubj")])
def test_a_name_between_commas_is_whom_the_noun_before_it_tells_of(head: str, relation: str) -> None:
    assert several(MAYOR.format(head=head, relation=relation)) == [["The mayor of the Harbour", "Orla"]]


def test_a_name_in_another_clause_is_somebody_else() -> None:
    notation = """When/WRB/4/advmod the/DT/3/det mayor/NN/4/nsubj/person left/VBD/7/advcl ,/,/4/punct Orla/NNP/7/nsubj/=person
    wept/VBD/0/root ././7/punct"""
    assert several(notation) == []


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("spokeswoman/NN/2/compound", [["spokeswoman", "Orla"]]), ("spokesmen/NNS/2/compound", []), ("spokeswoman/NN/3/obl", [])],
)
def test_a_noun_right_before_a_name(noun: str, expected: list[list[str]]) -> None:
    assert several(f"{noun}/person Orla/NNP/3/nsubj/=person left/VBD/0/root ././3/punct") == expected


@pytest.mark.parametrize(
    "told",
    [
        "her/PRP$/6/nmod:poss name/NN/4/obj as/IN/8/case Orla/NNP/4/obl/=person",
        "only/RB/7/advmod her/PRP$/7/nmod:poss name/NN/4/obj Orla/NNP/7/appos/=person",
    ],
)
def test_who_gave_a_name_has_it(told: str) -> None:
    (found,) = several(f"A/DT/2/det grocer/NN/9/nsubj/person who/WP/4/nsubj gave/VBD/2/acl:relcl {told} left/VBD/0/root")
    assert {"A grocer", "Orla"} <= set(found)


def test_a_word_that_the_report_defines_is_the_name() -> None:
    defined = """Vane/NNP/2/compound/=organisation Group/NNP/9/nsubj/=organisation (/``/6/punct "/``/6/punct the/DT/6/det Company/NN/2/appos
    "/,/6/punct )/,/6/punct fell/VBD/0/root"""
    later = "The/DT/2/det/=organisation Company/NNP/3/nsubj/=organisation/organisation left/VBD/0/root"
    assert several(f"{defined}\n\n{later}") == [["Vane Group", "The Company"]]
    assert several(f"{defined.replace('Company', 'Firm')}\n\n{later}") == []
