"""One comparison a pair, the same whichever comes first, and only of what is found together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purport.ids import digest
from purport.records import Factuality, SpeechAct
from purport.resolve import copies, states
from purport.resolve.accounts import Account
from purport.resolve.compare import EVERY, RULES, by_rules, comparison, keys_of, question, sought
from purport.resolve.sides import other_sides
from resolve.saying import CONTRADICTS, DOUBTS, account, count, frame, message, relation

DIED = frame("killed", patient="Veshan Dormu")


def test_only_statements_are_compared() -> None:
    assert keys_of(account("Orla Vane is alive"))
    for act in set(SpeechAct) - {SpeechAct.STATEMENT}:
        assert not keys_of(account("Orla Vane is alive", act=act))


def test_of_several_findings_the_surest_kind_is_shown() -> None:
    words = "Veshan Dormu was killed near Brask with men of the third column"
    seven = account(words, "the army", frames=(DIED,), counts=(count("men", 7, said="killed"),))
    nine = account(
        "they killed Veshan Dormu and men of his by Brask", "police", report="b", frames=(DIED,), counts=(count("men", 9, said="killed"),)
    )
    assert relation(seven, nine) == (CONTRADICTS, "number")


def test_sides_and_id_are_those_of_the_claims() -> None:
    late = account("they killed Veshan Dormu by Brask", "police", report="b", said="2031-03-05", frames=(DIED,))
    early = account("Veshan Dormu was killed", "the army", frames=(DIED,))
    found = comparison(late, early)
    assert found is not None
    assert (found.left.claim, found.right.claim) == (early.claim, late.claim)
    assert (found.left.content, found.right.path) == (early.shown, "b.txt")
    assert found.id == digest(("comparison", "a", early.claim, "b", late.claim))


def test_what_says_nothing_of_another_is_no_comparison() -> None:
    one, other = account("fog over Karst"), account("rain over Brask", report="b")
    assert comparison(one, other) is None
    assert question(one, other) == ""


@pytest.mark.parametrize(
    ("said", "doubted", "found"),
    [("PS+", "Uu", (DOUBTS, "status")), ("CT+", "Uu", (DOUBTS, "status"))],
)
def test_a_possible_death_and_who_cannot_corroborate_it(said: str, doubted: str, found: tuple[str, str]) -> None:
    killed = frame("killed", sure=said, patient="Veshan Dormu")
    one = account("its strike may have killed Veshan Dormu", "the army", sure=said, frames=(killed,))
    death = frame("killed", sure=doubted, patient="Veshan Dormu")
    other = account("that they had Veshan Dormu killed", "Orla Vane", report="b", sure=doubted, said="2031-03-05", frames=(death,))
    assert relation(one, other) == found


NAMED = st.sampled_from(["Veshan Dormu", "Orla Vane", "Karst", "Lantern Front", "a man"])
SURENESS = st.sampled_from([each.value for each in Factuality])
DAYS = st.sampled_from([None, "2030-03-01", "2031-03-04", "2031-03-05", "2031-03-01..2031-03-09", "2031-03-06..", "..2031-02-01"])
PIECES = ["Veshan Dormu", "Orla Vane", "Karst", "Sorvian troops", "no", "part of it", "alive", "the reports are false", "villages", "dead"]
PIECES += ["padlock", "to be", "bridge", "of the army", "bid", "offer", "governor", "election"]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6)
SOURCES = st.sampled_from([None, "the army", "Orla Vane", "police", "the Lantern Front"])
FRAMES = st.builds(
    lambda word, sure, on, role, who, whom: frame(word, sure=sure, on=on, **{role: who} | ({"theme": whom} if whom else {})),
    st.sampled_from(["killed", "died", "raided", "arrested", "freed", "torched", "wounded", "moved"]),
    SURENESS,
    DAYS,
    st.sampled_from(["agent", "patient"]),
    NAMED,
    st.none() | NAMED,
)
COUNTS = st.builds(
    lambda of, low, more, said, former: count(of, low, low + more, said=said, former=former),
    st.sampled_from(["dead", "people", "villages", "missing", "wounded"]),
    st.integers(0, 4).map(float),
    st.sampled_from([0.0, 1.0, float("inf")]),
    st.sampled_from(["", "killed", "seized", "held"]),
    st.booleans(),
)
MESSAGES = st.builds(message, st.sampled_from(["Veshan Dormu", "Orla Vane"]), DAYS)


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """Small accounts that have much in common; no two of them stand at one place."""
    return account(
        " ".join(draw(WORDS)),
        draw(SOURCES),
        report=draw(st.sampled_from("ab")),
        said=draw(DAYS),
        out=draw(DAYS),
        at=draw(st.integers(0, 3)) * 200,
        sure=draw(SURENESS),
        outlet=draw(st.sampled_from([None, "The Courier", "The Wire"])),
        frames=tuple(draw(st.lists(FRAMES, max_size=2))),
        counts=tuple(draw(st.lists(COUNTS, max_size=2))),
        messages=tuple(draw(st.lists(MESSAGES, max_size=1))),
        about=tuple(draw(st.lists(st.sampled_from(["Karst", "Veshan Dormu"]), max_size=1))),
    )


PAIRS = st.tuples(accounts(), accounts()).filter(lambda pair: pair[0].claim != pair[1].claim)
EXAMPLES = settings(max_examples=200, deadline=None, derandomize=True)


@EXAMPLES
@given(PAIRS)
def test_a_comparison_is_the_same_whichever_comes_first(pair: tuple[Account, Account]) -> None:
    one, other = pair
    assert comparison(one, other) == comparison(other, one)
    assert question(one, other) == question(other, one)


@EXAMPLES
@given(PAIRS)
def test_what_is_found_has_a_score_and_says_why(pair: tuple[Account, Account]) -> None:
    found = comparison(*pair)
    if found is not None:
        assert 0.0 < found.score <= 1.0
        assert found.why
        assert {found.left.claim, found.right.claim} == {each.claim for each in pair}
        assert question(*pair).endswith("?")


@EXAMPLES
@given(PAIRS)
def test_what_a_rule_finds_shares_a_key_of_it(pair: tuple[Account, Account]) -> None:
    """But for copies, whose keys are their rarest words: see test_copies."""
    one, other = pair
    for rule in RULES:
        if rule is not copies and ([*rule.compare(one, other)] or [*rule.compare(other, one)]):
            assert one.report == other.report or other_sides(rule.keys(one)) & set(rule.keys(other)), rule.__name__


@EXAMPLES
@given(PAIRS)
def test_what_all_rules_find_is_found_by_those_that_share_a_key(pair: tuple[Account, Account]) -> None:
    """But for copies, as above."""
    one, other = pair
    if not any([*copies.compare(one, other), *copies.compare(other, one)]) and one.report != other.report:
        by = by_rules((key, rules) for key, rules in sought(one).items() if key in keys_of(other))
        assert comparison(one, other, by) == comparison(one, other)


def test_a_rule_whose_keys_are_not_shared_holds_nothing_together() -> None:
    one, other = (
        account("they killed Veshan Dormu", frames=(DIED,)),
        account("Veshan Dormu was killed", "police", report="b", frames=(DIED,)),
    )
    assert comparison(one, other, EVERY - {states.__name__}) == comparison(one, other, EVERY) is not None
    assert comparison(one, other, frozenset()) is None


def test_who_says_seeks_who_denies() -> None:
    one = account("they burnt the granary by Brask")
    told = {key.removesuffix(" +") for key in keys_of(one) if key.startswith("said ")}
    assert {key.removesuffix(" -") for key in sought(one) if key.startswith("said ")} == told != set()
