"""``purport versions``: reports of one address whose text was changed, and what became of each claim."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json

EXAMPLES = """\b
Examples:
  purport versions my.case
  purport versions my.case --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@json_option
@look_options
def versions(case: str, look: Look, as_json: bool) -> None:
    """Show reports of one address whose text was changed: claims altered, added and dropped, with notice or without.

    Reports are of one address by their URL, without what only tells where a reader came from; where they have none, by their path.
    """
    from purport.cli.cases import open_case
    from purport.cli.texts import print_changed
    from purport.listings.versions import find_changed

    with open_case(case) as opened:
        found = list(find_changed(opened, unfold=as_json or look.unfold))
    if as_json:
        for each in found:
            print_json(each)
        return
    print_changed(open_stdout(look.colour, look.width), found)
