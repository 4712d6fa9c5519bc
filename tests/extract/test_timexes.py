"""Time expressions as found, and what they come to by the day of writing."""

import pytest

from extract.parsed import analysed
from purport.records import Analysis, Basis, Furniture, FurnitureKind, Published

NOTATION = (
    "On/IN/2/case Monday/NNP/4/obl/@DATE they/PRP/4/nsubj left/VBD/0/root for/IN/7/case two/CD/7/nummod/@DURATION days/NNS/4/obl/@DURATION"
)
LEAVES = "They/PRP/3/nsubj will/MD/3/aux leave/VB/0/root on/IN/5/case Monday/NNP/3/obl/@DATE"
SINCE = "It/PRP/4/nsubj has/VBZ/4/aux/<have been/VBN/4/cop/<be shut/JJ/0/root since/IN/6/case April/NNP/4/obl/@DATE"
THEN = (
    "It/PRP/2/nsubj opened/VBD/0/root/<open on/IN/4/case May/NNP/2/obl/@DATE 3/CD/4/nummod/@DATE ,/,/4/punct/@DATE 2014/CD/4/nummod/@DATE"
    " and/CC/9/cc closed/VBD/2/conj/<close three/CD/11/nummod/@DATE days/NNS/12/obl:unmarked/@DATE later/RB/9/advmod/@DATE"
)
LASTED = (
    "It/PRP/2/nsubj lasted/VBD/0/root/<last from/IN/4/case May/NNP/2/obl/@DATE to/IN/6/case/@DATE July/NNP/4/nmod/@DATE"
    " 2014/CD/6/nummod/@DATE"
)
SHUT = "It/PRP/3/nsubj:pass was/VBD/3/aux:pass/<be shut/VBN/0/root/<shut 2011-14/CD/3/obl:unmarked/@DATE"
SAID_ODDLY = "They/PRP/2/nsubj left/VBD/0/root on/IN/4/case 31/CD/2/obl/@DATE June/NNP/4/nmod/@DATE"
THURSDAY = Published("2017-09-28", "2017-09-28", Basis.GIVEN)
WEEK = Published("2017-09-25", "2017-10-01", Basis.GIVEN)


def told(analysis: Analysis) -> list[tuple[str, str, str | None, str | None, str | None]]:
    """Each expression's words with what they come to: value, anchor, the first and the last day."""
    text = analysis.report.text
    return [(text[each.start : each.end], each.value or "", each.anchor, each.not_before, each.not_after) for each in analysis.timexes]


def test_a_time_expression_keeps_its_words_and_type() -> None:
    found = analysed(NOTATION)
    assert [(found.report.text[each.start : each.end], each.type) for each in found.timexes] == [
        ("Monday", "DATE"),
        ("two days", "DURATION"),
    ]
    assert len({each.id for each in found.timexes}) == 2


def test_none_stands_in_page_text() -> None:
    page = Furniture(0, 5, FurnitureKind.PAGE)
    assert [each.type for each in analysed(NOTATION, (page,)).timexes] == ["DURATION"]
    title = Furniture(0, 9, FurnitureKind.TITLE)
    assert len(analysed(NOTATION, (title,)).timexes) == 2


@pytest.mark.parametrize("published", [Published(), Published("2017-09-28", None, Basis.GIVEN), Published(None, "2017-09-28", Basis.GIVEN)])
def test_without_a_day_of_writing_nothing_is_made_up(published: Published) -> None:
    assert told(analysed(NOTATION, published=published)) == [
        ("Monday", "", "published", None, None),
        ("two days", "P2D", None, None, None),
    ]


@pytest.mark.parametrize(
    ("notation", "published", "expected"),
    [
        (NOTATION, THURSDAY, ("Monday", "2017-09-25", "published", "2017-09-25", "2017-09-25")),
        (LEAVES, THURSDAY, ("Monday", "2017-10-02", "published", "2017-10-02", "2017-10-02")),
        (SINCE, THURSDAY, ("April", "2017-04", "published", "2017-04-01", "2017-09-28")),
        (NOTATION, WEEK, ("Monday", "2017-09-25", "published", "2017-09-25", "2017-09-25")),
        (LEAVES, WEEK, ("Monday", "", "published", "2017-09-25", "2017-10-02")),
        (THEN, THURSDAY, ("May 3, 2014", "2014-05-03", None, "2014-05-03", "2014-05-03")),
        (THEN, Published(), ("May 3, 2014", "2014-05-03", None, "2014-05-03", "2014-05-03")),
        (
            NOTATION,
            Published("2017-09-28T07:30:00Z", "2017-09-28T07:30:00Z", Basis.GIVEN),
            ("Monday", "2017-09-25", "published", "2017-09-25", "2017-09-25"),
        ),
    ],
)
def test_an_expression_comes_to_days_by_the_day_of_writing(notation: str, published: Published, expected: tuple[str, ...]) -> None:
    assert told(analysed(notation, published=published))[0] == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (
            LASTED,
            [("May", "2014-05", None, "2014-05-01", "2014-05-31"), ("July 2014", "2014-07", None, "2014-07-01", "2014-07-31")],
        ),
        (SHUT, [("2011", "2011", None, "2011-01-01", "2011-12-31"), ("14", "2014", None, "2014-01-01", "2014-12-31")]),
    ],
)
def test_a_range_is_two_expressions(notation: str, expected: list[tuple[str, ...]]) -> None:
    assert told(analysed(notation, published=THURSDAY)) == expected


def test_one_expression_leans_on_another() -> None:
    assert [value for _, value, *_ in told(analysed(THEN))] == ["2014-05-03", "2014-05-06"]


def test_an_expression_told_by_another_says_so() -> None:
    first, second = analysed(THEN).timexes
    assert second.anchor == first.id


@pytest.mark.xfail(reason="the month alone is read where the day is none")
def test_a_day_that_is_not_is_given_no_value() -> None:
    assert told(analysed(SAID_ODDLY, published=THURSDAY)) == [("31 June", "", "published", None, None)]
