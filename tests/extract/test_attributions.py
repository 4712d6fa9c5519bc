"""Readings become records that keep the exact words."""

import pytest

import factory
from purport.extract import find_attributions, find_claims
from purport.extract.forms import read_form
from purport.reader import Linked
from purport.records import Form, Furniture, FurnitureKind, Span

TEXT = 'Read more: the mayor said nothing. "I am done," Ilse Brandt said, "with it." She did not mention the bridge.'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


REPORT = factory.report(TEXT)
QUOTE = Linked(span("Ilse Brandt"), span("said,"), (span('"I am done,"'), span('"with it."')), 0.91234)
OMITTED = Linked(span("She"), span("did not mention"), (span("the bridge"),), 0.8)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"I am done,"', Form.DIRECT),
        ("I am done,", Form.DIRECT),
        ("the bridge", Form.INDIRECT),
        ('"I am done," Ilse Brandt said, "with it."', Form.MIXED),
    ],
)
def test_form_is_told_by_the_marks(words: str, expected: Form) -> None:
    assert read_form(TEXT, (span(words),)) == expected


def test_curly_and_lost_marks() -> None:
    assert read_form("“We go,”", (Span(0, 8),)) == Form.DIRECT
    lost = find_attributions(REPORT, [Linked(None, None, (span("the bridge"),), 0.5, direct=0.9)], [], ())
    assert lost[0].form == Form.DIRECT


def test_a_record_keeps_its_words_and_pieces() -> None:
    (found,) = find_attributions(REPORT, [QUOTE], [], ())
    assert [piece.words(TEXT) for piece in found.content] == ['"I am done,"', '"with it."']
    assert (found.form, found.score, found.factuality) == (Form.DIRECT, 0.9123, "CT+")


def test_what_was_not_said_is_no_claim() -> None:
    found = find_attributions(REPORT, [QUOTE, OMITTED], [], ())
    assert [each.negated for each in found] == [False, True]
    assert [claim.attribution for claim in find_claims(REPORT, found)] == [found[0].id]


def test_two_sources_of_one_content_make_two_claims() -> None:
    """As in "she recalled the mayor's view that .."; the id of a claim that is alone with its content is of that."""
    shared = [
        Linked(span("the mayor"), span("said"), (span("nothing"),), 0.9),
        Linked(span("She"), span("mention"), (span("nothing"),), 0.6),
    ]
    found = find_attributions(REPORT, [*shared, QUOTE], [], ())
    claims = find_claims(REPORT, found)
    assert len({claim.id for claim in claims}) == 3
    alone = find_claims(REPORT, find_attributions(REPORT, [QUOTE], [], ()))
    assert [claim.id for claim in alone] == [claim.id for claim in claims if claim.content == alone[0].content]


def test_nothing_inside_furniture_is_an_attribution() -> None:
    nothing = Linked(span("the mayor"), span("said"), (span("nothing"),), 0.9)
    page = Furniture(0, TEXT.index('"I'), FurnitureKind.PAGE)
    assert find_attributions(REPORT, [nothing, QUOTE], [], (page,)) == find_attributions(REPORT, [QUOTE], [], ())
    assert len(find_attributions(REPORT, [nothing], [], (Furniture(0, 40, FurnitureKind.TITLE),))) == 1


@pytest.mark.parametrize(
    ("text", "act", "factuality"),
    [
        ('"Do not open the gates," he said.', "exhortation", "CT+"),
        ('"We do not open the gates," he said.', "statement", "CT-"),
    ],
)
def test_a_call_in_quotation_marks_is_no_denial(text: str, act: str, factuality: str) -> None:
    end, cue = text.rindex('"') + 1, text.index("said")
    linked = Linked(None, Span(cue, cue + 4), (Span(0, end),), 0.9)
    (found,) = find_attributions(factory.report(text), [linked], [], ())
    assert (found.speech_act, found.factuality) == (act, factuality)


def test_one_within_another_names_it() -> None:
    inner = Linked(None, span("mention"), (span("the bridge"),), 0.7, parent=0)
    outer, nested = find_attributions(REPORT, [OMITTED, inner], [], ())
    assert nested.nested_in == outer.id
