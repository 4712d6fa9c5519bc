"""A text with its tree, where words are asked for by lemma and by how they stand."""

from __future__ import annotations

from dataclasses import dataclass

from purport.extract.syntax import Tree
from purport.reader.reading import Words


@dataclass(frozen=True, slots=True)
class Prose:
    """A text and the tree of its words."""

    text: str
    tree: Tree

    @property
    def words(self) -> Words:
        """The words of the tree."""
        return self.tree.words

    def lemma(self, word: int) -> str:
        """A word's lemma in lower case."""
        return self.tree.words.lemmas[word].lower()

    def raw(self, word: int) -> str:
        """A word as it stands."""
        return self.text[self.tree.words.starts[word] : self.tree.words.ends[word]]

    def form(self, word: int) -> str:
        """A word as it stands, in lower case."""
        return self.raw(word).lower()
