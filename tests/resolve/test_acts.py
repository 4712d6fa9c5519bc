"""One act told twice: the same party in the same role, on days that can be one."""

import pytest

from purport.resolve.accounts import Account
from purport.resolve.acts import keys
from resolve.saying import AGREES, account, frame, relation


def landed(source: str, report: str = "a", *, word: str = "torched", on: str | None = None, sure: str = "CT+", **parties: str) -> Account:
    words = {"a": "by night, all of it", "b": "nobody slept after that"}[report]
    act = frame(word, sure=sure, on=on, **(parties or {"agent": "Lantern Front"}))
    return account(words, source, report=report, sure=sure, frames=(act,))


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (landed("Orla Vane", "b"), (AGREES, None)),
        (landed("Orla Vane", "b", patient="Lantern Front"), None),
        (landed("Orla Vane", "b", agent="Tannick Group"), None),
        (landed("Orla Vane", "b", word="evacuated"), None),
        (landed("Orla Vane", "b", on="2031-03-01"), (AGREES, None)),
        (landed("Orla Vane", "b", sure="PS+"), (AGREES, None)),
        (landed("Orla Vane", "b", sure="Uu"), None),
    ],
)
def test_one_act_of_two_reports(other: Account, found: tuple[str, None] | None) -> None:
    assert relation(landed("the army"), other) == found


def test_acts_on_other_days_are_two() -> None:
    assert relation(landed("the army", on="2031-02-01"), landed("Orla Vane", "b", on="2031-03-01")) is None


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("torched", {"did torch agent lantern front"}),
        ("leads", set()),
        pytest.param(
            "said", set(), marks=pytest.mark.xfail(reason="words without content are in no list of rarity, and so count as rarest")
        ),
    ],
)
def test_an_everyday_word_tells_of_no_one_act(word: str, found: set[str]) -> None:
    assert set(keys(landed("the army", word=word))) == found
