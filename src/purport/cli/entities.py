"""``purport entities``: who and what a case speaks of, and why two names are taken for one."""

from __future__ import annotations

import click

from purport.cli.options import json_option
from purport.cli.terminal import print_json
from purport.cli.visible import in_one_line

EXAMPLES = """\b
Examples:
  purport entities my.case
  purport entities my.case --about Dormu
  purport entities my.case --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--about", metavar="WORDS", help="Part of a name; case does not matter.")
@json_option
def entities(case: str, about: str | None, as_json: bool) -> None:
    """List who and what is named in a case, each with its names, the reports it is in, and why these are taken for one.

    Undo it with ``purport split``, or join two with ``purport merge``.
    """
    from purport.cli.cases import open_resolved
    from purport.resolving import case_entities

    with open_resolved(case) as opened:
        for each in case_entities(opened):
            if about is not None and not any(about.casefold() in name.casefold() for name in each.names):
                continue
            if as_json:
                print_json(each)
                continue
            others = [in_one_line(name) for name in each.names if name != each.name]
            reports = len({report for report, _ in each.members})
            click.echo(f"{in_one_line(each.name)} ({each.type}, {reports} {'report' if reports == 1 else 'reports'}) {each.id}")
            if others:
                click.echo(f"  also: {'; '.join(others)}")
            for link in each.links:
                click.echo(f"  {in_one_line(link.why)}")
