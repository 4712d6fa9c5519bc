"""Pictures of sounds: a whole file with what was found in it, two files joined by passages, spectrograms. Needs ``purport[audio]``.

The same sound and findings give the same bytes. Every picture says in a sentence what it shows, and reads without colours.
"""

from purport.audio.pictures.look import Picture
from purport.audio.pictures.pairs import draw_pair
from purport.audio.pictures.passages import draw_passage
from purport.audio.pictures.spectrograms import draw_spectrogram
from purport.audio.pictures.waveforms import Mark, Track, draw_waveform

__all__ = ["Mark", "Picture", "Track", "draw_pair", "draw_passage", "draw_spectrogram", "draw_waveform"]
