import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

import factory
from purport.records import Factuality, SpeechAct
from purport.store import Case
from resolve.happen import strikes

Run = Callable[..., Result]
BY = ("--author", "A. Brisk")


@pytest.fixture(autouse=True)
def case(folder: Path) -> None:
    reports = strikes()
    radio = reports["radio"]
    threat = factory.attribution(radio.report, None, None, "on Sunday", speech_act=SpeechAct.THREAT, factuality=Factuality.UNCOMMITTED)
    reports["radio"] = replace(radio, attributions=(threat,), claims=(factory.claim(radio.report, threat),))
    with Case.open(str(folder / "c.case"), create=True) as made:
        made.add_many([(each, factory.original(each.report)) for each in reports.values()], reader="reader")


def listed(purport: Run, *options: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in purport("events", "c.case", "--json", *options).stdout.splitlines()]


def paths(purport: Run) -> dict[str, list[str]]:
    """The paths in which each is told, by the id."""
    return {each["id"]: [told["path"] for told in each["tellings"]] for each in listed(purport, "--all")}  # type: ignore[index, attr-defined]


def of(purport: Run, path: str) -> str:
    return next(id_ for id_, found in paths(purport).items() if path in found)


def test_the_listing(purport: Run) -> None:
    (one,) = listed(purport)
    shown = purport("events", "c.case", "--width", "200").stdout.splitlines()
    assert shown[:3] == [
        f"struck (occurrence, 4 reports) {one['id']}",
        "  2031-03-02; agent Northern Guard; patient Orla Vashan; place Karst",
        "  - brief.txt:11 Vashan was struck near Karst on Sunday by the Northern Guard.",
    ]
    assert any(line.startswith("  because “struck” in both: agent “Northern Guard”") for line in shown)
    assert shown[-1] == "1 event"
    assert max(map(len, purport("events", "c.case").stdout.splitlines())) <= 80


def test_threats_are_folded(purport: Run) -> None:
    folded, whole = (purport("events", "c.case", "--width", "300", *options).stdout for options in ((), ("--unfold",)))
    assert "radio.txt:16 Orla Vashan was struck near Karst by the Northern Guard [threat folded" in folded
    assert "radio.txt:16 Orla Vashan was struck near Karst by the Northern Guard on Sunday." in whole


def test_json(purport: Run) -> None:
    (one,) = listed(purport)
    assert [*one] == ["id", "word", "type", "participants", "places", "not_before", "not_after", "tellings", "reasons"]
    assert [each["name"] for each in one["participants"]] == ["Northern Guard", "Orla Vashan"]  # type: ignore[attr-defined]
    assert one["tellings"][0]["words"] == "struck"  # type: ignore[index]
    assert all(each["left"]["path"] != each["right"]["path"] for each in one["reasons"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(("options", "found"), [((), 1), (("--all",), 2), (("--about", "GUARD"), 1), (("--about", "Brandt", "--all"), 0)])
def test_which_are_listed(purport: Run, options: tuple[str, ...], found: int) -> None:
    assert len(listed(purport, *options)) == found


def test_split_and_merge(purport: Run) -> None:
    whole = of(purport, "wire.txt")
    result = purport("split", "c.case", whole, "radio.txt", *BY, "--note", "another car")
    assert result.stdout.splitlines() == [
        "struck of radio.txt is another event, by A. Brisk",
        f"  struck (occurrence, 1 report) {of(purport, 'radio.txt')}",
        f"  struck (occurrence, 3 reports) {of(purport, 'wire.txt')}",
    ]
    assert sorted(paths(purport).values()) == [["brief.txt", "herald.txt", "wire.txt"], ["post.txt"], ["radio.txt"]]
    result = purport("merge", "c.case", of(purport, "radio.txt"), of(purport, "post.txt"), *BY)
    assert result.stdout == f"struck and struck are one event, by A. Brisk: struck (occurrence, 2 reports) {of(purport, 'radio.txt')}\n"
    assert sorted(paths(purport).values()) == [["brief.txt", "herald.txt", "wire.txt"], ["post.txt", "radio.txt"]]
    result = purport("merge", "c.case", of(purport, "radio.txt"), of(purport, "wire.txt"), *BY)
    assert result.stdout.startswith("kept: ")
    assert result.stdout.endswith("a judgement that splits them still holds\n")


def test_wrong_use(purport: Run) -> None:
    entity = json.loads(purport("entities", "c.case", "--json").stdout.splitlines()[0])["id"]
    event = of(purport, "wire.txt")
    assert "two entities or two events expected, one of each was given" in purport("merge", "c.case", entity, event, *BY).stderr
    assert "nothing of struck is told in it" in purport("split", "c.case", event, "post.txt", *BY).stderr
    assert "all of struck is told in it" in purport("split", "c.case", of(purport, "post.txt"), "post.txt", *BY).stderr


def test_a_case_without_reports(purport: Run) -> None:
    Case.open("empty.case", create=True).close()
    assert purport("events", "empty.case").stdout == "no events\n"
