"""Text -> what the network finds in it: sentences, words, entities, times, events, references, attributions."""

from purport.reader.manners import Manners
from purport.reader.reader import Reader
from purport.reader.reading import Happening, Labelled, Linked, Reading, Referring, Words

__all__ = ["Happening", "Labelled", "Linked", "Manners", "Reader", "Reading", "Referring", "Words"]
