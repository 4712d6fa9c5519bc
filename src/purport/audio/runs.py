"""Runs of samples that have something in common, found block by block: how many, how long together, and where the longest are."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from purport.findings import Stretch

LISTED = 50
"""Runs whose places are kept, the longest; of the others it is said how many there are."""


@dataclass(slots=True)
class Runs:
    """Runs of at least so many samples. A run that goes on from one block into the next is one; ``finish`` ends the last."""

    least: int
    count: int = 0
    total: int = 0
    _seen: int = 0
    _open: int | None = None
    _places: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 2), np.int64))

    def see(self, marked: NDArray[np.bool_]) -> None:
        """The next samples: which of them have it."""
        steps = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])).view(np.int8)))
        places = steps.reshape(-1, 2) + self._seen
        self._seen += len(marked)
        if self._open is not None:
            if len(places) and places[0, 0] == self._seen - len(marked):
                places[0, 0] = self._open
            else:
                places = np.concatenate(([[self._open, self._seen - len(marked)]], places))
            self._open = None
        if len(places) and places[-1, 1] == self._seen:
            self._open = int(places[-1, 0])
            places = places[:-1]
        self._keep(places)

    def finish(self) -> None:
        """End what is still open."""
        if self._open is not None:
            self._keep(np.array([[self._open, self._seen]]))
            self._open = None

    def places(self, rate: int) -> tuple[Stretch, ...]:
        """Where the longest are, in order of time."""
        return tuple(Stretch(int(start) / rate, int(end) / rate) for start, end in self._places[np.argsort(self._places[:, 0])])

    def _keep(self, places: NDArray[np.int64]) -> None:
        lengths = places[:, 1] - places[:, 0]
        kept = places[lengths >= self.least]
        self.count += len(kept)
        self.total += int((kept[:, 1] - kept[:, 0]).sum())
        every = np.concatenate((self._places, kept))
        order = np.lexsort((every[:, 0], every[:, 0] - every[:, 1]))
        self._places = every[order[:LISTED]]
