"""The same words say the same, whoever prints them."""

import pytest

from purport.resolve.accounts import Account
from purport.resolve.compare import COPY, compare
from purport.resolve.copies import KEYS, keys
from resolve.saying import AGREES, account, frame, relation

WORDS = "divers had found cracks as wide as a hand in the harbour wall"


def printed(words: str = WORDS, report: str = "b", sure: str = "CT+", said: str = "2031-03-04") -> Account:
    return account(words, "an engineer", report=report, sure=sure, said=said)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (printed(), (AGREES, COPY)),
        (printed("Divers found cracks, as wide as a hand, in the harbour wall"), (AGREES, COPY)),
        (printed(sure="PS+"), (AGREES, COPY)),
        (printed(sure="CT-"), None),
        (printed(sure="Uu"), None),
        (printed(f"{WORDS} and told nobody but the eastern quay’s night watchman Orsk"), None),
        (printed("divers had found weeds in the harbour"), None),
    ],
)
def test_copies(other: Account, found: tuple[str, str] | None) -> None:
    assert relation(account(WORDS, "an engineer"), other) == found


@pytest.mark.parametrize(("one", "other"), [("3", "4"), ("", "4"), ("forty", "fifty"), ("dozens of", "two")])
def test_other_numbers_are_no_copy(one: str, other: str) -> None:
    assert relation(account(f"{one} {WORDS}"), printed(f"{other} {WORDS}")) is None


def test_short_words_say_too_little() -> None:
    assert relation(account("he is here"), printed("he is here")) is None
    assert set(keys(account("the people say so"))) == set()


def test_of_one_report_it_is_no_copy_but_said_twice() -> None:
    assert relation(account(WORDS), account(WORDS, at=300)) == (AGREES, None)


def test_of_another_time_it_is_another_happening() -> None:
    def killed(report: str, said: str) -> Account:
        return account("Veshan Dormu was killed in Brask", report=report, said=said, frames=(frame("killed", patient="Veshan Dormu"),))

    assert relation(killed("a", "2030-03-01"), killed("b", "2031-03-01")) == ("same_series", "status")
    assert relation(killed("a", "2031-03-01"), killed("b", "2031-03-01")) == (AGREES, COPY)


def test_what_one_cannot_confirm_is_no_copy() -> None:
    died = frame("killed", patient="Veshan Dormu")
    doubted = frame("killed", sure="Uu", patient="Veshan Dormu")
    one = account("Veshan Dormu was killed in Brask", "the army", frames=(died,))
    other = account("Veshan Dormu was killed in Brask", "Orla Vane", report="b", sure="Uu", frames=(doubted,))
    assert relation(one, other) == ("doubts", "status")


def test_likeness_is_the_score() -> None:
    found = compare(account(WORDS), printed())
    assert found is not None
    assert (found.score, found.copy) == (1.0, True)


def test_a_content_is_found_by_its_rarest_words_two_by_two() -> None:
    assert len(set(keys(account(WORDS)))) == KEYS * (KEYS - 1) // 2


@pytest.mark.xfail(reason="four rarest words may miss a copy with new rare words; a key a word would find too many")
def test_a_copy_with_three_rare_words_more_is_found() -> None:
    words = f"{WORDS}, below the lantern and the cooperage, where gulls nest and herring smacks unload their creels at dusk"
    one, longer = account(words, "an engineer"), printed(f"{words} by Aab, Aac and Aad")
    assert relation(one, longer) == (AGREES, COPY)
    assert set(keys(one)) & set(keys(longer))


def test_one_word_among_numbers_is_enough_to_be_found_by() -> None:
    one, other = (
        account("the surplus was 41 then 52 then 67", source, report=report) for source, report in (("the bank", "a"), ("Orla Vane", "b"))
    )
    assert set(keys(one)) == set(keys(other)) == {"words surplus 41 52 67"}
    assert not set(keys(account("41 then 52 then 67", "the bank")))
