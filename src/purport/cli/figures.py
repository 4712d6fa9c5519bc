"""``purport figures``: for each quantity that moves, its counts in the order in which they were said, with who says so."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json

EXAMPLES = """\b
Examples:
  purport figures my.case
  purport figures my.case --of dead
  purport figures my.case --of "Maid of Orrin" --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--of", "words", metavar="WORDS", help="Part of what is counted, or of what that is about; case does not matter.")
@json_option
@look_options
def figures(case: str, words: str | None, look: Look, as_json: bool) -> None:
    """Show what the reports of a case count: tolls, bids, votes, each as a sequence of counts by whom and when they were said.

    Counts that contradict one another stand beside each other, and none is chosen.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.lined import print_lines
    from purport.dossier import Section
    from purport.folding import fold
    from purport.viewing import lines

    asked = fold(words or "")
    with open_resolved(case) as opened:
        found = [each for each in lines(opened, Section.FIGURES) if asked in fold(each.subject) or asked in fold(each.field)]
    if as_json:
        for each in found:
            print_json(each)
        return
    print_lines(open_stdout(look.colour, look.width), found, unfold=look.unfold)
