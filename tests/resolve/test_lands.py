"""Fighting in land without a name, by a place."""

import pytest

from purport.resolve.held import Held
from purport.resolve.lands import find_lands
from resolve.held_by import line, read


@pytest.mark.parametrize(
    ("marked", "agent", "found"),
    [
        ("[Rebels|org] are *fighting* in disputed countryside around [Vesk|pla].", "Rebels", ["disputed countryside around Vesk: Rebels"]),
        ("[Rebels|org] are *fighting* in areas west of [Vesk|pla].", "Rebels", ["areas west of Vesk: Rebels"]),
        ("[Rebels|org] are *fighting* in [Vesk|pla].", "Rebels", []),
        ("[Rebels|org] are *fighting* in territory that [Vesk|pla] claims.", "Rebels", []),
        ("[Rebels|org] are *fighting* in territory of [Orla Vane|per].", "Rebels", []),
        ("[Bakers|org] are *fighting* in disputed countryside around [Vesk|pla].", "Bakers", []),
        ("[Rebels|org] plan to *fight* in disputed countryside around [Vesk|pla].", "Rebels", []),
    ],
)
def test_where_land_is_fought_for(marked: str, agent: str, found: list[str]) -> None:
    told = [line(each) for each in find_lands(Held(read(marked, agent=agent), {}))]
    assert told == [f"contests {each}, ..2031-03-10, to ..2031-03-10" for each in found]
