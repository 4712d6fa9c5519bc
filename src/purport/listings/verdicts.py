"""What people have judged of comparisons, as a line of a listing tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from purport.visible import flat

if TYPE_CHECKING:
    from purport.store import Case

DONE = {"confirm": "confirmed", "reject": "rejected"}
"""What a person can decide of a comparison, and what is then done with it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's last decision on a comparison: ``confirm`` or ``reject``, by whom, when (ISO time), and why."""

    decision: str
    author: str
    made: str
    note: str | None

    def told(self) -> str:
        """The decision in words."""
        return flat(f"{DONE[self.decision]} by {self.author}{f': {self.note}' if self.note else ''}")


def find_verdicts(case: Case) -> dict[str, Verdict]:
    """The last decision on each comparison of a case, by the comparison's id."""
    from purport.resolving import verdicts

    return {id_: Verdict(each.decision, each.author, each.made, each.note) for id_, each in verdicts(case).items() if each.decision in DONE}
