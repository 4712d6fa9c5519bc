"""Where accounts part, by the question they answer, as ``purport conflicts`` shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from purport.cli.compared import print_head
from purport.cli.marks import STYLES, Role
from purport.cli.origins import CarriedFrom, carried
from purport.cli.verdicts import Verdict, find_verdicts
from purport.cli.view import print_wrapped
from purport.cli.visible import flat, in_one_line
from purport.cli.words import counted, days, how_sure
from purport.records import Factuality, Relation

if TYPE_CHECKING:
    from rich.console import Console

    from purport.cli.sides import Sides
    from purport.resolve.accounts import Account, Days
    from purport.resolve.choosing import Compared
    from purport.resolve.origins import Origin
    from purport.store import Case, Place, Quote


@dataclass(frozen=True, slots=True)
class Voice:
    """One side of a conflict: who says what, how surely, when that was said and when its report came out.

    ``source`` is null where it is the outlet's own; ``called`` is what the case calls whoever that is. ``carried`` is how many reports
    carry it from how many ``origins``, as a sentence.
    """

    path: str
    report: str
    claim: str | None
    outlet: str | None
    source: str | None
    called: str | None
    said_not_before: str | None
    said_not_after: str | None
    out_not_before: str | None
    out_not_after: str | None
    factuality: Factuality
    content: tuple[Quote, ...]
    carried: str
    origins: tuple[CarriedFrom, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A line of ``purport conflicts --json``: a question, two answers to it, how the second stands to the first, and who judged that."""

    question: str
    id: str
    relation: Relation
    type: str | None
    condition: str | None
    why: str
    left: Voice
    right: Voice
    judged: Verdict | None


def find_conflicts(case: Case, parting: Sequence[Compared], sides: Sides) -> list[Conflict]:
    """The pairs of accounts that part, by question."""
    return sorted(_conflicts(case, parting, sides), key=lambda each: each.question)


def print_conflicts(console: Console, found: Sequence[Conflict], parting: Sequence[Compared], sides: Sides) -> None:
    """Print them under their questions, and how many there are."""
    headings = dict(_headings(parting, sides))
    for question, group in groupby(found, key=lambda each: each.question):
        print_wrapped(console, Text(f"== {headings[question]}", "bold"))
        console.print()
        for each in group:
            _print(console, sides, each)
    console.print(Text(f"{counted(len(headings), 'question')}, {counted(len(found), 'pair')} of accounts that part"))


def _conflicts(case: Case, parting: Sequence[Compared], sides: Sides) -> Iterator[Conflict]:
    from purport.resolve.compare import question
    from purport.resolving import rejected_comparisons
    from purport.tracing import find_origins, wanted

    accounts_wanted = ((account, each[0].type) for each in parting for account in each[1:])
    origins = find_origins(case, accounts_wanted, rejected_comparisons(case))
    places = {each.report: each for each in case.places()}
    judged = find_verdicts(case)
    for each, *accounts in parting:
        left, right = (_voice(account, sides.quotes(account), origins[wanted(account, each.type)], places) for account in accounts)
        verdict = judged.get(each.id)
        yield Conflict(question(*accounts), each.id, each.relation, each.type, each.condition, each.why, left, right, verdict)


def _headings(parting: Sequence[Compared], sides: Sides) -> Iterator[tuple[str, str]]:
    """Each question, and what is shown of it."""
    from purport.resolve.compare import question

    for _, *accounts in parting:
        asked = question(*accounts)
        yield asked, sides.heading(asked, accounts)


def _voice(account: Account, content: tuple[Quote, ...], origins: Sequence[Origin], places: Mapping[str, Place]) -> Voice:
    from purport.resolve.origins import count_origins

    return Voice(
        account.path,
        account.report,
        account.stated,
        account.outlet,
        account.source.words if account.source else None,
        account.source.called if account.source else None,
        *_interval(account.said),
        *_interval(account.out),
        account.factuality,
        content,
        count_origins(origins),
        carried(origins, places),
    )


def _interval(known: Days) -> tuple[str | None, str | None]:
    return (known.first.isoformat() if known.first else None, known.last.isoformat() if known.last else None)


def _print(console: Console, sides: Sides, conflict: Conflict) -> None:
    print_head(console, conflict, conflict.judged)
    for sign, side in (("-", conflict.left), ("+", conflict.right)):
        first, *rest = _lines(sides, side)
        print_wrapped(console, first, before=f"  {sign} ")
        for line in rest:
            print_wrapped(console, line, before="    ")
    console.print()


def _lines(sides: Sides, side: Voice) -> Iterator[Text]:
    """Who says it and how surely; the words; where and when; and how many reports carry it."""
    who = (flat(side.source).strip(" ,"), STYLES[Role.SOURCE]) if side.source else "in the outlet's own voice"
    called = f" ({flat(side.called)})" if side.source and side.called and side.called not in flat(side.source) else ""
    yield Text.assemble(who, f"{called}, {how_sure(side.factuality)}:")
    yield Text(sides.words(side.report, side.content), STYLES[Role.CONTENT])
    said, out = days(side.said_not_before, side.said_not_after), days(side.out_not_before, side.out_not_after)
    when = f"said {said}, out {out}" if said != out else f"date {out}" if side.out_not_before is side.out_not_after is None else out
    yield Text(f"{flat(side.outlet) if side.outlet else 'outlet not known'}, {when} [{in_one_line(side.path)}:{side.content[0].start}]")
    yield Text(flat(side.carried), "dim")
