"""Cases: reports and their records kept in SQLite or PostgreSQL, found again, and held against what was put in.

The store keeps and finds; it never decides.
"""

from purport.store.case import Case, Failure, Place
from purport.store.counts import Counts
from purport.store.database import is_case
from purport.store.derived import Fact, Item, Shelf, Signed, StoredLink, StoredPassages, StoredTie
from purport.store.listing import ReportRow
from purport.store.query import ClaimCount, ClaimQuery, ClaimRow, Quote
from purport.store.verify import Fault, FaultKind

__all__ = [
    "Case",
    "ClaimCount",
    "ClaimQuery",
    "ClaimRow",
    "Counts",
    "Fact",
    "Failure",
    "Fault",
    "FaultKind",
    "Item",
    "Place",
    "Quote",
    "ReportRow",
    "Shelf",
    "Signed",
    "StoredLink",
    "StoredPassages",
    "StoredTie",
    "is_case",
]
