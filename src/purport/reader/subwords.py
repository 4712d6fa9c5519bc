"""Text -> subword pieces with exact offsets, letter case and the gap before each.

The vocabulary is uncased, so what news text says by its capitals and its white space is kept beside the pieces: names stand out by
case, and headlines, paragraphs and glued lines by the gap.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

FUSED = (
    r"(?<=\w)n(?=['’]t\b)|\b(?:ca|do|did|does|wo|is|was|are|were|have|has|had|would|could|should)(?=nt\b)"
    r"|\bcan(?=not\b)|\b(?:gon|wan)(?=na\b)|\bgot(?=ta\b)|(?<!\d)\d{1,4}(?=[ap]m\b)"
)
"""The part of a word printed as one that is a word by itself to syntax: "do" in "dont", "n" of "n't", "can" in "cannot", "3" in "3pm"."""
LONGEST_WORD = 100
"""Characters past which the vocabulary gives up on a word; as in BERT."""


class Case(IntEnum):
    """The letter case of the word a piece belongs to."""

    OTHER = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    MIXED = 4
    DIGIT = 5


class Gap(IntEnum):
    """What stands between a piece and the one before it."""

    NONE = 0
    BLANK = 1
    LINE = 2
    PARAGRAPH = 3


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text, as parallel arrays of one length.

    ``starts`` and ``ends`` are code-point offsets into the text; ``heads`` is true on the first piece of each word.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    cases: Ints
    gaps: Ints
    heads: Bools

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(vocabulary: Path) -> Tokenizer:
    """The uncased BERT tokenizer over a ``vocab.txt``, without special pieces, that also cuts apart what is two words to syntax."""
    words = {word: index for index, word in enumerate(vocabulary.read_text(encoding="utf-8").split("\n")) if word}
    tokenizer = Tokenizer(models.WordPiece(words, unk_token="[UNK]", max_input_chars_per_word=LONGEST_WORD))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=True)
    parts = pre_tokenizers.Split(Regex(FUSED), "isolated")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([parts, pre_tokenizers.BertPreTokenizer()])
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer


def split(text: str, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a text; white space and control characters belong to none."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    edges = np.array(encoding.offsets, np.int32).reshape(-1, 2)
    word = np.array(encoding.word_ids, np.int32)
    heads = np.ones(len(word), bool)
    heads[1:] = word[1:] != word[:-1]
    starts, ends = np.ascontiguousarray(edges[:, 0]), np.ascontiguousarray(edges[:, 1])
    classes = _classes(text)
    return Pieces(np.array(encoding.ids, np.int32), starts, ends, _cases(classes, starts, ends, heads), _gaps(classes, starts, ends), heads)


_LOWER, _UPPER, _DIGIT, _LINE = 1, 2, 3, 4


def _class_of(character: str) -> int:
    if character.isdigit():
        return _DIGIT
    if character in "\n\r\x0b\x0c\x85\u2028\u2029":
        return _LINE
    kind = unicodedata.category(character)
    return _UPPER if kind in ("Lu", "Lt") else _LOWER if kind == "Ll" else 0


def _classes(text: str) -> npt.NDArray[np.int8]:
    """The character class of every code point; a carriage return before a line feed is not a line of its own."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    table = np.zeros(int(points.max()) + 1 if len(points) else 1, np.int8)
    for character in set(text):
        table[ord(character)] = _class_of(character)
    result: npt.NDArray[np.int8] = table[points]
    result[:-1][(points[:-1] == ord("\r")) & (points[1:] == ord("\n"))] = 0
    return result


def _running(of: Bools) -> Ints:
    """``running[i]`` = how many of the first ``i`` are true."""
    running: Ints = np.concatenate(([0], np.cumsum(of))).astype(np.int32)
    return running


def _cases(classes: npt.NDArray[np.int8], starts: Ints, ends: Ints, heads: Bools) -> Ints:
    """The case of each piece's word."""
    if not len(starts):
        return np.zeros(0, np.int32)
    first = np.flatnonzero(heads)
    last = np.append(first[1:], len(heads)) - 1
    begin, end = starts[first], ends[last]

    def count(kind: int) -> Ints:
        running = _running(classes == kind)
        between: Ints = running[end] - running[begin]
        return between

    lower, upper, digits = count(_LOWER), count(_UPPER), count(_DIGIT)
    capital = classes[begin] == _UPPER
    case = np.select(
        [digits > 0, upper + lower == 0, upper == 0, capital & (upper == 1), lower == 0],
        [Case.DIGIT, Case.OTHER, Case.LOWER, Case.TITLE, Case.UPPER],
        Case.MIXED,
    )
    per_piece: Ints = case.astype(np.int32)[np.cumsum(heads) - 1]
    return per_piece


def _gaps(classes: npt.NDArray[np.int8], starts: Ints, ends: Ints) -> Ints:
    """The gap before each piece; a text begins like a paragraph."""
    if not len(starts):
        return np.zeros(0, np.int32)
    lines = _running(classes == _LINE)
    before = np.concatenate(([0], ends[:-1]))
    breaks = lines[starts] - lines[before]
    gaps = np.select([breaks > 1, breaks == 1, starts > before], [Gap.PARAGRAPH, Gap.LINE, Gap.BLANK], Gap.NONE).astype(np.int32)
    gaps[0] = Gap.PARAGRAPH
    return gaps
