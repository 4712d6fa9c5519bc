"""Lines of a timeline: in order, one a happening, what is denied beside what it denies."""

from __future__ import annotations

from dataclasses import replace

from dossier.timelines import compared, context, days, event, placed
from purport.dossier.lines import Line, Thing
from purport.dossier.ordering import ordered
from purport.records import Factuality, Relation

SUNDAY = days("2031-03-02", "2031-03-02")


def values(found: list[Line]) -> list[str]:
    return [each.value for each in found]


def test_by_the_first_day_then_the_last_and_what_no_day_is_told_of_last() -> None:
    told = [
        event("no day", days(), kind="a"),
        event("March", days("2031-03-01", "2031-03-31"), kind="b"),
        event("the first of March", days("2031-03-01", "2031-03-01"), kind="c"),
        event("before 2 March", days(None, "2031-03-02"), kind="d"),
        event("February", days("2031-02-01", "2031-02-28"), kind="e"),
    ]
    found = ordered([placed("a", each) for each in told], context())
    assert values(found) == ["February", "the first of March", "March", "before 2 March", "no day"]


def test_tellings_of_one_day_kind_and_party_are_one_line_with_all_citations() -> None:
    told = [placed("a", event("jets struck her", SUNDAY)), placed("b", event("she was struck", SUNDAY))]
    [line] = ordered(told, context())
    assert [each.path for each in line.citations] == ["a.txt", "b.txt"]
    assert line.origins == 2
    assert ordered(told[::-1], context()) == [line]


def test_other_numbers_another_party_and_another_day_are_lines_of_their_own() -> None:
    told = [
        event("nine dead", SUNDAY, kind="dead 9"),
        event("12 dead", SUNDAY, kind="dead 12"),
        event("nine dead", SUNDAY, kind="dead 9", who="Karst"),
        event("nine dead", days("2031-03-09", "2031-03-09"), kind="dead 9"),
    ]
    assert len(ordered([placed("a", each) for each in told], context())) == 4


def test_what_is_done_to_others_or_elsewhere_is_another_happening() -> None:
    guard, karst, thorn = (Thing(each, each) for each in ("Guard", "Karst", "Thorn"))
    first = replace(event("struck at Karst", SUNDAY, who="Guard"), who=(guard,), where=karst)
    assert len(ordered([placed("a", first), placed("b", replace(first, where=thorn))], context())) == 2
    assert len(ordered([placed("a", first), placed("b", replace(first, subject="Karst", who=(thorn,)))], context())) == 2
    assert len(ordered([placed("a", first), placed("b", replace(first, where=None))], context())) == 1


def test_two_sayings_of_one_day_are_two_unless_they_agree() -> None:
    fell = placed("a", replace(event("the council said the bridge fell", SUNDAY, who="council"), field="saying", claim="1"))
    tax = placed("b", replace(event("the council promised lower harbour dues", SUNDAY, who="council"), field="saying", claim="2"))
    assert len(ordered([fell, tax], context())) == 2
    assert len(ordered([fell, tax], context(compared(Relation.AGREES, ("a", "1"), ("b", "2"))))) == 1
    assert len(ordered([fell, replace(fell, report="b", path="b.txt")], context())) == 1


def test_the_events_of_the_case_are_one_whatever_they_are_called() -> None:
    told = [
        placed("a", replace(event("the strike", SUNDAY, who="Orla Vashan"), events=("1",))),
        placed("b", replace(event("the raid", days(), kind="raid", who="Karst"), events=("2",))),
    ]
    known = replace(context(), happenings={("a", "1"): "one", ("b", "2"): "one"})
    assert len(ordered(told, known)) == 1
    assert len(ordered(told, context())) == 2


def test_what_is_denied_stands_beside_what_it_denies_and_never_alone() -> None:
    denied = placed("b", event("nobody was struck", days(), sure=Factuality.CERTAINLY_NOT))
    assert ordered([denied], context()) == []
    held, not_held = ordered([denied, placed("a", event("she was struck", SUNDAY))], context())
    assert (held.factuality, not_held.factuality) == (Factuality.CERTAIN, Factuality.CERTAINLY_NOT)
    assert (not_held.not_before, not_held.not_after) == ("2031-03-02", "2031-03-02")


def test_a_plain_doubt_is_shown_where_accounts_part() -> None:
    doubt = placed("b", replace(event("she said it was not so", days(None, "2031-03-03")), field="doubt", same="doubt CT-"))
    parted = context(compared(Relation.CONTRADICTS, ("a", "other"), ("b", "claim")))
    assert ordered([doubt], context()) == []
    [line] = ordered([doubt], parted)
    assert line.is_disputed
