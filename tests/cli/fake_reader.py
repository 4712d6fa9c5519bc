"""A reader without weights: "SOURCE said CONTENT." and the like by one regular expression, the same every time.

Run as a script it is the command line with this reader in place of the packaged one. Two words in a text make it misbehave:
BREAKDOWN raises an error, SLOWLY takes half a second.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from types import TracebackType

from purport.cli import main
from purport.reader import Labelled, Linked, Reading
from purport.records import Span

AHEAD = 3
"""Texts taken together, as the real reader does."""

_TOLD = re.compile(
    r"(?P<source>[A-Z][\w' ]*?) (?P<cue>said|denied|could not confirm|urged|threatened|offered) (?:that )?(?P<content>[^.]+)"
)
_NAMES = re.compile(r"(?:Orla |Orlah |Ilo )?Vashan")


class FakeReader:
    """Reads by ``_TOLD``; the only names it knows are those of the Vashans."""

    version = "fake-reader-1"

    def read(self, texts: Iterable[str]) -> Iterator[Reading]:
        waiting = iter(texts)
        while batch := list(islice(waiting, AHEAD)):
            yield from [self._reading(text) for text in batch]

    def _reading(self, text: str) -> Reading:
        if "BREAKDOWN" in text:
            raise RuntimeError("[red]no\x1b[31m such thing")
        if "SLOWLY" in text:
            time.sleep(0.5)
        found = tuple(self._linked(match) for match in _TOLD.finditer(text))
        names = tuple(Labelled(Span(*match.span()), "person", 0.9) for match in _NAMES.finditer(text))
        return Reading((Span(0, len(text)),), names, found)

    def _linked(self, match: re.Match[str]) -> Linked:
        source, cue, content = (Span(*match.span(name)) for name in ("source", "cue", "content"))
        return Linked(source, cue, (content,), 0.75)

    def close(self) -> None:
        """Nothing to let go."""

    def __enter__(self) -> FakeReader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


if __name__ == "__main__":
    main(obj=FakeReader)
