"""Time expressions have the days that what stands beside them leaves."""

from dataclasses import replace

import pytest

import factory
from extract.parsed import analysed, reading_of, text_of
from purport.analyse import assemble
from purport.reader import Linked
from purport.records import Analysis, Basis, Published, Reason, Span

WRITTEN = Published("2031-03-10", "2031-03-10", Basis.GIVEN)
"""A Monday."""

SINCE = (
    "It/PRP/4/nsubj is/VBZ/4/cop the/DT/4/det first/JJ/0/root tape/NN/4/nmod since/IN/7/case April/NNP/4/obl/@DATE 2030/CD/7/nmod:unmarked"
    "/@DATE ././4/punct"
)
RAID = "The/DT/2/det raid/NN/3/nsubj/! began/VBD/0/root/!/<begin on/IN/5/case Saturday/NNP/2/nmod/@DATE ././3/punct"
BEFORE = (
    "It/PRP/2/nsubj appeared/VBD/0/root/!/<appear two/CD/4/nummod/@DURATION days/NNS/2/obl:unmarked/@DURATION before/IN/7/case the/DT/7/det"
    " raid/NN/2/obl/! ././2/punct"
)
CAME_AFTER = (
    "The/DT/2/det raid/NN/3/nsubj/! came/VBD/0/root/! two/CD/5/nummod/@DURATION days/NNS/3/obl:unmarked/@DURATION after/IN/8/case"
    " the/DT/8/det tape/NN/3/obl ././3/punct"
)
SIEGE = (
    "Karst/NNP/2/nsubj fell/VBD/0/root/!/<fall on/IN/4/case Saturday/NNP/2/obl/@DATE after/IN/7/case two/CD/7/nummod/@DURATION"
    " days/NNS/2/obl/@DURATION ././2/punct"
)
SILENCE = (
    "It/PRP/5/nsubj was/VBD/5/cop his/PRP$/5/nmod:poss first/JJ/5/amod message/NN/0/root in/IN/9/case almost/RB/9/advmod/@DURATION"
    " a/DT/9/det/@DURATION year/NN/5/nmod/@DURATION ././5/punct"
)
QUOTED = (
    "“/``/3/punct They/PRP/3/nsubj leave/VBP/7/ccomp today/NN/3/obl:unmarked/@DATE ,/,/3/punct ”/''/3/punct said/VBD/0/root Oro/NNP/7/nsubj"
    " on/IN/10/case Saturday/NNP/7/obl/@DATE ././7/punct"
)
A_YEAR_SINCE = (
    "It/PRP/5/nsubj is/VBZ/5/cop almost/RB/5/advmod/@DURATION a/DT/5/det/@DURATION year/NN/0/root/@DURATION since/IN/9/mark"
    " Karst/NNP/9/nsubj/=place/place had/VBD/9/aux fallen/VBN/5/advcl/!/<fall in/IN/11/case"
    " May/NNP/9/obl/@DATE 2030/CD/11/nmod:unmarked/@DATE ././5/punct"
)
HELD = (
    "They/PRP/3/nsubj have/VBP/3/aux held/VBN/0/root/!/<hold it/PRP/3/obj for/IN/7/case ten/CD/7/nummod/@DURATION days/NNS/3/obl/@DURATION"
    " ././3/punct"
)
LONG = "They/PRP/2/nsubj talked/VBD/0/root/! for/IN/5/case two/CD/5/nummod/@DURATION days/NNS/2/obl/@DURATION ././2/punct"
FALL = (
    "The/DT/2/det fall/NN/7/nsubj/! of/IN/4/case Karst/NNP/2/nmod/=place/place in/IN/6/case January/NNP/2/nmod/@DATE mattered/VBD/0/root"
    " ././7/punct"
)
RECAPTURE = (
    "The/DT/2/det recapture/NN/8/nsubj/! two/CD/4/nummod/@DATE months/NNS/5/obl:unmarked/@DATE ago/RB/2/advmod/@DATE of/IN/7/case"
    " Karst/NNP/2/nmod/=place/place mattered/VBD/0/root ././8/punct"
)


