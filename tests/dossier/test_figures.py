"""Figures: for each quantity that moves the counts in the order in which they were said, with who says so and how sure."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

import factory
import told as invented
from purport.dossier.counting import sequences
from purport.dossier.entries import Told
from purport.dossier.figures import tell
from purport.dossier.lines import Context, Line, Placed
from purport.records import Analysis, Factuality, MentionForm, Span, SpeechAct
from purport.resolve.claimed import accounts
from told import Saying, report


def lines_of(analyses: Iterable[Analysis]) -> list[Line]:
    """The figures of some reports, whose names are one where they are written alike."""
    placed, names = [], {}
    for each in analyses:
        named = [one for one in each.mentions if one.form is MentionForm.NAME]
        words = {one.entity: each.report.text[one.start : one.end] for one in named}
        claimed = accounts(each, {entity: frozenset({name.lower()}) for entity, name in words.items()})
        placed += [Placed(each.report.path, each.report.id, entry) for entry in tell(Told(each, claimed, (), {}))]
        names |= {(each.report.id, entity): (name, name) for entity, name in words.items()}
    return sequences(placed, Context(names, {}, lambda entries: {one.path for one in entries}))


def in_words(found: Iterable[Line]) -> list[str]:
    return [f"{each.subject} {each.field}: {each.value}, {each.not_before}..{each.not_after}, {'; '.join(each.by)}" for each in found]


def toll(path: str, many: str, number: float, day: str, *, of: str = "dead", place: str = "Karst", **given: object) -> Analysis:
    """A report in which the army counts those killed in a place."""
    content = f"{many} people were killed in {place}"
    saying = Saying(content, "The army", **given)
    return report(path, f"The army said {content}.", saying, day=day, names=[(place, "pla")], counts=[(f"{many} people", number, of)])


def test_a_toll_is_a_sequence_of_counts_by_when_they_were_said() -> None:
    found = lines_of(invented.strike())
    assert in_words(found) == [
        "Karst dead: 14, 2031-03-02..2031-03-06, The army",
        "Karst dead: 19, 2031-03-05..2031-03-05, The hospital",
        "Karst dead: 23, 2031-03-07..2031-03-07, The hospital",
    ]
    assert [each.origins for each in found] == [3, 1, 1]
    assert lines_of(reversed(invented.strike())) == found


def test_what_is_far_apart_in_time_is_not_of_one() -> None:
    found = lines_of([toll("a.txt", "14", 14, "2031-03-02"), toll("b.txt", "14", 14, "2032-03-02")])
    assert [each.not_before for each in found] == ["2031-03-02", "2032-03-02"]


def test_tolls_of_two_places_stand_apart() -> None:
    found = lines_of([toll("a.txt", "14", 14, "2031-03-02"), toll("b.txt", "17", 17, "2031-03-02", place="Vesk")])
    assert [each.subject for each in found] == ["Karst", "Vesk"]


@pytest.mark.parametrize(("numbers", "count"), [((4, 4), 0), ((4, 2), 2)])
def test_what_is_no_toll_is_told_where_accounts_part(numbers: tuple[int, int], count: int) -> None:
    reports = [toll(f"{at}.txt", str(each), each, "2031-03-02", of="helicopter") for at, each in enumerate(numbers)]
    assert len(lines_of(reports)) == count


def test_people_of_whom_no_more_is_told_are_no_figure() -> None:
    assert lines_of([toll(f"{each}.txt", str(each), each, "2031-03-02", of="people") for each in (3, 4)]) == []


@pytest.mark.parametrize("act", [SpeechAct.EXHORTATION, SpeechAct.THREAT, SpeechAct.QUESTION])
def test_only_what_is_stated_is_counted(act: SpeechAct) -> None:
    assert lines_of([toll("a.txt", "14", 14, "2031-03-02", act=act)]) == []


def test_how_sure_a_count_is_stands_with_it() -> None:
    found = lines_of([toll("a.txt", "14", 14, "2031-03-02", factuality=Factuality.POSSIBLE), toll("b.txt", "14", 14, "2031-03-02")])
    assert [each.factuality for each in found] == ["CT+", "PS+"] or [each.factuality for each in found] == ["PS+", "CT+"]


def test_a_number_of_those_known_so_far_is_a_bound() -> None:
    content = "14 people so far were killed in Karst"
    one = report("a.txt", f"{content}.", Saying(content), day="2031-03-02", names=[("Karst", "pla")], counts=[("14 people", 14, "dead")])
    assert [each.value for each in lines_of([one])] == ["at least 14"]


def test_the_words_cited_are_those_of_the_claim() -> None:
    one = toll("a.txt", "14", 14, "2031-03-02")
    (cited,) = lines_of([one])[0].citations
    assert one.report.text[cited.start : cited.end] == "14 people were killed in Karst"


def test_who_only_says_it_is_not_what_is_counted_and_a_ship_stands_before_its_firm() -> None:
    content = "27 people of the Merle were killed, Brask Lines lost her"
    one = report(
        "a.txt",
        f"Orla Vane said {content}.",
        Saying(content, "Orla Vane"),
        day="2031-03-02",
        names=[("Orla Vane", "per"), ("Brask Lines", "org"), ("Merle", "pla")],
        counts=[("27 people", 27, "dead")],
    )
    assert [each.subject for each in lines_of([one])] == ["Merle"]


def test_the_outlet_is_not_what_is_counted() -> None:
    content = "27 people were killed, the Courier learned in Karst"
    names = [("Courier", "org"), ("Karst", "pla")]
    one = report(
        "a.txt",
        f"{content}.",
        Saying(content),
        day="2031-03-02",
        outlet="The Karst Courier",
        names=names,
        counts=[("27 people", 27, "dead")],
    )
    assert [each.subject for each in lines_of([one])] == ["Karst"]


def test_a_number_in_no_claim_is_the_outlets_own() -> None:
    one = toll("a.txt", "14", 14, "2031-03-02")
    text = f"{one.report.text} The Karst clinic had 9 people dead."
    both = replace(
        one,
        report=replace(one.report, text=text),
        sentences=(*one.sentences, Span(len(one.report.text) + 1, len(text))),
        quantities=(*one.quantities, factory.quantity(replace(one.report, text=text), "9 people", low=9.0, high=9.0, of="dead")),
    )
    assert [(each.value, each.by) for each in lines_of([both])] == [("14", ("The army",)), ("9", ())]
    quoted = replace(both, report=replace(both.report, text=text.replace("clinic had", "clinic “h”")))
    assert [each.value for each in lines_of([quoted])] == ["14"]


@pytest.mark.parametrize(("source", "sure"), [("Sunday’s Courier", Factuality.CERTAINLY_NOT), ("The army", Factuality.CERTAIN)])
def test_a_count_that_a_correction_takes_back_is_held_no_longer(source: str, sure: Factuality) -> None:
    content = "14 people were killed in Karst"
    text = f"CORRECTION: {source} said {content}."
    names = [("Karst", "pla")]
    one = report("a.txt", text, Saying(content, source), day="2031-03-02", names=names, counts=[("14 people", 14, "dead")])
    assert [each.factuality for each in lines_of([one])] == [sure]


def test_a_price_is_of_the_day_that_stands_with_it() -> None:
    content = "Karst shares closed at 43 marks on Friday, and at 28 on Sunday"
    one = report(
        "a.txt",
        f"{content}.",
        Saying(content),
        day="2031-03-10",
        names=[("Karst", "org")],
        counts=[("43 marks", 43.0, "share"), ("28", 28.0, "share")],
    )
    days = [
        factory.timex(one.report, word, not_before=day, not_after=day) for word, day in (("Friday", "2031-03-07"), ("Sunday", "2031-03-09"))
    ]
    paid = replace(one, timexes=tuple(days), quantities=tuple(replace(each, unit="mark") for each in one.quantities))
    assert [(each.value, each.not_before) for each in lines_of([paid])] == [("43 marks", "2031-03-07"), ("28 mark", "2031-03-09")]


@pytest.mark.parametrize(("many", "shown"), [(270.0, True), (18.9, False)])
def test_who_was_aboard_is_told_once_and_a_rate_never(many: float, shown: bool) -> None:
    content = f"{many} people were aboard the Merle"
    counts = [(f"{many} people", many, "aboard")]
    one = report("a.txt", f"{content}.", Saying(content), day="2031-03-02", names=[("Merle", "pla")], counts=counts)
    assert len(lines_of([one])) == shown
