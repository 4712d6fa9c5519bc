"""The report of a case as one HTML page: it fetches nothing, runs nothing, prints well, and reads without colours.

Calls to violence are folded away, to be opened on the page one by one, and stay folded on paper; so do their words in footnotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.etree import Element, _Element

from purport.export.case import Exported, ReportRow
from purport.export.footnoted import WHOSE, Chapter, Footnote, Footnoted, Said, Subject, dated, footnoted, source_of
from purport.folds import HINT
from purport.visible import flat

NAME = "case.html"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
h1, h2, h3, h4, .told, .note { font-family: Helvetica, Arial, sans-serif; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.3rem; border-bottom: 1px solid #777; margin-top: 2.5rem; }
h3 { font-size: 1.05rem; margin-bottom: 0.2rem; } h4 { font-size: 0.9rem; font-weight: normal; margin: 0.6rem 0 0; color: #444; }
ul { margin-top: 0.2rem; } li { margin-bottom: 0.4rem; overflow-wrap: anywhere; }
.told { font-size: 0.85rem; color: #444; } .note { border: 2px solid #111; padding: 0.5rem 1rem; }
details { display: inline-block; border: 1px dashed #777; padding: 0 0.4rem; } summary { cursor: pointer; }
sup a { text-decoration: none; } ol li:target { outline: 2px solid #111; }
@media print {
  body { font-size: 10.5pt; max-width: none; margin: 0; } a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4 { break-after: avoid; } li { break-inside: avoid; } details[open] { border-style: solid; }
}
"""
NONCHARACTERS = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))
"""What no page may hold."""


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one file."""
    path = folder / NAME
    text = html.tostring(_page(footnoted(exported)), encoding="unicode", doctype="<!DOCTYPE html>", pretty_print=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return [path]


def _page(page: Footnoted) -> _Element:
    head = _element(
        "head",
        _element("meta", charset="utf-8"),
        _element("meta", **{"http-equiv": "Content-Security-Policy", "content": POLICY}),
        _element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _element("meta", name="robots", content="noindex"),
        _element("title", _text(page.title)),
        _element("style", STYLE),
    )
    note = [_element("p", page.note, **{"class": "note"})] if page.note else []
    top = _element("header", _element("h1", _text(page.title)), _element("p", f"{page.summary}. {WHOSE}"), *note)
    reports = _element("section", _element("h2", "Reports"), _element("ul", *map(_report, page.reports)))
    footnotes = _element("section", _element("h2", "Footnotes"), _element("ol", *map(_footnote, page.footnotes)))
    main = _element("main", *map(_chapter, page.chapters), reports, footnotes)
    return _element("html", head, _element("body", top, main), lang="en")


def _chapter(chapter: Chapter) -> _Element:
    return _element("section", _element("h2", chapter.heading), *map(_subject, chapter.subjects))


def _subject(subject: Subject) -> _Element:
    parts = [_element("h3", _text(subject.name))]
    for field in subject.fields:
        parts += [_element("h4", _text(field.name))] if field.name else []
        parts.append(_element("ul", *map(_said, field.said)))
    return _element("div", *parts)


def _said(each: Said) -> _Element:
    told = _element("span", f"({_text(each.told)})", **{"class": "told"})
    when = f"{_text(each.when)}: " if each.when else ""
    return _element("li", when, *_folded(each.words, each.shown, "strong"), " ", told, *map(_mark, each.notes))


def _mark(number: int) -> _Element:
    return _element("sup", _element("a", f"[{number}]", **{"href": f"#note-{number}", "aria-label": f"footnote {number}"}))


def _footnote(each: Footnote) -> _Element:
    quote = each.cited.quote
    return _element("li", f"{_text(source_of(each.cited))}: ", *_folded(quote.words, quote.shown, "q"), id=f"note-{each.number}")


def _folded(words: str, shown: str, tag: str) -> Iterator[_Element]:
    """Words as they are shown; where some are folded, with the whole of them to be opened."""
    yield _element(tag, _text(shown.replace(HINT, "") if words != shown else shown))
    if words != shown:
        yield _element("details", _element("summary", "show what is folded"), _element(tag, _text(words)))


def _report(each: ReportRow) -> _Element:
    parts = (each.outlet, each.title, dated(each.not_before, each.not_after), each.path, each.url)
    return _element("li", ", ".join(_text(part) for part in parts if part))


def _text(text: str) -> str:
    """Text in one line, what acts in it spelt out: nothing of it can be markup, as elements are built and not written."""
    return flat(text).strip().translate(NONCHARACTERS)


def _element(tag: str, *children: str | _Element, **attributes: str) -> _Element:
    made = Element(tag, attributes)
    for child in children:
        if not isinstance(child, str):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child
    return made
