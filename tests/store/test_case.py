"""What a case keeps, on every database."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

import factory
from purport.errors import ReportError, StoreError
from purport.ids import report_id
from purport.records import Analysis, Published, Relation, Span, SpeechAct
from purport.store import Case, Counts, Failure
from purport.store.query import SpokenRow

ONE = factory.told("Officials said the bridge is open.", ("Officials", "said", "the bridge is open"), path="reports/b.txt")
TWO = factory.told("Residents say the bridge is shut.", ("Residents", "say", "the bridge is shut"), path="reports/a.txt")


def add(case: Case, *analyses: Analysis, reader: str = "reader 1") -> int:
    return case.add_many([(analysis, factory.original(analysis.report)) for analysis in analyses], reader=reader)


def test_what_is_read_back_is_equal_to_what_was_added(case: Case) -> None:
    rich = factory.rich()
    assert case.add(rich, factory.original(rich.report), reader="reader 1")
    assert case.analysis(rich.report.id) == rich
    assert case.original(rich.report.id) == factory.original(rich.report)


def test_a_bare_report_is_read_back(case: Case) -> None:
    bare = factory.analysis("x")
    add(case, bare)
    assert list(case.analyses()) == [bare]


@pytest.mark.parametrize("score", [0.0, 0.1 + 0.2, 1 / 3, 5e-324, 1.0])
def test_numbers_are_not_rounded(case: Case, score: float) -> None:
    report = factory.report()
    said = factory.attribution(report, "Officials", "said", "destroyed", score=score)
    counted = factory.quantity(report, "No group", low=-score, high=1e300 + score)
    record = factory.analysis(report, attributions=(said,), quantities=(counted,))
    add(case, record)
    assert case.analysis(report.id) == record


def test_a_report_added_again_changes_nothing(case: Case) -> None:
    assert add(case, ONE, TWO, ONE) == 2
    assert add(case, TWO, ONE) == 0
    assert case.counts().claims == 2


def test_a_report_read_by_another_reader_gives_way(case: Case) -> None:
    add(case, ONE, TWO)
    case.add_comparisons([factory.comparison(ONE, TWO)])
    judgement = factory.judgement(ONE.claims[0].id)
    case.add_judgement(judgement)
    again = replace(ONE, claims=(), report=replace(ONE.report, title="The bridge"))
    assert add(case, again, TWO, reader="reader 2") == 2
    assert case.known() == {ONE.report.id: "reader 2", TWO.report.id: "reader 2"}
    assert case.analysis(ONE.report.id) == again
    assert case.counts().claims == 1
    assert list(case.comparisons()) == []
    assert list(case.judgements()) == [judgement]
    assert list(case.verify()) == []


@pytest.mark.parametrize("order", list(permutations([ONE, TWO, factory.rich()])))
def test_analyses_come_by_path_in_whatever_order_they_were_added(case: Case, order: tuple[Analysis, ...]) -> None:
    add(case, *order)
    assert [analysis.report.path for analysis in case.analyses()] == ["reports/a.txt", "reports/b.txt", "reports/rich.html"]


def test_paths_are_ordered_by_code_point(case: Case) -> None:
    paths = ["B.txt", "a-b.txt", "a.txt", "ab.txt", "á.txt", "\U0001f636.txt"]
    add(case, *(factory.analysis(factory.report(path=path)) for path in reversed(paths)))
    assert [analysis.report.path for analysis in case.analyses()] == paths


def test_wire_copies_stay_apart_and_share_their_bytes(case: Case) -> None:
    add(case, *(factory.analysis(factory.report("A wire story.", path=path)) for path in ("a", "b")))
    counts = case.counts()
    assert (counts.reports, counts.originals) == (2, 1)


def test_more_reports_than_are_written_or_read_at_a_time(case: Case) -> None:
    many = [factory.told("Some said so.", ("Some", "said", "so"), path=f"{number:03}.txt") for number in range(123)]
    assert add(case, *many) == 123
    assert list(case.analyses()) == many
    assert len(list(case.claims())) == 123


def test_places_of_some_reports(case: Case) -> None:
    add(case, ONE, TWO)
    assert [each.path for each in case.places()] == ["reports/a.txt", "reports/b.txt"]
    assert [each.path for each in case.places([ONE.report.id, "another"])] == ["reports/b.txt"]
    assert list(case.places([ONE.report.id, TWO.report.id])) == list(case.places())
    assert list(case.places([])) == []


def test_the_words_of_kinds_of_speech(case: Case) -> None:
    threat = replace(ONE, attributions=(replace(ONE.attributions[0], speech_act=SpeechAct.THREAT),))
    add(case, threat, TWO)
    (found,) = case.spoken([ONE.report.id, TWO.report.id], [SpeechAct.THREAT, SpeechAct.OFFER])
    (content,) = ONE.claims[0].content
    assert found == SpokenRow(ONE.report.id, content.start, content.end, SpeechAct.THREAT)
    assert list(case.spoken([TWO.report.id], [SpeechAct.THREAT])) == list(case.spoken([ONE.report.id], [SpeechAct.OFFER])) == []


def test_counts(case: Case) -> None:
    assert case.counts() == Counts(*[0] * 12)
    add(case, factory.rich())
    case.failed("gone.txt", "no text in it")
    assert case.counts() == Counts(1, 1, 3, 1, 1, 1, 2, 3, 1, 0, 0, 1)


def test_a_failure_is_kept_until_the_path_succeeds(case: Case) -> None:
    case.failed("reports/b.txt", "no text in it", kind="EmptyReport")
    case.failed("reports/b.txt", "binary", kind="NotText")
    case.failed("reports/0.txt", "no article found")
    assert list(case.failures()) == [
        Failure("reports/0.txt", "ReportError", "no article found"),
        Failure("reports/b.txt", "NotText", "binary"),
    ]
    add(case, ONE)
    assert [failure.path for failure in case.failures()] == ["reports/0.txt"]


def test_a_failure_of_a_name_that_is_no_utf8_is_kept(case: Case) -> None:
    case.failed("caf\udce9\0.txt", "binary")
    assert [failure.path for failure in case.failures()] == ["caf\\udce9\\0.txt"]


REPORT = factory.report()
SAID = factory.attribution(REPORT, "Officials", "said", "destroyed")


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (factory.analysis(REPORT, attributions=(SAID, SAID)), f"attributions has the id {SAID.id} twice"),
        (factory.analysis(REPORT, sentences=(Span(3, 999),)), "sentences has a span 3 to 999, and the text has 107 characters"),
        (factory.analysis(REPORT, attributions=(replace(SAID, cue=Span(9, 4)),)), "attributions has a cue_span 9 to 4"),
        (factory.analysis(REPORT, claims=(factory.claim(REPORT, SAID),)), f"claims names {SAID.id} as its attribution"),
        (factory.analysis(REPORT, attributions=(replace(SAID, events=("e9",)),)), "attribution_events names e9 as its event"),
        (factory.analysis(REPORT, events=(factory.event(REPORT, "attack", place="m9"),)), "events names m9 as its place"),
        (factory.analysis(replace(REPORT, sha256="0" * 64)), "bytes with the digest 0000"),
        (factory.analysis(replace(REPORT, title="half \ud83d")), r"holds half a character ('\ud83d')"),
        (factory.analysis(factory.report("a\0b")), "reports has a NUL character"),
        (factory.analysis(REPORT, quantities=(factory.quantity(REPORT, "No", unit="\0"),)), "quantities has a NUL character"),
    ],
)
def test_a_record_that_does_not_agree_is_refused_with_its_batch(case: Case, record: Analysis, reason: str) -> None:
    with pytest.raises(ReportError) as refused:
        add(case, ONE, record)
    assert refused.value.path == "reports/bridge.txt"
    assert reason in refused.value.reason
    assert case.known() == {}


def test_attributions_may_be_nested_in_later_ones(case: Case) -> None:
    outer = factory.attribution(REPORT, "Officials", "said", "destroyed")
    inner = factory.attribution(REPORT, None, None, "No group", nested_in=outer.id)
    record = factory.analysis(REPORT, attributions=(inner, outer))
    add(case, record)
    assert case.analysis(REPORT.id) == record


def test_a_report_that_is_not_there(case: Case) -> None:
    for missing in (case.analysis, case.original):
        with pytest.raises(StoreError, match="there is no report f00d"):
            missing("f00d")


def test_judgements_are_appended_and_stay(case: Case) -> None:
    late = factory.judgement("b", made="2031-03-06T10:00:00Z", start=3, end=9, report="r", correction="shut", note="by phone")
    early = factory.judgement("a")
    case.add_judgement(late)
    case.add_judgement(early)
    assert list(case.judgements()) == [early, late]
    assert list(case.judgements("b")) == [late]
    with pytest.raises(StoreError):
        case.add_judgement(replace(early, decision="reject"))
    assert list(case.judgements()) == [early, late]


def test_comparisons(case: Case) -> None:
    add(case, ONE, TWO)
    parted = factory.comparison(ONE, TWO, condition="if both speak of one bridge", score=1 / 3)
    agreed = factory.comparison(TWO, ONE, relation=Relation.AGREES, type=None)
    agreed = replace(agreed, left=replace(agreed.left, claim=None, content=(Span(3, 5), Span(0, 2))))
    case.add_comparisons([parted, agreed])
    case.add_comparisons([parted])
    assert list(case.comparisons()) == [agreed, parted]
    assert list(case.comparisons(Relation.CONTRADICTS)) == [parted]
    for touching in ([ONE.report.id], [ONE.report.id, TWO.report.id]):
        assert list(case.comparisons(touching=touching)) == [agreed, parted]
    assert list(case.comparisons(Relation.AGREES, touching=[TWO.report.id])) == [agreed]
    assert list(case.comparisons(touching=["another"])) == list(case.comparisons(touching=[])) == []
    case.add_comparisons([agreed], replace=True)
    assert list(case.comparisons()) == [agreed]
    assert list(case.verify()) == []


def test_a_comparison_with_a_claim_that_is_not_there_is_refused(case: Case) -> None:
    add(case, ONE)
    with pytest.raises(StoreError):
        case.add_comparisons([factory.comparison(ONE, TWO)])
    assert list(case.comparisons()) == []


def test_a_url_is_an_address_of_its_own(case: Case) -> None:
    report = factory.report(url="https://courier.example/1", published=Published("2031-01-01"))
    assert report.id == report_id("https://courier.example/1", report.sha256)
    add(case, factory.analysis(report))
    assert list(case.verify()) == []


def test_writes_are_counted_but_for_judgements_of_a_layer_where_these_are_left_out(case: Case) -> None:
    before = case.changes(), case.changes(but="comparisons")
    case.add_judgement(replace(factory.judgement("a comparison"), id="j1", layer="comparisons"))
    assert (case.changes(), case.changes(but="comparisons")) == (before[0] + 1, before[1])
    case.add_judgement(replace(factory.judgement("a claim"), id="j2", layer="claims"))
    assert (case.changes(), case.changes(but="comparisons")) == (before[0] + 2, before[1] + 1)
