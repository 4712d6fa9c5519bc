"""Which kinds of organisation names and nouns tell."""

import pytest

from purport.extract.kinds import kinds_named, kinds_of, named_kind


@pytest.mark.parametrize(("noun", "kind"), [("army", "army"), ("Ministry", "ministry"), ("firm", "company"), ("owner", "company")])
def test_nouns(noun: str, kind: str) -> None:
    assert kind in (kinds_of(noun) or ())


@pytest.mark.parametrize("noun", ["sailor", "harbour", ""])
def test_other_nouns_tell_nothing(noun: str) -> None:
    assert kinds_of(noun) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Karst Army", "army"),
        ("Ministry of Harbours", "ministry"),
        ("Vane & Marr", "company"),
        ("Vane Shipping Co.", None),
        ("Orrin", None),
    ],
)
def test_the_noun_in_a_name(name: str, kind: str | None) -> None:
    assert (named_kind(name.split()) or {None}) >= {kind}


@pytest.mark.parametrize(
    ("name", "may", "may_not"),
    [("Orrin", "company", "army"), ("KHB", "company", "army"), ("KLA", "army", "ministry"), ("Karst Army", "army", "company")],
)
def test_what_has_a_name_without_the_noun_is_no_army(name: str, may: str, may_not: str) -> None:
    kinds = kinds_named(name.split())
    assert may in kinds
    assert may_not not in kinds
