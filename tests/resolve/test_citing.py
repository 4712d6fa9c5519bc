"""Who cites whom, from the outlet to the innermost source, the same people once."""

from dataclasses import replace

import factory
from purport.records import Analysis
from purport.resolve.chains import read_chains
from purport.resolve.citing import CitedKind, Network, around, network
from purport.resolve.outlets import media_of


def cited(*analyses: Analysis) -> Network:
    media = media_of(each.report.outlet for each in analyses)
    return network((chain for each in analyses for chain in read_chains(each, each.claims, media, {})), media)


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


def test_the_army_of_one_report_is_that_of_another() -> None:
    found = cited(
        told("a.txt", "Orle Post", "The army"), told("b.txt", "Tarn Radio", "the army"), told("c.txt", "Belim Times", "The army in Tarn")
    )
    assert sorted(named(found)) == [(outlet, "the army", 1) for outlet in ("Belim Times", "Orle Post", "Tarn Radio")]


def test_where_reports_tell_of_two_armies_the_army_is_of_its_report_alone() -> None:
    both = (told("c.txt", "Belim Times", "The northern army"), told("d.txt", "Ford Week", "The southern army"))
    found = cited(told("a.txt", "Orle Post", "The army"), told("b.txt", "Tarn Radio", "The army"), *both)
    assert len([node for node in found.nodes if node.kind is CitedKind.SOURCE]) == 4


def test_a_pronoun_is_nobody_who_is_cited() -> None:
    found = cited(told("a.txt", "Orle Post", "She"))
    assert [node.name for node in found.nodes] == ["Orle Post"]


def test_a_part_of_an_outlet_s_name_is_the_outlet() -> None:
    one = factory.report("The harbour master told the Lantern that the ford at Orle was closed.", path="b.txt", outlet="Tarn Radio")
    held = factory.attribution(one, "The harbour master", "told", "that the ford at Orle was closed")
    lantern = factory.mention(one, "Lantern", type="organisation")
    retold = factory.analysis(one, attributions=(held,), claims=(factory.claim(one, held),), mentions=(lantern,))
    names = [each[:2] for each in named(cited(told("a.txt", "The Orle Lantern", "The police"), retold))]
    assert ("Tarn Radio", "The Orle Lantern") in names
    two = [told("a.txt", "The Orle Lantern", "The police"), told("c.txt", "The Belim Lantern", "The police")]
    assert ("Tarn Radio", "Lantern") in [each[:2] for each in named(cited(*two, retold))]


def test_who_has_a_name_is_called_as_the_case_calls_him() -> None:
    one, other = (
        spoken(path, outlet, name) for path, outlet, name in (("a.txt", "Orle Post", "Ada Vel"), ("b.txt", "Tarn Radio", "Adda Vell"))
    )
    media = media_of(each.report.outlet for each in (one, other))
    entities = {(each.report.id, "e"): "7f" for each in (one, other)}
    chains = [chain for each in (one, other) for chain in read_chains(each, each.claims, media, entities)]
    found = network(chains, media, {"7f": "Ada Vell"})
    assert sorted(named(found)) == [("Orle Post", "Ada Vell", 1), ("Tarn Radio", "Ada Vell", 1)]
    assert [node.name for node in network(chains, media).nodes] == ["Adda Vell", "Orle Post", "Tarn Radio"]


def spoken(path: str, outlet: str, name: str) -> Analysis:
    analysis = told(path, outlet, name)
    (held,) = analysis.attributions
    return replace(
        analysis,
        mentions=(factory.mention(analysis.report, name, type="person", entity="e"),),
        attributions=(replace(held, source_entity="e"),),
    )
