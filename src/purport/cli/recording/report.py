"""``purport recording report``: all that was found in a file, as a page with pictures and as JSON, to be passed on."""

from __future__ import annotations

from pathlib import Path

import click

EXAMPLES = """\b
Examples:
  purport recording report my.case message.mp3 --to message-findings
  purport recording report my.case message.mp3 --to message-findings --close 40 --replace
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.argument("file")
@click.option(
    "--to", "folder", metavar="FOLDER", type=click.Path(path_type=Path), required=True, help="The folder to write into; made if need be."
)
@click.option("--close", type=click.IntRange(min=0), default=12, show_default=True, metavar="N", help="Passages that are drawn close up.")
@click.option("--no-pictures", is_flag=True, help="Draw nothing: the files are then not needed.")
@click.option("--unfold", is_flag=True, help="Show the words of calls, threats and offers, which are folded by default.")
@click.option("--replace", is_flag=True, help="Write over files that are there already.")
def report(case: str, file: str, folder: Path, close: int, no_pictures: bool, unfold: bool, replace: bool) -> None:
    """Write what was found in a FILE of a case (its path, name or digest), and how, to be passed on: a page, JSON and pictures.

    The page fetches nothing and runs nothing, and prints well. It holds what the other commands found; what was not run is named. Where
    files lie is left out.
    """
    from functools import partial

    from purport import examined
    from purport.cli.cases import open_case
    from purport.cli.progress import shown_progress
    from purport.cli.terminal import open_stderr, say

    with open_case(case) as opened:
        found = examined.gather(opened, file, unfold=unfold)
        examined.check(folder, [examined.JSON, examined.PAGE], replace=replace)
        bar = partial(shown_progress, open_stderr(), doing="drawing", noun="files")
        pictures = None if no_pictures else examined.draw(opened, found, close=close, progress=bar)
    written = examined.write(found, pictures, folder, replace=replace)
    for each in pictures.notices if pictures else ():
        say(each)
    say(f"{folder}: {', '.join(path.name for path in written)}")
