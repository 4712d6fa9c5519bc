"""``purport picture``: what a case says, drawn."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purport.cli.terminal import say

if TYPE_CHECKING:
    from purport.pictures import Sheet
    from purport.store import Case

EXAMPLES = """\b
Examples:
  purport picture my.case timeline --to timeline.svg
  purport picture my.case question --of dead --to dead.png
  purport picture my.case ledger --of "New Karesh" --to karesh.svg
  purport picture my.case sources --to sources.svg
"""


class Kind(StrEnum):
    """What is drawn."""

    TIMELINE = "timeline"
    QUESTION = "question"
    LEDGER = "ledger"
    SOURCES = "sources"


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.argument("kind", type=click.Choice([str(kind) for kind in Kind]))
@click.option(
    "--to",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write, .svg or .png.",
)
@click.option("--of", "subject", metavar="NAME", help="Only of whom or what the case calls so; of a question, some words of it.")
def picture(case: str, kind: str, to: Path, subject: str | None) -> None:
    """Draw what the reports of a case say: its timeline, the answers to a question, who is said to hold what, or who cites whom.

    Doubt is shown by how a mark is filled and outlined, accounts that part stand beside each other, and none is chosen. Calls to violence
    are not drawn.
    """
    from purport.cli.cases import open_resolved
    from purport.pictures import check, save_sheet

    check(to)
    with open_resolved(case) as opened:
        drawn = _draw(opened, Kind(kind), subject)
    save_sheet(drawn, to)
    say(f"{to} is written")


def _draw(case: Case, kind: Kind, subject: str | None) -> Sheet:
    from purport.cli import pictured

    match kind:
        case Kind.TIMELINE:
            return pictured.timeline_of(case, subject)
        case Kind.QUESTION:
            return pictured.questions_of(case, subject)
        case Kind.LEDGER:
            return pictured.ledger_of(case, subject)
        case Kind.SOURCES:
            return pictured.sources_of(case, subject)
