import pytest

from purport.export.labels import Labels, Person

LABELS = Labels(
    [
        Person("[person 1]", (("orla", "vashan"),), frozenset({"orla", "vashan"})),
        Person("[person 2]", (("rose", "li"),), frozenset({"rose", "li"})),
        Person("[person 3]", (("khalid", "al", "karsti"),), frozenset({"khalid", "karsti"})),
    ],
    others=[("ilo", "karsti")],
)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Orla Vashan left.", "[person 1] left."),
        ("ORLA\nVASHAN left.", "[person 1] left."),
        ("Mrs. Vashan’s car", "Mrs. [person 1]’s car"),
        ("the Vashans", "the [person 1]"),
        ("O. Vashan and Orla J. Vashan", "[person 1] and [person 1]"),
        ("Órla Vashán", "[person 1]"),
        ("Orla Vashán", "[person 1]"),
        ("#OrlaVashan2031, @ovashan, orla_vashan", "#[person 1]2031, @[person 1], [person 1]"),
        ("Orlando and a vashanite stayed", "Orlando and a vashanite stayed"),
        ("Rose said that prices rose; ali came, Li went", "[person 2] said that prices rose; ali came, [person 2] went"),
        ("Khalid al-Karsti met Ilo Karsti", "[person 3] met Ilo [name]"),
        ("Karsti left", "[name] left"),
        ("nobody", "nobody"),
    ],
)
def test_names_are_replaced(words: str, shown: str) -> None:
    assert LABELS.hide(words) == shown


def test_a_part_that_is_a_common_word_besides_is_found_with_a_capital_only() -> None:
    labels = Labels([Person("[person 1]", (("ada", "here"),), frozenset({"ada", "here"}))])
    assert labels.hide("Ada Here was here; Here left") == "[person 1] was here; [person 1] left"


def test_paths_and_addresses() -> None:
    assert LABELS.hide_path("notes/vashan_rose.txt") == "notes/[person 1]_[person 2].txt"
    assert LABELS.keep_url("https://a.example/orla-vash%C3%A1n") is None
    assert LABELS.keep_url("https://a.example/strike") == "https://a.example/strike"
    assert LABELS.keep_url(None) is None


TEXT = "The army said Órla Vashan died. Orla Vashan’s son denied it; Vashan had left."


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("The army", "The army"),
        ("said Órla Vashan died", "said [person 1] died"),
        ("Vashan died", "[person 1] died"),
        ("Orla", "[person 1]"),
        ("son denied it", "son denied it"),
        ("had left.", "had left."),
    ],
)
def test_spans_move_with_the_text(words: str, moved: str) -> None:
    cut = LABELS.cut(TEXT)
    start = TEXT.index(words)
    first, last = cut.span(start, start + len(words))
    assert cut.text[first:last] == moved


def test_without_people_nothing_changes() -> None:
    assert Labels(()).cut(TEXT).text == TEXT
    assert Labels(()).cut(TEXT).span(4, 8) == (4, 8)
    assert Labels(()).hide_path("orla.txt") == "orla.txt"
