"""Records as HTML: one template a page, everything escaped, nothing in a report's text able to act.

Whatever a template prints that is text goes through ``visible`` (control and format characters are spelt out: a right-to-left override
shows, and turns nothing round) and is escaped. Only what this package marks up itself is markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from purport.audio.explained import explained
from purport.pictures.look import STYLES
from purport.visible import visible
from purport.web.pages.report import ReportPage
from purport.web.routes import address
from purport.web.telling import LABELS
from purport.wording import HOW_SURE, ON_WHAT, clock, counted, days, how_sure, kind_of_source

Finished = str | Markup | object


@cache
def environment() -> Environment:
    """The templates with all that they may use."""
    made = Environment(
        loader=PackageLoader("purport.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finished,
        auto_reload=False,
    )
    made.globals |= {
        "clock": clock,
        "counted": counted,
        "days": days,
        "explained": explained,
        "how_sure": how_sure,
        "how_sure_words": HOW_SURE,
        "kind_of_source": kind_of_source,
        "on_what": ON_WHAT,
        "address": address,
        "exact": _exact,
        "numbers_of": _numbers,
        "asked_of": _asked,
        "bar_styles": STYLES,
        "fold_labels": LABELS,
    }
    return made


def render(name: str, values: Mapping[str, Any]) -> str:
    """A page by the name of its template."""
    return environment().get_template(f"{name}.html").render(**values)


def _numbers(page: ReportPage) -> Mapping[str, int]:
    """The numbers of what is said in a report, by the ids under which its text has it."""
    return {each.attribution or each.id: each.number for each in page.claims}


def _exact(words: str, length: int) -> str:
    """Whether words that are shown are those of a report, letter for letter; "true" or "false", as an attribute has it."""
    return "true" if len(words) == length and visible(words) == words else "false"


def _asked(asked: object) -> dict[str, object]:
    """What a page was asked, to be asked again with something else."""
    return {each.name: getattr(asked, each.name) for each in fields(asked)}  # type: ignore[arg-type]


def _finished(value: Finished) -> Finished:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
