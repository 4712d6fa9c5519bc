"""Rows of factuality find the words they are about."""

import json
from pathlib import Path

from corpora.factuality import Row, lay_on_sheets, lay_on_texts, read_sure_rows
from example import Example, Sentence, Sheet, Sure


def row(text: str, **values: float) -> Row:
    tokens = tuple(text.split(" "))
    return tokens, tuple((tokens.index(token), value) for token, value in values.items())


def test_rows_are_read_from_json_lines_and_columns(tmp_path: Path) -> None:
    lines, columns = tmp_path / "a.jsonl", tmp_path / "a.conll"
    entry = {"text": "Orla \u2028 rowed .", "targets": [{"span1": [2, 3], "label": 3, "span_text": "rowed"}]}
    lines.write_text(json.dumps(entry, ensure_ascii=False) + "\n", encoding="utf-8")
    columns.write_text("0\tShe\t_\tPRP\n1\tmay\t_\tMD\n2\tsink\t-1.5\tVB\n\n0\tNo\t_\tUH\n")
    assert read_sure_rows(lines) == [(("Orla", "\u2028", "rowed", "."), ((2, 3.0),))]
    assert read_sure_rows(columns) == [(("She", "may", "sink"), ((2, -1.5),)), (("No",), ())]


def test_sentences_are_found_whatever_their_quotes_brackets_and_blanks() -> None:
    example = Example("a", 'Vesk fell.\n\n"Vane (the clerk)\ndidn\'t row," Orla said.')
    rows = [row("`` Vane -LRB- the clerk -RRB- did n't row , '' Orla said .", row=-3.0, said=3.0)]
    (laid,), missed = lay_on_texts([example], rows, "uw")
    assert missed == 0
    assert [(example.text[s.start : s.end], s.value) for s in laid.sure or ()] == [("row", -3.0), ("said", 3.0)]


def test_a_sentence_is_whole_words_and_may_stand_in_many_places() -> None:
    texts = [Example("a", "It fell. Orla saw it fell."), Example("b", "Somehow it fellow."), Example("c", "So it fell.")]
    laid, missed = lay_on_texts(texts, [row("it fell .", fell=2.0), row("It sank .", sank=1.0), row("...")], "factbank")
    assert missed == 2
    assert [example.sure for example in laid] == [(Sure(21, 25, 2.0),), None, (Sure(6, 10, 2.0),)]


def test_values_on_one_word_are_averaged() -> None:
    text = "The sell-off cost $ 3."
    rows: list[Row] = [
        (("The", "sell-off", "cost", "$", "3"), ((1, 3.0), (3, 1.0))),
        (("The", "sell", "-", "off", "cost", "$", "3", "."), ((1, 2.0), (2, -3.0))),
    ]
    (laid,), _ = lay_on_texts([Example("a", text)], rows, "uw")
    assert [(text[s.start : s.end], s.value) for s in laid.sure or ()] == [("sell", 2.5), ("$", 1.0)]


def test_two_scales_judge_one_word_each_for_itself() -> None:
    laid, _ = lay_on_texts([Example("a", "Orla said it fell.")], [row("Orla said it fell .", fell=0.0)], "factbank")
    (both,), _ = lay_on_texts(laid, [row("Orla said it fell .", fell=1.8)], "uw")
    assert both.sure == (Sure(13, 17, 0.0, "factbank"), Sure(13, 17, 1.8, "uw"))


def test_rows_lie_on_sentences_of_the_same_tokens_else_of_the_same_letters() -> None:
    def sentence(text: str) -> Sentence:
        tokens = tuple(text.split(" "))
        return Sentence(tokens, (False,) * len(tokens))

    sheet = Sheet("a", (sentence("They row ."), sentence("They row !"), sentence("Anti - Vesk men 's boat sank"), sentence("Oh !")))
    rows = [
        row("They row .", row=3.0),
        row("They row .", row=2.0),
        row("Anti-Vesk men' s boat sank", sank=-1.0, s=0.5),
        row("No .", No=1.0),
    ]
    (laid,), missed = lay_on_sheets([sheet], rows)
    assert missed == 1
    assert [s.sure for s in laid.sentences] == [((1, 2.5),), None, ((4, 0.5), (6, -1.0)), None]
