"""HTML -> the article in it, with what the page's data say. Nothing is fetched and nothing is run."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from htmldate import find_date
from lxml import etree
from lxml.html import Element, HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from purport.errors import NotAReport
from purport.ingest.published import days_of
from purport.records import Interval

MAX_PAGE_BYTES = 20_000_000
"""Largest page given to the parser. News pages have 0.1 to 5 MB; the parser's tree takes some ten times the page."""

MAX_MARKS = 60_000
"""Most ``<`` in a page. News pages have 1,000 to 10,000, long live pages 30,000; at 60,000 the worst page tried takes 5 seconds."""

MAX_ATTRIBUTES = 500
"""Most attributes of a tag: the parser's time grows with their square (200,000 take over a minute)."""

MIN_ARTICLE_WORDS = 25
"""Fewest words of an article, counted in its sentences: the shortest news briefs have 30, cookie and login notices under 20."""

MIN_SENTENCE_WORDS = 8
"""Fewest words of a line that can be a sentence: menus, teasers and buttons are shorter or have no full stop."""

MAX_BYLINES = 20
MAX_BYLINE_CHARACTERS = 200
"""Elements looked at for a byline, and the longest it is: the article's own stands before those of other stories."""

EARLIEST_DATE = "1995-01-01"
LATEST_DATE = "2199-12-31"
"""Bounds on a page's own date, fixed so that nothing depends on today."""

_SNIFFED = 2048
_PAGE = re.compile(r"\s*(?:<\?xml\b[^<>]*>\s*)?(?:<!--.{0,1000}?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_DATED = (
    '//meta[not(contains(concat(@property, @name, @itemprop), "odified") or contains(concat(@property, @name, @itemprop), "pdated")'
    ' or contains(@itemprop, "opyright"))] | //link[@rel="canonical"] | //script[@type="application/ld+json"]'
)
_FIRST_TIME = "(//article//time | //main//time)[1]"
_AUTHORS = '//*[@rel="author" or @itemprop="author" or contains(@class, "byline") or contains(@class, "author")]'

for _name in ("trafilatura", "htmldate", "justext", "readability"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what they warn of is raised here as an error of the report


@dataclass(frozen=True, slots=True)
class Page:
    """An article: its title line first, if it has one, then its byline, then its paragraphs, one a line."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Interval | None = None


def is_page(text: str) -> bool:
    """Whether a text begins like an HTML document."""
    return _PAGE.match(text[:_SNIFFED]) is not None


def read_page(text: str, path: str) -> Page:
    """The article of a page.

    The extraction is trafilatura's balanced one: its precise mode loses quotations, and with them claims; its greedy one takes in
    teasers of other stories, and with them claims this report never made. Its fast path leaves out the comparison with two further
    extractors, whose time grows with the square of the page. Tables and readers' comments are left out.

    Raises:
        NotAReport: the page is out of bounds, or no article is found in it.
    """
    _check_bounds(text, path)
    tree = _parse(text, path)
    _drop_broken_data(tree)
    extracted = _extract(tree, path)
    published = _date(tree)
    paragraphs = [line.strip() for line in (extracted.text or "").split("\n") if line.strip()]
    if sum(len(line.split()) for line in paragraphs if _is_prose(line)) < MIN_ARTICLE_WORDS:
        raise NotAReport(path, "a page with an article expected, no article was found in it")
    title = _clean(extracted.title)
    lines = _with_head(paragraphs, title, _byline(tree, paragraphs))
    return Page("\n".join(lines), title, _clean(extracted.sitename), _clean(extracted.url), published)


def _check_bounds(text: str, path: str) -> None:
    if len(text) > MAX_PAGE_BYTES:
        raise NotAReport(path, f"a page of at most {MAX_PAGE_BYTES:,} bytes expected, it has more")
    if text.count("<") > MAX_MARKS:
        raise NotAReport(path, f"a page of at most {MAX_MARKS:,} tags expected, it has more")
    for tag in _TAG.finditer(text):
        if tag.end() - tag.start() > 2 * MAX_ATTRIBUTES and _attributes(tag[0]) > MAX_ATTRIBUTES:
            raise NotAReport(path, f"tags of at most {MAX_ATTRIBUTES} attributes expected, one has more")


def _attributes(tag: str) -> int:
    bare = _QUOTED.sub("", tag)
    return max(len(bare.split()), bare.count("="))


def _parse(text: str, path: str) -> HtmlElement:
    """The page's tree. libxml2 leaves out what is nested deeper than 256 levels, and knows no entities but HTML's."""
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotAReport(path, f"a page expected, the parser found none: {error}") from error


def _drop_broken_data(tree: HtmlElement) -> None:
    """Drop embedded data that is not JSON: it would be searched by patterns whose time grows with its square."""
    for script in tree.xpath('//script[contains(@type, "json")]'):
        try:
            json.loads(script.text or "")
        except (ValueError, RecursionError):
            script.drop_tree()


def _extract(tree: HtmlElement, path: str) -> Extracted:
    no_dates = {"extensive_search": False, "min_date": LATEST_DATE, "max_date": LATEST_DATE}  # they are read by _date
    try:
        found = bare_extraction(
            tree, fast=True, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=no_dates
        )
    except (etree.LxmlError, RecursionError, ValueError, AttributeError, KeyError, IndexError) as error:
        raise NotAReport(path, f"a page with an article expected, reading it failed: {error}") from error
    if not isinstance(found, Extracted):
        raise NotAReport(path, "a page with an article expected, no article was found in it")
    return found


def _date(tree: HtmlElement) -> Interval | None:
    """The day the page's data give for its first publication: in its head, its embedded data, or its article's first time element.

    Its running text is not searched, nor the dates of changes: neither is a day of publication.
    """
    data = Element("html")
    data.append(Element("head"))
    data[0].extend(deepcopy(element) for element in tree.xpath(_DATED))
    data.append(Element("body"))
    data[1].extend(deepcopy(element) for element in tree.xpath(_FIRST_TIME))
    found = find_date(data, extensive_search=False, original_date=True, min_date=EARLIEST_DATE, max_date=LATEST_DATE)
    return days_of(*map(int, found.split("-"))) if found else None


def _is_prose(line: str) -> bool:
    words = line.split()
    return len(words) >= MIN_SENTENCE_WORDS and line.rstrip("\"”’')").endswith((".", "!", "?", "…", ":"))


def _with_head(paragraphs: Sequence[str], title: str | None, byline: str | None) -> list[str]:
    body = list(paragraphs[1:] if title and paragraphs[0] == title else paragraphs)
    return [*filter(None, (title, byline)), *body]


def _byline(tree: HtmlElement, paragraphs: Sequence[str]) -> str | None:
    """The words of the element that names the author ("By Jane Doe"), where the extraction left them out."""
    for element in tree.xpath(_AUTHORS)[:MAX_BYLINES]:
        words = _clean(element.text_content()[: MAX_BYLINE_CHARACTERS + 1])
        if words and len(words) <= MAX_BYLINE_CHARACTERS and words.lower().startswith("by "):
            return None if any(words in line for line in paragraphs) else words
    return None


def _clean(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None
