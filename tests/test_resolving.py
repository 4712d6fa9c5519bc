"""A case resolved comes out the same whatever came first, and whatever was changed on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

import factory
from purport import resolving
from purport.records import Analysis, Comparison, Judgement, Relation
from purport.resolve import CaseEntity
from purport.store import Case, FaultKind
from purport.store.database import connect
from purport.store.derived import CHANGES
from purport.store.tables import comparison_content, comparisons, entities, fact_keys, facts, links, meta, passages, resolved, ties
from purport.store.write import remove
from told import Saying, report, strike

DERIVED = (comparisons, comparison_content, facts, fact_keys, links, ties, passages, entities, resolved, meta)
REPORTS = {each.report.path.removesuffix(".txt"): each for each in strike()}
REVIEW = REPORTS["review"].report.id
Rows = dict[str, list[tuple[object, ...]]]


def add(case: Case, reports: Iterable[Analysis], reader: str = "reader 1") -> None:
    case.add_many([(each, factory.original(each.report)) for each in reports], reader=reader)


def derived(address: str) -> Rows:
    """Every row that resolving makes."""
    database = connect(address, create=False)
    with database.reading() as connection:
        rows = {table.name: sorted(map(tuple, connection.execute(select(table))), key=repr) for table in DERIVED}
    rows["meta"] = [each for each in rows["meta"] if each[0] != CHANGES]
    database.close()
    return rows


def emptied(address: str) -> None:
    """Take every report out of a case again; nothing that was derived from them is left."""
    database = connect(address, create=False)
    with Case.open(address) as case, database.writing() as connection:
        remove(connection, list(case.known()))
    assert {name for name, rows in derived(address).items() if rows} <= {"meta"}
    database.close()


@cache
def whole() -> Rows:
    """What resolving makes of all reports added together, on whichever database."""
    with TemporaryDirectory() as folder:
        return built(f"{folder}/karst.case", list(REPORTS.values()))


def built(address: str, reports: Sequence[Analysis]) -> Rows:
    """What resolving makes of reports that are added together to an empty case."""
    with Case.open(address, create=True) as case:
        add(case, reports)
        resolving.resolve(case)
    return derived(address)


def paths_of(case: Case) -> dict[str, str]:
    return {each.report: each.path for each in case.places()}


def entity(case: Case, name: str, path: str | None = None) -> CaseEntity:
    """The entity of a case with a name, in a report."""
    paths = paths_of(case)
    found = [each for each in resolving.case_entities(case) if name in each.names]
    return next(each for each in found if path is None or path in {paths[report] for report, _ in each.members})


def members(case: Case, name: str, path: str) -> set[str]:
    """The paths of the reports in which the one is whom a report calls so."""
    paths = paths_of(case)
    return {paths[report].removesuffix(".txt") for report, _ in entity(case, name, f"{path}.txt").members}


def paths(comparison: Comparison) -> tuple[str, str, Relation]:
    left, right = (side.path.removesuffix(".txt") for side in (comparison.left, comparison.right))
    return left, right, comparison.relation


def shown(case: Case) -> set[tuple[str, str, Relation]]:
    return {paths(each) for each, _, _ in resolving.shown(case)}


def judged(case: Case, decision: str, one: CaseEntity, other: CaseEntity, number: int = 0) -> Judgement:
    """A person's decision on one of each that has its name."""
    target, correction = (resolving.profiles_of(case, each)[0].entity for each in (one, other))
    made = factory.judgement(
        target,
        id=f"{decision} {number}",
        layer="aliases",
        decision=decision,
        correction=correction,
        made=f"2031-04-0{number + 1}",
    )
    resolving.judge_aliases(case, [made], [*one.members, *other.members])
    return made


