"""Every voice is another, and no sentence is read twice."""

from __future__ import annotations

from pathlib import Path

import pytest

import speech


def test_voices_differ() -> None:
    wanted = [speech.new(Path()), *speech.archive(Path()), *speech.earlier(Path(), 24)]
    assert len({each.voice.name for each in wanted}) == len(wanted) == 29
    assert {each.voice for each in speech.unrelated(Path())[: speech.SAME]} == {each.voice for each in speech.archive(Path())}
    assert not {each.voice for each in speech.unrelated(Path())[speech.SAME :]} & {each.voice for each in wanted}


def test_a_sentence_is_read_once_however_it_is_written() -> None:
    given = [
        "The ferry left at nine in the morning. Nobody was hurt. The ferry was late again.",
        "The ferry left at nine,\nin the morning!",
    ]
    assert list(speech.sentences(iter(given))) == ["The ferry left at nine in the morning.", "The ferry was late again."]


def test_a_text_is_the_longest_field_of_a_row_or_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('title,text\nA ferry,"It left at nine, they said."\n')
    (tmp_path / "b.txt").write_text("It came back at ten.")
    assert list(speech.texts([tmp_path])) == ["It left at nine, they said.", "It came back at ten."]


def test_a_text_is_given_again_only_where_it_changed(tmp_path: Path) -> None:
    wanted = [speech.Speech(tmp_path / "one.mp3", speech.voice(0), 1), speech.Speech(tmp_path / "two.mp3", speech.voice(1), 1)]
    lines = ["The ferry left at nine.", "The ferry was late again."]
    assert speech.written(wanted, iter(lines)) == wanted
    for each in wanted:
        each.path.touch()
    assert speech.written(wanted, iter(lines)) == []
    assert speech.written(wanted, iter([lines[0], "It came back at ten that day."])) == wanted[1:]


def test_too_few_texts_are_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="give more with --texts"):
        speech.written([speech.Speech(tmp_path / "one.mp3", speech.voice(0), 60)], iter(["The ferry left at nine."]))
