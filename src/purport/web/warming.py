"""What is costly is made before anybody asks for it: when the workbench starts, and whenever somebody has changed something."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import MISSING, fields
from threading import Lock
from typing import Any

from starlette.responses import Response

from purport.web.desk import Desk
from purport.web.page import Page
from purport.web.routes import PAGES
from purport.web.steady import steadily


class Warmer:
    """Makes every page of which nothing must be asked, so that what it rests on is held. One at a time, however often it is called."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._going = Lock()
        self._made: Hashable = None

    def warm(self) -> None:
        """Make them, and again where the case has changed meanwhile; nothing where they are held, or are being made."""
        if not self._going.acquire(blocking=False):
            return
        try:
            while self._made != (state := self._desk.memo.stamp()) and self._is_quiet():
                for page in PAGES:
                    if not _is_file(page) and not _must_be_asked(page):
                        self._make(page)
                self._made = state
        except Exception:
            return  # whoever asks for the page is told what is wrong
        finally:
            self._going.release()

    def _make(self, page: Page[Any, Any]) -> None:
        steadily(self._desk, lambda: page.make(self._desk, page.asked()))

    def _is_quiet(self) -> bool:
        """Whether nothing is being read: what is made would hold for no second, and those who read have the cores."""
        return self._desk.reading is None or self._desk.reading.progress() is None


def _is_file(page: Page[Any, Any]) -> bool:
    return issubclass(page.record, Response)


def _must_be_asked(page: Page[Any, Any]) -> bool:
    return any(each.default is MISSING and each.default_factory is MISSING for each in fields(page.asked))
