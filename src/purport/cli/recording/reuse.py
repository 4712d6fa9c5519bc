"""``purport recording reuse``: passages of earlier recordings inside a file, with controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from purport.cli.options import json_option

if TYPE_CHECKING:
    from purport.findings import Earlier, Finding, Passage, Reuse, Sound

EXAMPLES = """\b
Examples:
  purport recording reuse my.case message.mp3
  purport recording reuse my.case message.mp3 --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.argument("file")
@click.option("--controls", type=click.IntRange(0, 200), metavar="N", help="Excerpts of each kind that are planted; 20 unless told.")
@json_option
def reuse(case: str, file: str, controls: int | None, as_json: bool) -> None:
    """Look for passages of the case's earlier recordings inside a FILE of it (its path, name or digest).

    Excerpts of the earlier recordings are planted into this very file, at its own noise and through its codec: how many of them are
    found is what "not observed" means. Passages that the file itself has twice are told apart.
    """
    from functools import partial

    import msgspec

    from purport import examining
    from purport.cli.cases import open_case
    from purport.cli.progress import shown_progress
    from purport.cli.recording.shown import print_finding
    from purport.cli.terminal import open_stderr
    from purport.findings import Reuse

    bar = partial(shown_progress, open_stderr(), doing="searching", noun="steps")
    with open_case(case) as opened:
        finding = examining.reuse(opened, file, many=controls, progress=bar)
        with opened.sounds() as sounds:
            names = {each.sha256: each for each in sounds.all()}
            earlier = sounds.earlier()
    if as_json:
        print_finding(finding)
        return
    _print(msgspec.json.decode(finding.body, type=Reuse), finding, names, earlier)


def _print(found: Reuse, finding: Finding, names: dict[str, Sound], earlier: dict[str, Earlier]) -> None:
    from purport.visible import in_one_line
    from purport.wording import counted

    click.echo(f"earlier recordings inside it: {found.outcome} ({counted(len(found.searched), 'earlier recording')} searched)")
    click.echo(f"  {found.why}")
    for each in found.passages:
        other = earlier.get(each.file)
        public = f" (public by {other.public_by}: {in_one_line(other.source)})" if other is not None else ""
        _print_passage(each, in_one_line(names[each.file].name), public)
    _print_explained("earlier" if found.passages else None)
    if found.repeats:
        click.echo("what this file has twice")
    for each in found.repeats:
        _print_passage(each, "this file", "")
    _print_explained("again" if found.repeats else None)
    if found.controls:
        click.echo("controls: excerpts of earlier recordings planted into this file")
    for control in found.controls:
        click.echo(f"  {control.found} of {control.planted} of {control.seconds:g} s found, {control.condition}")
    click.echo(f"method {finding.method.name} {finding.method.version}, digest {finding.digest}")


def _print_explained(case: str | None) -> None:
    """What else could explain the passages above; nothing where there are none."""
    from purport.audio.explained import explained

    if case is not None:
        click.echo("  what else could explain them")
        for each in explained("passage", case):
            click.echo(f"      - {each}")


def _print_passage(each: Passage, name: str, public: str) -> None:
    """Where a passage stands in both, then how alike both are there."""
    from purport.findings import Edges
    from purport.wording import clock

    here, there = (f"{clock(side.start)} to {clock(side.end)}" for side in (each.here, each.there))
    click.echo(f"  {here}: coincides with {name} from {there}{public}")
    played = "played as fast" if each.tempo * each.speed == 1 else f"played {each.tempo * each.speed:.2f} times as fast"
    played += ", at its pitch" if each.tempo != 1 else ""
    alike = "by landmarks alone: the other file cannot be heard"
    if each.edges is Edges.REFINED:
        alike = f"likeness {each.likeness} ({each.null} where moved), {each.surprise} spreads over chance"
    click.echo(f"      {played}; {alike}; {each.common} landmarks in common")
