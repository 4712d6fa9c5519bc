"""Who is one by names that have nothing in common is found, and compared only with what is said of him."""

from __future__ import annotations

from dataclasses import replace

from purport.resolve.accounts import Account
from purport.resolve.compare import keys_of
from purport.resolve.renamed import beyond, meet, sought_beside
from resolve.saying import AGREES, account, frame, party, relation

DIED = frame("killed", patient="Veshan Dormu")
LION = replace(party("the Marsh Lion", "Veshan Dormu"), names=frozenset({"marsh lion"}))
DORMU = account("they killed Veshan Dormu by Brask", "police", frames=(DIED,))
OTHERS = {"Veshan Dormu": frozenset({"marsh lion"})}


def of_lion(words: str = "the Marsh Lion was killed", key: str | None = "Veshan Dormu") -> Account:
    died = replace(DIED, parties=(("patient", replace(LION, key=key)),))
    return account(words, "the army", report="b", frames=(died,))


def test_an_account_is_sought_by_the_other_names_of_whom_it_speaks_of() -> None:
    assert relation(DORMU, of_lion()) == (AGREES, "status")
    assert not keys_of(DORMU) & keys_of(of_lion())
    assert sought_beside(DORMU, OTHERS).keys() & keys_of(of_lion())
    assert sought_beside(DORMU, {"Orla Vane": frozenset({"vane"})}) == {}


def test_only_what_speaks_of_the_same_entity_of_the_case_meets() -> None:
    assert meet(DORMU, of_lion()) and meet(of_lion(), DORMU)
    other = of_lion(key="another Lion")
    assert sought_beside(DORMU, OTHERS).keys() & keys_of(other)
    assert not meet(DORMU, other)
    assert not meet(DORMU, account("the Marsh Lion spoke", report="b", frames=(replace(DIED, stem="speak", parties=(("agent", LION),)),)))


def test_names_that_no_key_of_ones_own_finds() -> None:
    own = frozenset({"last dormu", "name veshan dormu"})
    marsh, vechan = frozenset({"name marsh lion"}), frozenset({"last dormu", "name vechan dormu"})
    assert beyond(own, [own, vechan, marsh]) == marsh
    assert beyond(own, [own, vechan]) == frozenset()
