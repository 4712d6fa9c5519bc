"""Who cites whom, from the outlet to the innermost source, the same people once."""

from dataclasses import replace

import factory
from purport.records import Analysis
from purport.resolve.chains import read_chains
from purport.resolve.citing import CitedKind, Network, around, network
from purport.resolve.outlets import media_of


def cited(*analyses: Analysis) -> Network:
    media = media_of(each.report.outlet for each in analyses)
    return network([chain for each in analyses for chain in read_chains(each, each.claims, media, {})], media)


def told(path: str, outlet: str | None, source: str, cue: str = "said") -> Analysis:
    one = factory.report(f"{source} {cue} that the ford at Orle was closed.", path=path, outlet=outlet)
    held = factory.attribution(one, source, cue, "that the ford at Orle was closed")
    return factory.analysis(one, attributions=(held,), claims=(factory.claim(one, held),))


def named(found: Network) -> list[tuple[str, str, int]]:
    names = {node.id: node.name for node in found.nodes}
    return [(names[link.by], names[link.of], link.claims) for link in found.links]


POST = told("a.txt", "Orle Post", "The district hospital")
RADIO = told("b.txt", "Tarn Radio", "the district hospital")


def test_a_body_that_two_outlets_name_is_one() -> None:
    found = cited(POST, RADIO)
    assert sorted(named(found)) == [("Orle Post", "the district hospital", 1), ("Tarn Radio", "the district hospital", 1)]


def test_people_without_a_name_are_of_their_report_alone() -> None:
    assert len(cited(told("a.txt", "Orle Post", "Officials"), told("b.txt", "Tarn Radio", "Officials")).nodes) == 4


def test_an_outlet_that_is_cited_is_the_one_whose_report_is_there() -> None:
    found = cited(POST, told("b.txt", "Tarn Radio", "Orle Post", "reported"))
    assert ("Tarn Radio", "Orle Post", 1) in named(found)
    assert [node.kind for node in found.nodes if node.name == "Orle Post"] == [CitedKind.OUTLET]


def test_a_report_without_an_outlet_has_its_path() -> None:
    assert [by for by, _, _ in named(cited(told("a.txt", None, "The district hospital")))] == ["a.txt"]


def test_the_order_of_reports_shows_in_nothing() -> None:
    assert cited(POST, RADIO) == cited(RADIO, POST)


def test_around_somebody_stand_those_before_and_behind() -> None:
    found = cited(POST, RADIO, told("c.txt", "Belim Times", "The harbour master"))
    assert {node.name for node in around(found, "HOSPITAL").nodes} == {"Orle Post", "Tarn Radio", "the district hospital"}
    assert {node.name for node in around(found, "orle post").nodes} >= {"Orle Post"}
    assert around(found, "nobody") == Network((), ())


def test_claims_are_counted() -> None:
    twice = replace(POST, claims=(*POST.claims, replace(POST.claims[0], id="another")))
    assert [claims for _, _, claims in named(cited(twice))] == [2]
