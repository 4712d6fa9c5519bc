"""What people are accused of, what courts make of it, and to what post they are moved."""

import pytest

from dossier.telling import Did, Says, report, shown
from purport.dossier.charges import ACCUSED
from purport.dossier.conditions import STATUS


def told(text: str, word: str, *, sure: str = "CT+", places: tuple[str, ...] = ()) -> list[str]:
    does = [Did(word, {"agent": "Orla Vane", "patient": "Ilo Tolk"}, sure=sure)]
    says = Says("Police", text.removeprefix("Police said ").removesuffix("."))
    made = report(text, says, people=["Ilo Tolk", "Orla Vane"], places=list(places), does=does)
    return shown(made, STATUS, ACCUSED)


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Police said Orla Vane accused Ilo Tolk of hiding a key.", "accused", ["Ilo Tolk: hiding a key Uu by Police"]),
        ("Police said Ilo Tolk was charged by Orla Vane with arson, a crime.", "charged", ["Ilo Tolk: arson Uu by Police"]),
        ("Police said Orla Vane had Ilo Tolk convicted of arson.", "convicted", ["Ilo Tolk: convicted of arson CT+ by Police"]),
        (
            "Police said Orla Vane sentenced Ilo Tolk to a year.",
            "sentenced",
            ["Ilo Tolk: sentenced to a year CT+ by Police"],
        ),
        ("Police said Orla Vane cleared Ilo Tolk a path of stones.", "cleared", []),
        ("Police said Orla Vane charged Ilo Tolk two marks.", "charged", []),
        ("Police said Orla Vane accused Ilo Tolk.", "accused", []),
    ],
)
def test_a_charge_is_open_and_a_judgement_is_not(text: str, word: str, found: list[str]) -> None:
    assert told(text, word) == found


def test_who_was_not_convicted_was_not() -> None:
    assert told("Police said Orla Vane never had Ilo Tolk convicted of arson.", "convicted", sure="CT-") == [
        "Ilo Tolk: convicted of arson CT- by Police"
    ]


def test_what_is_only_asked_is_no_charge() -> None:
    assert told("Police said Orla Vane had Ilo Tolk charged with arson.", "charged", sure="Uu") == []


@pytest.mark.parametrize(
    ("to", "places", "found"),
    [
        ("to Fisheries and Ports", (), ["Ilo Tolk: moved to Fisheries CT+ by Police"]),
        ("to Karst", ("Karst",), []),
        ("to tears", (), []),
    ],
)
def test_who_is_moved_to_a_post_and_not_to_a_place(to: str, places: tuple[str, ...], found: list[str]) -> None:
    assert told(f"Police said Orla Vane moved Ilo Tolk {to}.", "moved", places=places) == found


def test_of_two_charges_each_has_its_own_words() -> None:
    text = "Police said Ilo Tolk was convicted of arson and cleared of theft."
    does = [Did(word, {"patient": "Ilo Tolk"}) for word in ("convicted", "cleared")]
    made = report(text, Says("Police", text.removeprefix("Police said ")), people=["Ilo Tolk"], does=does)
    assert [each.split(": ")[1] for each in shown(made, STATUS)] == ["convicted of arson CT+ by Police", "cleared of theft CT+ by Police"]


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("Ilo Tolk was held", ["Ilo Tolk: arson Uu by Karst Courier"]),
        ("The mill was shut", []),
        ("Ilo Tolk and Ober Venn were held", []),
    ],
)
def test_whom_a_charge_means_by_a_pronoun_is_named_just_before(before: str, found: list[str]) -> None:
    text = f"{before}. he was charged with arson."
    named = [each for each in ("Ilo Tolk", "Ober Venn") if each in text]
    does = [Did("charged", {"patient": "he"})]
    made = report(text, Says(None, "he was charged with arson", None), people=[*named, "he"], does=does)
    assert shown(made, ACCUSED) == found
