"""What contents mean, as the encoder knew it before any training here: the vectors that the reader's own are taught to be like.

MiniLM comes trained to put sentences of one meaning side by side (Wang et al. 2020; Reimers and Gurevych 2019). A content's vector is
the mean over its pieces, less what all contents share, turned into its ``MEANING_WIDTH`` main directions, so that the reader's can be
that much shorter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer

from example import Example, Marked
from network import Encoder
from purport.reader.layers import MEANING_WIDTH
from purport.reader.subwords import split
from purport.reader.windows import CLS, SEP, SPACE

Floats = npt.NDArray[np.float32]
SHORTEST = 20
"""Characters a stretch needs to be taught."""


def with_meanings(examples: Sequence[Example], encoder: Encoder, tokenizer: Tokenizer) -> tuple[list[Example], Floats]:
    """The examples with their contents marked, and ``[N, MEANING_WIDTH]`` the vectors of those, of length one."""
    places = [
        (i, Marked(role.start, role.end, ""))
        for i, example in enumerate(examples)
        for role in example.roles or ()
        if role.label == "content" and role.end - role.start >= SHORTEST
    ]
    if not places:
        return list(examples), np.zeros((0, MEANING_WIDTH), np.float32)
    vectors = main_directions(embed([examples[i].text[span.start : span.end] for i, span in places], encoder, tokenizer))
    own: list[list[Marked]] = [[] for _ in examples]
    for row, (i, span) in enumerate(places):
        own[i].append(replace(span, label=str(row)))
    return [replace(example, meanings=tuple(found)) for example, found in zip(examples, own, strict=True)], vectors


def embed(texts: Sequence[str], encoder: Encoder, tokenizer: Tokenizer, size: int = 64) -> Floats:
    """``[N, H]`` the mean vector of each text's pieces, of length one."""
    ids = [np.concatenate(([CLS], split(text, tokenizer).ids[:SPACE], [SEP])) for text in texts]
    order = np.argsort([len(each) for each in ids])
    vectors = np.zeros((len(ids), encoder.norm.weight.shape[0]), np.float32)
    device = encoder.norm.weight.device
    encoder.eval()
    for start in range(0, len(order), size):
        chosen = order[start : start + size]
        longest = max(len(ids[i]) for i in chosen)
        padded = np.zeros((len(chosen), longest), np.int64)
        mask = np.zeros((len(chosen), longest), bool)
        for row, i in enumerate(chosen):
            padded[row, : len(ids[i])], mask[row, : len(ids[i])] = ids[i], True
        shown, real = torch.from_numpy(padded).to(device), torch.from_numpy(mask).to(device)
        with torch.no_grad(), torch.autocast(device.type, dtype=torch.bfloat16):
            found = encoder(shown, torch.zeros_like(shown), torch.zeros_like(shown), real).float() * real[:, :, None]
        vectors[chosen] = (found.sum(1) / real.sum(1, keepdim=True)).cpu().numpy()
    return _unit(vectors)


def main_directions(vectors: Floats) -> Floats:
    """``[N, MEANING_WIDTH]`` how the vectors differ from their mean, along the directions in which they differ most, of length one."""
    vectors = vectors - vectors.mean(0)
    _, _, axes = np.linalg.svd(vectors.T @ vectors)
    return _unit(vectors @ axes[:MEANING_WIDTH].T)


def _unit(vectors: Floats) -> Floats:
    result: Floats = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-9)).astype(np.float32)
    return result
