"""Marks of the project's own reports."""

import pytest

from corpora.own import OWN, MarkFault, Told, _example, parse_reports, read_own
from corpora.splits import is_dev


def parsed(marked: str):
    (report,) = parse_reports(f"=== one\n{marked}\n", "file")
    return report


def words(report, told: Told):
    def cut(place):
        return report.text[slice(*place)]

    return (cut(told.source) if told.source else None, cut(told.cue), [cut(place) for place in told.contents])


def test_marks_tie_the_words_of_an_attribution():
    report = parsed("[s1:official Two officers] [q1:CT-,question denied] [c1 it].")
    assert report.text == "Two officers denied it."
    (told,) = report.told
    assert words(report, told) == ("Two officers", "denied", ["it"])
    assert (told.source_type, told.sure, told.act, told.negated, told.depth) == ("official", "CT-", "question", False, 0)


def test_an_attribution_within_a_content_lies_deeper():
    report = parsed("[c1 They stormed it], [s1:official officials] [q1 said], [c1 in what [s2:official they] [q2 called] [c2 a hunt]].")
    assert [words(report, told) for told in report.told] == [
        ("officials", "said", ["They stormed it", "in what they called a hunt"]),
        ("they", "called", ["a hunt"]),
    ]
    assert [told.depth for told in report.told] == [0, 1]


def test_two_attributions_may_share_words():
    report = parsed("[s1:org The police] [q1,2 said] [c1 27] and [s2:org the coastguard] [c2 24].")
    assert [words(report, told) for told in report.told] == [("The police", "said", ["27"]), ("the coastguard", "said", ["24"])]


def test_page_text_is_told_where_it_stands():
    report = parsed("[s1:org Police] [q1:neg did not say] {Read more} [c1 who {Share this} did it].")
    assert [report.text[a:b] for a, b in report.page] == ["Read more", "Share this"]
    assert words(report, report.told[0]) == ("Police", "did not say", ["who Share this did it"])
    assert report.told[0].negated


@pytest.mark.parametrize(
    ("marked", "fault"),
    [
        ("[c1 it]", "attribution 1 has 0 cues"),
        ("[s1:org Police] [q1 said] it", "attribution 1 has no content"),
        ("[s1 Police] [q1 said] [c1 it]", "source of type ''"),
        ("[q1:maybe said] [c1 it]", "marked 'maybe'"),
        ("[q1 said [c1 it]", "a cue is not closed"),
        ("[q1 said] {[c1 it}]", "closes nothing"),
        ("He [sic] said", "no mark"),
    ],
)
def test_a_fault_is_told_with_its_report(marked, fault):
    with pytest.raises(MarkFault, match=r"file, one: .*" + fault.replace("'", ".")):
        parsed(marked)


def test_the_reports_hold_every_manner_and_are_split():
    examples = read_own(OWN)
    labels = {(manner.layer, manner.label) for example in examples for manner in example.manners or ()}
    assert len({label for layer, label in labels if layer == "source_type"}) == 8
    assert len({label for layer, label in labels if layer == "stance"}) == 7
    assert len({label for layer, label in labels if layer == "act"}) == 6
    assert 0.05 < sum(is_dev(example.name) for example in examples) / len(examples) < 0.2
    assert len({example.name for example in examples}) == len(examples)


def test_what_is_not_in_quotation_marks_may_be_direct_all_the_same():
    assert _example(parsed("[s1:person Ola] [q1 said] [c1 it].")).direct is None
    assert _example(parsed('[s1:person Ola] [q1 said] "[c1 it]".')).direct is not None


def test_a_source_is_learned_with_the_comma_that_closes_it():
    report = parsed("[s1:person Orla Vane, the mayor], [q1 said] [c1 it fell]. [s2:person Ilo Marr], [q2 said] [c2 no].")
    sources = [report.text[role.start : role.end] for role in _example(report).roles or () if role.label == "source"]
    assert sources == ["Orla Vane, the mayor,", "Ilo Marr"]
