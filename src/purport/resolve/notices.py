"""Where a report says of itself that it was changed: corrections, updates, withdrawals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from purport.lexicon import rows
from purport.records import Analysis, Span
from purport.resolve.folded import folded_words

_BLANK = re.compile(r"\s*\n[^\S\n]*\n\s*")
NEAR = 6
"""Words after "this article" within which it is told what was done to it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice with what follows on its line, where it is told what was changed. ``kind`` is correction, update or withdrawal."""

    start: int
    end: int
    kind: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def find_notices(analysis: Analysis) -> tuple[Notice, ...]:
    """The notices of a report in the order of its text, those in page text too."""
    text = analysis.report.text
    sentences = [(span.start, 0, span.end) for span in paragraphs(analysis)]
    furniture = [(item.start, 1, item.end) for item in analysis.furniture]
    found: list[Notice] = []
    for start, _, end in sorted({*sentences, *furniture}):
        last = found[-1] if found else None
        if last and start < last.end:
            continue
        kind = _kind(folded_words(text[start:end]))
        if last and not kind and "\n" not in text[last.end : start]:
            found[-1] = Notice(last.start, max(last.end, end), last.kind)
        elif kind:
            found.append(Notice(start, end, kind))
    return tuple(found)


def paragraphs(analysis: Analysis) -> Iterator[Span]:
    """The sentences of a report, one that runs on over a blank line as two: a notice is often all that follows the last full stop."""
    for span in analysis.sentences:
        at = span.start
        for blank in _BLANK.finditer(analysis.report.text, span.start, span.end):
            yield Span(at, blank.start())
            at = blank.end()
        yield Span(at, span.end)


def _kind(words: Sequence[str]) -> str | None:
    """What kind of notice a sentence is; ``None`` for any other sentence."""
    joined = "_".join(words) + "_"
    begins = next((kind for form, kind in _listed("begins").items() if joined.startswith(f"{form}_")), None)
    return begins or next((kind for form, kind in _listed("earlier").items() if f"_{form}_" in f"_{joined}"), None) or _done(words)


def _done(words: Sequence[str]) -> str | None:
    """What a sentence says was done to "this article"."""
    done = _listed("done")
    for at, word in enumerate(words[1:], 1):
        if word in _listed("itself") and words[at - 1] == "this":
            return next((done[each] for each in words[at + 1 : at + 1 + NEAR] if each in done), None)
    return None


@cache
def _listed(wanted: str) -> dict[str, str]:
    return {form: kind[0] if kind else "" for forms, role, *kind in rows("notices.tsv") if role == wanted for form in forms.split()}
