"""Who reads: the reader in this process, or the workers of a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

import click

from purport.adding.interrupts import undisturbed
from purport.reader import Reader

if TYPE_CHECKING:
    from purport.scale import Cluster


def open_reader(ctx: click.Context) -> Reader:
    """The reader: the packaged one, or what whoever calls the command put in its place (``main(obj=...)``)."""
    opened: Reader = Reader() if ctx.obj is None else ctx.obj()
    return opened


@contextmanager
def open_workers(ctx: click.Context, reader: Reader, address: str | None) -> Iterator[Cluster | None]:
    """The cluster at an address, where one is asked for; each worker opens a reader as ``open_reader`` does, with one thread.

    Ctrl-C waits while the cluster starts and while it ends: Ray would leave processes behind.
    """
    if address is None:
        yield None
        return
    from purport.scale import edition, open_cluster

    opener = partial(Reader, threads=1) if ctx.obj is None else ctx.obj
    stack = ExitStack()
    try:
        with undisturbed():
            cluster = stack.enter_context(open_cluster(address, opener, edition(reader)))
        yield cluster
    finally:
        with undisturbed():
            stack.close()
