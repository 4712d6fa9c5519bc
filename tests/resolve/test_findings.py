"""Who says it and when, in words; and whether two accounts are of one source."""

from dataclasses import replace

import pytest

from purport.records import Factuality
from purport.resolve.accounts import Account
from purport.resolve.findings import by_whom, same_source, shown, sure, told
from resolve.saying import account, days, party


def said(source: str | None, report: str = "a", key: str | None = None, **fields: object) -> Account:
    one = account("it was so", source, report=report, **fields)  # type: ignore[arg-type]
    return replace(one, source=party(source, key)) if source and key else one


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (said("Orla Vane"), said("Orla Vane", "b"), True),
        (said("Vane", key="Orla Vane"), said("the mayor", "b", key="Orla Vane"), True),
        (said("Orla Vane"), said("Ilo Tolk", "b"), False),
        (said("a witness"), said("a witness"), True),
        (said("a witness"), said("a witness", "b"), False),
        (said("the army"), said("the army", "b"), True),
        (said("the hospital"), said("doctors at the district hospital", "b"), True),
        (said("the Brask hospital"), said("the Karst hospital", "b"), False),
        (said("the Sorvian government"), said("the government", "b"), True),
        (said("the Harbour Guild"), said("the Harbour Guild", "b"), True),
        (said("the Guild"), said("the Guild", "b"), False),
        (said(None), said("the army"), False),
        (said(None), said(None), True),
        (said(None), said(None, "b"), False),
        (said(None, outlet="The Wire"), said(None, "b", outlet="The Wire"), True),
        (said(None, outlet=None), said(None, "b", outlet=None), False),
        (said(None, outlet=None), said(None, outlet=None), True),
    ],
)
def test_one_source(one: Account, other: Account, same: bool) -> None:
    assert same_source(one, other) == same_source(other, one) == same


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04..2031-03-06", "2031-03-04 to 2031-03-06"),
        ("2031-03-04..", "not before 2031-03-04"),
        ("..2031-03-04", "not after 2031-03-04"),
        (None, ""),
    ],
)
def test_days_in_words(interval: str | None, words: str) -> None:
    assert told(days(interval)) == words


def test_who_said_it_and_when() -> None:
    assert by_whom(said("Orla Vane")) == "Orla Vane, 2031-03-04"
    assert by_whom(said(None, said=None)) == "The a Courier"
    assert by_whom(said(None, outlet=None)) == "a.txt, 2031-03-04"


def test_words_for_a_heading_are_short_and_bare() -> None:
    assert shown(account("“it was so,” ")) == "it was so"
    long = shown(account("so " * 60))
    assert len(long) <= 90
    assert long.endswith(" …")


def test_sureness_is_told_where_it_is_not_flat() -> None:
    assert sure(Factuality.CERTAIN) == ""
    assert all(sure(each).startswith(" (") for each in set(Factuality) - {Factuality.CERTAIN})
