"""Names of the answers are found where they stand by themselves; pairs are counted over reports, and MEANTIME's things across them."""

import aliases
from corpora.meantime import Instance, Report
from example import Example
from extract.parsed import analysed, reading_of, text_of
from factory import span
from resolve.made import reading

ONE = reading(
    ("Orla Vane", "per", "a1"), ("New Karesh", "pla", "a2"), text="Orla Vane left New Karesh. The mayor of Vesk wept.", path="a.txt"
)
TWO = reading(
    ("Mayor Vane", "per", "b1"), ("Karesh", "pla", "b2"), ("Vesk", "pla", "b3"), text="Mayor Vane saw Karesh and Vesk.", path="b.txt"
)


def test_what_words_name() -> None:
    assert aliases.entity_at(ONE, "Orla Vane") == "a1"
    assert aliases.entity_at(TWO, "Vane") == "b1"
    assert aliases.entity_at(ONE, "mayor of Vesk") is None
    assert aliases.occurrences(ONE, "Karesh") == []
    assert aliases.places([ONE, TWO], "Karesh") == [(TWO.report.id, "b2")]


def test_pairs_of_two_reports_are_counted() -> None:
    answers = {
        "alias_groups_across": [["Orla Vane", "Mayor Vane"], ["New Karesh", "Vesk (a town)"]],
        "not_merged_across": [["New Karesh", "Karesh"]],
    }
    totals = aliases.score(answers, [ONE, TWO])
    assert totals == {"wanted": 3, "mentioned": 2, "joined": 1, "apart": 1, "wrong": 0}


NOTATION = "Orla/NNP/2/nsubj/=person/person sank/VBD/0/root ././2/punct"


def test_things_of_two_reports_are_one() -> None:
    text, read = text_of(NOTATION), reading_of(NOTATION)
    at = span(text, "Orla")
    report = Report(Example("a", text), (), (Instance(at.start, at.end, "PER1"),))
    assert aliases.wanted([report, report], [read.words, read.words]) == [frozenset({at.start, aliases.PLACES + at.start})]
    own = [analysed(NOTATION), analysed(NOTATION)]
    assert len(aliases.had(own[:1], [read.words], {})) == 1
