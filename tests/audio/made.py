"""Files of sound made for tests, by PyAV, and what hearing them gives."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np

from purport.audio.decoding import Heard, hear
from purport.audio.landmarks import RATE, Samples


def write(path: Path, samples: Samples, *, codec: str = "pcm_s16le", rate: int = RATE, bit_rate: int | None = None) -> Path:
    """A file with mono samples, ``RATE`` a second, in a codec at a rate; the container is that of its ending."""
    whole = np.clip(np.rint(samples * 32_767), -32_768, 32_767).astype(np.int16)
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        stream.layout = "mono"
        if bit_rate is not None:
            stream.bit_rate = bit_rate
        stream.codec_context.open()
        fitted = av.AudioResampler(stream.codec_context.format, "mono", rate, stream.codec_context.frame_size or None)
        frame = av.AudioFrame.from_ndarray(whole[None], format="s16", layout="mono")
        frame.sample_rate = RATE
        for each in (*fitted.resample(frame), *fitted.resample(None)):
            container.mux(stream.encode(each))
        container.mux(stream.encode(None))
    return path


def heard(folder: Path, name: str, samples: Samples, *, codec: str = "pcm_s16le", rate: int = RATE, bit_rate: int | None = None) -> Heard:
    """Samples written to a file and decoded."""
    return hear(write(folder / name, samples, codec=codec, rate=rate, bit_rate=bit_rate))
