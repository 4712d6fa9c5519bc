"""A toll is told where no event tells of it; what is feared, exclaimed or corrected is none."""

from __future__ import annotations

import pytest

import factory
from dossier.timelines import told
from purport.dossier.lines import Entry, Section
from purport.records import Analysis, Basis, Factuality, Form, Published, Span

OUT = "2031-03-10"
TEXT = "The count on Sunday was 58 dead and 53 missing."


def counted(text: str = TEXT, *, source: str | None = None, head: str = "", **given: object) -> Analysis:
    one = factory.report(head + text, published=Published(OUT, OUT, Basis.GIVEN))
    numbers = [factory.quantity(one, "58", low=58.0, high=58.0, of="dead"), factory.quantity(one, "53", low=53.0, high=53.0, of="missing")]
    day = factory.timex(one, "Sunday", value="2031-03-09", not_before="2031-03-09", not_after="2031-03-09")
    content = text.rstrip(".") if source is None else text.split("said ")[1].rstrip(".")
    own = [] if source is None else [factory.attribution(one, source, "said", content, **given)]
    claim = factory.claim(one, own[0] if own else content, quantities=tuple(each.id for each in numbers))
    return factory.analysis(
        one, sentences=(Span(0, len(one.text)),), quantities=tuple(numbers), timexes=(day,), attributions=tuple(own), claims=(claim,)
    )


def lines(analysis: Analysis) -> list[Entry]:
    return [each for each in told(analysis, Section.TIMELINE) if each.field == "event"]


def test_a_count_without_an_event_is_told_of_its_day() -> None:
    [line] = lines(counted())
    assert (line.value, str(line.days.first), str(line.days.last)) == (TEXT.rstrip("."), "2031-03-09", "2031-03-09")


def test_who_counts_stands_with_it() -> None:
    [line] = lines(counted("Police said on Sunday 58 dead and 53 missing.", source="Police"))
    assert line.value == "Police said on Sunday 58 dead and 53 missing"


@pytest.mark.parametrize("given", [{"factuality": Factuality.POSSIBLE}, {"form": Form.DIRECT}])
def test_what_is_feared_or_exclaimed_is_no_toll(given: dict[str, object]) -> None:
    assert not lines(counted("Police said on Sunday 58 dead and 53 missing.", source="Police", **given))


def test_what_a_correction_says_is_told_as_that() -> None:
    assert not lines(counted(head="CORRECTION: "))
