"""Which claims a query finds: the same on every database."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

import factory
from purport.records import Basis, Factuality, Form, Interval, MentionForm, MentionType, Published, SourceType, Span, SpeechAct
from purport.store import Case, ClaimQuery, ClaimRow, Quote

COURIER = (
    "Mayor Ivo Brandt said the bridge is open. He added that the 46-minute tape is fake. The bridge carries trams. "
    "Officials of 100% Karst denied the Ünal-family bought it."
)


def _courier() -> list[object]:
    report = factory.report(COURIER, path="b.txt", outlet="The Kärst Courier", published=Published("2031-03-04", None, Basis.PRINTED))
    brandt = factory.mention(report, "Mayor Ivo Brandt", type=MentionType.PERSON, entity="p1")
    he = factory.mention(report, "He", type=MentionType.PERSON, form=MentionForm.PRONOUN, entity="p1")
    named = {"source_type": SourceType.NAMED_PERSON, "source_entity": "p1"}
    said = (
        factory.attribution(report, "Mayor Ivo Brandt", "said", "the bridge is open", form=Form.MIXED, **named),
        factory.attribution(report, "He", "added", "the 46-minute", "tape is fake", negated=True, **named),
        factory.attribution(report, "Officials of 100% Karst", "denied", "the Ünal-family bought it", factuality=Factuality.CERTAINLY_NOT),
    )
    claims = (*(factory.claim(report, each) for each in said), factory.claim(report, "The bridge carries trams"))
    ends = [0, *(i + 1 for i, c in enumerate(COURIER) if c == ".")]
    sentences = tuple(Span(start, end) for start, end in pairwise(ends))
    return [factory.analysis(report, mentions=(brandt, he), attributions=said, claims=claims, sentences=sentences)]


def _others() -> list[object]:
    return [
        factory.told("Residents say the bridge is shut.", ("Residents", "say", "the bridge is shut"), path="a.txt", outlet="Dispatch"),
        factory.told("A guard: “bridges burn”.", ("A guard", None, "bridges burn"), path="c.txt"),
    ]


RECORDS = _courier() + _others()
OPEN, FAKE, TRAMS, BOUGHT, SHUT, BURN = (
    "the bridge is open",
    "the 46-minute tape is fake",
    "The bridge carries trams",
    "the Ünal-family bought it",
    "the bridge is shut",
    "bridges burn",
)
IN_ORDER = [SHUT, OPEN, FAKE, TRAMS, BOUGHT, BURN]


@pytest.fixture
def full(case: Case) -> Case:
    case.add_many([(record, factory.original(record.report)) for record in RECORDS], reader="reader 1")
    return case


def contents(case: Case, query: ClaimQuery) -> list[str]:
    return [" ".join(quote.words for quote in row.content) for row in case.claims(query)]


def test_claims_come_by_path_and_place(full: Case) -> None:
    assert contents(full, ClaimQuery()) == IN_ORDER
    assert [row.path for row in full.claims()] == ["a.txt", "b.txt", "b.txt", "b.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ClaimQuery(source="brandt"), [OPEN, FAKE]),
        (ClaimQuery(source="IVO"), [OPEN, FAKE]),
        (ClaimQuery(source="p1"), [OPEN, FAKE]),
        (ClaimQuery(source="p"), []),
        (ClaimQuery(source="he"), [FAKE]),
        (ClaimQuery(source="100%"), [BOUGHT]),
        (ClaimQuery(source="1_0"), []),
        (ClaimQuery(source="resident"), [SHUT]),
        (ClaimQuery(source_type=SourceType.NAMED_PERSON), [OPEN, FAKE]),
        (ClaimQuery(source_type=SourceType.OUTLET), [TRAMS]),
        (ClaimQuery(factuality=Factuality.CERTAINLY_NOT), [BOUGHT]),
        (ClaimQuery(outlet="KARST"), [OPEN, FAKE, TRAMS, BOUGHT]),
        (ClaimQuery(outlet="courier", source="officials"), [BOUGHT]),
        (ClaimQuery(outlet="nobody"), []),
        (ClaimQuery(path="a.txt"), [SHUT]),
        (ClaimQuery(path="A.txt"), []),
        (ClaimQuery(limit=2), [SHUT, OPEN]),
        (ClaimQuery(limit=2, offset=3), [TRAMS, BOUGHT]),
        (ClaimQuery(offset=5), [BURN]),
        (ClaimQuery(limit=0), []),
        (ClaimQuery(about="bridge"), [SHUT, OPEN, TRAMS]),
        (ClaimQuery(about="BRIDGE open"), [OPEN]),
        (ClaimQuery(about="open bridge"), [OPEN]),
        (ClaimQuery(about='"open bridge"'), []),
        (ClaimQuery(about='"bridge is"'), [SHUT, OPEN]),
        (ClaimQuery(about='"bridge is o*"'), [OPEN]),
        (ClaimQuery(about="bridge*"), [SHUT, OPEN, TRAMS, BURN]),
        (ClaimQuery(about="bridges"), [BURN]),
        (ClaimQuery(about="46-minute"), [FAKE]),
        (ClaimQuery(about="minute tape"), [FAKE]),
        (ClaimQuery(about="ünal"), [BOUGHT]),
        (ClaimQuery(about="UNAL family"), [BOUGHT]),
        (ClaimQuery(about="brandt"), []),
        (ClaimQuery(about="the"), [SHUT, OPEN, FAKE, TRAMS, BOUGHT]),
        (ClaimQuery(about="open shut"), []),
        (ClaimQuery(about="!!!"), []),
        (ClaimQuery(about=""), []),
        (ClaimQuery(about='" OR 1=1 --'), []),
        (ClaimQuery(about="content:bridge"), []),
        (ClaimQuery(text="brandt"), [OPEN]),
        (ClaimQuery(text="denied"), [BOUGHT]),
        (ClaimQuery(text='"he added that the"'), [FAKE]),
        (ClaimQuery(text="guard burn"), [BURN]),
        (ClaimQuery(text="bridge", about="trams"), [TRAMS]),
        (ClaimQuery(text="say", source="res", outlet="dis", about="shut", path="a.txt"), [SHUT]),
    ],
)
def test_queries(full: Case, query: ClaimQuery, expected: list[str]) -> None:
    assert contents(full, query) == expected


def test_a_row_is_the_whole_line(full: Case) -> None:
    record = RECORDS[0]
    said = record.attributions[1]
    assert list(full.claims(ClaimQuery(source="he"))) == [
        ClaimRow(
            claim=record.claims[1].id,
            attribution=said.id,
            path="b.txt",
            report=record.report.id,
            outlet="The Kärst Courier",
            not_before="2031-03-04",
            not_after=None,
            basis=Basis.PRINTED,
            source=Quote(said.source.start, said.source.end, "He"),
            source_type=SourceType.NAMED_PERSON,
            source_entity="p1",
            cue=Quote(said.cue.start, said.cue.end, "added"),
            content=tuple(
                Quote(span.start, span.end, words) for span, words in zip(said.content, ("the 46-minute", "tape is fake"), strict=True)
            ),
            form=Form.INDIRECT,
            factuality=Factuality.CERTAIN,
            negated=True,
            speech_act=SpeechAct.STATEMENT,
            score=0.75,
        )
    ]


def test_a_flat_statement_is_the_outlets_own(full: Case) -> None:
    (row,) = full.claims(ClaimQuery(about="trams"))
    assert (row.attribution, row.source, row.cue, row.form, row.score) == (None, None, None, None, None)
    assert (row.source_type, row.negated, row.speech_act) == (SourceType.OUTLET, False, SpeechAct.STATEMENT)


def test_the_index_follows_a_re_reading(full: Case) -> None:
    record = RECORDS[1]
    again = replace(record, claims=(factory.claim(record.report, "Residents"),))
    full.add(again, factory.original(record.report), reader="reader 2")
    assert contents(full, ClaimQuery(about="shut")) == []
    assert contents(full, ClaimQuery(about="residents")) == ["Residents"]
    assert contents(full, ClaimQuery(about="bridge")) == [OPEN, TRAMS]


def test_contexts_of_one_endless_line_stay_small(case: Case) -> None:
    text = "word " * 20_000 + "Officials said so. " + "word " * 20_000
    report = factory.report(text)
    said = factory.attribution(report, "Officials", "said", "so")
    claim = factory.claim(report, said)
    record = factory.analysis(report, sentences=(Span(0, len(text)),), attributions=(said,), claims=(claim,))
    case.add(record, factory.original(report), reader="reader 1")
    assert len(list(case.claims(ClaimQuery(text="officials word")))) == 1
    assert list(case.verify()) == []


def test_a_claim_of_a_hundred_thousand_words(case: Case) -> None:
    text = " ".join(f"wörd{number}" for number in range(100_000)) + " " + "x" * 10_000
    report = factory.report(text)
    record = factory.analysis(report, claims=(factory.claim(report, text),))
    case.add(record, factory.original(report), reader="reader 1")
    assert len(list(case.claims(ClaimQuery(about="word1 word17*")))) == 1


def test_the_interval_of_publication(full: Case) -> None:
    rows = list(full.claims(ClaimQuery(path="c.txt")))
    assert [(Interval(row.not_before, row.not_after), row.basis) for row in rows] == [(Interval(), Basis.UNKNOWN)]
