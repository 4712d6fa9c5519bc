"""Mentions of coreference stand on the heads of the treebank."""

from pathlib import Path

from corpora.gum import lay_coreference
from example import Referring, Sentence, Sheet, Word


def sentence(text: str, *heads: int | None) -> Sentence:
    tokens = tuple(text.split(" "))
    return Sentence(tokens, (False,) * len(tokens), words=tuple(Word("X", "XX", "x", head, "dep") for head in heads))


SHEET = Sheet(
    "GUM_news_vesk",
    (
        sentence("The old clerk of Vesk left", 2, 2, 5, 4, 2, None),
        sentence("He saw Vesk Rowers Inc.", 1, None, 4, 4, 1),
        sentence("So .", None, 0),
    ),
)
COLUMNS = (
    "The (person-1", "old _", "clerk (person-1)", "of _", "Vesk (place-2-Vesk)person-1)", "left _",
    "He (person-1)", "saw _", "Vesk (organization-3-Vesk_Rowers(place-2-Vesk)", "Rowers _", "Inc. organization-3-Vesk_Rowers)",
    "So _", ". (abstract-4", "Then abstract-4)",
)  # fmt: skip


def write(folder: Path, columns: tuple[str, ...]) -> None:
    rows = "".join(f"{i}\t{column.replace(' ', chr(9))}\n" for i, column in enumerate(columns))
    (folder / "a.conll").write_text(f"# begin document GUM_news_vesk\n{rows}# end document\n\n")


def test_of_mentions_with_one_head_the_longest_is_kept(tmp_path: Path) -> None:
    write(tmp_path, COLUMNS[:-2])
    sheet, other = lay_coreference([SHEET, Sheet("GUM_news_orla", SHEET.sentences)], tmp_path)
    assert [s.mentions for s in sheet.sentences] == [
        (Referring(2, 3, "person", 1), Referring(4, 5, "place", 2)),
        (Referring(0, 1, "person", 1), Referring(2, 3, "place", 2), Referring(4, 5, "organisation", 3)),
        (),
    ]
    assert [s.mentions for s in other.sentences] == [None, None, None]


def test_tokens_may_differ(tmp_path: Path) -> None:
    changed = {"clerk (person-1)": "klerk (person-1)", "Rowers _": "Row _\t\ners _"}
    columns = [piece for column in COLUMNS for piece in changed.get(column, column).split("\t\n")]
    write(tmp_path, tuple(columns))
    (sheet,) = lay_coreference([SHEET], tmp_path)
    assert [s.mentions for s in sheet.sentences] == [
        (Referring(2, 3, "person", 1), Referring(4, 5, "place", 2)),
        (Referring(0, 1, "person", 1), Referring(2, 3, "place", 2), Referring(4, 5, "organisation", 3)),
        (),
    ]
