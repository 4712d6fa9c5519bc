"""Who is told to take, hold, lose or leave a place: by the words for it, whom they are said of, and when."""

import pytest

from purport.records import SpeechAct
from resolve.held_by import told


@pytest.mark.parametrize(
    ("marked", "parts", "found"),
    [
        ("[Troops|org] *retook* [Vesk|pla] in <June 2030|2030-06>.", ("Troops", "Vesk"), "takes Vesk: Troops, 2030-06-01..2030-06-30"),
        (
            "[Troops|org] *retook* [Vesk|pla] from the [Red Banner|org] on <3 June 2030|2030-06-03>.",
            ("Troops", "Vesk"),
            "takes Vesk: Troops from Red Banner, 2030-06-03",
        ),
        ("[Troops|org] *retook* [Vesk|oth] on <3 June 2030|2030-06-03>.", ("Troops", "Vesk"), "takes Vesk: Troops, 2030-06-03"),
        ("[Sorvia|pla] *occupied* [Vesk|pla] in <2030|2030>.", ("Sorvia", "Vesk"), "takes Vesk: Sorvia, 2030-01-01..2030-12-31"),
        (
            "[Rebels|org] *occupied* [Vesk|pla] from <May 2030|2030-05> to <June 2030|2030-06>.",
            ("Rebels", "Vesk"),
            "takes Vesk: Rebels, 2030-05-01..2030-05-31, to 2030-06-01..2030-06-30",
        ),
        (
            "[Rebels|org] have *held* [Vesk|pla] since <May 2030|2030-05>.",
            ("Rebels", "Vesk"),
            "holds Vesk: Rebels, 2030-05-01..2030-05-31",
        ),
        (
            "[Rebels|org] had *held* [Vesk|pla] since <May 2030|2030-05>.",
            ("Rebels", "Vesk"),
            "holds Vesk: Rebels, 2030-05-01..2030-05-31, to ..2031-03-10",
        ),
        ("[Rebels|org] *control* [Vesk|pla].", ("Rebels", "Vesk"), "holds Vesk: Rebels"),
        (
            "[Rebels|org] *left* [Vesk|pla] on <3 June 2030|2030-06-03>.",
            ("Rebels", "Vesk"),
            "leaves Vesk: Rebels, to 2030-06-03",
        ),
        (
            "[Rebels|org] *lost* [Vesk|pla] to the [Sorvian army|org] in <June 2030|2030-06>.",
            ("Rebels", "Vesk"),
            "loses Vesk: Rebels from Sorvian army, to 2030-06-01..2030-06-30",
        ),
        (
            "[Rebels|org] *besieged* [Vesk|pla] in <June 2030|2030-06>.",
            ("Rebels", "Vesk"),
            "besieges Vesk: Rebels, 2030-06-01..2030-06-30, to 2030-06-01..2030-06-30",
        ),
    ],
)
def test_an_act_with_who_does_it_and_when(marked: str, parts: tuple[str, str], found: str) -> None:
    assert told(marked, agent=parts[0], patient=parts[1]) == [found]


