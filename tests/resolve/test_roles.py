"""What somebody is, as words beside a name tell it."""

import pytest

from purport.records import Span
from purport.resolve.roles import role_before, role_in


@pytest.mark.parametrize(
    ("words", "noun", "of", "when"),
    [
        ("the governor of Ushrat Province", "governor", "Ushrat Province", ""),
        ("Sorvia’s defense minister", "defence_minister", "Sorvia", ""),
        ("Sorvia s defence minister", "defence_minister", "Sorvia", ""),
        ("the Sorvian prime minister", "prime_minister", "Sorvian", ""),
        ("its premier", "prime_minister", "Sorvia", ""),
        ("the group’s leader", "leader", "Sorvia", ""),
        ("Lantern Front chief", "leader", "Lantern Front", ""),
        ("by the Lantern Front’s leader", "leader", "Lantern Front", ""),
        ("the former spokesman", "spokesman", "Sorvia", "former"),
        ("then-mayor", "mayor", "Sorvia", "then"),
        ("the transport minister of the day", "transport_minister", None, "then"),
        ("the president-elect of Sorvia", "president", "Sorvia", "next"),
        ("the present minister", "minister", "Sorvia", "present"),
    ],
)
def test_a_noun_phrase(words: str, noun: str, of: str | None, when: str) -> None:
    role = role_in(words, Span(0, len(words)), "Sorvia")
    assert role is not None
    assert (role.noun, role.of, role.when) == (noun, of, when)


@pytest.mark.parametrize(
    ("text", "noun", "of", "when"),
    [
        ("It was Defence Minister Tolk", "defence_minister", None, ""),
        ("It was Sorvian Prime Minister Falk", "prime_minister", "Sorvian", ""),
        ("It was former President Tolk", "president", None, "former"),
        ("It was then-Mayor Tolk", "mayor", None, "then"),
        ("It was Gen. Tolk", "general", None, ""),
    ],
)
def test_a_title(text: str, noun: str, of: str | None, when: str) -> None:
    role = role_before(text, text.rindex(" ") + 1)
    assert role is not None
    assert (role.noun, role.of, role.when) == (noun, of, when)


@pytest.mark.parametrize("text", ["It was Mr. Tolk", "It was Tolk", "the minister met Tolk", "A Minister. Tolk"])
def test_none(text: str) -> None:
    assert role_before(text, text.rindex(" ") + 1) is None


@pytest.mark.parametrize(
    ("words", "sole"), [("the mayor of Vesk", True), ("the resident of Vesk", False), ("the leader of the group", False)]
)
def test_a_role_that_one_has_at_a_time(words: str, sole: bool) -> None:
    role = role_in(words, Span(0, len(words)))
    assert role is not None
    assert role.is_sole == sole
