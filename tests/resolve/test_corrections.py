from dataclasses import replace

import factory
from purport.records import Analysis, Factuality, MentionForm, Span
from purport.resolve.corrections import (
    LAYER,
    NOTHING,
    Correction,
    corrected,
    read_correction,
    rulings,
    write_correction,
)

TEXT = "The mayor said the bridge is gone. Ada Brisk said two men died."


def told() -> Analysis:
    one = factory.told(TEXT, ("The mayor", "said", "the bridge is gone"), ("Ada Brisk", "said", "two men died"))
    return replace(one, mentions=(factory.mention(one.report, "Ada Brisk", form=MentionForm.NAME, entity="ada"),))


def judged(analysis: Analysis, decision: str, correction: Correction = NOTHING, number: int = 0, **fields: object):  # type: ignore[no-untyped-def]
    claim = analysis.claims[0]
    written = write_correction(correction) if decision == "correct" else None
    known = {"target": claim.id, "report": analysis.report.id, "words": "the bridge is gone", "start": 15, "end": 33} | fields
    return factory.judgement(
        id=f"j{number}", layer=LAYER, decision=decision, correction=written, made=f"2031-03-05T10:00:0{number}Z", **known
    )


def test_without_judgements_the_record_is_the_very_same() -> None:
    analysis = told()
    assert corrected(analysis, []) is analysis


def test_a_claim_that_is_none_is_left_out_with_its_attribution() -> None:
    analysis = told()
    found = corrected(analysis, [judged(analysis, "reject")])
    assert [each.id for each in found.claims] == [analysis.claims[1].id]
    assert [each.id for each in found.attributions] == [analysis.attributions[1].id]


def test_the_last_word_holds() -> None:
    analysis = told()
    assert corrected(analysis, [judged(analysis, "reject"), judged(analysis, "confirm", number=1)]).claims == analysis.claims


def test_what_is_corrected_is_so_in_claim_and_attribution() -> None:
    analysis = told()
    ada = factory.span(TEXT, "Ada Brisk")
    correction = Correction(Factuality.POSSIBLE, ada, content=(Span(19, 33),))
    found = corrected(analysis, [judged(analysis, "correct", correction)])
    assert found.claims[0] == replace(analysis.claims[0], factuality=Factuality.POSSIBLE, content=(Span(19, 33),))
    (first, _) = found.attributions
    assert (first.source, first.source_entity, first.factuality, first.content) == (ada, "ada", Factuality.POSSIBLE, (Span(19, 33),))
    assert found.attributions[1] == analysis.attributions[1]


def test_corrections_add_up_each_thing_by_its_last_word() -> None:
    analysis = told()
    made = [
        judged(analysis, "correct", Correction(Factuality.POSSIBLE)),
        judged(analysis, "correct", Correction(has_source=False), 1),
        judged(analysis, "note", number=2, note="asked the desk"),
    ]
    rule = rulings(analysis, made)[analysis.claims[0].id]
    assert rule.correction == Correction(Factuality.POSSIBLE, has_source=False)
    assert [each.decision for each in rule.judgements] == ["correct", "correct", "note"]
    assert corrected(analysis, made).attributions[0].source is None


def test_a_judgement_goes_with_the_claim_at_its_place_or_of_its_words() -> None:
    analysis = told()
    assert len(corrected(analysis, [judged(analysis, "reject", target="gone")]).claims) == 1
    assert len(corrected(analysis, [judged(analysis, "reject", target="gone", start=0, end=3)]).claims) == 1
    assert corrected(analysis, [judged(analysis, "reject", target="gone", start=0, end=3, words="the dam")]) is analysis
    assert corrected(analysis, [judged(analysis, "reject", report="another")]) is analysis


def test_a_correction_is_kept_with_what_it_says_alone() -> None:
    correction = Correction(Factuality.UNCOMMITTED)
    assert write_correction(correction) == '{"factuality":"Uu"}'
    whole = Correction(Factuality.CERTAIN, Span(0, 9), None, True, (Span(15, 33), Span(40, 50)))
    assert read_correction(write_correction(whole)) == whole
