"""``purport comparisons``: claims held together, one pair a line."""

from __future__ import annotations

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json
from purport.records import Relation

EXAMPLES = """\b
Examples:
  purport comparisons my.case
  purport comparisons my.case --relation contradicts --json
"""
RELATIONS = [each.value for each in Relation if each is not Relation.UNRELATED]


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option(
    "--relation", type=click.Choice(RELATIONS), metavar="RELATION", help=f"How the two stand to each other: {', '.join(RELATIONS)}."
)
@json_option
@look_options
def comparisons(case: str, relation: str | None, look: Look, as_json: bool) -> None:
    """List how claims stand to each other: which agree, contradict, replace or doubt one another.

    What several reports carry on from one another is compared once, as the first of them told it. Those that a person has rejected
    stand last; judgements on what the case has no more are named on stderr.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.compared import as_record, print_compared
    from purport.cli.orphans import say_orphans
    from purport.listings.sides import Sides
    from purport.listings.verdicts import find_verdicts
    from purport.resolving import COMPARISONS, shown
    from purport.wording import counted

    with open_resolved(case) as opened:
        found = [each for each in shown(opened, rejected=True) if relation is None or each[0].relation == relation]
        judged = find_verdicts(opened)
        say_orphans(opened, COMPARISONS)
        if as_json:
            for each, _, _ in found:
                print_json(as_record(each, judged.get(each.id)))
            return
        sides = Sides(opened, [account for each in found for account in each[1:]], unfold=look.unfold)
    console = open_stdout(look.colour, look.width)
    for compared in found:
        print_compared(console, sides, compared, judged.get(compared[0].id))
    console.print(counted(len(found), "comparison"))
