"""What comparing two accounts comes to, before it is a row: the relation, its type, a score, why, and under which condition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from textwrap import shorten

from purport.lexicon import words as listed
from purport.records import Factuality, Relation
from purport.resolve.accounts import Account, Days
from purport.resolve.stems import stem

HEADING = 90
"""Letters of a heading."""
SURENESS = {
    Factuality.CERTAIN: "",
    Factuality.PROBABLE: "probably",
    Factuality.POSSIBLE: "possibly",
    Factuality.CERTAINLY_NOT: "not",
    Factuality.PROBABLY_NOT: "probably not",
    Factuality.POSSIBLY_NOT: "possibly not",
    Factuality.UNCOMMITTED: "left open",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an account answers to a question: "dead", "at least 20", "yes"; and how sure its source is of that."""

    value: str
    factuality: Factuality


@dataclass(frozen=True, slots=True)
class Finding:
    """How the second account stands to the first.

    ``question`` is what both answer; ``turned`` is for a first that replaces the second, ``copy`` for one that carries the
    other's words on. ``answers`` are the first's and the second's, where more is asked than whether it is so.
    """

    relation: Relation
    type: str | None
    score: float
    question: str
    why: str
    condition: str | None = None
    turned: bool = False
    copy: bool = False
    answers: tuple[Answer, Answer] | None = None


def is_so(account: Account) -> Answer:
    """Whether it is so, by an account."""
    value = "no" if account.denied else "left open" if account.factuality is Factuality.UNCOMMITTED else "yes"
    return Answer(value, account.factuality)


def by_whom(account: Account) -> str:
    """Who says it, and when."""
    when = told(account.said)
    return f"{account.speaker}, {when}" if when else account.speaker


def shown(account: Account) -> str:
    """The words of an account, shortened for a heading."""
    return shorten(account.words.strip(' ,.;:“”"'), HEADING, placeholder=" …")


def told(days: Days) -> str:
    """Days in words, as far as they are known."""
    if days.first and days.last:
        return days.first.isoformat() if days.first == days.last else f"{days.first} to {days.last}"
    return f"not before {days.first}" if days.first else f"not after {days.last}" if days.last and days.last != date.max else ""


def sure(factuality: Factuality) -> str:
    """How sure a source is, in brackets; nothing where it says so flatly."""
    words = SURENESS[factuality]
    return f" ({words})" if words else ""


def same_source(one: Account, other: Account) -> bool:
    """Whether two accounts are of one source.

    One party of the case, a name or office in the same words, one body that a report needs not name ("the hospital", "doctors at the
    district hospital"), or an outlet in its own voice.
    """
    if one.source is None or other.source is None:
        return one.source is other.source and one.outlet == other.outlet and (one.outlet is not None or one.report == other.report)
    if one.source.key is not None and one.source.key == other.source.key:
        return True
    if one.source.stems == other.source.stems and one.source.stems:
        return one.report == other.report or bool(one.source.proper and len(one.source.stems) > 1) or bool(_bodies(one))
    apart = one.source.proper and other.source.proper and not one.source.proper & other.source.proper
    return not apart and bool(_bodies(one) & _bodies(other))


def _bodies(account: Account) -> frozenset[str]:
    """The bodies that a source is or speaks for."""
    found = account.source.stems if account.source else frozenset()
    return found & _common_bodies()


@cache
def _common_bodies() -> frozenset[str]:
    return frozenset(stem(form) for form in listed("common_bodies.tsv"))
