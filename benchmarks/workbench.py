"""What the workbench of a case costs those who read it: every page alone, with many readers at once, and painted by a browser.

    python benchmarks/workbench.py CASE [--readers 20] [--seconds 20] [--addresses 30]

Milliseconds from asking to the last byte, on this machine, of a server as ``purport serve`` starts it. The addresses of a page are those
that links lead to. ``first`` is a page asked of a server that has just started, ``new`` an address that nobody has asked since the case
changed, ``again`` one that somebody has. Of many readers, who come when each page has been asked for once, each asks for any page as
soon as it has the last (``without pauses``), or half a second later (``with pauses``); ``painted`` is the first contentful paint then, of
an address that nobody has asked for, in Chromium.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from statistics import median
from threading import Thread
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from starlette.responses import Response

from purport.web.routes import PAGES

PAUSE = 0.5
WAIT = 60
PATHS = tuple((each.name, re.compile(re.sub(r"\{\w+(:path)?\}", lambda one: ".+" if one[1] else "[^/]+", each.path))) for each in PAGES)
NO_PAGES = frozenset({"job"} | {each.name for each in PAGES if issubclass(each.record, Response)})

PAINT = "first-contentful-paint"
PAINTED = f"""() => new Promise((tell) => {{
    new PerformanceObserver((seen) => tell(seen.getEntriesByName("{PAINT}")[0].startTime)).observe({{ type: "paint", buffered: true }});
}})"""

Addresses = Mapping[str, Sequence[str]]
Times = dict[str, list[float]]


class Asking:
    """One reader: a connection that is kept, and the time that an answer takes."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("localhost", port, timeout=WAIT)

    def page(self, address: str) -> str:
        """The page at an address, as HTML."""
        self._connection.request("GET", address, headers={"Accept": "text/html"})
        answer = self._connection.getresponse()
        body = answer.read().decode()
        if answer.status != 200:
            raise SystemExit(f"{address}: {answer.status}")
        return body

    def took(self, address: str) -> float:
        """The milliseconds that it takes to get it."""
        began = time.perf_counter()
        self.page(address)
        return (time.perf_counter() - began) * 1_000


@contextmanager
def serving(case: str) -> Iterator[tuple[int, int]]:
    """A server of a case: its port, and its process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = [sys.executable, "-c", "from purport.cli import main; main()", "serve", case, "--port", str(port)]
    running = subprocess.Popen(program, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + WAIT
        while not _answers(port) and time.monotonic() < until and running.poll() is None:
            time.sleep(0.05)
        yield port, running.pid
    finally:
        running.terminate()
        running.wait(WAIT)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def find_addresses(asking: Asking, most: int) -> Addresses:
    """Addresses of every page, by following links from the first: first wide, so that no page is left out."""
    found: dict[str, list[str]] = {}
    waiting, seen = deque(["/"]), {"/"}
    while waiting:
        address = waiting.popleft()
        name = next((each for each, path in PATHS if path.fullmatch(urlsplit(address).path)), None)
        if name is None or name in NO_PAGES or "as=json" in address or len(found.setdefault(name, [])) >= most:
            continue
        found[name].append(address)
        for each in html.fromstring(asking.page(address)).iter("a"):
            to = urldefrag(urljoin(address, each.get("href"))).url
            if to.startswith("/") and to not in seen:
                seen.add(to)
                waiting.append(to)
    return found


def alone(case: str, addresses: Addresses) -> dict[str, dict[str, Any]]:
    """Each page for one reader."""
    figures: dict[str, dict[str, Any]] = {}
    for name, some in addresses.items():
        with serving(case) as (port, _):
            asking = Asking(port)
            asking.page("/static/style.css")
            first = asking.took(some[0])
            new = [asking.took(each) for each in some[1:]]
            again = [asking.took(each) for _ in range(3) for each in some]
        figures[name] = {"addresses": len(some), "first": round(first, 1), "new": told(new), "again": told(again)}
    return figures


def together(case: str, addresses: Addresses, readers: int, seconds: float, pause: float) -> dict[str, Any]:
    """Each page for many readers at once, once every page has been asked for by one."""
    times: Times = {name: [] for name in addresses}
    with serving(case) as (port, process):
        one = Asking(port)
        for some in addresses.values():
            one.page(some[0])
        until = time.monotonic() + seconds
        threads = [Thread(target=_reads, args=(port, addresses, times, until, pause, number)) for number in range(readers)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        memory = _memory(process)
    every = [each for some in times.values() for each in some]
    pages = {name: told(some) for name, some in times.items()}
    return {"pages a second": round(len(every) / seconds, 1), "all": told(every), "server's memory, MB": memory, "pages": pages}


def _reads(port: int, addresses: Addresses, times: Times, until: float, pause: float, number: int) -> None:
    asking, chance = Asking(port), random.Random(number)
    time.sleep(chance.random() * pause)
    while time.monotonic() < until:
        name = chance.choice(sorted(addresses))
        times[name].append(asking.took(chance.choice(addresses[name])))
        time.sleep(pause)


def _memory(process: int) -> int:
    with open(f"/proc/{process}/status", encoding="ascii") as file:  # noqa: PTH123
        return next(int(line.split()[1]) // 1_000 for line in file if line.startswith("VmHWM"))


def painted(case: str, addresses: Addresses) -> dict[str, float]:
    """First contentful paints, by page, once every page has been asked for by one."""
    from playwright.sync_api import sync_playwright

    figures: dict[str, float] = {}
    program = os.environ.get("PURPORT_TEST_BROWSER") or shutil.which("chromium")
    with serving(case) as (port, _), sync_playwright() as playwright:
        one = Asking(port)
        for some in addresses.values():
            one.page(some[0])
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for name, some in addresses.items():
            page = browser.new_page()
            page.goto(f"http://localhost:{port}{some[-1]}")
            figures[name] = round(page.evaluate(PAINTED), 1)
            page.close()
        browser.close()
    return figures


def told(times: Sequence[float]) -> dict[str, float] | None:
    """The median, the 99th percentile and the longest, of how many."""
    if not times:
        return None
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return {"median": round(median(ordered), 1), "p99": round(high, 1), "longest": round(ordered[-1], 1), "of": len(ordered)}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--addresses", type=int, default=30, help="at most, of one page")
    parser.add_argument("--only", choices=["alone", "together", "painted"])
    given = parser.parse_args()
    with serving(given.case) as (port, _):
        addresses = find_addresses(Asking(port), given.addresses)
    figures: dict[str, Any] = {"not come to": sorted({each.name for each in PAGES} - NO_PAGES - set(addresses))}
    if given.only in (None, "alone"):
        figures["alone"] = alone(given.case, addresses)
    if given.only in (None, "together"):
        figures["without pauses"] = together(given.case, addresses, given.readers, given.seconds, 0)
        figures["with pauses"] = together(given.case, addresses, given.readers, given.seconds, PAUSE)
    if given.only in (None, "painted"):
        figures["painted"] = painted(given.case, addresses)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
