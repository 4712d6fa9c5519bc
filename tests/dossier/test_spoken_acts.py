"""What is done by saying something is told as what its speaker did; what it speaks of is not told as having happened."""

from __future__ import annotations

import pytest

import factory
from dossier.timelines import told
from purport.dossier.lines import Entry, Section
from purport.dossier.spoken_acts import SpokenAct, spoken_act
from purport.records import Analysis, Basis, Factuality, Published, SourceType, Span

OUT = "2031-03-10"


def said(text: str, source: str | None, cue: str, content: str, **given: object) -> Analysis:
    """A report in which somebody says something by a cue that is past, of an event, the last word of its content."""
    one = factory.report(text, published=Published(OUT, OUT, Basis.GIVEN))
    own = factory.attribution(one, source, cue, content, **given)
    cued = factory.event(one, cue.split()[-1], type="i_action", not_after=OUT)
    last = factory.event(one, content.split()[-1], type="occurrence", not_before="2031-03-02", not_after="2031-03-02")
    claim = factory.claim(one, own, events=(last.id,))
    return factory.analysis(one, sentences=(Span(0, len(text)),), attributions=(own,), claims=(claim,), events=(cued, last))


def lines(analysis: Analysis, field: str) -> list[Entry]:
    return [each for each in told(analysis, Section.TIMELINE) if each.field == field]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "act"),
    [
        ("The mayor warned that the dam would burst.", "The mayor", "warned", "that the dam would burst", SpokenAct.ACT),
        ("The board turned down an offer of marriage.", "The board", "turned down", "an offer of marriage", SpokenAct.ANSWER),
        ("The board rejected the claim that it failed.", "The board", "rejected", "the claim that it failed", None),
        ("He was accused of theft.", None, "was accused", "of theft", SpokenAct.CHARGE),
        ("The firm no longer claims that it floated.", "The firm", "no longer claims", "that it floated", SpokenAct.END),
        ("The mayor found the show boring.", "The mayor", "found", "the show boring", None),
        ("The mayor said that it fell.", "The mayor", "said", "that it fell", None),
    ],
)
def test_acts_by_their_words(text: str, source: str | None, cue: str, content: str, act: SpokenAct | None) -> None:
    one = said(text, source, cue, content)
    assert spoken_act(text, one.attributions[0]) is act


def test_a_finding_is_a_documents() -> None:
    text = "The inspection found that the door rusted."
    one = said(text, "The inspection", "found", "that the door rusted", source_type=SourceType.DOCUMENT)
    assert spoken_act(text, one.attributions[0]) is SpokenAct.FINDING


def test_a_warning_is_told_on_no_day_of_its_own_and_an_ordinary_saying_is_not() -> None:
    [line] = lines(said("The mayor warned that the dam leaked.", "The mayor", "warned", "that the dam leaked"), "saying")
    assert (line.value, line.factuality, line.days.last) == ("The mayor warned that the dam leaked", Factuality.CERTAIN, line.said.last)
    assert not lines(said("The mayor said that the dam leaked.", "The mayor", "said", "that the dam leaked"), "saying")


def test_what_somebody_is_accused_of_has_not_happened_for_all_that_is_told() -> None:
    accused = said("Orla was accused of robbing.", None, "was accused", "of robbing")
    assert not lines(accused, "event")
    assert [each.value for each in lines(accused, "saying")] == ["was accused of robbing"]
    assert lines(said("Orla said that they were robbed.", "Orla", "said", "that they were robbed"), "event")


def test_what_is_claimed_no_longer_is_told_as_given_up() -> None:
    one = said("The firm no longer claims that it floated.", "The firm", "no longer claims", "that it floated", negated=True)
    assert [each.value for each in lines(one, "saying")] == ["The firm no longer claims that it floated"]
    assert not lines(one, "event")
