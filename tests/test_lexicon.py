"""Word lists are data, and tested as data."""

from importlib.resources import files

import pytest

from purport.extract.cues import Stance
from purport.lexicon import rows, words
from purport.records import SourceType, SpeechAct

LISTS = [path.name for path in files("purport.lexicon").iterdir() if path.name.endswith((".tsv", ".txt"))]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_explains_itself_and_has_no_stray_blanks(name: str) -> None:
    lines = files("purport.lexicon").joinpath(name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("name", ["cues.tsv", "hedges.tsv", "negations.tsv", "confirming.tsv", "sources.tsv"])
def test_no_form_stands_twice(name: str) -> None:
    forms = [form for first, *_ in rows(name) for form in first.split()]
    assert sorted(forms) == sorted(set(forms))
    assert all(form == form.lower() for form in forms)


def test_values_are_those_of_the_record() -> None:
    assert {row[0] for row in words("cues.tsv").values()} <= set(Stance)
    assert {row[1] for row in words("cues.tsv").values()} <= set(SpeechAct)
    assert {row[0] for row in words("hedges.tsv").values()} <= set(Stance)
    assert {row[0] for row in words("sources.tsv").values()} <= set(SourceType)