@pytest.mark.parametrize(
    ("marked", "patient", "found"),
    [
        ("[Troops|org] *seized* [a central district of [Vesk|pla]|pla].", "a central district of Vesk", "central district of Vesk"),
        ("[Troops|org] *seized* [[Vesk|pla]'s eastern quarter|pla].", "Vesk's eastern quarter", "eastern quarter of Vesk"),
        ("[Troops|org] *seized* [the whole of [Vesk|pla]|oth].", "the whole of Vesk", "all of Vesk"),
        ("[Troops|org] *seized* [control of [the town of [Vesk|pla]|pla]|oth].", "control of the town of Vesk", "Vesk"),
        ("[Troops|org] *seized* [the oasis of [Vesk|pla]|oth].", "the oasis of Vesk", "Vesk"),
        ("[Troops|org] *seized* [the [Vesk|pla] airstrip|oth].", "the Vesk airstrip", "airstrip of Vesk"),
        ("[Troops|org] *seized* northern [Vesk|pla].", "Vesk", "northern of Vesk"),
        ("[Vesk|pla] is on a hill. [Troops|org] *seized* [the town|pla].", "the town", "Vesk"),
        ("[Vesk|pla] is on a hill. [Troops|org] *seized* [the eastern quarter|pla].", "the eastern quarter", "eastern quarter of Vesk"),
        ("[Vesk|pla] is old. [Troops|org] *seized* [the upper half of the town|pla].", "the upper half of the town", "upper half of Vesk"),
        ("[France|pla] sent aid to [Vesk|pla]. [Troops|org] *seized* [the town|pla].", "the town", "Vesk"),
        ("2 [VESK|per] [Troops|org] *seized* [the town|pla].", "the town", "VESK"),
    ],
)
def test_which_place_and_which_part_of_it(marked: str, patient: str, found: str) -> None:
    assert told(marked, agent="Troops", patient=patient) == [f"takes {found}: Troops, ..2031-03-10"]


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("[Orla Vane|per] *left* [Vesk|pla].", {"agent": "Orla Vane", "patient": "Vesk"}),
        ("[Tannick Group|org] *took* [Vesk|pla].", {"agent": "Tannick Group", "patient": "Vesk"}),
        ("[Tannick Group|org] *won* [control of [Vesk Mills|org]|oth].", {"agent": "Tannick Group", "patient": "control of Vesk Mills"}),
        ("[Troops|org] *captured* [Orla Vane|per].", {"agent": "Troops", "patient": "Orla Vane"}),
        ("[Troops|org] *seized* [40 villages|pla].", {"agent": "Troops", "patient": "40 villages"}),
        ("[Vesk|pla] lies low. [Troops|org] *seized* [a third|oth].", {"agent": "Troops", "patient": "a third"}),
        ("Prices *fell* in [Vesk|pla].", {"patient": "Vesk"}),
    ],
)
def test_no_place_is_taken_or_left(marked: str, roles: dict[str, str]) -> None:
    assert told(marked, **roles) == []


@pytest.mark.parametrize(
    ("marked", "given", "found"),
    [
        ("[Vesk|pla] *fell* to [the rebels|org].", {"patient": "Vesk", "recipient": "the rebels"}, "takes Vesk: the rebels, ..2031-03-10"),
        ("The *fall* of [Vesk|pla] in <May|2030-05> came soon.", {"patient": "Vesk"}, "takes Vesk, 2030-05-01..2030-05-31"),
        (
            "[Troops|org] *drove* [the rebels|org] out of [Vesk|pla].",
            {"agent": "Troops", "patient": "the rebels"},
            "takes Vesk: Troops from the rebels, ..2031-03-10",
        ),
        ("[Rebels|org] *withdrew* from [Vesk|pla].", {"agent": "Rebels"}, "leaves Vesk: Rebels, to ..2031-03-10"),
        (
            "[Rebels|org] *stayed* in [Vesk|pla] until <11 February 2031|2031-02-11>.",
            {"agent": "Rebels"},
            "holds Vesk: Rebels, to 2031-02-11",
        ),
        (
            "[The army|org] says [it|oth] *controls* [Vesk|pla].",
            {"agent": "it", "patient": "Vesk", "same": ("The army", "it")},
            "holds Vesk: The army",
        ),
    ],
)
def test_a_place_after_a_preposition_and_who_a_pronoun_stands_for(marked: str, given: dict[str, str], found: str) -> None:
    assert told(marked, **given) == [found]


def test_fighters_who_left_without_a_place_left_the_last() -> None:
    marked = "[Troops|org] *retook* [Vesk|pla]. Banner fighters *stayed* until <11 February 2031|2031-02-11>."
    assert told(marked, agent="Troops", patient="Vesk")[1:] == ["holds Vesk: Banner fighters, to 2031-02-11"]


