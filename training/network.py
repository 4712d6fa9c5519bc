"""The reader's network, whole: one encoder, and every layer a head on it.

The encoder is the 6-layer, 384-wide MiniLM of Wang et al. (2020) as BERT lays it out, with two small embeddings added to its input:
the letter case of the piece's word and the gap before the piece. Tags are scored by a linear-chain CRF (Lafferty et al. 2001) over
the words of a window; links by a scaled dot product of span projections with a learned bias for their distance.

Shapes stand at line ends: B windows, L pieces, W words, H = 384, T tags, S spans, C candidates.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from crf import ChainLoss
from purport.reader.layers import (
    ACTS,
    ANTECEDENT_WIDTH,
    ARC_WIDTH,
    ATTRIBUTION_TAGS,
    BUCKETS,
    ENTITY_TAGS,
    EVENTS,
    FINE_TAGS,
    LEMMAS,
    LINK_WIDTH,
    MEANING_WIDTH,
    MENTIONS,
    RELATION_WIDTH,
    RELATIONS,
    SCALES,
    SOURCE_TYPES,
    STANCES,
    TAGS,
    TIMEX_TAGS,
)


@dataclass(frozen=True, slots=True)
class Config:
    """Sizes of the network; the defaults are those of the encoder it starts from."""

    vocabulary: int = 30522
    width: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6
    positions: int = 512
    cases: int = 6
    gaps: int = 4
    dropout: float = 0.1


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.width, 3 * config.width)
        self.out = nn.Linear(config.width, config.width)
        self.norm_attention = nn.LayerNorm(config.width, eps=1e-12)
        self.up = nn.Linear(config.width, config.inner)
        self.down = nn.Linear(config.inner, config.width)
        self.norm_inner = nn.LayerNorm(config.width, eps=1e-12)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, length, width = x.shape
        q, k, v = self.qkv(x).view(b, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)  # 3 x [B, heads, L, 32]
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, length, width)  # [B, L, H]
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        inner = self.down(F.gelu(self.up(x)))
        result: Tensor = self.norm_inner(x + self.dropout(inner))
        return result  # [B, L, H]


class Encoder(nn.Module):
    """Pieces of a window -> a vector a piece."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.word = nn.Embedding(config.vocabulary, config.width)
        self.position = nn.Embedding(config.positions, config.width)
        self.case = nn.Embedding(config.cases, config.width)
        self.gap = nn.Embedding(config.gaps, config.width)
        self.norm = nn.LayerNorm(config.width, eps=1e-12)
        self.dropout = nn.Dropout(config.dropout)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.gap.weight)

    def forward(self, ids: Tensor, cases: Tensor, gaps: Tensor, mask: Tensor | None = None) -> Tensor:
        """``ids``, ``cases``, ``gaps`` [B, L]; ``mask`` [B, L] true on pieces, false on padding."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places) + self.case(cases) + self.gap(gaps)
        x = self.dropout(self.norm(x))
        wide = None if mask is None else mask[:, None, None, :]  # [B, 1, 1, L]
        for layer in self.layers:
            x = layer(x, wide)
        return x  # [B, L, H]


class Tagger(nn.Module):
    """A linear-chain CRF over words: emissions, and what may follow what."""

    def __init__(self, width: int, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.emit = nn.Linear(width, len(tags))
        self.transitions = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.register_buffer("forbidden", forbidden(tags), persistent=False)

    def steps(self) -> Tensor:
        """``[T, T]`` score of the second tag after the first; an inside tag may only go on what began."""
        return self.transitions.masked_fill(self.forbidden, -1e4)

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood a word; ``emissions`` [B, W, T], ``tags`` [B, W], ``mask`` [B, W] true on words, left-aligned."""
        loss: Tensor = ChainLoss.apply(emissions.float(), self.steps(), tags, mask)
        return loss


def forbidden(tags: tuple[str, ...]) -> Tensor:
    """``[T, T]`` true where the second tag may not follow the first (an inside tag after anything but its own kind)."""
    return torch.tensor([[after.startswith("I-") and before[2:] != after[2:] for after in tags] for before in tags])


