"""Text -> what the network finds in it: sentences, entity mentions, attributions."""

from purport.reader.reader import Reader
from purport.reader.reading import Labelled, Linked, Reading

__all__ = ["Labelled", "Linked", "Reader", "Reading"]
