"""Windows with their labels -> padded batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from labels import ABSENT, Window, groups
from purport.reader.subwords import Ints


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one shape. ``[B, L]`` pieces, ``[B, W]`` words; labels are ``ABSENT`` off the annotated words."""

    ids: Tensor
    cases: Tensor
    gaps: Tensor
    mask: Tensor
    words: Tensor
    labels: Mapping[str, Tensor]
    windows: tuple[Window, ...]

    def to(self, device: torch.device) -> Batch:
        """The batch on a device."""
        pieces = (each.to(device) for each in (self.ids, self.cases, self.gaps, self.mask, self.words))
        return Batch(*pieces, {name: each.to(device) for name, each in self.labels.items()}, self.windows)


def batch(chosen: Sequence[Window]) -> Batch:
    """A batch of windows."""
    length, width = max(len(w.ids) for w in chosen), max(len(w.words) for w in chosen)

    def padded(rows: Sequence[Ints | None], size: int, fill: int) -> Tensor:
        out = np.full((len(rows), size), fill, np.int64)
        for i, row in enumerate(rows):
            if row is not None:
                out[i, : len(row)] = row
        return torch.from_numpy(out)

    names = dict.fromkeys(name for window in chosen for name in window.labels)
    lengths = torch.tensor([len(w.ids) for w in chosen])
    return Batch(
        padded([w.ids for w in chosen], length, 0),
        padded([w.cases for w in chosen], length, 0),
        padded([w.gaps for w in chosen], length, 0),
        torch.arange(length)[None, :] < lengths[:, None],
        padded([w.words for w in chosen], width, 0),
        {name: padded([w.labels.get(name) for w in chosen], width, ABSENT) for name in names},
        tuple(chosen),
    )


def batches(chosen: Sequence[Window], size: int, rng: random.Random) -> Iterator[Batch]:
    """All windows in random batches of about ``size``."""
    return map(batch, groups(chosen, size, rng))
