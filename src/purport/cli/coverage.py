"""``purport coverage``: who tells what alone, what all take from one origin, what nobody else has confirmed."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json

EXAMPLES = """\b
Examples:
  purport coverage my.case
  purport coverage my.case --of "Veshan Dormu"
  purport coverage my.case --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--of", "subject", metavar="NAME", help="Only of whom or what the case calls so; or an id that purport entities prints.")
@json_option
@look_options
def coverage(case: str, subject: str | None, look: Look, as_json: bool) -> None:
    """Say which claims several reports take from one origin, which are parted with and come from one, and which one report alone has.

    That no other report has a claim rests on its words: what another tells in other words altogether can be missed.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.lined import print_fields
    from purport.dossier import Section
    from purport.resolving import rejected_comparisons
    from purport.viewing import lines

    with open_resolved(case) as opened:
        found = lines(opened, Section.COVERAGE, subject, rejected=rejected_comparisons(opened))
    if as_json:
        for each in found:
            print_json(each)
        return
    print_fields(open_stdout(look.colour, look.width), found, unfold=look.unfold)
