"""The fake reader, in workers that can be lost.

A text with ``FATAL always`` ends the process that reads it; one with ``FATAL PATH`` does so until there is a file PATH, which it makes.
One with ``HELD PATH`` is held for five minutes instead. ``UNFIT`` finds the reader's weights damaged.
Run as a script it is the command line with this reader, as ``cli/fake_reader.py`` is.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from cli.fake_reader import FakeReader
from purport.cli import main
from purport.errors import ReaderError
from purport.reader import Reading


class MortalReader(FakeReader):
    def read(self, texts: Iterable[str]) -> Iterator[Reading]:
        return super().read(map(_survived, texts))


def _survived(text: str) -> str:
    if "UNFIT" in text:
        raise ReaderError("the reader's weights are damaged")
    match = re.search(r"(FATAL|HELD) (\S+)", text)
    if match and not Path(match[2]).exists():
        if match[2] != "always":
            Path(match[2]).touch()
        if match[1] == "HELD":
            time.sleep(300)
        else:
            os.kill(os.getpid(), signal.SIGKILL)
    return text


if __name__ == "__main__":
    main(obj=MortalReader)
