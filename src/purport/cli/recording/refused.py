"""``purport recording refused``, and the verbs that are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from purport.cli.options import json_option

if TYPE_CHECKING:
    from purport.audio.validated import Validated

EXAMPLES = """\b
Examples:
  purport recording refused
  purport recording refused splices
"""
ANYTHING = {"ignore_unknown_options": True, "allow_extra_args": True}


@click.command(epilog=EXAMPLES)
@click.argument("name", required=False)
@json_option
def refused(name: str | None, as_json: bool) -> None:
    """What Purport does not do with recordings, and why: all of it, or the one of a NAME."""
    from purport.audio.refused import find_refusal, refusals
    from purport.cli.terminal import print_json

    for each in (find_refusal(name),) if name is not None else refusals():
        if as_json:
            print_json(each)
            continue
        click.echo(f"{each.name}: {each.what}")
        for why in each.why:
            click.echo(f"  - {why}")
        click.echo(f"  instead: {each.instead}")


@click.command(hidden=True, context_settings=ANYTHING)
@click.option("--scores", metavar="FILE", help="A table (CSV) of scores: score, and name where rows have one.")
@click.option("--validation", metavar="FILE", help="A table (CSV) of pairs of known origin: score, same, condition, held_out.")
@click.option("--condition", metavar="TEXT", help="Under which condition the scores were made, as the validation calls it.")
@json_option
def speaker(scores: str | None, validation: str | None, condition: str | None, as_json: bool) -> None:
    """Scores that were made elsewhere as likelihood ratios, by held-out pairs of the same condition; refused without these."""
    from purport.errors import UsageError

    if scores is None or validation is None or condition is None:
        from purport.audio.refused import find_refusal

        raise UsageError(find_refusal("speaker").sentence)
    from purport.cli.terminal import print_json
    from purport.examining import NEEDED

    try:
        from purport.audio.scored import read_pairs, read_scores
        from purport.audio.validated import validate
    except ImportError as error:
        raise UsageError(NEEDED) from error
    found = validate(read_scores(scores), read_pairs(validation), condition)
    if as_json:
        print_json(found)
    else:
        _print(found)


def _print(found: Validated) -> None:
    from purport.visible import in_one_line

    condition = in_one_line(found.condition)
    worth = f"Cllr {found.cllr:.3f}, standard error {found.error:.3f},"
    click.echo(f"{worth} on {found.same} pairs of one speaker and {found.different} of two, held out, under {condition}")
    click.echo(f"pairs left out, of another condition or not held out: {found.left_out}")
    for each in found.ratios:
        bound = ", at the bound of so many pairs" if each.at_bound else ""
        beyond = ", beyond every score of the validation" if each.beyond else ""
        click.echo(f"{in_one_line(each.name)}: score {each.score:g}, likelihood ratio {each.ratio:.3g}{bound}{beyond}")
    click.echo("The scores are of whoever made them: Purport has heard none of the recordings, and no ratio says who speaks.")


def refused_verbs() -> list[click.Command]:
    """A hidden command for each verb that people would try; each ends with why it is refused."""
    from purport.audio.refused import refusals

    names = [verb for each in refusals() for verb in each.verbs]
    return [_refusing(name) for name in names if name != speaker.name]


def _refusing(name: str) -> click.Command:
    @click.command(name, hidden=True, context_settings=ANYTHING)
    def refusing() -> None:
        """Refused; why is said."""
        from purport.audio.refused import find_refusal
        from purport.errors import UsageError

        raise UsageError(find_refusal(name).sentence)

    return refusing
