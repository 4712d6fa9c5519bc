import pytest

from purport.store.terms import Term, terms, words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("bridge", [Term(("bridge",))]),
        ("bridge Open", [Term(("bridge",)), Term(("open",))]),
        ('"bridge is open"', [Term(("bridge", "is", "open"))]),
        ("“bridge is open”", [Term(("bridge", "is", "open"))]),
        ('"bridge is op*"', [Term(("bridge", "is", "op"), prefix=True)]),
        ('"bridge is op"*', [Term(("bridge", "is", "op"), prefix=True)]),
        ("brid*", [Term(("brid",), prefix=True)]),
        ("46-minute", [Term(("46", "minute"))]),
        ("don't", [Term(("don", "t"))]),
        ('"never closed', [Term(("never", "closed"))]),
        ('said "the bridge" fell', [Term(("said",)), Term(("the", "bridge")), Term(("fell",))]),
        ('said"the bridge"', [Term(("said",)), Term(("the", "bridge"))]),
        ("Ünal", [Term(("unal",))]),
        ("snake_case", [Term(("snake", "case"))]),
        ("a AND NOT b", [Term(("a",)), Term(("and",)), Term(("not",)), Term(("b",))]),
        ("content:bridge ^x {y} (z", [Term(("content", "bridge")), Term(("x",)), Term(("y",)), Term(("z",))]),
        ("'); DROP TABLE claims; --", [Term(("drop",)), Term(("table",)), Term(("claims",))]),
        ("", []),
        ('" * " \\ & | ! <-> :*', []),
    ],
)
def test_terms(typed: str, expected: list[Term]) -> None:
    assert list(terms(typed)) == expected


def test_words_stand_in_order() -> None:
    assert words("The 46-minute tape, he said") == ("the", "46", "minute", "tape", "he", "said")
