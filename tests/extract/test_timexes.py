"""Time expressions as found."""

from extract.parsed import analysed
from purport.records import Furniture, FurnitureKind

NOTATION = (
    "On/IN/2/case Monday/NNP/4/obl/@DATE they/PRP/4/nsubj left/VBD/0/root for/IN/7/case two/CD/7/nummod/@DURATION days/NNS/4/obl/@DURATION"
)


def test_a_time_expression_keeps_its_words_and_type() -> None:
    found = analysed(NOTATION)
    assert [(found.report.text[each.start : each.end], each.type) for each in found.timexes] == [
        ("Monday", "DATE"),
        ("two days", "DURATION"),
    ]
    assert len({each.id for each in found.timexes}) == 2
    assert {(each.value, each.not_before) for each in found.timexes} == {(None, None)}


def test_none_stands_in_page_text() -> None:
    page = Furniture(0, 5, FurnitureKind.PAGE)
    assert [each.type for each in analysed(NOTATION, (page,)).timexes] == ["DURATION"]
    title = Furniture(0, 9, FurnitureKind.TITLE)
    assert len(analysed(NOTATION, (title,)).timexes) == 2
