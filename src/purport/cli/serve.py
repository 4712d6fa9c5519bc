"""``purport serve``: the workbench of a case, in a browser."""

from __future__ import annotations

import os
from pathlib import Path

import click

EXAMPLES = """\b
Examples:
  purport serve my.case
  purport serve my.case --port 9000
  PURPORT_KEY=... purport serve my.case --host 0.0.0.0
"""
PORT = 8750


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--host", default=None, metavar="ADDRESS", help="Let others in, at this address of the machine; a key is then asked for.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65_535), help="0 takes any that is free.")
@click.option("--key-file", type=click.Path(exists=True, dir_okay=False), help="The file whose first line is the key that lets in.")
@click.pass_context
def serve(ctx: click.Context, case: str, host: str | None, port: int, key_file: str | None) -> None:
    """Open the workbench: a page where the record is read, questioned and corrected.

    CASE is a file, or a PostgreSQL database by its URL; it is made where there is none. Only this machine reaches it, unless
    ``--host`` is given: then whoever comes needs the key, which is that of PURPORT_KEY or --key-file, or else is made anew and printed.
    Ctrl-C ends it.
    """
    from purport.cli.cases import compare, open_case
    from purport.cli.serving import run
    from purport.cli.terminal import open_stderr

    key = _key(key_file) if host is not None or key_file is not None or "PURPORT_KEY" in os.environ else None
    with open_case(case, create=True) as opened:
        compare(opened, open_stderr())
        run(opened, case, host or "127.0.0.1", port, key, opener=ctx.obj)


def _key(key_file: str | None) -> str:
    """The key that was given, or a new one."""
    from secrets import token_urlsafe

    from purport.errors import UsageError

    given = Path(key_file).read_text(encoding="utf-8").partition("\n")[0].strip() if key_file else os.environ.get("PURPORT_KEY")
    if given is None:
        return token_urlsafe(18)
    if len(given) < SHORTEST:
        raise UsageError(f"a key of at least {SHORTEST} characters expected, {len(given)} were given")
    return given


SHORTEST = 8
"""Characters of a key: shorter ones are guessed."""
