"""A publication date inferred where none is given or printed."""

from datetime import date

from extract.parsed import grow_of, text_of, witnesses_of
from purport.extract.inferred import NOTHING_KNOWN, DatedEvent, Known, infer
from purport.extract.inferred import published as published_as
from purport.extract.once import Telling
from purport.records import Basis, Interval, Published, Reason, Report

FELL = "It/PRP/2/nsubj fell/VBD/0/root on/IN/4/case March/NNP/2/obl/@DATE 4/CD/4/nmod:unmarked/@DATE 2031/CD/4/nmod:unmarked/@DATE"
WILL = "We/PRP/3/nsubj will/MD/3/aux/<will vote/VB/0/root on/IN/5/case March/NNP/3/obl/@DATE 9/CD/5/nmod:unmarked/@DATE"
WILL += " 2031/CD/5/nmod:unmarked/@DATE"
PAST = "Karst/NNP/2/nsubj fell/VBD/0/root two/CD/4/nummod/@DATE months/NNS/2/obl:unmarked/@DATE ago/RB/2/advmod/@DATE"
UNKNOWN = Published()


def inferred(notation: str, known: Known = NOTHING_KNOWN, published: Published = UNKNOWN) -> Published:
    report = Report("r", "a.txt", "0" * 64, text_of(notation), published=published)
    return published_as(report, infer(report, witnesses_of(notation), grow_of(notation), known))


def test_two_bounds_are_an_answer_with_reasons_in_order() -> None:
    found = inferred(f"{WILL}\n\n{FELL}")
    assert (found.not_before, found.not_after, found.basis) == ("2031-03-04", "2031-03-09", Basis.INFERRED)
    assert found.candidates == (Interval("2031-03-04", "2031-03-09"),)
    text = text_of(f"{WILL}\n\n{FELL}")
    assert [text[each.start : each.end] for each in found.reasons if each.start is not None] == ["March 9 2031", "March 4 2031"]
    assert found.reasons[-1].why.endswith("left: 4 March 2031 to 9 March 2031")


def test_one_bound_is_no_answer_and_stands() -> None:
    found = inferred(FELL)
    assert (found.not_before, found.not_after, found.basis) == ("2031-03-04", None, Basis.UNKNOWN)
    assert inferred("It/PRP/2/nsubj fell/VBD/0/root") == Published()


def test_what_is_given_stays() -> None:
    given = Published("2019-01-01", "2019-01-01", Basis.GIVEN)
    assert inferred(FELL, published=given) == given


def test_a_conflict_is_named() -> None:
    found = inferred(FELL, Known(Interval("2019-01-01", "2019-12-31")))
    assert (found.not_before, found.not_after, found.basis, found.candidates) == (None, None, Basis.UNKNOWN, ())
    assert [each.why.partition(":")[0] for each in found.reasons[:2]] == ["cannot be dated", "given"]
    assert len(found.reasons) == 3


def test_the_day_at_the_head_of_a_report_helps() -> None:
    notation = f"Karst/NNP/0/root ,/,/1/punct May/NNP/1/dep 4/CD/3/nmod:unmarked\n\n{FELL}"
    printed = Published(reasons=(Reason("printed without a year: May 4", "r", 7, 12),))
    found = inferred(notation, Known(Interval("2031-01-01", "2031-12-31")), printed)
    assert (found.not_before, found.not_after, found.basis) == ("2031-05-03", "2031-05-07", Basis.INFERRED)
    assert found.reasons[0] == printed.reasons[0]


def test_a_table_of_events_dates_what_is_told_by_the_writing() -> None:
    known = Known(events=(DatedEvent("karst FELL", Interval("2031-03-04", "2031-03-06")), DatedEvent("Tern fell", Interval("2040-01-01"))))
    found = inferred(PAST, known)
    assert found.basis is Basis.INFERRED
    assert (found.not_before, found.not_after) == ("2031-04-18", date(2031, 6, 9).isoformat())


def test_inferred_again_it_is_the_same() -> None:
    once = inferred(f"{WILL}\n\n{FELL}")
    assert inferred(f"{WILL}\n\n{FELL}", published=once) == once


def test_a_dated_report_dates_another_that_tells_of_the_same() -> None:
    told = Telling("taking of karst", Interval("2031-03-04", "2031-03-06"), "b.txt")
    found = inferred(PAST, Known(tellings=(told, Telling("taking of tern", Interval("2040-01-01", "2040-01-01"), "c.txt"))))
    assert (found.not_before, found.not_after, found.basis) == ("2031-04-18", "2031-06-09", Basis.INFERRED)
    assert found.reasons[-1].why.startswith("“two months ago” dates the taking of karst: 4 March 2031 to 6 March 2031 in b.txt")


def test_what_happened_was_before_the_writing_and_what_did_not_says_nothing() -> None:
    told = Known(tellings=(Telling("taking of karst", Interval("2031-03-04", "2031-03-06"), "b.txt"),))
    assert inferred("Karst/NNP/2/nsubj fell/VBD/0/root", told).not_before == "2031-03-04"
    for open_ in (
        "Karst/NNP/3/nsubj may/MD/3/aux fall/VB/0/root",
        "Karst/NNP/4/nsubj had/VBD/4/aux/<have not/RB/4/advmod fallen/VBN/0/root",
    ):
        assert inferred(open_, told) == Published()


def test_where_dated_reports_part_they_date_nothing() -> None:
    days = (Interval("2031-03-04", "2031-03-06"), Interval("2031-05-01", "2031-05-02"))
    told = tuple(Telling("taking of karst", each, f"{number}.txt") for number, each in enumerate(days))
    assert inferred(PAST, Known(tellings=told)) == Published()


LAPSED = """It/PRP/4/nsubj is/VBZ/4/cop/<be eleven/CD/4/nummod/@DURATION months/NNS/0/root/@DURATION since/IN/7/mark Karst/NNP/7/nsubj
fell/VBD/4/advcl ,/,/7/punct in/IN/10/case December/NNP/7/obl/@DATE 2030/CD/10/nmod:unmarked/@DATE"""


def test_how_long_it_is_since_something_was_dates_the_report() -> None:
    found = inferred(LAPSED)
    assert (found.not_before, found.not_after, found.basis) == ("2031-09-13", "2032-02-06", Basis.INFERRED)
    was = LAPSED.replace("is/VBZ/4/cop/<be", "was/VBD/4/cop/<be")
    assert inferred(was).basis is Basis.UNKNOWN
