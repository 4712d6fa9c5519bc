"""The network at run time: an ONNX file, run a window at a time on every core.

A window is run alone, never in a batch: there is no padding to compute, and the scales of the 8-bit products are the window's own,
so that what is read beside it cannot change its scores.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime as ort

from purport.errors import ReaderError
from purport.reader.decode import Floats
from purport.reader.layers import OUTPUTS
from purport.reader.pipeline import Shown


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class OnnxNetwork:
    """The reader's ONNX file, open."""

    def __init__(self, path: Path, *, threads: int | None = None, width: int = OUTPUTS) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.x64quantprecision", "1")  # processors without VNNI must not saturate 8-bit sums
        try:
            self._session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises its own unexported kinds
            raise ReaderError(f"the reader's weights cannot be opened: {path}: {error}") from error
        columns = self._session.get_outputs()[0].shape[-1]
        if columns != width:
            raise ReaderError(f"the reader's weights have {columns} columns where this version reads {width}: {path}")
        self._pool = ThreadPoolExecutor(threads or cores(), thread_name_prefix="reader")

    def submit(self, windows: Sequence[Shown]) -> list[Future[Floats]]:
        """The scores of each window to come, ``[L, OUTPUTS]``."""
        return [self._pool.submit(self._one, window) for window in windows]

    def _one(self, window: Shown) -> Floats:
        feed = dict(zip(("ids", "cases", "gaps"), (values[np.newaxis] for values in window), strict=True))
        scores: Floats = self._session.run(["scores"], feed)[0][0]
        return scores

    def close(self) -> None:
        """Let the threads go."""
        self._pool.shutdown(cancel_futures=True)
