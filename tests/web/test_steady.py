from __future__ import annotations

import pytest

from purport.store import Case
from purport.web import Desk
from purport.web.steady import TRIES, steadily


def test_what_fails_while_somebody_writes_is_made_anew(strike_case: Case) -> None:
    made = []

    def make() -> int:
        made.append(1)
        if len(made) < 3:
            strike_case.failed("a.txt", "it is empty")
            raise KeyError("half of it is of another state")
        return len(made)

    assert steadily(Desk.of(strike_case, "karst.case"), make) == 3


@pytest.mark.parametrize(("writes", "tries"), [(False, 1), (True, TRIES)])
def test_what_fails_by_itself_fails(strike_case: Case, monkeypatch: pytest.MonkeyPatch, writes: bool, tries: int) -> None:
    monkeypatch.setattr("purport.web.steady.PAUSE", 0)
    made = []

    def make() -> None:
        made.append(1)
        if writes:
            strike_case.failed("a.txt", "it is empty")
        raise KeyError("a fault")

    with pytest.raises(KeyError):
        steadily(Desk.of(strike_case, "karst.case"), make)
    assert len(made) == tries
