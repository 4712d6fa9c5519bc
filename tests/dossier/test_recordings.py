"""What one report tells of a recording, in its own words."""

from __future__ import annotations

import pytest

from dossier.made import TAPE, tape, told
from purport.dossier.lines import Entry
from purport.dossier.recordings import tell
from purport.records import Factuality
from resolve.saying import days

FOREMOST = [each for each in tell(told(tape())) if each.subject == tape().recordings[0].id]


def of(field: str) -> list[Entry]:
    return [each for each in FOREMOST if each.field == field]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("medium", "audio", "A 31-minute tape"),
        ("speaker", "Orla Vashan, “said to be from”", "said to be from"),
        ("duration", "31 minutes", "31-minute"),
        ("channel", "the channel Ember Voice", "the channel Ember Voice"),
        ("mentions", "the truce of 12 February", "the truce of 12 February"),
        ("does not mention", "the flood", "the flood"),
        ("speech act", "exhortation: her men to burn the mills", "her men to burn the mills"),
    ],
)
def test_what_it_is(field: str, value: str, words: str) -> None:
    (entry,) = (each for each in of(field) if field == "speech act" or not each.is_folded)
    assert (entry.value, entry.spans[0].words(TAPE)) == (value, words)


def test_a_call_is_folded_as_what_it_speaks_of_and_as_what_it_does() -> None:
    found = [(each.field, each.value, each.is_folded) for each in FOREMOST if "mills" in each.value]
    assert found == [
        ("mentions", "called on her men to burn the mills", True),
        ("speech act", "exhortation: her men to burn the mills", True),
    ]


def test_a_hedged_speaker_is_left_open() -> None:
    assert of("speaker")[0].factuality is Factuality.UNCOMMITTED


def test_when_it_came_out() -> None:
    (entry,) = of("released")
    assert (entry.days, entry.spans[0].words(TAPE)) == (days("2031-03-06"), "came out on Thursday")


def test_when_it_can_have_been_made() -> None:
    bounds, unknown = of("recorded")
    assert bounds.days == days("2031-02-12..2031-03-06")
    assert bounds.value.startswith('mentions "the truce of 12 February"')
    assert (unknown.value, unknown.factuality) == ("Its date could not be established", Factuality.UNCOMMITTED)


def test_who_judged_it_and_how_sure() -> None:
    assert [(each.value, each.by, str(each.factuality)) for each in of("authenticity")] == [
        ("could not verify the voice", "The Karst Wire", "Uu"),
        ("the voice was probably hers", "Two officials", "PR+"),
    ]


def test_what_came_before_it() -> None:
    older, gap = of("earlier in series")
    assert (older.same, older.days) == (tape().recordings[1].id, days("2030-05-01..2030-05-31"))
    assert gap.value == "first message since a speech in May 2030"


def test_one_of_its_series_is_of_the_same_speaker() -> None:
    assert {each.whose for each in tell(told(tape()))} == {"vashan of tape.txt"}