def days(analysis: Analysis) -> dict[str, tuple[str | None, str | None]]:
    """The days of each time expression, by its words."""
    return {analysis.report.text[each.start : each.end]: (each.not_before, each.not_after) for each in analysis.timexes}


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (SINCE, {"April 2030": ("2030-04-01", "2031-03-10")}),
        (f"{RAID}\n\n{BEFORE}", {"Saturday": ("2031-03-08", "2031-03-08"), "two days": ("2031-03-06", "2031-03-06")}),
        (f"{RAID}\n\n{CAME_AFTER}", {"Saturday": ("2031-03-08", "2031-03-08"), "two days": ("2031-03-06", "2031-03-08")}),
        (SIEGE, {"Saturday": ("2031-03-08", "2031-03-08"), "two days": ("2031-03-06", "2031-03-08")}),
        (SILENCE, {"almost a year": ("2030-03-02", "2031-03-10")}),
        (f"{FALL}\n\n{RECAPTURE}", {"January": ("2031-01-01", "2031-01-24"), "two months ago": ("2031-01-01", "2031-01-24")}),
        (A_YEAR_SINCE, {"almost a year": ("2030-05-01", "2031-03-10"), "May 2030": ("2030-05-01", "2030-05-31")}),
        (HELD, {"ten days": ("2031-02-28", "2031-03-10")}),
        (BEFORE, {"two days": (None, None)}),
        (CAME_AFTER, {"two days": (None, None)}),
        (LONG, {"two days": (None, None)}),
    ],
    ids=[
        "since",
        "before",
        "came after",
        "after a length",
        "a silence",
        "since a happening",
        "what has gone on",
        "one happening",
        "before what is not dated",
        "after it",
        "a length",
    ],
)
def test_what_stands_beside_a_time_tells_its_days(notation: str, expected: dict[str, tuple[str | None, str | None]]) -> None:
    assert days(analysed(notation, published=WRITTEN)) == expected


def test_what_begins_after_the_writing_does_not_reach_back_to_it() -> None:
    assert days(analysed(SINCE.replace("2030", "2032"), published=WRITTEN)) == {"April 2032": ("2032-04-01", "2032-04-30")}


def test_since_reaches_an_open_end_where_nothing_is_known_of_the_writing() -> None:
    assert days(analysed(SINCE)) == {"April 2030": ("2030-04-01", None)}


def test_dates_printed_on_the_page_are_told_once() -> None:
    text, printed = f"{text_of(LONG)} Printed March 11, 2031", "March 11, 2031"
    start = text.index(printed)
    reasons = (Reason("given: 2031-03-10"), Reason("print edition", "r", start, start + len(printed)))
    document = factory.document(text)
    document = replace(document, report=replace(document.report, published=replace(WRITTEN, reasons=reasons)))
    found = days(assemble(document, reading_of(LONG)))
    assert found == {"two days": (None, None), printed: ("2031-03-11", "2031-03-11")}


@pytest.mark.parametrize(("notation", "expected"), [(QUOTED, "2031-03-08"), (QUOTED.replace("“", "-").replace("”", "-"), "2031-03-10")])
def test_in_somebodys_own_words_today_is_the_day_they_were_said(notation: str, expected: str) -> None:
    text = text_of(notation)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("Oro", "said", "They leave today,")]
    document = factory.document(text)
    document = replace(document, report=replace(document.report, published=WRITTEN))
    told = Linked(spans[0], spans[1], (spans[2],), 0.9)
    found = days(assemble(document, replace(reading_of(notation), attributions=(told,))))
    assert found == {"today": (expected, expected), "Saturday": ("2031-03-08", "2031-03-08")}
