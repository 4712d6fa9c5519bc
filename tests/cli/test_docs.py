"""``docs/commands.md`` has every verb, argument and option, and every field of what ``--json`` prints."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from purport.cli import main
from purport.cli.compared import JudgedComparison
from purport.dossier import Citation as LineCitation
from purport.dossier import Line
from purport.export import FORMATS
from purport.listings.conflicts import Conflict, Voice
from purport.listings.happened import Happened, Taking, ToldIn
from purport.listings.history import Judged
from purport.listings.named import Entity, Member, NameIn, Reason
from purport.listings.origins import CarriedFrom
from purport.listings.questions import Answered, Asked, Standing
from purport.listings.verdicts import Verdict
from purport.listings.versions import ChangedClaim, ChangedReport, NoticeThere, Taken, ToldThere
from purport.records import Citation
from purport.store import ClaimRow, Fault, views

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


RECORDINGS = (Path(__file__).parents[2] / "docs" / "recordings.md").read_text(encoding="utf-8")


def verbs(group: click.Group, *path: str) -> Iterator[tuple[str, click.Command]]:
    """The verbs of a group that are shown, each with the words that lead to it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from verbs(command, *path, name)
        elif not command.hidden:
            yield " ".join((*path, name)), command


OF_RECORDINGS = dict(verbs(main.commands["recording"]))  # type: ignore[arg-type]


def section(verb: str) -> str:
    """What stands under a verb's heading."""
    match = re.search(rf"^## purport {verb}$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert match, f"purport {verb} has no heading"
    return match[1]


ARGUMENTS = {"paths": "PATH"}
PARAMETERS = [(verb, parameter) for verb, command in main.commands.items() for parameter in command.params]


@pytest.mark.parametrize(("verb", "parameter"), PARAMETERS, ids=lambda each: getattr(each, "name", each))
def test_every_parameter_is_documented(verb: str, parameter: click.Parameter) -> None:
    names = parameter.opts if isinstance(parameter, click.Option) else [ARGUMENTS.get(parameter.name or "", (parameter.name or "").upper())]
    for name in names:
        assert re.search(rf"`[^`\n]*{re.escape(name)}\b[^`\n]*`", section(verb)), f"{name} of {verb}"


@pytest.mark.parametrize("verb", OF_RECORDINGS)
def test_every_option_of_a_verb_of_recordings_is_documented_and_no_other(verb: str) -> None:
    found = re.search(rf"^### purport recording {verb}$(.*?)(?=^##|\Z)", RECORDINGS, re.MULTILINE | re.DOTALL)
    assert found, f"purport recording {verb} has no heading"
    options = {each.opts[0] for each in OF_RECORDINGS[verb].params if isinstance(each, click.Option)}
    assert set(re.findall(r"^\| `(--[a-z-]+)", found[1], re.MULTILINE)) == options
    assert f"`{verb}`" in section("recording")


@pytest.mark.parametrize("verb", OF_RECORDINGS)
def test_examples_of_a_verb_of_recordings_exist(verb: str) -> None:
    examples = re.findall(r"^ +purport recording ([^\n]*)", OF_RECORDINGS[verb].epilog or "", re.MULTILINE)
    assert examples
    for each in examples:
        assert each.startswith(verb)
        known = {opt for parameter in OF_RECORDINGS[verb].params for opt in parameter.opts}
        assert set(re.findall(r" (--[a-z-]+)", each)) <= known


@pytest.mark.parametrize("verb", main.commands)
def test_nothing_is_documented_that_is_not_there(verb: str) -> None:
    known = {opt for parameter in main.commands[verb].params for opt in parameter.opts} | {"--help"}
    rows = re.findall(r"^\| `(--[a-z-]+)", section(verb), re.MULTILINE)
    assert set(rows) <= known


RECORDS = [
    ("claims", ClaimRow),
    ("judgements", Judged),
    ("verify", Fault),
    *(("conflicts", record) for record in (Conflict, Voice, CarriedFrom)),
    *(("comparisons", record) for record in (JudgedComparison, Verdict)),
    *(("entities", record) for record in (Entity, NameIn, Member, Reason, Citation)),
    *(("events", record) for record in (Happened, Taking, ToldIn, Reason, Citation)),
    *((verb, record) for verb in ("timeline", "coverage") for record in (Line, LineCitation)),
    *(("changes", record) for record in (Asked, Answered, Standing, CarriedFrom)),
    *(("versions", record) for record in (ChangedReport, Taken, NoticeThere, ChangedClaim, ToldThere)),
]


@pytest.mark.parametrize(("verb", "record"), RECORDS)
def test_every_field_of_json_is_documented(verb: str, record: type) -> None:
    for field in dataclasses.fields(record):
        assert f"`{field.name}`" in section(verb), field.name


@pytest.mark.parametrize("name", [*FORMATS, *views.NAMES])
def test_every_format_and_every_view_is_documented(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|", section("export"), re.MULTILINE)


def test_every_exit_status_is_documented() -> None:
    for status in ("0", "1", "2", "130"):
        assert re.search(rf"^\| {status} \|", PAGE, re.MULTILINE)


@pytest.mark.parametrize("verb", [None, *main.commands])
def test_help_has_examples_that_exist(verb: str | None) -> None:
    command = main if verb is None else main.commands[verb]
    examples = re.findall(r"^ +purport ([a-z]+)([^\n]*)", command.epilog or "", re.MULTILINE)
    assert examples
    for named, rest in examples:
        leading = [each for each in OF_RECORDINGS if named == "recording" and rest[1:].startswith(each)]
        meant = OF_RECORDINGS[max(leading, key=len)] if leading else main.commands[named]
        known = {opt for parameter in meant.params for opt in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", rest.partition("&&")[0])) <= known
