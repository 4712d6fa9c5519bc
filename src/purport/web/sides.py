"""The two sides of a pair as a page shows them: who says what, how surely, when, where, and on how many independent words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from purport.listings.drawn import name_source
from purport.listings.origins import CarriedFrom, carried
from purport.listings.sides import Sides
from purport.listings.verdicts import Verdict
from purport.records import Factuality, Relation
from purport.resolve.accounts import DENIED, Account, Days
from purport.resolve.choosing import Compared
from purport.resolve.findings import SURENESS, Answer
from purport.resolve.origins import count_origins
from purport.store import Place
from purport.tracing import Found, find_origins, wanted
from purport.web.desk import Desk
from purport.web.parting import askings, rejected, sides_of, verdicts

NO = frozenset({"no", "not", "none"})
"""What an answer begins with that says by itself that it is not so."""


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side: ``answer`` is what it comes to, ``words`` are those of its report from ``start`` to ``end`` as a page shows them.

    ``by`` is who says it, in few words; ``source`` is null where it is the outlet's own, ``source_id`` is the entity of the case that it
    is, ``called`` what that is called. ``claim`` is null for what is told in passing. ``carried`` is how many reports carry it from how
    many ``origins``, as a sentence.
    """

    answer: str
    factuality: Factuality
    by: str
    source: str | None
    source_id: str | None
    called: str | None
    words: str
    is_folded: bool
    report: str
    path: str
    title: str | None
    outlet: str | None
    claim: str | None
    start: int
    end: int
    said_not_before: str | None
    said_not_after: str | None
    out_not_before: str | None
    out_not_after: str | None
    carried: str
    origins: tuple[CarriedFrom, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two accounts beside each other: how the second stands to the first, on which condition, why, and what a person judged of it."""

    id: str
    relation: Relation
    type: str | None
    condition: str | None
    score: float
    why: str
    left: SideLine
    right: SideLine
    judged: Verdict | None


def pair_lines(desk: Desk, pairs: Sequence[Compared], *, unfold: bool = False) -> tuple[PairLine, ...]:
    """Pairs as pages show them."""
    found = Shown(desk, [(account, each[0].type) for each in pairs for account in each[1:]], unfold=unfold)
    asked, judged = askings(desk), verdicts(desk)
    return tuple(_pair(found, each, asked[each[0].id].answers, judged.get(each[0].id)) for each in pairs)


def _pair(found: Shown, compared: Compared, answers: tuple[Answer, Answer], judged: Verdict | None) -> PairLine:
    one, *accounts = compared
    left, right = (found.line(account, in_words(answer), one.type) for account, answer in zip(accounts, answers, strict=True))
    return PairLine(one.id, one.relation, one.type, one.condition, one.score, one.why, left, right, judged)


class Shown:
    """Some accounts, each with the type of the comparison that it stands in, with what pages show beside them looked up at once."""

    def __init__(self, desk: Desk, accounts: Iterable[tuple[Account, str | None]], *, unfold: bool) -> None:
        asked = list(accounts)
        self._sides: Sides = sides_of(desk.case, [account for account, _ in asked], unfold=unfold)
        self._origins: Found = find_origins(desk.case, asked, rejected(desk))
        self._places: Mapping[str, Place] = desk.held("places", lambda: {each.report: each for each in desk.case.places()})
        self._titles = desk.held("titles", lambda: {each.report: each.title for each in desk.case.reports()})

    def line(self, account: Account, answer: str, type_: str | None) -> SideLine:
        """An account as a side that gives an answer."""
        origins = self._origins[wanted(account, type_)]
        quotes = self._sides.quotes(account)
        source = account.source
        called = source.called.strip(" ,;:") or None if source else None
        return SideLine(
            answer,
            account.factuality,
            name_source(account.speaker if source or account.hearsay else None, account.outlet or account.path),
            source.words.strip(" ,;:") if source else None,
            _entity(source.key) if source else None,
            called,
            self._sides.words(account.report, quotes),
            self._sides.is_folded(account),
            account.report,
            account.path,
            self._titles.get(account.report),
            account.outlet,
            account.stated,
            quotes[0].start,
            quotes[-1].end,
            *interval(account.said),
            *interval(account.out),
            count_origins(origins),
            carried(origins, self._places),
        )


def in_words(answer: Answer) -> str:
    """An answer with what its source denies of it: "not dead", "probably not held by the army"; "no" stays "no"."""
    is_no = answer.value.partition(" ")[0] in NO
    return answer.value if is_no or answer.factuality not in DENIED else f"{SURENESS[answer.factuality]} {answer.value}"


def _entity(key: str | None) -> str | None:
    """The entity of the case; what is the report's own has the report's id before it."""
    return None if key is None or " " in key else key


def interval(known: Days) -> tuple[str | None, str | None]:
    """Days as a page has them."""
    return (known.first.isoformat() if known.first else None, known.last.isoformat() if known.last else None)