def test_what_the_reports_come_to(address: str) -> None:
    built(address, list(REPORTS.values()))
    with Case.open(address) as case:
        assert shown(case) == {
            ("wire", "courier", Relation.AGREES),
            ("wire", "post", Relation.AGREES),
            ("wire", "herald", Relation.SUPERSEDES),
            ("wire", "radio", Relation.SUPERSEDES),
            ("herald", "radio", Relation.SUPERSEDES),
            ("wire", "review", Relation.SUPERSEDES),
            ("herald", "brief", Relation.AGREES),
        }
        assert members(case, "Orla Vashan", "wire") == {"wire", "courier", "radio", "review"}
        assert members(case, "Vashan", "herald") == {"herald"}
        assert members(case, "Ilo Vashan", "post") == {"post", "herald", "brief"}
        assert list(case.verify()) == []


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted(REPORTS)), together=st.lists(st.integers(1, 3), min_size=7, max_size=7))
@example(order=sorted(REPORTS), together=[1] * 7)
@example(order=sorted(REPORTS, reverse=True), together=[1] * 7)
def test_any_order_one_by_one_or_together(address: str, order: list[str], together: list[int]) -> None:
    left = list(order)
    with Case.open(address, create=True) as case:
        for number in together:
            add(case, [REPORTS[name] for name in left[:number]])
            left = left[number:]
            resolving.resolve(case)
    assert derived(address) == whole()
    emptied(address)


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_a_report_read_again(address: str, name: str) -> None:
    """By another reader, with the same result: all is as before."""
    built(address, list(REPORTS.values()))
    with Case.open(address) as case:
        add(case, [REPORTS[name]], reader="reader 2")
        assert resolving.waiting(case) > 0
        resolving.resolve(case)
        assert resolving.waiting(case) == 0
    assert derived(address) == whole()


READ_OTHERWISE = report(
    "post.txt",
    REPORTS["post"].report.text,
    Saying("Ilo Vashan, the mayor of Vesk, was arrested in Vesk"),
    day="2031-03-06",
    outlet="The Post",
    names=[("Vesk", "pla"), ("Karst", "pla")],
)
"""The report of the other Vashan, as a reader has it that misses him."""


@pytest.mark.parametrize("before", [True, False])
def test_a_report_read_otherwise(address: str, before: bool) -> None:
    """What it told before has no trace left, wherever it led."""
    rest = [each for name, each in REPORTS.items() if name != "post"]
    whole = built(address, [*rest, READ_OTHERWISE])
    emptied(address)
    with Case.open(address) as case:
        add(case, [REPORTS["post"], *(rest if before else ())])
        resolving.resolve(case)
        add(case, [READ_OTHERWISE], reader="reader 2")
        add(case, rest)
        resolving.resolve(case)
        assert members(case, "Vashan", "herald") == {"wire", "courier", "radio", "review", "herald", "brief"}
        assert ("herald", "wire", Relation.CONTRADICTS) in {*shown(case)} or ("wire", "herald", Relation.CONTRADICTS) in {*shown(case)}
    found = derived(address)
    assert found == whole


def test_judgements_survive_and_win(address: str) -> None:
    built(address, list(REPORTS.values()))
    with Case.open(address) as case:
        judged(case, "merge", entity(case, "Vashan", "herald.txt"), entity(case, "Orla Vashan"))
        orla = entity(case, "Orla Vashan")
        own, rest = (tuple(each for each in orla.members if (each[0] == REVIEW) is is_own) for is_own in (True, False))
        for number, member in enumerate(rest):
            judged(case, "split", replace(orla, members=own), replace(orla, members=(member,)), number)
        found = shown(case)
        assert members(case, "Orla Vashan", "wire") == {"wire", "courier", "radio", "herald"}
        assert members(case, "Orlah Vashan", "review") == {"review"}
        assert ("wire", "herald", Relation.CONTRADICTS) in found
        assert not {("wire", "review", Relation.SUPERSEDES), ("courier", "review", Relation.SUPERSEDES)} & found
    rows = derived(address)
    for name in ("herald", "wire", "review"):
        with Case.open(address) as case:
            add(case, [REPORTS[name]], reader=f"reader of {name}")
            resolving.resolve(case)
        assert derived(address) == rows, name
    emptied(address)
    assert built(address, list(REPORTS.values())[::-1]) == rows


def test_a_later_judgement_wins(address: str) -> None:
    rows = built(address, list(REPORTS.values()))
    with Case.open(address) as case:
        ilo, orla = entity(case, "Ilo Vashan"), entity(case, "Orla Vashan")
        judged(case, "merge", ilo, orla, 1)
        assert members(case, "Ilo Vashan", "wire") >= {"wire", "post"}
        judged(case, "split", ilo, orla, 2)
        assert entity(case, "Ilo Vashan").members == ilo.members
    assert derived(address) == rows