@pytest.mark.parametrize(
    "given",
    [{"sure": "Uu"}, {"ahead": True}, {"act": SpeechAct.PROMISE}, {"act": SpeechAct.EXHORTATION}],
)
def test_what_is_called_for_or_to_come_is_marked(given: dict[str, object]) -> None:
    (found,) = told("[Troops|org] *retake* [Vesk|pla].", agent="Troops", patient="Vesk", **given)
    assert found.startswith("not: takes Vesk: Troops")


def test_a_town_is_no_country() -> None:
    marked = "[Troops|org] from [France|pla] *seized* [the city|pla]."
    assert told(marked, agent="Troops", patient="the city", same=("France", "the city")) == []


def test_a_country_after_a_place_only_tells_where_it_is() -> None:
    assert told("[Troops|org] *retook* [Vesk|pla], [France|pla].", agent="Troops", patient="France") == []


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[The militia|org] kept fighting near [Vesk|pla], the port that [they|org] *control*.", ["holds Vesk: The militia"]),
        ("[The baker|org] came to [Vesk|pla], the port that [they|org] *control*.", ["holds Vesk"]),
    ],
)
def test_a_pronoun_of_which_no_more_is_known_is_those_who_fight(marked: str, found: list[str]) -> None:
    assert told(marked, agent="they", patient="Vesk") == found


def test_a_name_that_is_mostly_a_mans_is_no_place() -> None:
    marked = "[DORMU|per] hides. [Troops|org] *captured* [Dormu|pla]."
    assert told(marked, agent="Troops", patient="Dormu") == []


def test_what_is_outside_a_place_is_not_in_it() -> None:
    marked = "[Troops|org] *seized* [a district outside of [Vesk|pla]|pla]."
    assert told(marked, agent="Troops", patient="a district outside of Vesk") == []


def test_a_taking_told_by_a_noun() -> None:
    marked = "The *recapture* two months ago of [Vesk|pla] by [Sorvian troops|org] was told."
    assert told(marked) == ["takes Vesk: Sorvian troops, ..2031-03-10"]


def test_a_loss_told_by_a_noun() -> None:
    assert told("The *loss* of [Vesk|pla] on <3 June 2030|2030-06-03> was told.") == ["loses Vesk, to 2030-06-03"]
    marked = "The [Red Front|org]'s *loss* of [Vesk|pla] on <3 June 2030|2030-06-03> was told."
    assert told(marked, agent="Red Front") == ["loses Vesk: Red Front, to 2030-06-03"]


def test_they_are_not_one_army_where_several_fighters_are_spoken_of() -> None:
    marked = "[The militants|org] are many. [The army|org] says [they|org] *control* [Vesk|pla]."
    assert told(marked, agent="they", patient="Vesk", same=("The army", "they")) == ["holds Vesk: The militants"]


