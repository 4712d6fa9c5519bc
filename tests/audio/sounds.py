"""Sounds that are as speech is to a spectrogram: voiced syllables with harmonics under formants, hisses and pauses; made from a seed."""

from __future__ import annotations

import numpy as np

from purport.audio.landmarks import RATE, Samples


def babble(seconds: float, seed: int) -> Samples:
    """A voice that babbles; another seed is another voice with other things to say."""
    chance = np.random.default_rng(seed)
    pitch, parts, length = float(chance.uniform(90, 220)), [], 0
    while length < seconds * RATE:
        part = _syllable(chance, pitch) if chance.random() < 0.8 else np.zeros(int(chance.uniform(0.05, 0.3) * RATE))
        parts.append(part)
        length += len(part)
    made = np.concatenate(parts)[: int(seconds * RATE)]
    return (0.2 * made / np.abs(made).max()).astype(np.float32)


def noisy(samples: Samples, decibels: float, seed: int = 1) -> Samples:
    """The same in noise that is so many decibels quieter."""
    power = float(np.mean(samples**2)) / 10 ** (decibels / 10)
    return (samples + np.random.default_rng(seed).normal(0, np.sqrt(power), len(samples))).astype(np.float32)


def faster(samples: Samples, times: float) -> Samples:
    """The same played so many times as fast, its pitch with it."""
    return np.interp(np.arange(0, len(samples) - 1, times), np.arange(len(samples)), samples).astype(np.float32)


def _syllable(chance: np.random.Generator, pitch: float) -> np.ndarray:  # type: ignore[type-arg]
    length = int(chance.uniform(0.08, 0.28) * RATE)
    time = np.arange(length) / RATE
    shape = np.sin(np.pi * np.arange(length) / length) ** 0.5
    if chance.random() < 0.25:
        hiss = np.convolve(chance.normal(size=length), np.array([1, -0.9]), "same")
        return 0.15 * hiss * shape
    base = pitch * 2 ** chance.uniform(-0.3, 0.3)
    glide = np.cumsum(base * (1 + chance.uniform(-0.15, 0.15) * time / time[-1])) / RATE
    formants = chance.uniform((250, 800, 2000), (800, 2200, 3200))
    loud = [sum(np.exp(-(((n * base - each) / 180) ** 2)) for each in formants) + 0.02 for n in range(1, int(3500 / base))]
    return np.asarray(shape * sum(level * np.sin(2 * np.pi * n * glide) for n, level in enumerate(loud, start=1)))
