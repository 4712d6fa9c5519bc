"""ECB+ as the program tells it: every annotated telling read as an event of its report's record.

Events are given, as ECB+ is scored: a telling's head word is taken for an event whether or not the reader finds one there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpora.ecbplus import Story
from purport.analyse import assemble
from purport.extract.syntax import head_of, words_in
from purport.ingest.document import parse_document
from purport.reader import Happening, Reader, Reading, Words
from purport.reader.layers import EVENTS, SCALES, Columns
from purport.reader.network import OnnxNetwork
from purport.reader.pipeline import Sent, receive, send
from purport.reader.reader import WEIGHTS
from purport.reader.subwords import load_tokenizer
from purport.records import Event, Factuality, Span
from purport.resolve.told import Told, tell

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Given:
    """The tellings of a story in its order, and their lemmas."""

    story: Story
    told: tuple[Told, ...]
    lemmas: tuple[str, ...]


def read_tellings(stories: Sequence[Story], weights: Path = WEIGHTS) -> Iterator[Given]:
    """What the program tells of each story's tellings, in order."""
    tokenizer = load_tokenizer(weights / "vocab.txt")
    network = OnnxNetwork(weights / "reader.onnx")
    with Reader(weights, network=network) as reader:
        for story in stories:
            sent = send([story.text], tokenizer, network)
            (reading,) = receive(sent, reader.decoder)
            yield _given(story, reading, _rows(sent[0], reading.words))


def _rows(sent: Sent, words: Words) -> Floats:
    """``[W, OUTPUTS]`` scores at the first piece of each word."""
    found = []
    for window, answer in zip(sent.windows, sent.answers, strict=True):
        first = window.first - window.start + 1
        found.append(answer.result()[first : first + window.last - window.first])
    result: Floats = np.concatenate(found)[np.searchsorted(sent.pieces.starts, words.starts)]
    return result


def _given(story: Story, reading: Reading, rows: Floats) -> Given:
    words = reading.words
    heads = [_head(words, Span(each.start, each.end)) for each in story.tellings]
    happenings = {each.word: each for each in reading.happenings} | {
        head: _happening(head, rows[head]) for head in heads if all(each.word != head for each in reading.happenings)
    }
    document = parse_document(story.text.encode(), f"{story.name}.txt")
    given = replace(reading, page=(), happenings=tuple(happenings[word] for word in sorted(happenings)))
    analysis = assemble(document, given)
    found = {event.start for event in analysis.events}
    missing = [Event(f"{head}", words.starts[head], words.ends[head], "occurrence", Factuality.CERTAIN) for head in sorted(set(heads))]
    events = (*analysis.events, *(each for each in missing if each.start not in found))
    starts = {event.id: event.start for event in events}
    told = {starts[each.event]: each for each in tell(replace(analysis, events=events))}
    lemmas = tuple(words.lemmas[head].lower() for head in heads)
    return Given(story, tuple(told[words.starts[head]] for head in heads), lemmas)


def _head(words: Words, span: Span) -> int:
    within = words_in(words, span)
    head = head_of(words, within)
    return within[0] if head is None else head


def _happening(word: int, row: Floats) -> Happening:
    """The reader's best guess of a word that it does not take for an event."""
    label = 1 + int(row[Columns.EVENT.slice][1:].argmax())
    return Happening(word, EVENTS[label], float(row[Columns.FACTUALITY.slice][SCALES.index("factbank")].clip(-3, 3)), 0.0)
