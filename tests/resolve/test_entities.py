"""What is one across a case: over all links at once, in any order, with people's judgements."""

import random
from collections.abc import Iterable

import pytest

from purport.records import Judgement
from purport.resolve.aliases import find_links
from purport.resolve.entities import CaseEntity, clusters
from purport.resolve.profiles import Profile
from resolve.made import groups, judged, profile


def resolved(*profiles: Profile, judgements: Iterable[Judgement] = ()) -> tuple[CaseEntity, ...]:
    return clusters(profiles, find_links(profiles), judgements)


def joined(*profiles: Profile, judgements: Iterable[Judgement] = ()) -> set[frozenset[str]]:
    """The reports whose profiles are one."""
    return {frozenset(report for report, _ in each.members) for each in resolved(*profiles, judgements=judgements) if len(each.members) > 1}


def reports(*groups: str) -> set[frozenset[str]]:
    return {frozenset(each) for each in groups}


ORLA, ILO = profile("a", "Orla Vane"), profile("b", "Ilo Vane")
CASES = {
    "one full name": ([ORLA, profile("c", "Orla Vane")], reports("ac")),
    "a last name that only one has": ([ORLA, profile("c", "Vane"), profile("d", "Vane")], reports("acd")),
    "a last name that two have": ([ORLA, ILO, profile("c", "Vane"), profile("d", "Vane")], set()),
    "a last name that nobody has in full": ([profile("c", "Vane"), profile("d", "Vane")], reports("cd")),
    "a man and a woman of one last name": ([profile("c", "Vane", titled="man"), profile("d", "Vane", titled="woman")], set()),
    "a sex that tells which of two": (
        [profile("a", "Orla Vane", spoken="woman"), profile("b", "Ilo Vane", spoken="man"), profile("c", "Vane", titled="man")],
        reports("bc"),
    ),
    "a role that tells which of two": (
        [profile("a", "Orla Vane", role="mayor of Vesk"), ILO, profile("c", "Vane", role="mayor of Vesk")],
        reports("ac"),
    ),
    "two in one report": ([ORLA, profile("c", "Vane", is_shared=True)], set()),
    "who it is in its own report": (
        [ORLA, ILO, profile("c", "Orla Vane", spoken="woman"), profile("c", "Vane", may_be=ORLA.names[0].name, entity="c2")],
        reports("ac"),
    ),
    "longer before shorter": ([profile("a", "Abu Bakr Vesk"), profile("b", "Bakr Vesk"), profile("c", "Vesk")], reports("abc")),
    "an acronym of one": ([profile("a", "Karst Harbour Board", type="org"), profile("b", "KHB", type="org")], reports("ab")),
    "an acronym of two": (
        [
            profile("a", "Karst Harbour Board", type="org"),
            profile("b", "Kesmar Home Board", type="org"),
            profile("c", "KHB", type="org"),
            profile("d", "KHB", type="org"),
        ],
        set(),
    ),
    "an acronym that two introduce": (
        [profile("a", "Lantern Front", "LF", type="org"), profile("b", "Lowland Forum", "LF", type="org"), profile("c", "LF", type="org")],
        set(),
    ),
    "a noun that many are called by": ([profile("a", "Army", type="org"), profile("b", "Army", type="org")], set()),
    "the noun of one": (
        [profile("a", "the Front", type="org"), profile("b", "the Front", type="org"), profile("c", "Lantern Front", type="org")],
        reports("abc"),
    ),
    "a firm without its kind": (
        [profile("a", "Tannick Group", type="org"), profile("b", "Tannick", type="org", told=False)],
        reports("ab"),
    ),
    "a firm without its kind, of two": (
        [
            profile("a", "Tannick Group", type="org"),
            profile("b", "Tannick Lines", type="org"),
            profile("c", "Tannick", type="org", told=False),
        ],
        set(),
    ),
    "a person and a place": ([profile("a", "Karst", type="pla"), profile("b", "Karst"), profile("c", "Karst", told=False)], reports("bc")),
    "a place of unsure kind": ([profile("a", "Karst", type="pla"), profile("b", "Karst", told=False)], reports("ab")),
    "two places of one name": (
        [
            profile("a", "Orrin", type="pla", beside="in Iraq"),
            profile("b", "Orrin", type="pla", beside="in Syria"),
            profile("c", "Orrin", type="pla"),
            profile("d", "Orrin", type="pla", beside="in Iraq"),
        ],
        reports("ad"),
    ),
    "who is called by a role alone": (
        [profile("a", "Orla Vane", role="mayor of Vesk"), profile("b", role="mayor of Vesk"), profile("c", role="mayor of Karst")],
        reports("ab"),
    ),
    "a role that two had": (
        [
            profile("a", "Orla Vane", role="mayor of Vesk"),
            profile("b", "Ilo Tolk", role="mayor of Vesk"),
            profile("c", role="mayor of Vesk"),
        ],
        set(),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_one_in_any_order(case: str) -> None:
    profiles, expected = CASES[case]
    assert joined(*profiles) == expected
    whole = resolved(*profiles)
    for seed in range(5):
        assert resolved(*random.Random(seed).sample(profiles, len(profiles))) == whole


def test_most_reports_tell_whom_a_name_without_more_means() -> None:
    iraq = [profile(f"i{n}", "Orrin", type="pla", beside="in Iraq") for n in range(8)]
    syria, bare = profile("s", "Orrin", type="pla", beside="in Syria"), profile("c", "Orrin", type="pla")
    found = joined(*iraq, syria, bare)
    assert found == {frozenset([*(f"i{n}" for n in range(8)), "c"])}


def test_an_entity_says_what_it_is_and_why() -> None:
    whole = [profile("a", "Orla Vane"), profile("b", "Orla Vane", "Vane"), profile("c", "VANE"), profile("d", "O. Vane")]
    (one,) = resolved(*whole)
    assert (one.name, one.type) == ("Orla Vane", "person")
    assert set(one.names) == {"Orla Vane", "Vane", "VANE", "O. Vane"}
    assert one.members == tuple(sorted(each.member for each in whole))
    assert {frozenset((link.left[0], link.right[0])) for link in one.links} >= reports("ab", "ac", "ad")
    assert all(link.why for link in one.links)


def test_an_id_is_of_the_least_member_alone() -> None:
    (one,), (other,) = resolved(ORLA), resolved(profile("a", "Orla Vane", role="mayor of Vesk", entity=ORLA.entity))
    assert one.id == other.id
    (both,) = resolved(ORLA, profile("c", "Orla Vane"))
    assert both.id == one.id
    (before,) = resolved(profile("0", "Orla Vane"), ORLA)
    assert before.id != one.id


SAME = [profile(report, "Orla Vane") for report in "acde"]


def test_a_merge_wins_over_everything() -> None:
    woman, man = profile("a", "Orla Vane", titled="woman"), profile("b", "Ilo Tolk", titled="man")
    assert joined(woman, man, judgements=[judged("merge", woman, man)]) == reports("ab")


def test_a_split_takes_one_from_the_others() -> None:
    assert joined(*SAME, judgements=[judged("split", SAME[0], SAME[1])]) == reports("cde")
    assert joined(*SAME, judgements=[judged("split", SAME[1], SAME[0])]) == reports("ade")


def test_what_is_split_off_keeps_what_it_is_merged_with() -> None:
    decisions = [judged("split", SAME[0], SAME[1]), judged("merge", SAME[0], SAME[3])]
    assert groups(resolved(*SAME, judgements=decisions)) == {
        frozenset({SAME[0].entity, SAME[3].entity}),
        frozenset({SAME[1].entity, SAME[2].entity}),
    }


def test_the_last_decision_on_two_counts() -> None:
    decisions = [judged("split", SAME[0], SAME[1]), judged("merge", SAME[1], SAME[0], made="2031-03-06T10:00:00Z")]
    assert joined(*SAME, judgements=decisions) == reports("acde")
    assert joined(*SAME, judgements=decisions[::-1]) == reports("acde")


def test_judgements_on_what_is_not_there_and_on_claims_do_nothing() -> None:
    gone = judged("split", SAME[0], profile("z", "Orla Vane"))
    assert joined(*SAME, judgements=[gone]) == reports("acde")


def test_what_no_links_connect_can_be_decided_by_itself() -> None:
    one, other = [ORLA, profile("c", "Vane")], [profile("d", "Ilo Tolk"), profile("e", "Tolk")]
    assert set(resolved(*one)) | set(resolved(*other)) == set(resolved(*one, *other))


def test_a_name_judged_to_be_one_mans_leads_nobody_else_of_that_name_to_him() -> None:
    short, longest = profile("c", "Vane"), profile("a", "Orla Vane")
    found = joined(longest, profile("b", "Ilo Vane"), short, judgements=[judged("merge", short, longest)])
    assert found == reports("ac")
