"""A build that is killed loses nothing that was committed, and can be run again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import factory
from purport.store import Case

BUILD = """
import sys, time
import factory
from purport.store import Case

def items(batch, hang):
    for number in range(3):
        record = factory.told("Some said so.", ("Some", "said", "so"), path=f"{batch}-{number}.txt")
        yield record, factory.original(record.report)
    if hang:
        print("inside", flush=True)
        time.sleep(60)

with Case.open(sys.argv[1], create=True) as case:
    for batch in range(5):
        case.add_many(items(batch, hang=str(batch) == sys.argv[2]), reader="reader 1")
        print("committed", flush=True)
"""


def build(address: str, *, hang: int | None, kill_after: str, times: int = 1) -> None:
    """Run a build in a process of its own, and kill it once it has said ``kill_after`` so many times."""
    command = [sys.executable, "-c", BUILD, address, str(hang)]
    folders = [str(Path(factory.__file__).parent), *sys.path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": ":".join(folders)}) as process:
        assert process.stdout is not None
        for line in process.stdout:
            times -= line.strip() == kill_after
            if times == 0:
                process.kill()
                break


@pytest.mark.parametrize(
    ("hang", "kill_after", "times", "kept"),
    [(0, "inside", 1, 0), (2, "inside", 1, 6), (None, "committed", 1, 3), (None, "committed", 3, 9)],
)
def test_a_killed_build(address: str, hang: int | None, kill_after: str, times: int, kept: int) -> None:
    build(address, hang=hang, kill_after=kill_after, times=times)
    with Case.open(address) as case:
        assert len(case.known()) >= kept
        assert len(case.known()) % 3 == 0
        assert list(case.verify()) == []
    build(address, hang=None, kill_after="never")
    with Case.open(address) as case:
        assert len(case.known()) == 15
        assert case.counts().claims == 15
        assert list(case.verify()) == []
