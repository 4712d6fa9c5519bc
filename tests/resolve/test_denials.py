"""What one source says and another denies."""

import pytest

from purport.resolve.accounts import Account
from purport.resolve.compare import question
from purport.resolve.denials import keys
from resolve.saying import CONTRADICTS, SUPERSEDES, account, count, frame, relation

TORCHED = frame("torched", agent="Lantern Front", patient="Brask")


def burnt(source: str = "the army", **fields: object) -> Account:
    return account("the Lantern Front torched Brask", source, frames=(TORCHED,), **fields)  # type: ignore[arg-type]


def not_burnt(source: str = "Orla Vane", sure: str = "CT-", on: str | None = None) -> Account:
    act = frame("torched", sure=sure, on=on, agent="Lantern Front", patient="the granary")
    return account("any man of the Lantern Front torched a granary", source, report="b", sure=sure, frames=(act,))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (burnt(), not_burnt(), (CONTRADICTS, "denial")),
        (burnt(), not_burnt(sure="PR-"), (CONTRADICTS, "denial")),
        (burnt(sure="PS+"), not_burnt(), (CONTRADICTS, "denial")),
        (burnt(sure="Uu"), not_burnt(), None),
        (burnt(), not_burnt(sure="Uu"), None),
        (burnt(), not_burnt("the army"), None),
        (burnt("Orla Vane"), not_burnt(), None),
        (burnt(sure="CT-"), not_burnt(), None),
    ],
)
def test_an_act_and_its_denial(one: Account, other: Account, found: tuple[str, str] | None) -> None:
    assert relation(one, other) == found


def test_acts_on_other_days_are_other_acts() -> None:
    one = account("the Lantern Front torched Brask", "the army", frames=(frame("torched", on="2030-05-01", agent="Lantern Front"),))
    assert relation(one, not_burnt(on="2031-03-01")) is None


def test_what_is_denied_is_asked() -> None:
    assert question(burnt(), not_burnt()) == "Is it so: the Lantern Front torched Brask?"


def sorvians(words: str, source: str, report: str, sure: str = "CT+") -> Account:
    return account(words, source, report=report, sure=sure, about=("Karst",), frames=(frame("raided", sure=sure, agent="soldiers"),))


@pytest.mark.parametrize(
    ("said", "denied", "found"),
    [
        ("Sorvian commandos landed by night", "Sorvian troops took part in it", (CONTRADICTS, "participant")),
        ("Kesmari and Sorvian forces landed by night", "Sorvian troops took part in it", (CONTRADICTS, "participant")),
        ("Kesmari commandos landed by night", "Sorvian troops took part in it", None),
        ("advisers in Sorvian boots landed", "Sorvian troops took part in it", None),
        ("Sorvian commandos landed by night", "Sorvian troops wear green caps", None),
    ],
)
def test_who_took_part(said: str, denied: str, found: tuple[str, str] | None) -> None:
    assert relation(sorvians(said, "a witness", "a"), sorvians(denied, "Orla Vane", "b", "CT-")) == found


@pytest.mark.parametrize(
    ("said", "denied", "found"),
    [
        ("Tannick Group has a padlock on the starboard door", "there was a padlock on the starboard door", (CONTRADICTS, "denial")),
        ("Tannick Group has a padlock on the pantry", "there was a padlock on the starboard door", None),
        ("Tannick Group turned down the offer", "there was any formal bid", None),
        ("Tannick Group turned down the amnesty", "there was an amnesty", None),
    ],
)
def test_what_there_was_none_of(said: str, denied: str, found: tuple[str, str] | None) -> None:
    one = account(said, "the union", about=("the Merle",))
    assert relation(one, account(denied, "the company", report="b", sure="CT-", about=("the Merle",))) == found


def test_an_offer_turned_down_and_no_formal_bid() -> None:
    rejected = frame("rejected", agent="Tannick Group", patient="an offer")
    made = frame("received", sure="CT-", agent="Tannick Group", patient="a formal bid")
    one = account("Tannick Group rejected an offer", frames=(rejected,))
    assert relation(one, account("Tannick Group received a formal bid", "Ilo Tolk", report="b", sure="CT-", frames=(made,))) is None


def test_two_reports_about_nothing_in_common_deny_nothing_of_each_other() -> None:
    one = account("a padlock on the starboard door", "the union", about=("the Merle",))
    other = account("there was a padlock on the starboard door", "the company", report="b", sure="CT-", about=("the Kestrel",))
    assert relation(one, other) is None


def test_none_of_it_is_a_denial() -> None:
    none = account("0 padlocks on the starboard door of the Merle", "the company", report="b", counts=(count("padlocks", 0),))
    some = account("padlocks held the starboard door of the Merle", "the union")
    assert none.denied
    assert relation(some, none) == (CONTRADICTS, "denial")


def test_of_states_another_rule_speaks() -> None:
    died = frame("killed", patient="Veshan Dormu")
    lives = frame("killed", sure="CT-", patient="Veshan Dormu")
    one = account("the army killed Veshan Dormu", "Orla Vane", frames=(died,))
    assert relation(one, account("Veshan Dormu was killed near Karst", "Ilo Tolk", report="b", sure="CT-", frames=(lives,))) == (
        CONTRADICTS,
        "denial",
    )
    later = account("Veshan Dormu was killed near Karst", "Orla Vane", report="b", sure="CT-", frames=(lives,), said="2031-03-06")
    assert relation(one, later) == (SUPERSEDES, "correction")


def test_an_account_is_found_by_its_acts_who_acts_and_its_telling_words() -> None:
    found = set(keys(burnt()))
    assert {"act torch lantern front +", "act torch brask +"} <= found
    assert "actor sorvian" in set(keys(account("Sorvian troops near Karst")))
    assert any(key.startswith("said ") for key in found)
    assert not any(key.startswith("said ") for key in keys(burnt(sure="Uu")))


def said(one: Account) -> set[str]:
    return {key.split()[1] for key in keys(one) if key.startswith("said ")}


def test_a_denial_is_found_by_few_words_that_whoever_says_it_has() -> None:
    denial = account("they did not torch the granary by the lighthouse of Brask", "the army", sure="CT-")
    claim = account("they torched the granary by the lighthouse of Brask")
    assert set() < said(denial) < said(claim)


def test_a_denial_of_common_words_is_found_by_all_that_tell() -> None:
    denial = account("the company would not go and take the money of the people back over the starboard quay", "the union", sure="CT-")
    claim = account("the company would go and take the money of the people back over the starboard quay")
    assert said(denial) == said(claim) & {"starboard", "quay"}


def test_what_there_was_none_of_is_found_by_its_rarest_word() -> None:
    assert "starboard" in said(account("there was no starboard wave", "the union", sure="CT-"))


@pytest.mark.parametrize(
    ("word", "told", "found"),
    [
        ("closed", "the granaries of Brask are full of rye", None),
        ("closed", "the granaries of Brask were closed in the spring", (CONTRADICTS, "denial")),
        ("found", "the granaries of Brask are full of rye", (CONTRADICTS, "denial")),
    ],
)
def test_what_happened_to_none_is_told_too(word: str, told: str, found: tuple[str, str] | None) -> None:
    act = (frame(word, sure="CT-"),)
    denial = account(f"no granaries were {word}", "Orla Vane", report="b", sure="CT-", frames=act, about=("the Merle",))
    assert relation(account(told, "Ilo Tolk", about=("the Merle",)), denial) == found
