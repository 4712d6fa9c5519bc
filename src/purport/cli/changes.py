"""``purport changes``: what was answered to a question over time, on two clocks."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json

EXAMPLES = """\b
Examples:
  purport changes my.case
  purport changes my.case --about dead
  purport changes my.case --about "New Karesh" --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--about", metavar="WORDS", help="Part of a question, of a name that it is about, or of an answer; case does not matter.")
@json_option
@look_options
def changes(case: str, about: str | None, look: Look, as_json: bool) -> None:
    """Show what was answered to each question over time: by when it was said; when it came out and was taken in stand beside.

    Answers that contradict one another stand beside each other, and none is chosen.
    """
    from purport.cli.answers import print_asked
    from purport.cli.cases import open_resolved
    from purport.listings.questions import find_asked

    with open_resolved(case) as opened:
        found = [each for each in find_asked(opened, unfold=as_json or look.unfold) if about is None or each.tells_of(about)]
    if as_json:
        for each in found:
            print_json(each)
        return
    print_asked(open_stdout(look.colour, look.width), found)
