"""The grammar of time expressions is data, and tested as data."""

from datetime import date

import pytest

from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.time.anchor import Anchor
from purport.time.calendar import Unit
from purport.time.chart import chart_of, rules
from purport.time.feasts import feasts
from purport.time.grammar import KINDS, read
from purport.time.making import FUNCTIONS
from purport.time.meaning import denote
from purport.time.tokens import SHAPES, tokens

THURSDAY = Anchor(date(2017, 9, 28))
RULES = rows("time_rules.tsv")
EXAMPLES = [(row[3], row[4]) for row in RULES if len(row) > 3]
RESULTS = {row[0] for row in RULES}
CATEGORIES = {category for _, category, _ in rows("time_words.tsv")} | {name for name, *_ in SHAPES} | {"feast"}


def symbols(pattern: str) -> set[str]:
    """What may stand in a pattern's places."""
    return {each for element in pattern.split() for each in element.removesuffix("?").split("|")}


@pytest.mark.parametrize(("words", "told"), EXAMPLES)
def test_an_example_comes_to_what_is_told_beside_it(words: str, told: str) -> None:
    meaning = read(words, told.split()[0])
    assert meaning is not None
    found = denote(meaning, THURSDAY)
    assert found is not None
    assert " ".join(part for part in (found.type, found.value, found.mod) if part) == told


@pytest.mark.parametrize("words", [words for words, _ in EXAMPLES])
def test_an_example_is_read_whole(words: str) -> None:
    found = [*tokens(words)]
    whole = chart_of(found)[0][len(found)]
    assert whole.keys() & KINDS.keys()


@pytest.mark.parametrize(("pattern", "row"), [(f"{row[0]}: {row[1]}", row) for row in RULES])
def test_a_rule_names_what_there_is(pattern: str, row: tuple[str, ...]) -> None:
    _, pattern, meaning, *example = row
    function, *given = meaning.split()
    assert function in FUNCTIONS
    assert all(1 <= int(place) <= len(pattern.split()) for place in given)
    assert len(example) in (0, 2)
    named = {each for each in symbols(pattern) if not each.startswith('"')}
    assert named <= RESULTS | CATEGORIES, "no such category"
    assert all(tokens(each.strip('"')) == [each.strip('"')] for each in symbols(pattern) - named), "no word that is found in a text"


def test_alternatives_may_be_of_both_kinds() -> None:
    assert all(all(rule.symbols) for own in rules().values() for rule in own)


def test_no_rule_stands_twice() -> None:
    assert len({(row[0], row[1]) for row in RULES}) == len(RULES)


def test_every_function_and_every_category_is_used() -> None:
    used = {symbol for row in RULES for symbol in symbols(row[1])}
    assert {row[2].split()[0] for row in RULES} == set(FUNCTIONS)
    assert used >= CATEGORIES
    assert used | KINDS.keys() >= RESULTS


@pytest.mark.parametrize(
    ("forms", "category", "value"),
    rows("time_words.tsv"),
)
def test_a_word_is_one_token_and_has_a_fit_value(forms: str, category: str, value: str) -> None:
    assert all(tokens(form) == [form] for form in forms.split())
    if category in ("unit", "plural_unit", "one_unit"):
        assert value in set(Unit)
    most = {"month": 12, "weekday": 7, "season": 4, "ord": 31}.get(category)
    assert most is None or 1 <= int(value) <= most


def names() -> list[tuple[str, str]]:
    """Every name of a feast, with how it may stand in a text."""
    return [(form, form.replace("_", " ").title().replace("'S", "'s")) for forms, *_ in rows("feasts.tsv") for form in forms.split()]


@pytest.mark.parametrize(
    ("form", "words"),
    names(),
)
def test_a_feast_is_found_by_its_name(form: str, words: str) -> None:
    feast = listed("feasts.tsv")
    assert [feast.get(each) for each in tokens(words)] == [feast[form]]


@pytest.mark.parametrize(("forms", "rule", "lasts"), rows("feasts.tsv"))
def test_a_feast_falls_in_every_year_of_the_last_ten(forms: str, rule: str, lasts: str) -> None:
    assert all(feasts(form, year) for form in forms.split() for year in range(2017, 2027))
    assert int(lasts) >= 0
