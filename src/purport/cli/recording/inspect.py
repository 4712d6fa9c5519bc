"""``purport recording inspect``: what the file of a recording shows of itself."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from purport.cli.options import json_option

if TYPE_CHECKING:
    from purport.findings import Fact, Finding, Inspection, Stretch

EXAMPLES = """\b
Examples:
  purport recording inspect my.case message.mp3
  purport recording inspect my.case message.mp3 --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.argument("file")
@json_option
def inspect(case: str, file: str, as_json: bool) -> None:
    """Look at a FILE of a case (its path, name or digest): what it declares, and what its samples show, with what else could explain it.

    Bandwidth, clipping, digital silence, gaps, channels, stretches that are there twice. Nothing here is a sign that somebody edited it:
    each fact has other explanations, and they are told. What was found is kept in the case.
    """
    import msgspec

    from purport import examining
    from purport.cli.cases import open_case
    from purport.cli.recording.shown import print_finding
    from purport.findings import Inspection

    with open_case(case) as opened:
        finding = examining.inspect(opened, file)
    if as_json:
        print_finding(finding)
        return
    _print(msgspec.json.decode(finding.body, type=Inspection), finding)


def _print(found: Inspection, finding: Finding) -> None:
    from purport.visible import in_one_line
    from purport.wording import fact_title

    for kind, facts in groupby(found.facts, key=lambda fact: fact.kind):
        click.echo(fact_title(kind))
        for explanations, alike in groupby(facts, key=lambda fact: fact.explanations):
            for fact in alike:
                click.echo(f"  {in_one_line(fact.value)}{_places(fact)}")
            for each in explanations:
                click.echo(f"      - {each}")
    click.echo(f"method {finding.method.name} {finding.method.version}, digest {finding.digest}")


def _places(fact: Fact) -> str:
    return f"\n    at {', '.join(map(_place, fact.at))}" if fact.at else ""


def _place(at: Stretch) -> str:
    from purport.cli.recording.shown import clock

    return clock(at.start) if at.start == at.end else f"{clock(at.start)}-{clock(at.end)}"
