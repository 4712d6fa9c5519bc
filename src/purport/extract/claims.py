"""Attributions and flat statements -> claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from purport.extract.cues import CueReading, Stance
from purport.extract.factuality import read_factuality
from purport.extract.statements import Statement
from purport.ids import digest, item_id
from purport.records import Attribution, Claim, Factuality, Report, Span

OWN_WORD = CueReading(Stance.CERTAIN)
"""What an outlet says flatly it says as a certain statement."""


def find_claims(report: Report, found: Sequence[Attribution]) -> tuple[Claim, ...]:
    """One claim for each attribution that was made: not negated itself, and not within one that is.

    A claim within another's content is its own source's; what the outer source thinks of it is the outer attribution's factuality.
    Two sources of one content ("she recalled the mayor's view that ..") make two claims of it.
    """
    negated: set[str] = set()
    made = []
    for each in found:
        if each.negated or each.nested_in in negated:
            negated.add(each.id)
        else:
            made.append(each)
    often = Counter(each.content for each in made)
    return tuple(Claim(_id(report, each, often), each.id, each.content, each.factuality) for each in made)


def _id(report: Report, told: Attribution, often: Mapping[tuple[Span, ...], int]) -> str:
    """A claim's id: of its content, or where another has that too, of its attribution, which is of the source and cue as well."""
    return item_id(report.id, "claim", told.content) if often[told.content] == 1 else digest((report.id, "claim", told.id))


def find_own_claims(report: Report, statements: Iterable[Statement], sure: Mapping[int, Factuality]) -> tuple[Claim, ...]:
    """One claim for each flat statement, in the outlet's own voice.

    A negation and hedges in the clause tell how sure the outlet is; where there are none, the certainty of the event that heads it does,
    and what holds only on a condition is open.
    """
    return tuple(
        Claim(item_id(report.id, "claim", each.content), None, each.content, _certainty(report.text, each, sure)) for each in statements
    )


def _certainty(text: str, statement: Statement, sure: Mapping[int, Factuality]) -> Factuality:
    worded = read_factuality(text, OWN_WORD, (statement.clause,))
    if worded != Factuality.CERTAIN:
        return worded
    return Factuality.UNCOMMITTED if statement.conditional else sure.get(statement.head, worded)
