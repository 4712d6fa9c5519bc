"""Word lists are data, and tested as data."""

from importlib.resources import files

import pytest

from purport.extract.cues import Stance
from purport.lexicon import rows, words
from purport.records import SourceType, SpeechAct
from purport.resolve.accounts import Act
from purport.resolve.stems import stem
from purport.resolve.weighing import RAREST

LISTS = [path.name for path in files("purport.lexicon").iterdir() if path.name.endswith((".tsv", ".txt"))]

FORMS = ["cues.tsv", "hedges.tsv", "negations.tsv", "confirming.tsv", "sources.tsv", "empty_words.tsv", "falsity.tsv", "forces.tsv"]
FORMS += ["taking_part.tsv", "common_bodies.tsv", "synonyms.tsv", "stem_rarity.tsv", "moving_counts.tsv", "irregular.tsv"]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_explains_itself_and_has_no_stray_blanks(name: str) -> None:
    lines = files("purport.lexicon").joinpath(name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("name", FORMS)
def test_no_form_stands_twice(name: str) -> None:
    forms = [form for first, *_ in rows(name) for form in first.split()]
    assert sorted(forms) == sorted(set(forms))
    assert all(form == form.lower() for form in forms)


def test_values_are_those_of_the_record() -> None:
    assert {row[0] for row in words("cues.tsv").values()} <= set(Stance)
    assert {row[1] for row in words("cues.tsv").values()} <= set(SpeechAct)
    assert {row[0] for row in words("hedges.tsv").values()} <= set(Stance)
    assert {row[0] for row in words("sources.tsv").values()} <= set(SourceType)


def test_what_is_compared_is_said_in_stems() -> None:
    moving = [form for forms, way in rows("moving_counts.tsv") for form in forms.split()]
    assert {way for _, way in rows("moving_counts.tsv")} == {"up", "down"}
    assert all(stem(form) == form for form in moving)
    assert all(0 < float(rarity) <= RAREST for _, rarity in rows("stem_rarity.tsv"))


def test_states_answer_questions_and_exclude_one_another() -> None:
    answers = {(question, value) for question, value, *_ in rows("statuses.tsv")}
    assert {question for question, _ in answers} == set(words("questions.tsv"))
    assert all("{}" in row[0] for row in words("questions.tsv").values())
    assert {(question, value) for question, *values in rows("exclusive.tsv") for value in values} <= answers


@pytest.mark.parametrize("name", ["synonyms.tsv", "statuses.tsv"])
def test_no_two_groups_have_a_stem_in_common(name: str) -> None:
    groups = [{stem(form) for form in row[-1].split()} for row in rows(name)]
    assert sum(map(len, groups)) == len(set().union(*groups))


def test_words_of_rejections_are_of_two_kinds() -> None:
    assert {kind for (kind,) in words("falsity.tsv").values()} == {"false", "said"}


def test_words_of_holdings_name_acts_roles_and_needs() -> None:
    assert {act for _, act, *_ in rows("holdings.tsv")} == set(Act)
    assert {needs for *_, needs in rows("holdings.tsv")} == {"sure", "plain", "fighters", "control", "noun", "nobody"}
    assert {act for _, act, *_ in rows("office_acts.tsv")} <= set(Act)
    assert {how for _, how in rows("place_parts.tsv")} == {"ward", "part", "whole", "control", "kind", "side", "building"}
    assert {side for _, side in rows("holders.tsv")} == {"state", "rebels"}