class Linker(nn.Module):
    """Which candidate span a span belongs to, or none; a span is the projections of its first and last piece."""

    def __init__(self, width: int, link: int) -> None:
        super().__init__()
        self.one = nn.Linear(width, 2 * link)
        self.other = nn.Linear(width, 2 * link)
        self.near = nn.Parameter(torch.zeros(BUCKETS))
        self.none = nn.Linear(width, 1)
        self.link = link

    def project(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``[.., H]`` -> the piece's share in a span that asks, in a span that is asked, and its score of belonging nowhere."""
        return self.one(x), self.other(x), self.none(x)

    def scores(self, one: Tensor, other: Tensor, nowhere: Tensor, buckets: Tensor) -> Tensor:
        """``one`` [S, K], ``other`` [C, K], ``nowhere`` [S], ``buckets`` [S, C] -> [S, C + 1], the last column for none."""
        together = one @ other.T / self.link**0.5 + self.near[buckets]
        return torch.cat([together, nowhere[:, None]], 1)


class Parser(nn.Module):
    """Which word is each word's syntactic head (Dozat and Manning 2017), and by which relation.

    A relation is scored from the product of two vectors and from each by itself, which needs far fewer weights than a bilinear form for
    every relation and reads as well.
    """

    def __init__(self, width: int, arc: int, relation: int, relations: int) -> None:
        super().__init__()
        self.one, self.other, self.none = nn.Linear(width, arc), nn.Linear(width, arc), nn.Linear(width, 1)
        self.near = nn.Parameter(torch.zeros(BUCKETS))
        self.below, self.above = nn.Linear(width, relation), nn.Linear(width, relation)
        self.name = nn.Linear(3 * relation, relations)
        self.arc = arc
        self.dropout = nn.Dropout(0.33)

    def arcs(self, words: Tensor, buckets: Tensor) -> Tensor:
        """``words`` [B, W, H], ``buckets`` [W, W] -> ``[B, W, W + 1]`` score of each word as each word's head, the last column for none."""
        one, other = self.dropout(F.relu(self.one(words))), self.dropout(F.relu(self.other(words)))
        scores = one @ other.transpose(1, 2) / self.arc**0.5 + self.near[buckets]
        return torch.cat([scores, self.none(words)], 2)

    def relations(self, below: Tensor, above: Tensor) -> Tensor:
        """``below`` [N, H] words and ``above`` [N, H] their heads, zero for none -> ``[N, R]``."""
        one, other = self.dropout(F.relu(self.below(below))), self.dropout(F.relu(self.above(above)))
        scores: Tensor = self.name(torch.cat([one * other, one, other], 1))
        return scores


class Antecedent(nn.Module):
    """Which earlier mention each mention refers back to, or none; a mention is its head word (Dobrovolskii 2021)."""

    def __init__(self, width: int, link: int) -> None:
        super().__init__()
        self.one, self.other, self.none = nn.Linear(width, link), nn.Linear(width, link), nn.Linear(width, 1)
        self.near = nn.Parameter(torch.zeros(BUCKETS))
        self.same = nn.Parameter(torch.zeros(3))
        self.link = link

    def scores(self, words: Tensor, buckets: Tensor, same: Tensor) -> Tensor:
        """``words`` [M, H] in text order -> ``[M, M + 1]``, the last column for none; only earlier words are candidates.

        ``same`` [M, M] is 1 where two words of another kind, 2 where two names have the same form, else 0.
        """
        together = self.one(words) @ self.other(words).T / self.link**0.5 + self.near[buckets] + self.same[same]
        later = torch.ones_like(together, dtype=torch.bool).triu()
        return torch.cat([together.masked_fill(later, -1e4), self.none(words)], 1)


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, config: Config = Config()) -> None:
        super().__init__()
        self.config = config
        self.encoder = Encoder(config)
        self.dropout = nn.Dropout(config.dropout)
        self.sentence = nn.Linear(config.width, 1)
        self.attribution = Tagger(config.width, ATTRIBUTION_TAGS)
        self.entity = Tagger(config.width, ENTITY_TAGS)
        self.inner = Tagger(config.width, ATTRIBUTION_TAGS)
        self.direct = nn.Linear(config.width, 1)
        self.source_of_cue = Linker(config.width, LINK_WIDTH)
        self.cue_of_content = Linker(config.width, LINK_WIDTH)
        self.token = nn.Linear(config.width, 1)
        self.tag = nn.Linear(config.width, len(TAGS))
        self.fine_tag = nn.Linear(config.width, len(FINE_TAGS))
        self.lemma = nn.Linear(config.width, LEMMAS)
        self.parser = Parser(config.width, ARC_WIDTH, RELATION_WIDTH, len(RELATIONS))
        self.timex = Tagger(config.width, TIMEX_TAGS)
        self.event = nn.Linear(config.width, len(EVENTS))
        self.factuality = nn.Linear(config.width, len(SCALES))
        self.mention = nn.Linear(config.width, len(MENTIONS))
        self.antecedent = Antecedent(config.width, ANTECEDENT_WIDTH)
        self.page = nn.Linear(config.width, 1)
        self.stance = nn.Linear(config.width, len(STANCES))
        self.act = nn.Linear(config.width, len(ACTS))
        self.negated = nn.Linear(config.width, 1)
        self.source_type = nn.Linear(config.width, len(SOURCE_TYPES))
        self.meaning = nn.Linear(config.width, MEANING_WIDTH)

    def forward(self, ids: Tensor, cases: Tensor, gaps: Tensor, mask: Tensor | None = None) -> Tensor:
        """A vector a piece, dropped out in training: [B, L, H]."""
        result: Tensor = self.dropout(self.encoder(ids, cases, gaps, mask))
        return result


def from_minilm(weights: Path, config: Config = Config()) -> Reader:
    """A reader whose encoder is the MiniLM in ``model.safetensors`` and whose heads are fresh."""
    reader, old = Reader(config), load_file(weights)
    new = {
        "word.weight": old["embeddings.word_embeddings.weight"],
        "position.weight": old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
        "case.weight": reader.encoder.case.weight,
        "gap.weight": reader.encoder.gap.weight,
    }
    for i in range(config.layers):
        new |= _layer(old, f"encoder.layer.{i}.", f"layers.{i}.")
    reader.encoder.load_state_dict(new)
    return reader


def _layer(old: dict[str, Tensor], source: str, target: str) -> dict[str, Tensor]:
    """One BERT layer's weights under this file's names."""
    names = {
        "out": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_inner": "output.LayerNorm",
    }
    new = {f"{target}{ours}.{part}": old[f"{source}{theirs}.{part}"] for ours, theirs in names.items() for part in ("weight", "bias")}
    for part in ("weight", "bias"):
        new[f"{target}qkv.{part}"] = torch.cat([old[f"{source}attention.self.{role}.{part}"] for role in ("query", "key", "value")])
    return new
