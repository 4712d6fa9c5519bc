"""``purport claims``: who claims what, from a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from purport.cli.options import Command, Look, gathered, json_option, look_options
from purport.cli.terminal import open_stdout, print_json
from purport.records import Factuality, SourceType

if TYPE_CHECKING:
    from purport.store import ClaimQuery

EXAMPLES = """\b
Examples:
  purport claims my.case
  purport claims my.case --source "interior ministry" --factuality CT-
  purport claims my.case --about '"took part"' --json
"""
TYPES = [each.value for each in SourceType]
CODES = [each.value for each in Factuality]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters, as given on the command line."""

    source: str | None
    source_type: str | None
    factuality: str | None
    about: str | None
    outlet: str | None
    text: str | None
    limit: int | None

    def query(self) -> ClaimQuery:
        """The filters as the store takes them."""
        from purport.store import ClaimQuery

        return ClaimQuery(
            source=self.source,
            source_type=SourceType(self.source_type) if self.source_type else None,
            factuality=Factuality(self.factuality) if self.factuality else None,
            about=self.about,
            text=self.text,
            outlet=self.outlet,
            limit=self.limit,
        )


def _wanted(command: Command) -> Command:
    return gathered(command, "wanted", Wanted)


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--source", metavar="WORDS", help="Part of a name that the source goes by.")
@click.option("--type", "source_type", type=click.Choice(TYPES), metavar="TYPE", help=f"The kind of source: {', '.join(TYPES)}.")
@click.option("--factuality", type=click.Choice(CODES, case_sensitive=False), metavar="CODE", help=f"How sure it is: {', '.join(CODES)}.")
@click.option("--about", metavar="WORDS", help='Words in the content: all of them; "in this order"; or begin* so.')
@click.option("--outlet", metavar="WORDS", help="Part of the outlet's name.")
@click.option("--text", metavar="WORDS", help="Words in the content, its source, its cue or their sentences.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@json_option
@look_options
@_wanted
def claims(case: str, wanted: Wanted, look: Look, as_json: bool) -> None:
    """List who claims what, how surely, and where it stands.

    Every filter given must hold; case and accents do not matter.
    """
    from purport.cli.cases import open_case
    from purport.cli.table import print_claims

    with open_case(case) as opened:
        if as_json:
            for row in opened.claims(wanted.query()):
                print_json(row)
        else:
            print_claims(open_stdout(look.colour, look.width), opened, wanted.query(), unfold=look.unfold)
