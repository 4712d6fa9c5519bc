import json
from collections.abc import Callable

import pytest
from click.testing import Result

from cli.bridge import REPORTS
from purport.store import Case

Run = Callable[..., Result]
Write = Callable[..., None]
BY = ("--author", "A. Brisk")


@pytest.fixture(autouse=True)
def case(purport: Run, write: Write) -> None:
    write(**REPORTS, **{"d.txt": "Officials said that Ilo Vashan is away."})
    assert purport("build", "c.case", "a.txt", "b.txt", "d.txt").exit_code == 0


def entities(purport: Run) -> dict[str, list[str]]:
    """The paths in which each is, by the id."""
    found = [json.loads(line) for line in purport("entities", "c.case", "--json").stdout.splitlines()]
    return {each["id"]: [member["path"] for member in each["members"]] for each in found}


def of(purport: Run, path: str) -> str:
    return next(id_ for id_, paths in entities(purport).items() if path in paths)


def test_merge_and_split(purport: Run) -> None:
    assert sorted(entities(purport).values()) == [["a.txt", "b.txt"], ["d.txt"]]
    result = purport("merge", "c.case", of(purport, "d.txt"), of(purport, "a.txt"), *BY, "--note", "one passport")
    assert result.stdout == f"Ilo Vashan and Orla Vashan are one, by A. Brisk: Ilo Vashan (person, 3 reports) {of(purport, 'a.txt')}\n"
    assert sorted(entities(purport).values()) == [["a.txt", "b.txt", "d.txt"]]
    result = purport("split", "c.case", of(purport, "a.txt"), "b.txt", *BY)
    assert result.stdout.splitlines() == [
        "Ilo Vashan of b.txt is somebody else, by A. Brisk",
        f"  Orlah Vashan (person, 1 report) {of(purport, 'b.txt')}",
        f"  Ilo Vashan (person, 2 reports) {of(purport, 'a.txt')}",
    ]
    assert sorted(entities(purport).values()) == [["a.txt", "d.txt"], ["b.txt"]]


def test_a_judgement_outlives_what_is_added_and_read_again(purport: Run, write: Write) -> None:
    purport("split", "c.case", of(purport, "a.txt"), "b.txt", *BY)
    write(**{"e.txt": "Officials said that Orla Vashan is back."})
    purport("build", "c.case", "e.txt")
    purport("build", "c.case", "a.txt", "b.txt", "--published", "2031-03-07")
    assert sorted(entities(purport).values()) == [["a.txt", "e.txt"], ["b.txt"], ["d.txt"]]
    with Case.open("c.case") as opened:
        (kept,) = opened.judgements()
    assert (kept.layer, kept.decision, kept.author, kept.words) == ("aliases", "split", "A. Brisk", "Orla Vashan / Orla Vashan")


def test_a_merge_that_an_earlier_split_forbids(purport: Run) -> None:
    purport("split", "c.case", of(purport, "a.txt"), "b.txt", *BY)
    purport("merge", "c.case", of(purport, "d.txt"), of(purport, "a.txt"), *BY)
    result = purport("merge", "c.case", of(purport, "d.txt"), of(purport, "b.txt"), *BY)
    assert result.stdout.endswith("are one, by A. Brisk; a judgement that splits them still holds\n")
    assert sorted(entities(purport).values()) == [["a.txt", "d.txt"], ["b.txt"]]


def test_judge_says_what_it_did(purport: Run) -> None:
    first = json.loads(purport("comparisons", "c.case", "--json").stdout.splitlines()[0])
    result = purport("judge", "c.case", first["id"], "--decision", "reject", *BY)
    assert result.stdout == f"rejected by A. Brisk: {first['relation']}: {first['why']}\n"
    with Case.open("c.case") as opened:
        (kept,) = opened.judgements(first["id"])
    assert (kept.layer, kept.report, kept.start) == ("comparisons", first["left"]["report"], first["left"]["content"][0]["start"])


def test_judgements_on_what_is_gone_are_named(purport: Run, write: Write) -> None:
    purport("split", "c.case", of(purport, "a.txt"), "b.txt", *BY)
    first = json.loads(purport("comparisons", "c.case", "--json").stdout.splitlines()[0])
    purport("judge", "c.case", first["id"], "--decision", "reject", *BY)
    with Case.open("c.case") as opened, Case.open("other.case", create=True) as other:
        for each in opened.judgements():
            other.add_judgement(each)
    purport("build", "other.case", "d.txt")
    split = [line for line in purport("entities", "other.case", "--json").stderr.splitlines() if "orphaned" in line]
    reject = [line for line in purport("comparisons", "other.case").stderr.splitlines() if "orphaned" in line]
    assert len(split) == len(reject) == 1
    assert split[0].startswith("purport: orphaned: “split” by A. Brisk, 20")
    assert split[0].endswith(", on “Orla Vashan / Orla Vashan” [a report that is gone:19]: the case has that no more")
    verified = purport("verify", "other.case")
    assert (verified.exit_code, verified.stderr.splitlines()) == (0, [*split, *reject])
    assert "orphaned" not in purport("verify", "c.case").stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("merge", "none.case", "a", "b"), "none.case: there is no such case"),
        (("merge", "c.case", "a", "b"), "a: the case has no such entity or event; purport entities and purport events list them"),
        (("merge", "c.case", "a", "a"), "a: two entities or events expected, one was given twice"),
        (("split", "c.case", "a", "a.txt"), "a: the case has no such entity or event; purport entities and purport events list them"),
        (("judge", "c.case", "a", "--decision", "reject"), "a: the case has no such comparison or claim"),
        (("judge", "c.case", "a", "--decision", "maybe"), "'maybe' is not one of 'confirm', 'reject'"),
    ],
)
def test_wrong_use(purport: Run, arguments: tuple[str, ...], sentence: str) -> None:
    result = purport(*arguments, *BY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


def test_nothing_to_split(purport: Run) -> None:
    result = purport("split", "c.case", of(purport, "a.txt"), "d.txt", *BY)
    assert "d.txt: nothing of Orla Vashan stands in it, so there is nothing to split" in result.stderr
    result = purport("split", "c.case", of(purport, "d.txt"), "d.txt", *BY)
    assert "d.txt: all of Ilo Vashan stands in it, so there is nothing to split" in result.stderr
    assert "Missing option '--author'" in purport("merge", "c.case", "a", "b").stderr
