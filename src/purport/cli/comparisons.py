"""``purport comparisons``: claims held together, one pair a line."""

from __future__ import annotations

import click

from purport.cli.options import json_option
from purport.cli.terminal import print_json
from purport.cli.visible import in_one_line
from purport.records import Relation

EXAMPLES = """\b
Examples:
  purport comparisons my.case
  purport comparisons my.case --relation contradicts --json
"""
RELATIONS = [each.value for each in Relation]


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option(
    "--relation", type=click.Choice(RELATIONS), metavar="RELATION", help=f"How the two stand to each other: {', '.join(RELATIONS)}."
)
@json_option
def comparisons(case: str, relation: str | None, as_json: bool) -> None:
    """List how claims stand to each other: which agree, contradict, replace or doubt one another.

    What several reports carry on from one another is compared once, as the first of them told it.
    """
    from purport.cli.cases import open_resolved
    from purport.resolving import shown

    with open_resolved(case) as opened:
        for each, left, right in shown(opened):
            if relation is not None and each.relation != relation:
                continue
            if as_json:
                print_json(each)
                continue
            kind = f"{each.relation}{f' ({each.type})' if each.type else ''}"
            click.echo(f"{kind}: {in_one_line(each.why)}{f', {each.condition}' if each.condition else ''}")
            for side in (left, right):
                click.echo(f"  {in_one_line(side.path)} [{side.shown[0].start}] {in_one_line(side.words)}")
