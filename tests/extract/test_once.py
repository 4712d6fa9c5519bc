"""What happens once, as dated reports tell it."""

import pytest

from extract.parsed import grow_of
from purport.extract.once import Telling, agreed, happens_once
from purport.records import Basis, Interval, Published

TAKEN = "Troops/NNS/2/nsubj took/VBD/0/root Karst/NNP/2/obj"
MARCH = Published("2031-03-06", "2031-03-06", Basis.GIVEN)


@pytest.mark.parametrize(
    ("notation", "names"),
    [
        ("The/DT/2/det fall/NN/0/root of/IN/4/case Karst/NNP/2/nmod", ["taking of karst"]),
        ("Tern/NNP/2/nsubj recaptured/VBD/0/root/<recapture Karst/NNP/2/obj", ["taking of karst"]),
        ("Karst/NNP/3/nsubj:pass was/VBD/3/aux:pass seized/VBN/0/root/<seize by/IN/5/case Tern/NNP/3/obl:agent", ["taking of karst"]),
        ("Karst/NNP/2/compound liberation/NN/0/root", ["taking of karst"]),
        ("Ada/NNP/2/nsubj died/VBD/0/root/<die", ["death of ada"]),
        ("Ada/NNP/2/nsubj laughed/VBD/0/root/<laugh", []),
    ],
)
def test_its_name_is_that_of_what_it_happens_to(notation: str, names: list[str]) -> None:
    tree = grow_of(notation)
    assert [name for word in range(len(tree.words)) for name in happens_once(tree, word)] == names


def test_tellings_that_part_are_left_out() -> None:
    one, other, third = (Interval("2031-03-04", "2031-03-06"), Interval("2031-03-06", "2031-03-09"), Interval("2031-03-10", "2031-03-10"))
    near = (Telling("a", one, "1"), Telling("a", other, "2"))
    assert tuple(agreed(reversed(near))) == near
    assert tuple(agreed((*near, Telling("a", third, "3"), Telling("b", third, "3")))) == (Telling("b", third, "3"),)
