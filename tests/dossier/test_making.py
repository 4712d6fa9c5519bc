"""When a recording was made, by the sentences of a report."""

from __future__ import annotations

import pytest

import factory
from dossier.made import sentences
from purport.dossier.making import first_since, supposed, undated
from purport.records import Analysis, Factuality
from resolve.saying import account, days


def report(text: str, *times: tuple[str, str, str]) -> Analysis:
    one = factory.report(text)
    timexes = tuple(factory.timex(one, words, not_before=first, not_after=last) for words, first, last in times)
    return factory.analysis(one, sentences=tuple(sentences(text)), timexes=timexes)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Its date could not be established.", ["Its date could not be established"]),
        (
            "The date of the 9-minute tape, put out by the Front, was not clear.",
            ["date of the 9-minute tape, put out by the Front, was not clear"],
        ),
        ("It is unclear when the message was made.", ["unclear when the message was made"]),
        ("The paper could not say when the tape was recorded or establish it.", []),
        ("The date of the vote is not known.", []),
        ("Its date is 5 March.", []),
    ],
)
def test_nobody_could_tell(text: str, found: list[str]) -> None:
    assert [each.span.words(text) for each in undated(report(text))] == found


@pytest.mark.parametrize(
    ("text", "sure", "words", "found"),
    [
        (
            "the tape could have been recorded before 15 February",
            Factuality.POSSIBLE,
            "tape could have been recorded before 15 February",
            "..2031-02-15",
        ),
        ("it was filmed after 15 February, she said", Factuality.CERTAIN, "it was filmed after 15 February, she said", "2031-02-15.."),
        ("it was filmed on 15 February", Factuality.CERTAIN, "it was filmed on 15 February", "2031-02-15"),
    ],
)
def test_what_somebody_holds_of_it(text: str, sure: Factuality, words: str, found: str) -> None:
    analysis = report(f"{text}.", ("15 February", "2031-02-15", "2031-02-15"))
    (telling,) = supposed(analysis, account(text))
    assert (telling.span.words(analysis.report.text), telling.factuality, telling.days) == (words, sure, days(found))


def test_what_was_made_is_no_recording() -> None:
    text = "the bread was made before 15 February"
    assert [*supposed(report(text, ("15 February", "2031-02-15", "2031-02-15")), account(text))] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tape is the first from Vashan since May.", ["first from Vashan since May"]),
        ("The message was her first public address in almost May.", ["first public address in almost May"]),
        ("The tape came after the first attack in Karst since May.", []),
        ("The first snow since May fell.", []),
    ],
)
def test_how_long_there_was_none(text: str, found: list[str]) -> None:
    analysis = report(text, ("May", "2030-05-01", "2030-05-31"))
    assert [each.span.words(text) for each in first_since(analysis)] == found
