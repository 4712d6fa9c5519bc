"""``purport conflicts``: where accounts part, by the question they answer."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json
from purport.records import Relation

EXAMPLES = """\b
Examples:
  purport conflicts my.case
  purport conflicts my.case --json
"""
PARTING = (Relation.CONTRADICTS, Relation.SUPERSEDES, Relation.DOUBTS)


@click.command(epilog=EXAMPLES)
@click.argument("case")
@json_option
@look_options
def conflicts(case: str, look: Look, as_json: bool) -> None:
    """List where accounts part, by question: both accounts with their sources, dates and words.

    A later count or a correction is no contradiction: it supersedes. One who cannot confirm what another says doubts it. What a person
    has rejected (``purport judge``) is left out.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.parting import print_conflicts
    from purport.listings.conflicts import find_conflicts
    from purport.listings.sides import Sides
    from purport.resolving import shown

    with open_resolved(case) as opened:
        parting = [each for each in shown(opened) if each[0].relation in PARTING]
        sides = Sides(opened, [account for each in parting for account in each[1:]], unfold=look.unfold)
        found = find_conflicts(opened, parting, sides)
    if as_json:
        for each in found:
            print_json(each)
        return
    print_conflicts(open_stdout(look.colour, look.width), found, parting, sides)
