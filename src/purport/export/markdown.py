"""The report of a case as Markdown (CommonMark, with GitHub's footnotes); calls to violence are folded in it.

Nothing that a report says is taken for markup: every character that could be is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from purport.export.case import Exported, Quote, ReportRow
from purport.export.footnoted import WHOSE, Chapter, Footnote, Footnoted, Said, dated, footnoted, source_of
from purport.visible import flat

NAME = "case.md"
MARKUP = str.maketrans({each: f"\\{each}" for each in "\\`*_[]<>#~|&!$@:"})


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one file."""
    path = folder / NAME
    path.write_text("\n".join(_page(footnoted(exported))) + "\n", encoding="utf-8", newline="\n")
    return [path]


def escaped(text: str) -> str:
    """Text in one line in which nothing is markup."""
    return flat(text).strip().translate(MARKUP)


def _page(page: Footnoted) -> Iterator[str]:
    yield from (f"# {escaped(page.title)}", "", f"{page.summary}. {WHOSE}", "")
    if page.note:
        yield from (f"**{escaped(page.note)}**", "")
    for chapter in page.chapters:
        yield from _chapter(chapter)
    yield from ("## Reports", "", *(f"- {_report(each)}" for each in page.reports), "")
    for each in page.footnotes:
        yield from (_footnote(each), "")


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from (f"## {escaped(chapter.heading)}", "")
    for subject in chapter.subjects:
        yield from (f"### {escaped(subject.name)}", "")
        for field in subject.fields:
            heading = (f"{escaped(field.name)}:", "") if field.name else ()
            yield from (*heading, *map(_said, field.said), "")


def _said(each: Said) -> str:
    notes = "".join(f"[^{number}]" for number in each.notes)
    when = f"{escaped(each.when)}\\: " if each.when else ""
    return f"- {when}**{escaped(each.shown)}** ({escaped(each.told)}){notes}"


def _footnote(each: Footnote) -> str:
    return f"[^{each.number}]: {escaped(source_of(each.cited))}: {_quoted(each.cited.quote)}"


def _quoted(quote: Quote) -> str:
    return f"“{escaped(quote.shown)}”"


def _report(each: ReportRow) -> str:
    parts = (each.outlet, each.title, dated(each.not_before, each.not_after), each.path, each.url)
    return ", ".join(escaped(part) for part in parts if part)
