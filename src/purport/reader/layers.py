"""What the network says of a text, layer by layer: the tag sets, sizes and output columns that training and reading share."""

from __future__ import annotations

from enum import Enum
from itertools import accumulate, pairwise

import numpy as np

from purport.reader.subwords import Ints
from purport.records import Factuality, SourceType, SpeechAct

ATTRIBUTION_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ENTITY_TAGS = ("O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place", "B-other", "I-other")
TIMEX_TAGS = ("O", "B-DATE", "I-DATE", "B-TIME", "I-TIME", "B-DURATION", "I-DURATION", "B-SET", "I-SET")

EVENTS = ("none", "occurrence", "state", "reporting", "i_action", "i_state", "aspectual", "perception")
"""TimeML's event classes (Pustejovsky et al. 2003)."""
SCALES = ("factbank", "uw", "uds")
"""The corpora whose judgements of factuality are learned, each on its own: they asked different questions.

FactBank (Saurí and Pustejovsky 2009) says what the author commits to, and nothing of what is only told by others; UW (Lee et al. 2015)
and UDS-IH2 (Rudinger et al. 2018) say what readers take to have happened.
"""
MENTIONS = ("none", "person", "organisation", "place", "event", "time", "other")
"""What the head of a referring expression refers to."""
STANCES = tuple(Factuality)
"""How sure a source is of a content, asked of its cue."""
ACTS = tuple(SpeechAct)
"""What kind of speech an attribution is, asked of its cue."""
SOURCE_TYPES = tuple(SourceType)
"""What kind of source a source is."""

# fmt: off
TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)
# fmt: on
"""Universal parts of speech (de Marneffe et al. 2021)."""
# fmt: off
FINE_TAGS = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS",
    "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB",
    "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``",
)
# fmt: on
"""Penn Treebank parts of speech as the English Web Treebank extends them."""
# fmt: off
RELATIONS = (
    "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
    "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse",
    "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked",
    "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
    "reparandum", "vocative", "xcomp",
)
# fmt: on
"""Universal dependency relations of the English treebanks."""

LEMMAS = 160
"""Ways a word's form turns into its lemma; which ones, training decides."""
LINK_WIDTH = 64
"""Width of one piece's share in a linked span's vector; a span is its first piece's share beside its last's."""
ARC_WIDTH = 256
"""Width of the vectors that choose a word's syntactic head."""
RELATION_WIDTH = 64
"""Width of the vectors that name the relation to it."""
ANTECEDENT_WIDTH = 64
"""Width of the vectors that choose a mention's antecedent."""
MEANING_WIDTH = 128
"""Width of the vector that compares contents."""
BUCKETS = 32
"""Distances between two linked spans, in words, signed, on a scale that coarsens with distance."""


class Columns(Enum):
    """The columns of the network's output, ``[L, OUTPUTS]``, one row a piece: the head that fills them, and how many they are.

    ``INNER`` is attribution within another's content; ``DIRECT`` says of a content's first word that it begins the source's own words.
    ``TOKEN`` says of a word that it begins a syntactic one; everything syntactic is asked of that first word. ``PAGE`` says of a word
    that it is page text. ``STANCE``, ``ACT`` and ``NEGATED`` are asked of a cue's first word, ``SOURCE_TYPE`` of a source's. A link is
    asked from one (``ONE``) to another (``OTHER``), or to none (``NONE``).
    """

    SENTENCE = ("sentence", 1)
    ENTITY = ("entity.emit", len(ENTITY_TAGS))
    ATTRIBUTION = ("attribution.emit", len(ATTRIBUTION_TAGS))
    INNER = ("inner.emit", len(ATTRIBUTION_TAGS))
    DIRECT = ("direct", 1)
    SOURCE_OF_CUE_NONE = ("source_of_cue.none", 1)
    CUE_OF_CONTENT_NONE = ("cue_of_content.none", 1)
    SOURCE_OF_CUE_ONE = ("source_of_cue.one", 2 * LINK_WIDTH)
    SOURCE_OF_CUE_OTHER = ("source_of_cue.other", 2 * LINK_WIDTH)
    CUE_OF_CONTENT_ONE = ("cue_of_content.one", 2 * LINK_WIDTH)
    CUE_OF_CONTENT_OTHER = ("cue_of_content.other", 2 * LINK_WIDTH)
    TOKEN = ("token", 1)
    TAG = ("tag", len(TAGS))
    FINE_TAG = ("fine_tag", len(FINE_TAGS))
    LEMMA = ("lemma", LEMMAS)
    TIMEX = ("timex.emit", len(TIMEX_TAGS))
    EVENT = ("event", len(EVENTS))
    FACTUALITY = ("factuality", len(SCALES))
    MENTION = ("mention", len(MENTIONS))
    PAGE = ("page", 1)
    STANCE = ("stance", len(STANCES))
    ACT = ("act", len(ACTS))
    NEGATED = ("negated", 1)
    SOURCE_TYPE = ("source_type", len(SOURCE_TYPES))
    HEAD_NONE = ("parser.none", 1)
    ANTECEDENT_NONE = ("antecedent.none", 1)
    HEAD_ONE = ("parser.one", ARC_WIDTH)
    HEAD_OTHER = ("parser.other", ARC_WIDTH)
    RELATION_ONE = ("parser.below", RELATION_WIDTH)
    RELATION_OTHER = ("parser.above", RELATION_WIDTH)
    ANTECEDENT_ONE = ("antecedent.one", ANTECEDENT_WIDTH)
    ANTECEDENT_OTHER = ("antecedent.other", ANTECEDENT_WIDTH)
    MEANING = ("meaning", MEANING_WIDTH)

    @property
    def head(self) -> str:
        """The part of the network that fills them."""
        return self.value[0]

    @property
    def width(self) -> int:
        """How many they are."""
        return self.value[1]

    @property
    def slice(self) -> slice:
        """The columns as a slice."""
        return _SLICES[self]


_EDGES = list(accumulate((columns.value[1] for columns in Columns), initial=0))
_SLICES = {columns: slice(*edges) for columns, edges in zip(Columns, pairwise(_EDGES), strict=True)}
OUTPUTS = _EDGES[-1]


def _bucket_table() -> Ints:
    """The bucket of every gap from ``-FARTHEST_GAP`` to ``FARTHEST_GAP``."""
    gap, half = np.arange(-FARTHEST_GAP, FARTHEST_GAP + 1), BUCKETS // 2
    size = np.minimum(np.floor(2.2 * np.log2(1 + np.abs(gap))), half - 1)
    table: Ints = np.where(gap < 0, size, half + size).astype(np.int32)
    return table


FARTHEST_GAP = 127
"""Words beyond which every distance is in the last bucket."""
_BUCKET_OF = _bucket_table()


def distance_buckets(one: Ints, other: Ints) -> Ints:
    """``[.., S, C]`` bucket of the signed distance, in words, from each ``one`` [.., S] to each ``other`` [.., C]."""
    gap = other[..., None, :] - one[..., :, None] + FARTHEST_GAP
    buckets: Ints = _BUCKET_OF.take(gap, mode="clip")
    return buckets
