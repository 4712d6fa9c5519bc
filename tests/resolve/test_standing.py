import factory
from purport.records import Judgement
from purport.resolve.standing import LAYER, standing, taken_back


def undo(target: str, number: int) -> Judgement:
    return factory.judgement(target, id=f"undo-{number}", layer=LAYER, decision="undo", made=f"2031-03-0{number}T00:00:00")


FIRST = factory.judgement("a", id="first", made="2031-03-01T00:00:00")
OTHER = factory.judgement("b", id="other", made="2031-03-02T00:00:00")


def test_what_nobody_has_taken_back_stands_in_the_order_of_making() -> None:
    assert standing([OTHER, FIRST]) == [FIRST, OTHER]


def test_what_is_taken_back_does_not() -> None:
    assert standing([FIRST, OTHER, undo("first", 3)]) == [OTHER]


def test_taking_back_can_be_taken_back() -> None:
    made = [FIRST, undo("first", 3), undo("undo-3", 4)]
    assert standing(made) == [FIRST]
    assert taken_back(made) == {"undo-3"}
    assert standing([*made, undo("undo-4", 5)]) == []
