"""``purport demo``: a tour on the example case."""

from __future__ import annotations

import click

from purport.adding.interrupts import undisturbed
from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json

EXAMPLES = """\b
Examples:
  purport demo
  purport demo --case tour.case && purport claims tour.case --factuality Uu
"""


@click.command(epilog=EXAMPLES)
@click.option("--case", metavar="FILE", help="Keep the case in this file; by default it is thrown away.")
@json_option
@look_options
@click.pass_context
def demo(ctx: click.Context, case: str | None, look: Look, as_json: bool) -> None:
    """Take a short tour of an example case.

    Seven invented reports of a hidden leader's purported recording are read into a case and shown. Nothing is written but to
    the file named with --case. With --json the claims of the case are printed, as purport claims --json does.
    """
    with undisturbed():
        from purport.cli.readers import open_reader
        from purport.cli.tour import Tour, built_example

    console = open_stdout(look.colour, look.width)
    with open_reader(ctx) as reader, built_example(reader, case) as opened:
        if as_json:
            for row in opened.claims():
                print_json(row)
            return
        Tour(console, opened, unfold=look.unfold).show(kept_in=case)