MARSH_LION = report(
    "gazette.txt",
    "The Marsh Lion was killed in the strike, the police said. Ferries were late.",
    Saying("The Marsh Lion was killed in the strike", "the police"),
    Saying("Ferries were late"),
    day="2031-03-10",
    outlet="The Gazette",
    names=[("Marsh Lion", "per")],
    acts=[("killed", {"patient": "Marsh Lion"})],
)
"""Vashan by a name that nothing joins with his own."""
DIED = ("wire", "gazette", Relation.AGREES)


@pytest.mark.parametrize("first", [True, False])
def test_a_judged_merge_of_unlike_names_brings_what_follows_from_it(address: str, first: bool) -> None:
    """Whatever comes after it, and nothing of it is left once it is undone."""
    rest = [each for name, each in REPORTS.items() if name != "courier"]
    rows = built(address, [*rest, MARSH_LION])
    with Case.open(address) as case:
        assert DIED not in shown(case)
        lion, orla = entity(case, "Marsh Lion"), entity(case, "Orla Vashan")
        pair = (lion, orla) if first else (orla, lion)
        judged(case, "merge", *pair, 1)
        assert DIED in shown(case)
        assert resolving.resolve(case) == 0
    merged = derived(address)
    for name, again in (("gazette", MARSH_LION), ("wire", REPORTS["wire"])):
        with Case.open(address) as case:
            add(case, [again], reader=f"reader of {name}")
            resolving.resolve(case)
        assert derived(address) == merged, name
    with Case.open(address) as case:
        add(case, [REPORTS["courier"]])
        resolving.resolve(case)
    more = derived(address)
    emptied(address)
    assert built(address, [MARSH_LION, *REPORTS.values()]) == more
    emptied(address)
    with Case.open(address) as case:
        add(case, [*rest, MARSH_LION])
        resolving.resolve(case)
        assert derived(address) == merged
        judged(case, "split", *pair, 2)
    assert derived(address) == rows


def test_who_is_judged_with_a_report_is_decided_anew_when_it_is_read_again(address: str) -> None:
    """Nothing but the judgement ties the two together."""
    one, other = REPORTS["post"], REPORTS["review"]
    built(address, [one, other])
    with Case.open(address) as case:
        judged(case, "merge", entity(case, "Ilo Vashan"), entity(case, "Lantern Front"))
        assert members(case, "Lantern Front", "post") == {"post", "review"}
        add(case, [READ_OTHERWISE], reader="reader 2")
        resolving.resolve(case)
        assert members(case, "Lantern Front", "review") == {"review"}
    rows = derived(address)
    emptied(address)
    assert built(address, [other, READ_OTHERWISE]) == rows


def test_what_is_stored_is_held_against_what_the_rules_make(address: str) -> None:
    built(address, list(REPORTS.values()))
    with Case.open(address) as case:
        judged(case, "merge", entity(case, "Ilo Vashan"), entity(case, "Orla Vashan"))
        assert list(resolving.underived(case)) == []
        lost = min(case.comparisons(), key=lambda each: each.id)
        database = connect(address, create=False)
        with database.writing() as connection:
            connection.execute(comparison_content.delete().where(comparison_content.c.comparison == lost.id))
            connection.execute(comparisons.delete().where(comparisons.c.id == lost.id))
            connection.execute(entities.update().where(entities.c.report == REVIEW).values(name="Nobody"))
            connection.execute(links.insert().values(left="a", right="b", kind="full", score=0.5))
        database.close()
        assert list(case.verify()) == []
        found = list(resolving.underived(case))
    assert {each.what for each in found} == {FaultKind.DERIVED}
    told = {(each.where.split()[0], each.expected, each.found) for each in found}
    assert {("comparisons", "a row", "none"), ("comparison_content", "a row", "none"), ("links", "none", "a row")} <= told
    names = [each for each in found if each.found == "Nobody"]
    assert names and {(each.report, each.path, each.where.split()[0]) for each in names} == {(REVIEW, "review.txt", "entities")}
    assert len([each for each in found if each.where.startswith("comparisons ")]) == 1


