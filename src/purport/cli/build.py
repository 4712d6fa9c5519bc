"""``purport build``: reports into a case."""

from __future__ import annotations

import click

from purport.adding.interrupts import undisturbed
from purport.cli.options import Asked, debug_option, input_options
from purport.cli.terminal import open_stderr, say

EXAMPLES = """\b
Examples:
  purport build my.case reports/
  purport build my.case --manifest reports/manifest.csv
  purport build postgresql://desk@db/inquiry reports/
  purport build my.case reports/ --ray
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@input_options
@click.option(
    "--ray",
    "address",
    is_flag=False,
    flag_value="local",
    metavar="[ADDRESS]",
    help="Read on a Ray cluster: one for this run on every core, or the one at ADDRESS (auto or HOST:PORT).",
)
@debug_option
@click.pass_context
def build(ctx: click.Context, case: str, asked: Asked, address: str | None, debug: bool) -> None:
    """Read reports into a case, a few or ten thousand.

    A CASE is a file, or a PostgreSQL database by its URL; it is made where there is none. Reports that it has already are not
    read again, so the same command adds what is new and goes on where it was stopped. A report that fails is named on stderr
    and noted in the case, and the rest go on. Ctrl-C lets the report being written be finished; what is in the case is kept,
    and the exit status is 130.
    """
    with undisturbed():
        from purport.adding.build import Build
        from purport.cli.cases import compare, open_case
        from purport.cli.failures import Failures
        from purport.cli.inputs import find_inputs
        from purport.cli.progress import shown_progress
        from purport.cli.readers import open_reader, open_workers
    from purport.errors import StoreError

    found, stderr = find_inputs(asked), open_stderr()
    failures = Failures(stderr, debug=debug)
    with open_reader(ctx) as reader, open_workers(ctx, reader, address) as cluster, open_case(case, create=True) as opened:
        with shown_progress(stderr, len(found.inputs) + len(found.missing)) as advance:
            work = Build(opened, reader, failures.add, advance)
            try:
                work.run(found, cluster)
                stopped = None
            except (KeyboardInterrupt, StoreError) as error:
                stopped = error
        if stopped is None:
            try:
                compare(opened, stderr)
            except (KeyboardInterrupt, StoreError) as error:
                stopped = error
        if stopped is None:
            click.echo(work.summary())
            ctx.exit(1 if failures.count else 0)
        _tell_why(stopped, work.added)
        ctx.exit(1 if isinstance(stopped, StoreError) else 130)


def _tell_why(stopped: BaseException, added: int) -> None:
    say(str(stopped) or "stopped")
    say(f"reports added and kept: {added}; the same command goes on from there")
