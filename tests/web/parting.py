"""Reports of the strike on Karst (tests/told.py) that part from the others: a denial, and another count on the same day."""

from __future__ import annotations

from purport.records import Analysis, Factuality
from told import Saying, report, strike


def parting() -> tuple[Analysis, ...]:
    """The reports of the strike with two that contradict them."""
    denial = report(
        "gazette.txt",
        "The Lantern Front denied that Orla Vashan was killed in the strike on Karst.",
        Saying("Orla Vashan was killed in the strike on Karst", "The Lantern Front", "denied", Factuality.CERTAINLY_NOT),
        day="2031-03-04",
        outlet="The Gazette",
        names=[("Lantern Front", "org"), ("Orla Vashan", "per"), ("Karst", "pla")],
        acts=[("killed", {"patient": "Orla Vashan"})],
    )
    count = report(
        "echo.txt",
        "The governor said 9 people were killed in Karst.",
        Saying("9 people were killed in Karst", "The governor"),
        day="2031-03-02",
        outlet="The Echo",
        names=[("Karst", "pla")],
        counts=[("9 people", 9, "dead")],
    )
    return (*strike(), denial, count)