def test_a_judgement_is_orphaned_while_what_it_was_made_on_is_gone(address: str) -> None:
    built(address, list(REPORTS.values()))
    with Case.open(address) as case:
        merge = judged(case, "merge", entity(case, "Ilo Vashan"), entity(case, "Orla Vashan"))
        before = {each.id: each for each in case.comparisons()}
        first = min(each for each in before if REPORTS["post"].report.id in (before[each].left.report, before[each].right.report))
        rejected = factory.judgement(first, id="r", layer="comparisons", decision="reject", made="2031-03-01")
        case.add_judgement(rejected)
        case.add_judgement(factory.judgement("none", id="n", layer="comparisons", decision="reject", made="2031-03-02"))
        case.add_judgement(factory.judgement("none", id="m", layer="comparisons", decision="confirm", made="2031-03-03"))
        assert [each.id for each in resolving.orphaned(case)] == ["m"]
        add(case, [READ_OTHERWISE], reader="reader 2")
        resolving.resolve(case)
        assert {each.id for each in resolving.orphaned(case)} == {merge.id, "r", "m"}
        add(case, [REPORTS["post"]], reader="reader 3")
        resolving.resolve(case)
        assert [each.id for each in resolving.orphaned(case)] == ["m"]


class Stopped(Exception):
    pass


@pytest.mark.parametrize("after", [1, 3, 6])
def test_what_was_interrupted_goes_on(address: str, after: int) -> None:
    done = 0

    def advance() -> None:
        nonlocal done
        done += 1
        if done == after:
            raise Stopped

    with Case.open(address, create=True) as case:
        add(case, REPORTS.values())
        with pytest.raises(Stopped):
            resolving.resolve(case, advance)
        assert resolving.waiting(case) == len(REPORTS) - after
        assert resolving.resolve(case) == len(REPORTS) - after
        assert resolving.resolve(case) == 0
    assert derived(address) == whole()


def test_other_rules_compare_everything_anew(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other rules left is taken out before, as it may mean nothing to these; judgements stay."""
    built(address, list(REPORTS.values()))
    now = resolving.version()
    monkeypatch.setattr(resolving, "RULES", "of old")
    with Case.open(address) as case:
        assert resolving.waiting(case) == len(REPORTS)
        assert resolving.resolve(case) == len(REPORTS)
        add(case, [READ_OTHERWISE], reader="reader 2")
        case.add_judgement(factory.judgement())
    database = connect(address, create=False)
    with database.writing() as connection:
        connection.execute(facts.update().values(record="of another shape"))
    monkeypatch.undo()
    assert resolving.version() == now
    with Case.open(address) as case:
        add(case, [REPORTS["post"]])
        assert resolving.resolve(case) == len(REPORTS)
        assert len(list(case.judgements())) == 1
    database.close()
    assert derived(address) == whole()


def test_a_rejected_comparison_counts_for_nothing(address: str) -> None:
    built(address, list(REPORTS.values()))
    with Case.open(address) as case:
        assert ("courier", "review", Relation.SUPERSEDES) not in shown(case)
        copies = [each for each, _, _ in resolving.shown(case) if paths(each) == ("wire", "courier", Relation.AGREES)]
        for number, each in enumerate(copies):
            case.add_judgement(factory.judgement(each.id, id=f"{number}", layer="comparisons", decision="reject"))
        assert ("courier", "review", Relation.SUPERSEDES) in shown(case)  # what is no copy is compared by itself
        toll = next(each for each, _, _ in resolving.shown(case) if paths(each) == ("wire", "herald", Relation.SUPERSEDES))
        case.add_judgement(factory.judgement(toll.id, id="toll", layer="comparisons", decision="reject"))
        assert toll not in [each for each, _, _ in resolving.shown(case)]
        assert toll in [each for each, _, _ in resolving.shown(case, rejected=True)]
        case.add_judgement(factory.judgement(toll.id, id="again", layer="comparisons", decision="confirm", made="2031-03-06"))
        assert toll in [each for each, _, _ in resolving.shown(case)]
        assert resolving.verdicts(case)[toll.id].decision == "confirm"
