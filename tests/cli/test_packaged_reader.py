"""The command line as it is installed: the packaged weights, the example case."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purport.cli import main
from purport.lexicon import words
from purport.records import MentionForm
from purport.wire import load_analysis

EXAMPLES = Path(__file__).parents[2] / "examples"
WIRE = "recording/meridian-wire.txt"


@pytest.fixture(autouse=True)
def in_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in the folder of examples."""
    monkeypatch.chdir(EXAMPLES)


def purport(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_a_report_is_read() -> None:
    result = purport("read", WIRE)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "[Sorvia's defense ministry] (named organisation) | <has said> | possible PS+" in result.stdout
    assert "[Officials of the Lowland League] (anonymous official) | <told> |" in result.stdout


def test_what_the_outlet_could_not_verify_is_read() -> None:
    listed = " ".join(purport("read", WIRE).stdout.split())
    assert "[Meridian Press] (the outlet itself) | <could not independently verify> | uncommitted Uu" in listed


def test_a_record_leads_back_to_exact_words() -> None:
    analysis = load_analysis(purport("read", "--json", WIRE).stdout)
    text = Path(WIRE).read_text(encoding="utf-8")
    assert analysis.report.text == text
    sources = {each.source.words(text) for each in analysis.attributions if each.source}
    assert {"Sorvia's defense ministry", "Officials of the Lowland League"} <= sources


def test_every_example_is_read_the_same_alone_together_and_in_another_order() -> None:
    paths = [
        json.loads(line)["report"]["path"] for line in purport("read", "--json", "--manifest", "recording/manifest.csv").stdout.splitlines()
    ]
    together = purport("read", "--json", *paths).stdout.splitlines()
    assert len(together) == 7
    reversed_ = [purport("read", "--json", json.loads(line)["report"]["path"]) for line in reversed(together)]
    for alone, line in zip(reversed_, reversed(together), strict=True):
        ours, theirs = load_analysis(alone.stdout), load_analysis(line)
        assert ours.attributions == theirs.attributions
        assert ours.sentences == theirs.sentences


@pytest.mark.parametrize("case", ["recording", "ferry"])
def test_no_entity_of_an_example_has_names_of_two_things(case: str) -> None:
    for line in purport("read", "--json", "--manifest", f"{case}/manifest.csv").stdout.splitlines():
        analysis = load_analysis(line)
        names: dict[str | None, set[frozenset[str]]] = {}
        for each in analysis.mentions:
            own = frozenset(analysis.report.text[each.start : each.end].casefold().split()) - {"the", *words("honorifics.tsv")}
            if each.form is MentionForm.NAME and len(own) > 1:
                names.setdefault(each.entity, set()).add(own)
        assert all(one <= other or other <= one for own in names.values() for one in own for other in own), analysis.report.path


def test_a_case_is_built_listed_and_verified(tmp_path: Path) -> None:
    case = str(tmp_path / "c.case")
    assert purport("build", case, "--manifest", "recording/manifest.csv").stdout.startswith("read 7, already there 0, failed 0;")
    assert purport("build", case, "--manifest", "recording/manifest.csv").stdout.startswith("read 0, already there 7, failed 0;")
    denied = [json.loads(line) for line in purport("claims", case, "--factuality", "CT-", "--json").stdout.splitlines()]
    assert denied
    assert all(row["factuality"] == "CT-" for row in denied)
    assert purport("verify", case).exit_code == 0


def test_the_tour_shows_something_under_every_heading() -> None:
    result = purport("demo")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "\nno claims\n" not in result.stdout


def test_as_a_program(tmp_path: Path) -> None:
    program = [sys.executable, "-c", "from purport.cli import main; main()"]
    run = subprocess.run([*program, "read", "--json", WIRE], capture_output=True, check=True, env=os.environ | {"LC_ALL": "C"})
    assert load_analysis(run.stdout).attributions
