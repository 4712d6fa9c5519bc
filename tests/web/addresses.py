"""The addresses of a workbench, found as a reader finds them: by following links from the first page."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from starlette.responses import Response

from purport.web.routes import PAGES

MOST = 3
"""Addresses of one page that are followed, beside those of its first part."""
FILES = frozenset(each.name for each in PAGES if issubclass(each.record, Response))
"""Addresses at which there is a file, not a page."""
HIDDEN = frozenset({"job"})
"""Pages that no link leads to as long as nothing is done."""
PATHS = tuple((each.name, re.compile(re.sub(r"\{\w+(:path)?\}", lambda one: ".+" if one[1] else "[^/]+", each.path))) for each in PAGES)
"""The addresses of each page, as patterns."""


def page_at(address: str) -> str | None:
    """The name of the page at an address."""
    path = urlsplit(address).path
    return next((name for name, pattern in PATHS if pattern.fullmatch(path)), None)


def find_addresses(get: Callable[[str], str]) -> dict[str, list[str]]:
    """Some addresses of every page that can be come to, by name; ``get`` gives the page at an address, as HTML."""
    found: dict[str, list[str]] = {}
    waiting, seen = deque(["/"]), {"/"}
    while waiting:
        address = waiting.popleft()
        name = page_at(address)
        if name is None or "as=json" in address or len(found.setdefault(name, [])) >= MOST:
            continue
        found[name].append(address)
        if name in FILES:
            continue
        fresh = [each for each in links(get(address), address) if each not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return found


def links(page: str, address: str) -> Iterator[str]:
    """Where the links and pictures of a page lead, on this server; each once."""
    there = [each.get("href") or each.get("src") for each in html.fromstring(page).iter("a", "img")]
    found = dict.fromkeys(urldefrag(urljoin(address, each)).url for each in there)
    yield from (each for each in found if each.startswith("/"))
