"""``purport ledger``: who is said to hold, contest, take, lose or leave which place, and from when to when."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json

EXAMPLES = """\b
Examples:
  purport ledger my.case
  purport ledger my.case --of Karesh
  purport ledger my.case --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--of", "place", metavar="PLACE", help="Only of the place, or of who holds places, that the case calls so; or an id.")
@json_option
@look_options
def ledger(case: str, place: str | None, look: Look, as_json: bool) -> None:
    """Say who is told to hold each place from when to when: open ends stay open, and accounts that part stand beside each other.

    Where a term of the ACLED codebook fits what is told, it stands beside.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.lined import print_lines, say_if_nothing
    from purport.dossier import Section
    from purport.viewing import lines

    with open_resolved(case) as opened:
        found = lines(opened, Section.LEDGER, place)
    say_if_nothing(found, place)
    if as_json:
        for each in found:
            print_json(each)
        return
    print_lines(open_stdout(look.colour, look.width), found, unfold=look.unfold)
