"""A rejection that does not say what it rejects speaks of what stands before it in its report."""

from dataclasses import replace

import pytest

from purport.resolve.accounts import Account
from purport.resolve.compare import question
from resolve.saying import CONTRADICTS, account, party, relation

SAID = "the engine room was under water an hour before"


def said(source: str | None = "the union", at: int = 100, report: str = "a") -> Account:
    return account(SAID, source, at=at, report=report)


def lie(words: str = "the account of the union is a lie", source: str | None = "Ilo Tolk", at: int = 250, sure: str = "CT+") -> Account:
    return account(words, source, at=at, sure=sure)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (said(), lie(), (CONTRADICTS, "denial")),
        (said(), lie("the reports are baseless"), (CONTRADICTS, "denial")),
        (said(), lie("the reports are baseless", at=400), None),
        (said(), lie("the union lies", at=400), (CONTRADICTS, "denial")),
        (said(), lie("the union lies", at=900), None),
        (said(), lie("the weather is a lie"), None),
        (said(), lie(at=10), None),
        (said(), lie(sure="CT-"), None),
        (said(), lie(sure="Uu"), None),
        (said(), lie(source="the union"), None),
        (said(None), lie("the reports are baseless"), None),
        (said(report="b"), lie(), None),
        (said(), lie("the account of the union is thin"), None),
    ],
)
def test_what_is_rejected(one: Account, other: Account, found: tuple[str, str] | None) -> None:
    assert relation(one, other) == found


def test_no_rejection_rejects_another() -> None:
    assert relation(account("the reports are false", "the union", at=100), lie()) is None


def test_what_is_asked_is_what_was_said() -> None:
    assert question(lie(), said()) == f"Is it so: {SAID}?"


def test_reports_of_somebody_are_those_that_speak_of_her() -> None:
    rejected = replace(lie("reports of her departure were false"), parties=(party("her", "Orla Vane"),))
    assert relation(said(), rejected) is None
    assert relation(replace(said(), parties=(party("Orla Vane"),)), rejected) == (CONTRADICTS, "denial")
