"""The forward-backward recursions of a linear-chain CRF, scaled (Rabiner 1989), in numpy."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def marginals(emissions: Floats, steps: Floats, mask: npt.NDArray[np.bool_]) -> tuple[Floats, Floats, Floats]:
    """Log partition ``[B]``, tag marginals ``[B, W, T]`` (zero off the mask), and step marginals summed over all ``[T, T]``.

    Every chain's words are left-aligned in the mask; a tag and a step of score -1e4 have no mass.
    """
    b, w, t = emissions.shape
    top = emissions.max(2, keepdims=True)
    weight = np.exp(emissions - top)  # [B, W, T]
    move = np.exp(steps)  # [T, T]
    alpha, beta, scale = np.zeros((w, b, t)), np.ones((w, b, t)), np.ones((w, b, 1))
    alpha[0] = weight[:, 0]
    for i in range(w):
        if i:
            alpha[i] = np.where(mask[:, i, None], (alpha[i - 1] @ move) * weight[:, i], alpha[i - 1])
        scale[i] = alpha[i].sum(1, keepdims=True)
        alpha[i] /= scale[i]
    for i in range(w - 2, -1, -1):
        ahead = ((beta[i + 1] * weight[:, i + 1]) @ move.T) / scale[i + 1]
        beta[i] = np.where(mask[:, i + 1, None], ahead, 1.0)
    single = (alpha * beta).transpose(1, 0, 2)
    single /= single.sum(2, keepdims=True)
    single *= mask[:, :, None]
    right = (beta * weight.transpose(1, 0, 2) / scale)[1:] * mask.T[1:, :, None]  # [W - 1, B, T]
    pair = np.einsum("wbs,wbt->st", alpha[:-1], right) * move
    log_z = (np.log(scale[:, :, 0]) * mask.T).sum(0) + (top[:, :, 0] * mask).sum(1)
    return log_z, single, pair
