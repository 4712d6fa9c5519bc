"""How long: numbers that may be vague, and stretches of time by their length."""

from __future__ import annotations

from dataclasses import dataclass

from purport.time.calendar import DAYS, Unit

LETTERS = {
    Unit.SECOND: "TS",
    Unit.MINUTE: "TM",
    Unit.HOUR: "TH",
    Unit.DAY: "D",
    Unit.WEEK: "W",
    Unit.WEEKEND: "WE",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "E",
    Unit.CENTURY: "C",
    Unit.MILLENNIUM: "L",
}
"""How TIMEX3 writes units in durations, those shorter than a day after a ``T``."""
TENS = {Unit.DECADE: (10, Unit.YEAR), Unit.CENTURY: (100, Unit.YEAR), Unit.HALF: (6, Unit.MONTH), Unit.SEASON: (3, Unit.MONTH)}
"""Units that a number of is written in another."""
PLURALS = {Unit.HALF: "halves", Unit.CENTURY: "centuries", Unit.MILLENNIUM: "millennia"}
MILLION = 1_000_000
LESS, MORE, ABOUT = "LESS_THAN", "MORE_THAN", "APPROX"


@dataclass(frozen=True, slots=True)
class Count:
    """A number from ``low`` to ``high``, ``None`` where the words leave it open; ``mod`` as in TIMEX3 ("almost": ``LESS_THAN``).

    ``most`` is what a number that is left open can be: "a few" are 2 to 7, "several" 2 to 12.
    """

    low: float | None
    high: float | None
    mod: str | None = None
    most: float = 12

    def __str__(self) -> str:
        hedge = {LESS: "less than ", MORE: "more than ", ABOUT: "about "}.get(self.mod or "", "")
        if self.low is None or self.high is None:
            return f"{hedge}some"
        return hedge + (_shown(self.low) if self.low == self.high else f"{_shown(self.low)} to {_shown(self.high)}")


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time by its length; ``rest`` is what comes on top in a smaller unit."""

    count: Count
    unit: Unit
    rest: Length | None = None

    def __str__(self) -> str:
        own = f"{self.count} {self.unit if self.count.low == self.count.high == 1 else PLURALS.get(self.unit, f'{self.unit}s')}"
        return own if self.rest is None else f"{own} and {self.rest}"

    @property
    def value(self) -> str:
        """As TIMEX3 writes it: ``P2W``, ``PT1M30S``, ``PXY``."""
        parts = self._parts()
        short = [part[1:] for part in parts if part.startswith("T")]
        return "P" + "".join(part for part in parts if not part.startswith("T")) + ("T" + "".join(short) if short else "")

    def _parts(self) -> list[str]:
        times, unit = TENS.get(self.unit, (1, self.unit)) if self.count.low is not None else (1, self.unit)
        letter = LETTERS.get(unit, "X")
        if self.count.low is None:
            own = [f"{letter[:-1]}X{letter[-1]}"]
        else:
            number = self.count.low * times
            whole, part = divmod(number, 1)
            smaller = {Unit.YEAR: (12, Unit.MONTH), Unit.HOUR: (60, Unit.MINUTE), Unit.MINUTE: (60, Unit.SECOND)}.get(unit)
            own = [f"{letter[:-1]}{whole:g}{letter[-1]}"] if whole or not part else []
            if part and smaller:
                own += Length(Count(round(part * smaller[0]), None), smaller[1])._parts()
            elif part:
                own = [f"{letter[:-1]}{number:g}{letter[-1]}"]
        return own + (self.rest._parts() if self.rest else [])

    def days(self) -> tuple[float, float]:
        """The fewest and most days that a writer who says this can mean, rounding as people do."""
        low, high = ((FEWEST, self.count.most) if each is None else (each, each) for each in (self.count.low, self.count.high))
        size = DAYS[self.unit]
        least, most = _rounded(low[0], high[1], self.count.mod, exact=self.unit is Unit.DAY or size < 1)
        more = self.rest.days() if self.rest else (0.0, 0.0)
        return least * size + more[0], most * size + more[1]


def _shown(number: float) -> str:
    return f"{number / MILLION:g} million" if number >= MILLION else f"{number:g}"


FEWEST = 2.0
"""What "a few" and "several" are, at least."""


def _rounded(low: float, high: float, mod: str | None, *, exact: bool) -> tuple[float, float]:
    """How much can be meant by a count: "two months" is told of a month and a half to three."""
    slack = max(high / 10, 0.0) if high >= 10 else 0.0
    if mod == LESS:
        return low * 0.8 - slack, high * 1.02
    if mod == MORE:
        return low, high * 1.5 + 1
    near = mod == ABOUT
    if exact and not near:
        return max(0.0, low - (low > 1)), high + (high > 1) + slack
    return max(0.0, low - 0.5 - slack - near * low / 4), high + 1.1 + slack + near * high / 4
