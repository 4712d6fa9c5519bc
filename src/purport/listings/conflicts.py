"""Where accounts part, by the question they answer: both sides with their sources, dates, words and origins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from purport.listings.origins import CarriedFrom, carried
from purport.listings.sides import Sides
from purport.listings.verdicts import Verdict, find_verdicts
from purport.records import Factuality, Relation
from purport.resolve.accounts import Account, Days
from purport.resolve.choosing import Compared
from purport.resolve.compare import question
from purport.resolve.origins import Origin, count_origins
from purport.resolving import rejected_comparisons
from purport.store import Case, Place, Quote
from purport.tracing import find_origins, wanted


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


def _conflicts(case: Case, parting: Sequence[Compared], sides: Sides) -> Iterator[Conflict]:
    accounts_wanted = ((account, each[0].type) for each in parting for account in each[1:])
    origins = find_origins(case, accounts_wanted, rejected_comparisons(case))
    places = {each.report: each for each in case.places()}
    judged = find_verdicts(case)
    for each, *accounts in parting:
        left, right = (_voice(account, sides.quotes(account), origins[wanted(account, each.type)], places) for account in accounts)
        verdict = judged.get(each.id)
        yield Conflict(question(*accounts), each.id, each.relation, each.type, each.condition, each.why, left, right, verdict)


def _voice(account: Account, content: tuple[Quote, ...], origins: Sequence[Origin], places: Mapping[str, Place]) -> Voice:
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