@pytest.mark.parametrize(
    ("marked", "parts", "found"),
    [
        ("[Rebels|org] were *routed* at [Vesk|pla].", {"patient": "Rebels"}, ["loses Vesk: Rebels, to ..2031-03-10"]),
        ("[Arsenal|org] were *routed* at [Vesk|pla].", {"patient": "Arsenal"}, []),
        ("[Rebels|org] were *driven* from [Vesk|pla].", {"patient": "Rebels"}, ["loses Vesk: Rebels, to ..2031-03-10"]),
        ("[Vesk|pla] was *abandoned* in <May 2030|2030-05>.", {"patient": "Vesk"}, ["leaves Vesk, to 2030-05-01..2030-05-31"]),
        ("[Vesk|pla] *abandoned* the plan.", {"agent": "Vesk"}, []),
        ("[The firm|org] has *abandoned* [Vesk|pla].", {"agent": "The firm", "patient": "Vesk"}, []),
        (
            "In northern [Vesk|pla], [rebels|org] are *fighting* [troops|org].",
            {"agent": "rebels", "patient": "troops"},
            ["contests northern of Vesk: rebels from troops, ..2031-03-10, to ..2031-03-10"],
        ),
        ("In his report on [Vesk|pla], [rebels|org] are *fighting* [troops|org].", {"agent": "rebels", "patient": "troops"}, []),
        (
            "[Troops|org] *drove* [the rebels|org] out of the river port of [Vesk|pla].",
            {"agent": "Troops", "patient": "the rebels"},
            ["takes Vesk: Troops from the rebels, ..2031-03-10"],
        ),
        ("[Rebels|org] *withdrew* from [Vesk|pla]'s gate.", {"agent": "Rebels"}, []),
        (
            "[Troops|org] *seized* [a town|pla] called [Vesk|pla].",
            {"agent": "Troops", "patient": "a town"},
            ["takes Vesk: Troops, ..2031-03-10"],
        ),
        (
            "[The city of [Vesk|pla]|pla] is old. [Troops|org] *seized* [one district|pla] in [the city|pla].",
            {"agent": "Troops", "patient": "one district", "same": ("The city of Vesk", "the city")},
            ["takes one district of Vesk: Troops, ..2031-03-10"],
        ),
        (
            "[Sorvian officials|per] said [they|per] had *cleared* [Vesk|pla].",
            {"agent": "they", "patient": "Vesk", "same": ("Sorvian officials", "they")},
            [],
        ),
        (
            "[Army officials|per] said [they|per] had *cleared* [Vesk|pla].",
            {"agent": "they", "patient": "Vesk", "same": ("Army officials", "they")},
            ["clears Vesk: Army officials, ..2031-03-10"],
        ),
        (
            "[[Sorvian|oth] officials|per] said [they|per] had *cleared* [Vesk|pla].",
            {"agent": "they", "patient": "Vesk", "same": ("Sorvian officials", "they")},
            ["clears Vesk: Sorvian officials, ..2031-03-10"],
        ),
        (
            "[Health officials|per] said [they|per] had *cleared* [Vesk|pla].",
            {"agent": "they", "patient": "Vesk", "same": ("Health officials", "they")},
            [],
        ),
    ],
)
def test_routs_and_what_is_abandoned_or_named_around(marked: str, parts: dict[str, object], found: list[str]) -> None:
    assert told(marked, **parts) == found


def test_both_places_are_the_last_two_that_are_joined() -> None:
    marked = "Elders from [Vesk|pla] and [Sill|per] spoke. [Both towns|pla] were *abandoned*."
    assert told(marked, patient="Both towns") == ["leaves Vesk, to ..2031-03-10", "leaves Sill, to ..2031-03-10"]


def test_fighters_left_the_place_that_their_sentence_begins_with() -> None:
    marked = "[Troops|org] *retook* [Vesk|pla]. In [a village|pla] called [Pell|pla], the rebels *left*."
    found = told(marked.replace("the rebels", "[rebels|org]"), agent="Troops", patient="Vesk", second={"agent": "rebels"})
    assert found[1:] == ["leaves Pell: rebels, to ..2031-03-10"]


def test_who_stayed_calm_stayed_nowhere() -> None:
    marked = "[Troops|org] *retook* [Vesk|pla]. [Rebels|org] *stayed* calm."
    assert told(marked, agent="Troops", patient="Vesk", second={"agent": "Rebels"})[1:] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("most of the province of [Vesk|pla]", ["holds most of Vesk: Rebels"]),
        ("all of [Vesk|pla] and more", ["holds all of Vesk: Rebels"]),
        ("most of [Vesk|pla] mills", []),
        ("much of trade in [Vesk|pla]", []),
        ("the roads of [Vesk|pla]", []),
    ],
)
def test_what_follows_is_held_where_the_record_has_nothing_that_is(words: str, found: list[str]) -> None:
    assert told(f"[Rebels|org] *control* {words}.", agent="Rebels") == found


def test_a_place_of_the_next_sentence_is_not_the_events_own() -> None:
    assert told("[Rebels|org] *withdrew*. A man came from [Vesk|pla].", agent="Rebels") == []
    assert told("[Rebels|org] *withdrew*. From [Vesk|pla] came a man.", agent="Rebels") == []


def test_what_somebody_owns_in_a_place_is_no_part_of_it() -> None:
    marked = "[Troops|org] *seized* [rich possessions|oth] in [Vesk|pla]."
    assert told(marked, agent="Troops", patient="rich possessions") == []
