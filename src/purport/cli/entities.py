"""``purport entities``: who and what a case speaks of, and why two names are taken for one."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json

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
@look_options
def entities(case: str, about: str | None, look: Look, as_json: bool) -> None:
    """List who and what is named in a case, each with its names, the reports it is in, and why these are taken for one.

    Undo it with ``purport split``, or join two with ``purport merge``. Judgements on what the case has no more are named on stderr.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.named import print_entity
    from purport.cli.orphans import say_orphans
    from purport.listings.named import find_entities, is_called
    from purport.resolve.joining import LAYER

    with open_resolved(case) as opened:
        found = [each for each in find_entities(opened) if about is None or is_called(each, about)]
        say_orphans(opened, LAYER)
    if as_json:
        for each in found:
            print_json(each)
        return
    console = open_stdout(look.colour, look.width)
    for each in found:
        print_entity(console, each)
    console.print("1 entity" if len(found) == 1 else f"{len(found) or 'no'} entities")
