"""What a recording is said to speak of, told as having happened."""

from __future__ import annotations

import pytest

import factory
from dossier.timelines import days, told
from purport.dossier.lines import Entry, Section
from purport.records import Analysis, Basis, Interval, Published

OUT = "2031-03-10"


def report(cue: str, content: str, *, omitted: bool = False) -> Analysis:
    """A tape that came out on 6 March, and what is said in it."""
    one = factory.report(f"A tape of Orla Vashan came out. In it she {cue} {content}.", published=Published(OUT, OUT, Basis.GIVEN))
    own = (factory.span(one.text, content),)
    tape = factory.recording(
        one,
        "A tape",
        speaker="Orla Vashan",
        released=Interval("2031-03-06", "2031-03-06"),
        mentions=() if omitted else own,
        omits=own if omitted else (),
    )
    said = factory.attribution(one, "she", cue, content)
    return factory.analysis(one, attributions=(said,), recordings=(tape,))


def lines(analysis: Analysis) -> list[Entry]:
    return [each for each in told(analysis, Section.TIMELINE) if each.field == "event"]


def test_it_happened_before_the_recording_came_out_on_the_speakers_word() -> None:
    [line] = lines(report("mentioned", "the entry of the army into Karst"))
    assert (line.value, line.days, line.by) == ("the entry of the army into Karst", days(None, "2031-03-06"), "Orla Vashan")


def test_what_it_leaves_out_is_on_the_reports_word() -> None:
    [line] = lines(report("did not mention", "the raid on Karst", omitted=True))
    assert (line.value, line.by) == ("the raid on Karst", None)


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("mentioned", "an attack on Karst"),
        ("mentioned", "the coming attack on Karst"),
        ("mentioned", "the alleged attack on Karst"),
        ("mentioned", "the people of Karst"),
        ("mentioned", "the attack"),
        ("warned of", "the fall of Karst"),
        ("called for", "the liberation of Karst"),
    ],
    ids=["any", "to come", "left open", "no happening", "of whom is not told", "warned of", "called for"],
)
def test_what_is_not_taken_to_have_been(cue: str, content: str) -> None:
    assert not lines(report(cue, content))
