"""Origins: however many reports carry a claim, one source, one agency, one outlet or one passage counts once."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations

import factory
from purport.records import Analysis, Claim, Furniture, FurnitureKind, MentionForm, MentionType
from purport.resolve.folded import fold_report
from purport.resolve.origins import Origin, count_origins, origins
from purport.resolve.passages import shared
from resolve.carried import SURGE, held, nested, report, with_names

FELL = "the harbour wall had fallen"


def said(source: str, cue: str = "said", outlet: str = "The Brask Courier", content: str = FELL, **fields: object) -> Analysis:
    """A report in which somebody says so."""
    words = source.rpartition("=")[2]
    return report(f"{words} {cue} {content}.", (source, cue, content), outlet=outlet, **fields)


def counted(*claims: tuple[Analysis, Claim], entities: dict[tuple[str, str], str] | None = None) -> tuple[Origin, ...]:
    reports = {analysis.report.id: fold_report(analysis) for analysis, _ in claims}
    found = [both for one, other in combinations(reports.values(), 2) if (both := shared(one, other))]
    return origins(claims, found, entities or {})


def of(*reports: Analysis, entities: dict[tuple[str, str], str] | None = None) -> tuple[Origin, ...]:
    return counted(*(held(each) for each in reports), entities=entities)


def test_two_outlets_that_quote_one_person_have_one_origin() -> None:
    (origin,) = of(said("Ada Vell=Ada Vell", outlet="A"), said("Ada Vell=Harbour master Ada Vell", outlet="B"))
    assert origin.name == "Ada Vell"
    assert origin.why == "A and B have it from Ada Vell."
    assert len(origin.citations) == len(origin.members) == 2


def test_two_people_are_two_origins_in_one_outlet_too() -> None:
    assert len(of(said("Ada Vell=Ada Vell", path="a.txt"), said("Ivo Renn=Ivo Renn", path="b.txt"))) == 2


def test_a_last_name_alone_is_not_known_again() -> None:
    assert len(of(said("Vell=Vell", outlet="A"), said("Vell=Mr. Vell", outlet="B"))) == 2


def test_entities_of_the_case_decide_before_names() -> None:
    one, other = said("Ada Vell=Ada Vell", outlet="A"), said("Adda Well=Adda Well", outlet="B")
    assert len(of(one, other)) == 2
    assert len(of(one, other, entities={(one.report.id, "Ada Vell"): "7", (other.report.id, "Adda Well"): "7"})) == 1
    same = said("Ada Vell=Ada Vell", outlet="B")
    assert len(of(one, same, entities={(one.report.id, "Ada Vell"): "7", (same.report.id, "Ada Vell"): "8"})) == 2


def test_one_monitoring_group_behind_two_outlets_is_one_origin() -> None:
    text = "The Tolm Harbour Observatory said residents reported the harbour wall had fallen."
    through = report(
        text,
        ("The Tolm Harbour Observatory=The Tolm Harbour Observatory", "said", "residents reported the harbour wall had fallen"),
        ("residents", "reported", FELL),
        outlet="A",
    )
    through = nested(through, 1, 0)
    (origin,) = counted(held(through, 1), held(said("The Tolm Harbour Observatory=The Tolm Harbour Observatory", outlet="B")))
    assert origin.name == "The Tolm Harbour Observatory"


def test_who_speaks_for_a_body_is_that_body() -> None:
    speaks = with_names(said("a spokesman for the Quay League", outlet="A"), "Quay League")
    assert len(of(speaks, said("The Quay League=The Quay League", outlet="B"))) == 1
    for other in ("a neighbour of the Quay League", "a spokesman for the treasurer of the Quay League", "a Quay League hospital spokesman"):
        assert len(of(with_names(said(other, outlet="A"), "Quay League"), said("The Quay League=The Quay League", outlet="B"))) == 2


def test_bodies_without_a_name() -> None:
    for one, other, wanted in (
        ("The army", "the army in Brask", 1),
        ("Army spokesman Col. Ada Vell", "the army", 1),
        ("the district hospital", "doctors at the hospital", 1),
        ("the district hospital", "the naval hospital", 2),
        ("police", "the coastguard", 2),
        ("residents", "residents", 2),
        ("officials", "officials", 2),
    ):
        assert len(of(said(one, outlet="A"), said(other, outlet="B"))) == wanted, (one, other)


def test_the_same_people_with_a_word_added_are_one_origin_in_one_report() -> None:
    def spoke(*sources: str) -> int:
        contents = [f"wall {number} had fallen" for number in range(len(sources))]
        text = " ".join(f"{source} said {content}." for source, content in zip(sources, contents, strict=True))
        one = report(text, *((source, "said", content) for source, content in zip(sources, contents, strict=True)))
        return len(counted(*(held(one, i) for i in range(len(sources)))))

    assert spoke("Dockside stallholders", "stallholders") == 1
    assert spoke("stallholders", "Brask stallholders", "some of the Brask stallholders") == 2
    assert spoke("Stallholders at the quay", "Brask stallholders at the quay") == 1
    assert spoke("Old stallholders", "young stallholders") == 2
    assert spoke("Old stallholders", "young stallholders", "stallholders") == 3
    assert spoke("Two stallholders", "stallholders") == 2
    assert spoke("Another docker", "docker") == 2


def test_who_said_it_by_a_pronoun_speaks_for_whom_the_noun_does() -> None:
    text = f"It rests on Quay League officials who said {FELL}."
    one = report(text, ("who", "said", FELL), outlet="A")
    people = factory.mention(one.report, "Quay League officials", form=MentionForm.NOMINAL, type=MentionType.PERSON, entity="who")
    one = with_names(replace(one, mentions=(*one.mentions, people)), "Quay League")
    other = with_names(said("Quay League harbour officials", outlet="B"), "Quay League")
    assert len(of(one, other)) == 1


def test_unnamed_people_of_one_outlet_are_counted_once() -> None:
    assert len(of(said("dockers", path="a.txt"), said("dockers", path="b.txt"))) == 1


def test_a_report_that_says_it_has_it_from_another_outlet() -> None:
    later = said("The Brask Wire", "reported", outlet="B")
    first = report("The harbour wall had fallen by noon.", (None, None, "The harbour wall had fallen"), outlet="The Brask Wire")
    (origin,) = of(with_names(later, "The Brask Wire"), first)
    assert (origin.name, origin.why) == ("The Brask Wire", "B has it through The Brask Wire.")
    assert len(of(later, said("Ada Vell=Ada Vell", outlet="The Brask Wire"))) == 1
    assert len(of(said("Ivo Renn=Ivo Renn", outlet="B"), said("Ada Vell=Ada Vell", outlet="The Brask Wire"))) == 2


def test_told_to_an_agency() -> None:
    text = "A clerk told Reuters the harbour wall had fallen."
    one, other = (with_names(report(text, ("A clerk", "told", FELL), outlet=outlet), "Reuters") for outlet in "AB")
    (origin,) = of(one, other)
    assert origin.name == "Reuters"


def test_an_agency_that_alone_is_credited_is_whose_word_it_is() -> None:
    def credited(line: str, outlet: str, own: str) -> Analysis:
        text = f"{line}\n{own} The harbour wall had fallen by noon."
        furniture = (Furniture(0, len(line), FurnitureKind.BYLINE),)
        return report(text, (None, None, "The harbour wall had fallen"), outlet=outlet, furniture=furniture)

    assert [origin.name for origin in of(credited("By Reuters", "A", "One."), credited("Reuters", "B", "Two."))] == ["Reuters"]
    assert len(of(credited("From Reuters and Courier staff", "A", "One."), credited("Reuters", "B", "Two."))) == 2


def test_own_voices_are_two_unless_they_share_the_passage() -> None:
    own = (None, None, "cracks as wide as a hand below the water line")
    wire, copy = report(SURGE, own, outlet="Wire", day="2031-03-04"), report("BRASK. " + SURGE, own, outlet="B", day="2031-03-05")
    (origin,) = of(wire, copy)
    assert origin.name == "Wire"
    assert origin.why == "B has it in the words of Wire (10 of them), which had it first."
    assert len(of(wire, report("There were cracks as wide as a hand below the water line.", own, outlet="C"))) == 2


def test_a_copy_that_retells_one_sentence_has_no_origin_of_its_own_for_it() -> None:
    wire = report(SURGE + "Three boats sank.", (None, None, "Three boats sank"), outlet="Wire", day="2031-03-04")
    copy = report(SURGE + "A trio of vessels went down.", (None, None, "A trio of vessels went down"), outlet="B", day="2031-03-05")
    (origin,) = of(wire, copy)
    assert origin.why == "B has most of what Wire has, in the same words."


def test_a_claim_that_nobody_shares() -> None:
    first, second = of(said("Ada Vell=Ada Vell", outlet="A"), report("The wall fell.", (None, None, "The wall fell"), outlet="B"))
    assert (first.why, second.why) == ("Only A has it, from Ada Vell.", "Only B has it, as its own.")


def test_the_count_is_a_sentence() -> None:
    same = [said("Ada Vell=Ada Vell", outlet=outlet) for outlet in "ABCDE"]
    assert count_origins(of(*same)) == "Five reports, one origin: Ada Vell."
    assert count_origins(of(*same, said("Ivo Renn=Ivo Renn", outlet="F"))) == "Six reports, two origins: Ada Vell and Ivo Renn."
    assert count_origins(()) == "No reports, no origins: none."


def test_the_order_of_claims_makes_no_difference() -> None:
    reports = [
        said("Ada Vell=Ada Vell", outlet="A"),
        said("Ada Vell=Ada Vell", outlet="B"),
        said("The Brask Wire", "reported", outlet="C"),
        said("dockers", outlet="The Brask Wire"),
    ]
    assert len({of(*order) for order in permutations(reports)}) == 1


def test_spans_of_an_origin_are_words_of_its_reports() -> None:
    reports = [said("Ada Vell=Ada Vell", outlet=outlet) for outlet in "AB"]
    texts = {each.report.path: each.report.text for each in reports}
    assert [texts[each.path][each.start : each.end] for each in of(*reports)[0].citations] == ["Ada Vell", "Ada Vell"]
    assert factory.span(texts["A.txt"], "Ada Vell").start == 0
