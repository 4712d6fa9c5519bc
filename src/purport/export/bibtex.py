"""The reports of a case as BibTeX, an ``@article`` each, in the order of the case; in UTF-8, which BibTeX's successors read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from purport.export.case import Exported, ReportRow
from purport.visible import flat

NAME = "reports.bib"
SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        '"': r"\textquotedbl{}",
        "@": r"\char64{}",
    }
)
"""Characters that TeX or a reader of BibTeX takes for markup."""
VERBATIM = str.maketrans({each: f"%{ord(each):02X}" for each in '\\{}"'})
"""Those that end a field, even one that is taken as it stands: an address or a path."""


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one file; every entry says what was replaced."""
    path = folder / NAME
    head = [f"% {flat(exported.note)}\n"] if exported.note else []
    entries = [_entry(each, exported.note) for each in exported.reports]
    path.write_text("\n".join([*head, *entries]), encoding="utf-8", newline="\n")
    return [path]


def _entry(each: ReportRow, note: str | None) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(each, note))
    return f"@article{{report-{each.id},\n{fields}}}\n"


def _fields(each: ReportRow, note: str | None) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_tex(each.title or each.path)}}}"
    if each.bylines:
        yield "author", " and ".join(f"{{{_tex(name)}}}" for name in each.bylines)
    if each.outlet:
        yield "journal", f"{{{_tex(each.outlet)}}}"
    yield from _dates(each)
    if each.url:
        yield "url", _verbatim(each.url)
    if each.retrieved:
        yield "urldate", _tex(each.retrieved[:10])
    if each.language:
        yield "language", _tex(each.language)
    yield "file", _verbatim(each.path)
    if note:
        yield "note", _tex(note)


def _dates(each: ReportRow) -> Iterator[tuple[str, str]]:
    """``date`` is an interval as biblatex has it, open where not known; ``year`` and ``month`` are there where they are one."""
    first, last = each.not_before, each.not_after
    if not first and not last:
        return
    yield "date", first if first and first == last else f"{first or '..'}/{last or '..'}"
    if first and last and first[:4] == last[:4]:
        yield "year", first[:4]
        if first[:7] == last[:7]:
            yield "month", str(int(first[5:7]))


def _tex(text: str) -> str:
    return flat(text).strip().translate(SPECIAL)


def _verbatim(text: str) -> str:
    return flat(text).strip().translate(VERBATIM)
