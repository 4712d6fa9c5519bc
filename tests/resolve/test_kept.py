"""Who is told to hold a place by an adjective or a noun, and no verb."""

from dataclasses import replace

import pytest

from purport.records import Factuality, SpeechAct
from purport.resolve.kept import find_kept
from resolve.held_by import line, read


def kept(marked: str, **given: object) -> list[str]:
    return [line(each) for each in find_kept(read(marked, **given), {})]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Shells fell on rebel-held [Vesk|pla].", ["holds Vesk: rebel, to ..2031-03-10"]),
        ("Shells fell on [the rebel-held town of [Vesk|pla]|pla].", ["holds Vesk: rebel, to ..2031-03-10"]),
        ("Shells fell on [the [Red Front|org]-held town of [Vesk|pla]|pla].", ["holds Vesk: Red Front, to ..2031-03-10"]),
        ("Shells fell on [the Red-held town of [Vesk|pla]|pla].", []),
        ("He sold the publicly-held [Vesk|org].", []),
        ("[Vesk|pla] is in rebel hands.", ["holds Vesk: rebel"]),
        ("[Vesk|pla] was in rebel hands.", ["holds Vesk: rebel, to ..2031-03-10"]),
        ("[Vesk|pla] was still under the control of [the rebels|org].", ["holds Vesk: the rebels"]),
        ("[Vesk|pla] remains in the hands of [Orla Vane|per].", []),
        ("[Vesk|pla] remains in the [Red Front|org]'s hands.", ["holds Vesk: Red Front"]),
        ("[Vesk|pla] is no longer in rebel hands.", []),
        ("[Vesk|pla] may soon be under rebel control.", []),
        ("Few know if [Vesk|pla] is in rebel hands.", []),
        ("[Vesk|pla] burnt, and its fire is under control.", []),
        ("[Vesk|pla] prays, and the seats of the parish council are in rebel hands.", []),
        ("He spoke of [Vesk|pla], the [Red Front|org]'s old seat.", ["holds Vesk: Red Front, to ..2031-03-10"]),
        ("Shells fell on [the rebel stronghold of [Vesk|pla]|pla].", ["holds Vesk: rebel, to ..2031-03-10"]),
        ("He spoke of [Vesk|pla], the baker's seat.", []),
        ("He spoke of [Vesk|pla], a stronghold.", []),
        ("Troops fought the [Red Front|org]'s men in [Vesk|pla], a stronghold.", ["holds Vesk: Red Front, to ..2031-03-10"]),
        ("Troops fought [the militants|org] in [Vesk|pla], a stronghold.", ["holds Vesk: the militants, to ..2031-03-10"]),
        ("Militants fought [troops|org] in [Vesk|pla], a stronghold.", []),
        ("He spoke of [Vesk|pla], a stronghold of the [Red Front|org].", ["holds Vesk: Red Front, to ..2031-03-10"]),
        ("He spoke of [Vesk|pla], a former stronghold of the [Red Front|org].", []),
        ("He spoke of [Vesk|pla], a [Red Front|org] stronghold.", ["holds Vesk: Red Front, to ..2031-03-10"]),
        (
            "Shells fell on [the city of [Vesk|pla]|pla] and a rebel redoubt in a flour mill.",
            ["holds flour mill of Vesk: rebel, to ..2031-03-10"],
        ),
        ("Shells fell on a rebel redoubt in [Vesk|pla].", ["holds Vesk: rebel, to ..2031-03-10"]),
        ("Shells fell on a rebel redoubt in a flour mill.", []),
        (
            "Shells fell on [[Red Front|org]-held ground|pla] south of [Orrin|pla], in [Vesk|pla].",
            ["holds Vesk: Red Front, to ..2031-03-10"],
        ),
        ("Shells fell on [rebel-held ground|pla] south of [Orrin|pla], said a man in [Vesk|pla].", []),
        ("[Fields west of [Vesk|pla]|pla] are in rebel hands.", []),
    ],
)
def test_an_adjective_or_a_noun_tells_who_holds_a_place(marked: str, found: list[str]) -> None:
    assert kept(marked) == found


def test_a_call_tells_of_no_holder() -> None:
    assert kept("[Vesk|pla] is in rebel hands.", act=SpeechAct.EXHORTATION) == []


def test_what_is_told_beside_the_point_is_so_where_the_claim_is_denied() -> None:
    report = read("Shells fell on rebel-held [Vesk|pla].")
    denied = replace(report, claims=tuple(replace(each, factuality=Factuality.CERTAINLY_NOT) for each in report.claims))
    assert [each.factuality for each in find_kept(denied, {})] == [Factuality.CERTAIN]
