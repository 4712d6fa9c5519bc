"""Every corpus the reader learns from, read from one folder and split by document, and the project's own reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from corpora.columns import read_conll, read_conllu
from corpora.factuality import judged_news, lay_on_sheets, read_sure_rows
from corpora.gum import lay_coreference
from corpora.own import OWN, read_own
from corpora.polnear import read_polnear
from corpora.splits import is_dev
from corpora.timeml import read_timeml
from example import Example, Sheet


@dataclass(frozen=True, slots=True)
class Corpora:
    """Texts and sheets, each with the share of it that an epoch reads."""

    texts: tuple[tuple[Example, float], ...]
    sheets: tuple[tuple[Sheet, float], ...]


def chosen(document: Example | Sheet) -> bool:
    """Whether weights are chosen by a development document: half of them are enough."""
    return crc32(document.name.encode()) % 2 == 0


@dataclass(frozen=True, slots=True)
class Parts:
    """What is trained on, and what weights are chosen by; no document is in both.

    ``articles`` are annotated with attributions by people, ``plain`` by an earlier reader.
    """

    train: Corpora
    dev: Corpora
    articles: tuple[Example, ...]
    plain: tuple[Example, ...] = ()


def collect(root: Path) -> Parts:
    """The corpora of ``root``, a folder each."""
    news = read_timeml(root / "tempeval3" / "TimeBank") + read_timeml(root / "tempeval3" / "AQUAINT")
    own = read_own(OWN)
    sure = root / "factuality"
    news = judged_news(news, sure)
    ewt, ewt_dev = (read_conllu(root / "ud_ewt" / f"en_ewt-ud-{part}.conllu") for part in ("train", "dev"))
    ewt, _ = lay_on_sheets(ewt, read_sure_rows(sure / "uds_ih2" / "train.jsonl"))
    ewt_dev, _ = lay_on_sheets(ewt_dev, read_sure_rows(sure / "uds_ih2" / "dev.jsonl"))
    gum, gum_dev = (
        lay_coreference(read_conllu(root / "ud_gum" / f"en_gum-ud-{part}.conllu"), root / "gum_coref") for part in ("train", "dev")
    )
    held_out = {sheet.name for sheet in gum_dev}
    gum = [sheet for sheet in gum if sheet.name not in held_out]
    names = read_conll(root / "conllpp" / "conllpp_train.txt")
    wiki = read_conll(root / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt")
    train = Corpora(
        tuple((text, 1.0) for text in [*news, *own, *own] if not is_dev(text.name)),
        (*((s, 1.0) for s in ewt), *((s, 1.0) for s in gum), *((s, 0.6) for s in names), *((s, 0.3) for s in wiki)),
    )
    articles = [*filter(chosen, read_polnear(root / "polnear" / "dev"))]
    dev = Corpora(
        tuple((text, 1.0) for text in [*articles, *(t for t in [*news, *own] if is_dev(t.name))]),
        tuple((s, 1.0) for s in filter(chosen, [*ewt_dev, *gum_dev, *read_conll(root / "conllpp" / "conllpp_dev.txt")])),
    )
    return Parts(train, dev, tuple(read_polnear(root / "polnear" / "train")))


def treebanks(parts: Parts) -> Parts:
    """What teaches syntax, and nothing else."""

    def own(corpora: Corpora) -> Corpora:
        return Corpora((), tuple((sheet, share) for sheet, share in corpora.sheets if any(each.words for each in sheet.sentences)))

    return Parts(own(parts.train), own(parts.dev), ())


def read_plain(root: Path) -> list[Example]:
    """Newswire of which no annotation is used."""
    return [Example(text.name, text.text) for text in read_timeml(root / "tempeval3_silver")]
