"""Products run on one thread while a text is decoded, and the process keeps its own number of threads otherwise."""

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from purport.errors import ReaderError
from purport.reader import Reader
from purport.reader.blas import OneThread
from purport.reader.decode import Floats
from purport.reader.layers import OUTPUTS
from purport.reader.pipeline import Shown
from purport.reader.reader import WEIGHTS

OWN = 3
"""Threads that the process has here, whatever the machine has."""


@pytest.fixture(autouse=True)
def own() -> Iterator[None]:
    with threadpool_limits(OWN, user_api="blas"):
        yield


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


class Seen(Future[Floats]):
    """An answer that notes the threads there are when it is asked for."""

    seen: set[int]

    def result(self, timeout: float | None = None) -> Floats:
        self.seen |= threads()
        return super().result(timeout)


class Silent:
    """A network that finds nothing."""

    def __init__(self) -> None:
        self.seen: set[int] = set()

    def submit(self, windows: Sequence[Shown]) -> list[Future[Floats]]:
        answers: list[Future[Floats]] = []
        for ids, _, _ in windows:
            answer = Seen()
            answer.seen = self.seen
            answer.set_result(np.zeros((len(ids), OUTPUTS), np.float32))
            answers.append(answer)
        return answers


def test_the_last_to_go_out_puts_the_threads_back() -> None:
    one_thread = OneThread()
    one_thread.__enter__()
    one_thread.__enter__()
    assert threads() == {1}
    one_thread.__exit__(None, None, None)
    assert threads() == {1}
    one_thread.__exit__(None, None, None)
    assert threads() == {OWN}


def test_a_text_is_decoded_on_one_thread_and_nothing_else_is() -> None:
    network = Silent()
    with Reader(network=network) as one, Reader(network=network) as other:
        assert threads() == {OWN}
        reading = one.read(["The dam held.", "It did."])
        next(reading)
        assert network.seen == {1}
        assert threads() == {OWN}
        one.close()
        assert len(list(other.read(["The dam held."]))) == 1
        assert network.seen == {1}
    assert threads() == {OWN}


def test_a_reader_that_cannot_be_opened_leaves_the_threads_alone(tmp_path: Path) -> None:
    for name in ("decoder.npz", "vocab.txt"):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    with pytest.raises(ReaderError, match="cannot be opened"):
        Reader(tmp_path)
    assert threads() == {OWN}
