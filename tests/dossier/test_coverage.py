"""Who covers what: one report alone, one origin for all, confirmed by nobody."""

from __future__ import annotations

from dossier.timelines import compared, context, placed, told
from purport.dossier.coverage import ALONE, ONE_ORIGIN, UNCONFIRMED, covered
from purport.dossier.lines import Entry, Section, Thing
from purport.records import Factuality, Relation, Span, SpeechAct
from told import Saying, report


def claim(words: str, same: str, *, by: str | None = None, id_: str = "claim") -> Entry:
    """A claim about Karst, and the stems by which it is looked for elsewhere."""
    at = (Span(0, len(words)),)
    karst = Thing("karst", "Karst")
    return Entry(Section.COVERAGE, "karst", "Karst", ALONE, words, at, Factuality.CERTAIN, claim=id_, by=by, same=same, who=(karst,))


HELD = "ferri padlock starboard"
OTHER = "turbin whistl lanternlight"


def test_what_one_report_alone_tells_of_what_others_tell_of_too() -> None:
    told = [
        placed("a", claim("the ferry door was padlocked", HELD, id_="1")),
        placed("b", claim("the turbine whistled", OTHER, id_="2")),
        placed("a", claim("a turbine whistled by lanternlight", OTHER, id_="3")),
    ]
    found = covered(told, context())
    assert [(each.field, each.value) for each in found] == [(ALONE, "the ferry door was padlocked")]


def test_what_no_other_report_speaks_of_is_not_counted_as_told_alone() -> None:
    assert covered([placed("a", claim("the ferry door was padlocked", HELD))], context()) == []


def test_what_all_take_from_one_origin() -> None:
    told = [placed("a", claim("shut", HELD, by="the wire")), placed("b", claim("closed", HELD, by="the wire"))]
    agreed = compared(Relation.AGREES, ("a", "claim"), ("b", "claim"))
    [line] = covered(told, context(agreed))
    assert (line.field, line.origin_names, len(line.citations)) == (ONE_ORIGIN, ("the wire",), 2)
    apart = [placed("a", claim("shut", HELD, by="the wire")), placed("b", claim("closed", HELD, by="a diver"))]
    assert covered(apart, context(agreed)) == []


def test_what_is_parted_with_and_has_one_origin_is_confirmed_by_nobody() -> None:
    told = [placed("a", claim("shut", HELD, by="the wire", id_="1")), placed("b", claim("open", HELD, by="a diver", id_="2"))]
    found = covered(told[:1], context(compared(Relation.DOUBTS, ("a", "1"), ("b", "2"))))
    assert [(each.field, each.value, each.is_disputed) for each in found] == [(UNCONFIRMED, "shut", True)]
    assert not [each for each in covered(told, context()) if each.field == UNCONFIRMED]


def test_only_statements_are_claims_that_others_can_confirm() -> None:
    one = report(
        "a.txt",
        "The mayor said the ferry door was padlocked. The union urged crews to strike at Karst.",
        Saying("the ferry door was padlocked", "The mayor"),
        Saying("crews to strike at Karst", "The union", "urged", act=SpeechAct.EXHORTATION),
        day="2031-03-02",
        names=(("Karst", "pla"),),
    )
    assert [(each.value, each.by) for each in told(one, Section.COVERAGE)] == [("the ferry door was padlocked", "The mayor")]
