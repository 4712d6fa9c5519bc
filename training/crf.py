"""The negative log-likelihood of a linear-chain CRF, with its gradient by the forward-backward recursions.

In numpy and scaled rather than in logarithms: a window's recursion is two hundred tiny steps, and letting autograd record each of
them costs more than the whole encoder.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from marginals import marginals


class ChainLoss(torch.autograd.Function):
    """``apply(emissions [B, W, T], steps [T, T], tags [B, W], mask [B, W]) -> []``: mean negative log-likelihood a word."""

    @staticmethod
    def forward(ctx: Any, emissions: Tensor, steps: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """The loss; marginals minus gold, its gradient, are kept for the backward pass."""
        e, s = emissions.detach().double().cpu().numpy(), steps.detach().double().cpu().numpy()
        t, m = tags.cpu().numpy(), mask.cpu().numpy()
        log_z, single, pair = marginals(e, s, m)
        words = max(1, int(m.sum()))
        rows, columns = np.nonzero(m)
        gold = t[rows, columns]
        ahead = m[:, 1:]
        score = e[rows, columns, gold].sum() + s[t[:, :-1], t[:, 1:]][ahead].sum()
        single[rows, columns, gold] -= 1
        np.subtract.at(pair, (t[:, :-1][ahead], t[:, 1:][ahead]), 1)
        ctx.save_for_backward(torch.from_numpy(single / words).to(emissions), torch.from_numpy(pair / words).to(steps))
        return emissions.new_tensor((log_z.sum() - score) / words)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor, None, None]:
        """The gradients for emissions and steps."""
        single, pair = ctx.saved_tensors
        return grads[0] * single, grads[0] * pair, None, None
