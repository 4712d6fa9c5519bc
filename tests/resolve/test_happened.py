"""Only what is told as having happened, to somebody or somewhere with a name, can be told of again elsewhere."""

from dataclasses import replace

import pytest

import factory
from purport.records import Analysis, Factuality, Interval, SpeechAct
from purport.resolve.happened import happened, keys
from resolve.happen import STRUCK, Happens, report, strikes, tellings

TEXT = "The Northern Guard struck the car of Orla Vashan near Karst."


def told(happens: Happens, text: str = TEXT) -> list[str]:
    return [each.form for each in tellings(report(text, happens, path="a.txt", out="2031-03-03"))]


@pytest.mark.parametrize(
    ("happens", "takes_part"),
    [
        (STRUCK, True),
        (replace(STRUCK, factuality=Factuality.PROBABLE), True),
        (replace(STRUCK, factuality=Factuality.CERTAINLY_NOT), False),
        (replace(STRUCK, factuality=Factuality.POSSIBLE), False),
        (replace(STRUCK, factuality=Factuality.UNCOMMITTED), False),
        (replace(STRUCK, type="reporting"), False),
        (replace(STRUCK, type="state"), False),
        (replace(STRUCK, days=Interval("2031-03-03", None)), False),
        (replace(STRUCK, days=Interval("2031-03-09", "2031-03-09")), True),
    ],
)
def test_what_takes_part(happens: Happens, takes_part: bool) -> None:
    assert bool(told(happens)) == takes_part


def test_light_verbs_tell_of_nothing() -> None:
    assert told(replace(STRUCK, word="made"), "The Northern Guard made the car of Orla Vashan stop near Karst.") == []


def test_somebody_or_some_place_is_named() -> None:
    assert told(Happens("struck", patient="car"), "Jets struck the car in the hills.") == []


def attributed(factuality: Factuality, own: Factuality, **fields: object) -> Analysis:
    """A report in which the army says it."""
    text = f"The army said {TEXT}"
    found = report(text, replace(STRUCK, factuality=own), path="a.txt", out="2031-03-03")
    said = factory.attribution(
        found.report, "The army", "said", TEXT, factuality=factuality, events=tuple(each.id for each in found.events), **fields
    )
    return replace(found, attributions=(said,))


@pytest.mark.parametrize(
    ("factuality", "own", "takes_part"),
    [
        (Factuality.CERTAIN, Factuality.UNCOMMITTED, True),
        (Factuality.CERTAIN, Factuality.CERTAIN, True),
        (Factuality.POSSIBLE, Factuality.CERTAIN, True),
        (Factuality.POSSIBLE, Factuality.PROBABLE, False),
        (Factuality.UNCOMMITTED, Factuality.UNCOMMITTED, False),
        (Factuality.CERTAINLY_NOT, Factuality.CERTAIN, False),
    ],
)
def test_what_a_source_says(factuality: Factuality, own: Factuality, takes_part: bool) -> None:
    assert bool(tellings(attributed(factuality, own))) == takes_part


def test_what_is_called_for_did_not_happen() -> None:
    assert tellings(attributed(Factuality.CERTAIN, Factuality.UNCOMMITTED, speech_act=SpeechAct.EXHORTATION)) == ()
    assert tellings(attributed(Factuality.CERTAIN, Factuality.UNCOMMITTED, negated=True)) == ()


def test_it_is_found_by_its_kind_and_the_names_of_those_in_it() -> None:
    wire, herald, post = (keys(tellings(strikes()[name])[0]) for name in ("wire", "herald", "post"))
    assert wire & herald
    assert wire & post
    assert all(key.split()[1] in ("name", "last", "letters", "also") for key in wire)
    assert happened(strikes()["wire"], {}) == ()
