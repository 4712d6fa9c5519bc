"""``purport dossier``: what the reports of a case say of a person or a recording, line by line, with the words that say so."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json

EXAMPLES = """\b
Examples:
  purport dossier my.case
  purport dossier my.case --of "Veshan Dormu"
  purport dossier my.case --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--of", "subject", metavar="NAME", help="Only of whom the case knows by this name; or an id that purport entities prints.")
@json_option
@look_options
def dossier(case: str, subject: str | None, look: Look, as_json: bool) -> None:
    """Say what the reports of a case say of its recordings and people: values that part stand beside each other, none is chosen."""
    from purport.bounded import with_files
    from purport.cli.cases import open_resolved
    from purport.cli.lined import print_lines, say_if_nothing
    from purport.dossier import Section
    from purport.viewing import lines

    with open_resolved(case) as opened:
        recordings = with_files(opened, lines(opened, Section.RECORDING, subject))
        found = [*recordings, *lines(opened, Section.PERSON, subject)]
    say_if_nothing(found, subject)
    if as_json:
        for each in found:
            print_json(each)
        return
    print_lines(open_stdout(look.colour, look.width), found, unfold=look.unfold)
