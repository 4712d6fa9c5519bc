"""``purport events``: what happened, as several reports tell it, and why these are taken to tell of one thing."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json

EXAMPLES = """\b
Examples:
  purport events my.case
  purport events my.case --about raid
  purport events my.case --all --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--about", metavar="WORDS", help="Part of its word, or of the name of who took part or where; case does not matter.")
@click.option("--all", "every", is_flag=True, help="What one report alone tells of as well.")
@json_option
@look_options
def events(case: str, about: str | None, every: bool, look: Look, as_json: bool) -> None:
    """List what happened as two reports or more tell it: who took part, where, when, where it is told, and why these tell of one thing.

    Undo it with ``purport split``, or join two with ``purport merge``.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.happened import print_happened
    from purport.listings.happened import Calls, find_happened
    from purport.wording import counted

    with open_resolved(case) as opened:
        found = [each for each in find_happened(opened, every=every) if about is None or each.tells_of(about)]
        if as_json:
            for each in found:
                print_json(each)
            return
        calls = Calls(opened, found, unfold=look.unfold)
    console = open_stdout(look.colour, look.width)
    for each in found:
        print_happened(console, each, calls)
    console.print(counted(len(found), "event"))
