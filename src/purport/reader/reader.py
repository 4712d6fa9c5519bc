"""The reader, open: weights loaded once, texts in, readings out."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from zipfile import BadZipFile

import numpy as np

from purport.errors import ReaderError
from purport.reader import coreference, syntax
from purport.reader.blas import one_thread
from purport.reader.decode import Chain
from purport.reader.draft import Decoder, Draft
from purport.reader.joining import join
from purport.reader.layers import ATTRIBUTION_TAGS, ENTITY_TAGS, TIMEX_TAGS
from purport.reader.network import OnnxNetwork
from purport.reader.pipeline import Network, Sent, receive, send, stitch
from purport.reader.reading import Reading
from purport.reader.subwords import load_tokenizer
from purport.reader.syntax import parse_forms, parse_ways

WEIGHTS = Path(__file__).with_name("weights")
PART = 40_000
"""Characters of a text read at once: a longer one is read in parts, so that memory stays bounded. An article has a tenth of it."""
BATCH = 40_000
"""Characters of several texts sent to the network together."""


class Reader:
    """Reads texts. Use it as a context manager, or ``close`` it."""

    def __init__(self, weights: Path = WEIGHTS, *, network: Network | None = None, threads: int | None = None) -> None:
        try:
            self._tokenizer = load_tokenizer(weights / "vocab.txt")
            self._decoder = _load_decoder(weights / "decoder.npz", self._tokenizer.get_vocab())
        except OSError as error:
            raise ReaderError(f"the reader's weights are not in {weights}: {error}") from error
        except (EOFError, ValueError, KeyError, BadZipFile) as error:
            raise ReaderError(f"the reader's weights in {weights} are damaged: {error}") from error
        self._weights = weights
        self._network = network or OnnxNetwork(weights / "reader.onnx", threads=threads)

    @property
    def version(self) -> str:
        """A digest of the weights: on one machine, readings of the same text by the same version are equal."""
        digest = sha256()
        for name in ("reader.onnx", "decoder.npz", "vocab.txt"):
            path = self._weights / name
            digest.update(path.read_bytes() if path.exists() else b"")
        return digest.hexdigest()[:16]

    def read(self, texts: Iterable[str]) -> Iterator[Reading]:
        """The reading of each text, in order. Texts are taken a few ahead, while earlier ones are on their way."""
        waiting: deque[tuple[list[Sent], list[_Part]]] = deque()
        unfinished: list[tuple[int, Reading]] = []
        for batch in _batches(texts):
            waiting.append((send([part.text for part in batch], self._tokenizer, self._network), batch))
            if len(waiting) > 1:
                yield from _whole(*self._received(waiting.popleft()), unfinished)
        while waiting:
            yield from _whole(*self._received(waiting.popleft()), unfinished)

    def draft(self, text: str) -> Draft:
        """One text's scores, before anything is decided on them."""
        (sent,) = send([text], self._tokenizer, self._network)
        return Draft(text, sent.pieces, stitch(sent))

    @property
    def decoder(self) -> Decoder:
        """The trained parameters used outside the network."""
        return self._decoder

    def _received(self, sent: tuple[list[Sent], list[_Part]]) -> tuple[list[Reading], list[_Part]]:
        texts, parts = sent
        with one_thread:
            return receive(texts, self._decoder), parts

    def close(self) -> None:
        """Let the network's threads go."""
        if isinstance(self._network, OnnxNetwork):
            self._network.close()

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _load_decoder(path: Path, known: Collection[str]) -> Decoder:
    with np.load(path) as arrays:
        return Decoder(
            Chain(ENTITY_TAGS, arrays["entity_steps"]),
            Chain(ATTRIBUTION_TAGS, arrays["attribution_steps"]),
            Chain(ATTRIBUTION_TAGS, arrays["inner_steps"]),
            Chain(TIMEX_TAGS, arrays["timex_steps"]),
            arrays["source_near"],
            arrays["cue_near"],
            syntax.Parameters(
                arrays["head_near"],
                arrays["relation_weight"],
                arrays["relation_bias"],
                parse_ways(arrays["lemmas"].tolist()),
                known,
                parse_forms(arrays["forms"].tobytes().decode()),
            ),
            coreference.Parameters(arrays["antecedent_near"], arrays["antecedent_same"]),
        )


class _Part:
    """A stretch of a text, where it begins, and whether it is the text's last."""

    __slots__ = ("last", "offset", "text")

    def __init__(self, text: str, offset: int, last: bool) -> None:
        self.text, self.offset, self.last = text, offset, last


def _parts(text: str) -> Iterator[_Part]:
    """The text in parts of bounded length, cut at a paragraph, a line or a blank where there is one."""
    start = 0
    while len(text) - start > PART:
        middle, limit = start + PART // 2, start + PART
        cuts = (text.rfind(mark, middle, limit) + len(mark) for mark in ("\n\n", "\n", ". ", " "))
        end = next((place for place in cuts if place > middle), limit)
        yield _Part(text[start:end], start, False)
        start = end
    yield _Part(text[start:], start, True)


def _batches(texts: Iterable[str]) -> Iterator[list[_Part]]:
    """Parts of texts in groups of bounded size, in order."""
    batch: list[_Part] = []
    size = 0
    for text in texts:
        for part in _parts(text):
            if batch and size + len(part.text) > BATCH:
                yield batch
                batch, size = [], 0
            batch.append(part)
            size += max(1, len(part.text))
    if batch:
        yield batch


def _whole(readings: list[Reading], parts: list[_Part], unfinished: list[tuple[int, Reading]]) -> Iterator[Reading]:
    """Readings of whole texts, put together from those of their parts; ``unfinished`` carries over what a later batch completes."""
    for reading, part in zip(readings, parts, strict=True):
        unfinished.append((part.offset, reading))
        if part.last:
            yield join(unfinished)
            unfinished.clear()
