"""What a report tells of people, field by field."""

from dataclasses import replace

import pytest

from dossier.telling import Did, Says, Tape, entries, report, shown
from purport.dossier.conditions import BEFORE, STATUS
from purport.dossier.known import NAMES, NAMESAKE, ROLE
from purport.dossier.quotations import PURPORTED, QUOTATIONS
from purport.dossier.whereabouts import WHEREABOUTS
from purport.records import Form, MentionForm, SourceType, SpeechAct

KILLED = Did("killed", {"patient": "Ilo Tolk"})


@pytest.mark.parametrize(
    ("text", "saying", "did", "found"),
    [
        ("The army said Ilo Tolk was killed.", Says("The army", "Ilo Tolk was killed"), KILLED, "dead CT+ by The army"),
        ("Ilo Tolk was killed.", Says(None, "Ilo Tolk was killed", None), KILLED, "dead CT+ by Karst Courier"),
        (
            "There were reports that Ilo Tolk was killed.",
            Says(None, "that Ilo Tolk was killed", "reports"),
            KILLED,
            "dead CT+ by not named: “reports”",
        ),
        ("The army denied Ilo Tolk was killed.", Says("The army", "Ilo Tolk was killed", "denied", "CT-"), KILLED, "dead CT- by The army"),
        (
            "The army saw Ilo Tolk survive.",
            Says("The army", "Ilo Tolk survive", "saw"),
            Did("survive", {"agent": "Ilo Tolk"}),
            "seen alive CT+ by The army",
        ),
        (
            "Police said Ilo Tolk was captured.",
            Says("Police", "Ilo Tolk was captured"),
            Did("captured", {"patient": "Ilo Tolk"}),
            "held CT+ by Police",
        ),
    ],
)
def test_the_state_of_somebody_is_told_by_whoever_says_it(text: str, saying: Says, did: Did, found: str) -> None:
    assert shown(report(text, saying, people=["Ilo Tolk"], does=[did]), STATUS) == [f"Ilo Tolk: {found}"]


def test_one_or_the_other_is_one_state() -> None:
    text = "The army said Ilo Tolk was either killed or wounded."
    acts = [KILLED, Did("wounded", {"patient": "Ilo Tolk"}, sure="Uu")]
    told = report(text, Says("The army", "Ilo Tolk was either killed or wounded"), people=["Ilo Tolk"], does=acts)
    assert shown(told, STATUS) == ["Ilo Tolk: dead or hurt CT+ by The army"]


@pytest.mark.parametrize(
    "saying",
    [
        Says("The army", "to have Ilo Tolk killed", "called on them", act=SpeechAct.EXHORTATION),
        Says("The army", "to have Ilo Tolk killed", "called on them", act=SpeechAct.THREAT),
    ],
)
def test_a_death_that_is_only_called_for_is_no_state(saying: Says) -> None:
    assert shown(report("The army called on them to have Ilo Tolk killed.", saying, people=["Ilo Tolk"], does=[KILLED]), STATUS) == []


def test_what_is_left_to_come_is_no_state() -> None:
    text = "The army said it could take years to have Ilo Tolk killed."
    saying = Says("The army", "it could take years to have Ilo Tolk killed")
    told = report(text, saying, people=["Ilo Tolk"], does=[Did("killed", {"patient": "Ilo Tolk"}, sure="Uu")])
    assert shown(told, STATUS) == []


def test_a_place_has_no_state() -> None:
    told = report("The army said Karst died.", Says("The army", "Karst died"), places=["Karst"], does=[Did("died", {"agent": "Karst"})])
    assert entries(told, STATUS) == []


def test_people_without_a_name_are_subjects_of_their_own_report_but_for_a_bare_noun() -> None:
    text = "The army said two guards of the mill were killed. Nurses were killed."
    sayings = [Says("The army", "two guards of the mill were killed"), Says(None, "Nurses were killed", None)]
    acts = [Did("killed", {"patient": "two guards of the mill"})]
    told = report(text, *sayings, nouns=["two guards of the mill", "Nurses"], does=acts)
    assert shown(told, STATUS) == ["two guards of the mill: dead CT+ by The army"]


def test_a_pronoun_that_leads_nowhere_means_who_was_named_last() -> None:
    text = "Ilo Tolk ran the mill. The army said the strike might have killed him."
    told = report(
        text,
        Says("The army", "the strike might have killed him", sure="PS+"),
        people=["Ilo Tolk"],
        nouns=["him"],
        does=[Did("killed", {"patient": "him"}, sure="PS+")],
    )
    assert shown(told, STATUS) == ["Ilo Tolk: dead PS+ by The army"]


def test_between_two_a_pronoun_means_neither() -> None:
    text = "Ilo Tolk met Orla Vane. The army said the strike might have killed him."
    told = report(
        text,
        Says("The army", "the strike might have killed him", sure="PS+"),
        people=["Ilo Tolk", "Orla Vane"],
        nouns=["him"],
        does=[Did("killed", {"patient": "him"}, sure="PS+")],
    )
    assert shown(told, STATUS) == []


def test_a_death_told_of_long_before_is_of_its_own_field() -> None:
    text = "The army said in 2029 that Ilo Tolk was killed."
    told = report(text, Says("The army", "Ilo Tolk was killed", said="2029-05-01"), people=["Ilo Tolk"], does=[KILLED])
    (found,) = entries(told, BEFORE, STATUS)
    assert (found.field, found.value, str(found.days.first)) == (BEFORE, "dead", "2029-05-01")


@pytest.mark.parametrize(
    ("reply", "saying", "found"),
    [
        (
            "Envoys could not confirm the death.",
            Says("Envoys", "the death", "could not confirm", "Uu"),
            "dead Uu by Envoys",
        ),
        (
            "Envoys could not confirm either account.",
            Says("Envoys", "either account", "could not confirm", "Uu"),
            "dead Uu by Envoys",
        ),
        ("The Reeds called the report a lie.", Says("The Reeds", "the report a lie", "called"), "dead CT- by The Reeds"),
    ],
)
def test_answers_to_a_death_are_of_it(reply: str, saying: Says, found: str) -> None:
    text = f"The army said Ilo Tolk was killed. {reply}"
    told = report(text, Says("The army", "Ilo Tolk was killed"), saying, people=["Ilo Tolk"], does=[KILLED])
    assert shown(told, STATUS) == ["Ilo Tolk: dead CT+ by The army", f"Ilo Tolk: {found}"]


def test_what_cannot_be_confirmed_of_something_else_is_no_state() -> None:
    text = "The army said Ilo Tolk was killed. Envoys could not confirm the price."
    saying = Says("Envoys", "the price", "could not confirm", "Uu")
    told = report(text, Says("The army", "Ilo Tolk was killed"), saying, people=["Ilo Tolk"], does=[KILLED])
    assert shown(told, STATUS) == ["Ilo Tolk: dead CT+ by The army"]


def test_doubters_doubt_the_death_told_of_before() -> None:
    text = "The army said Ilo Tolk was killed, but officers in Karst were deeply sceptical."
    told = report(text, Says("The army", "Ilo Tolk was killed"), people=["Ilo Tolk"], does=[KILLED])
    found = entries(told, STATUS)[-1]
    assert (found.value, found.factuality, found.by) == ("dead", "PR-", "officers in Karst")
    assert [span.words(text) for span in found.spans] == ["officers in Karst were deeply sceptical"]


@pytest.mark.parametrize(
    ("died", "released", "may"),
    [(None, "2031-03-09", True), ("2031-03-01", "2031-03-09", True), (None, "2030-03-09", False), ("2031-03-08", "2031-03-01", False)],
)
def test_a_message_since_his_death_may_tell_that_its_speaker_lives(died: str | None, released: str, *, may: bool) -> None:
    text = "The army said Ilo Tolk was killed. A tape purportedly by Tolk came out."
    tape = Tape("A tape", "Ilo Tolk", "purportedly by", released)
    act = Did("killed", {"patient": "Ilo Tolk"}, on=died)
    told = report(text, Says("The army", "Ilo Tolk was killed"), people=["Ilo Tolk"], does=[act], tapes=[tape])
    assert shown(told, STATUS)[1:] == ["Ilo Tolk: alive, if the message is theirs and was made since Uu by Karst Courier"] * may


def test_what_the_dead_are_said_to_have_done_lately_is_told_beside_their_death() -> None:
    text = "The army said Ilo Tolk was killed. The Reeds said Ilo Tolk toured Vesk. The Reeds said Orla Vane toured Karst."
    sayings = [Says("The Reeds", f"{who} toured {place}") for who, place in (("Ilo Tolk", "Vesk"), ("Orla Vane", "Karst"))]
    acts = [
        KILLED,
        Did("toured Vesk", {"agent": "Ilo Tolk"}, on="2031-03-05"),
        Did("toured Karst", {"agent": "Orla Vane"}, on="2031-03-05"),
    ]
    told = report(text, Says("The army", "Ilo Tolk was killed"), *sayings, people=["Ilo Tolk", "Orla Vane"], does=acts)
    assert shown(told, STATUS) == ["Ilo Tolk: dead CT+ by The army", "Ilo Tolk: toured Vesk CT+ by The Reeds"]


def test_where_somebody_is_is_told_by_whoever_says_it() -> None:
    text = "The army said Ilo Tolk was hiding in the marshes north of Vesk."
    saying = Says("The army", "Ilo Tolk was hiding in the marshes north of Vesk", sure="PR+")
    hiding = Did("hiding", {"agent": "Ilo Tolk"}, at="the marshes", sure="PR+")
    told = report(text, saying, people=["Ilo Tolk"], places=["the marshes"], does=[hiding])
    assert shown(told, WHEREABOUTS) == ["Ilo Tolk: hiding in the marshes north of Vesk PR+ by The army"]


def test_where_somebody_does_something_else_is_no_whereabouts() -> None:
    text = "The army said Ilo Tolk sold a mill in Vesk."
    sold = Did("sold", {"agent": "Ilo Tolk"}, at="Vesk")
    told = report(text, Says("The army", "Ilo Tolk sold a mill in Vesk"), people=["Ilo Tolk"], places=["Vesk"], does=[sold])
    assert shown(told, WHEREABOUTS) == []


def quoting(words: str, act: SpeechAct = SpeechAct.STATEMENT) -> Says:
    return Says("Ilo Tolk", words, type=SourceType.NAMED_PERSON, form=Form.DIRECT, act=act)


def test_quotations_are_in_the_words_of_the_person() -> None:
    text = "“The mill is ours,” Ilo Tolk said."
    (found,) = entries(report(text, quoting("“The mill is ours,”"), people=["Ilo Tolk"]), QUOTATIONS)
    assert (found.value, found.factuality, found.by, found.is_folded) == ("The mill is ours", "CT+", "Karst Courier", False)
    assert [span.words(text) for span in found.spans] == ["The mill is ours,"]


@pytest.mark.parametrize(
    ("words", "act"),
    [("“Rise, all of you,”", SpeechAct.EXHORTATION), ("“We are many, and burn their mills,”", SpeechAct.STATEMENT)],
)
def test_calls_are_folded(words: str, act: SpeechAct) -> None:
    (found,) = entries(report(f"{words} Ilo Tolk said.", quoting(words, act), people=["Ilo Tolk"]), QUOTATIONS)
    assert found.is_folded


def test_the_words_of_a_message_that_may_not_be_his_are_the_messages() -> None:
    text = "A tape purportedly by Ilo Tolk came out. “The mill is ours,” Ilo Tolk said."
    told = report(text, quoting("“The mill is ours,”"), people=["Ilo Tolk"], tapes=[Tape("A tape", "Ilo Tolk", "purportedly by")])
    (found,) = entries(told, QUOTATIONS, PURPORTED)
    assert (found.field, found.factuality) == (PURPORTED, "Uu")


def test_that_somebody_is_no_relation_of_another_is_told_in_the_words_that_say_so() -> None:
    text = "Ilo Tolk came. Orla Tolk, a baker and no relation of his, stayed."
    (found,) = entries(report(text, people=["Ilo Tolk", "Orla Tolk"]), NAMESAKE)
    assert (found.subject_words, found.value) == ("Orla Tolk", "Orla Tolk, a baker and no relation of his")


def test_names_and_roles() -> None:
    text = "Ilo Tolk, the former spokesman of the Reeds, spoke."
    noun = "the former spokesman of the Reeds"
    told = report(text, people=["Ilo Tolk"], nouns=[noun], one=[("Ilo Tolk", noun)])
    assert [(each.field, each.value) for each in entries(told)] == [(NAMES, "Ilo Tolk"), (ROLE, "former spokesman of the Reeds")]


@pytest.mark.parametrize(
    ("said", "places", "found"),
    [
        ("Ilo Tolk was never at Karst", ["Karst"], ["Ilo Tolk: at Karst CT- by The Reeds"]),
        ("Ilo Tolk was not at Karst", ["Karst"], ["Ilo Tolk: at Karst CT- by The Reeds"]),
        ("Ilo Tolk was never at fault", [], []),
    ],
)
def test_where_somebody_is_said_never_to_have_been(said: str, places: list[str], found: list[str]) -> None:
    text = f"The Reeds said {said}."
    made = report(text, Says("The Reeds", said, sure="CT-"), people=["Ilo Tolk"], places=places, does=[Did("was", sure="CT-")])
    assert shown(made, WHEREABOUTS) == found


@pytest.mark.parametrize(("speaker", "found"), [("Ilo Tolk", []), ("Orla Vane", ["Ilo Tolk: dead CT+ by Orla Vane"])])
def test_nobody_tells_of_his_own_death(speaker: str, found: list[str]) -> None:
    text = f"{speaker} said the man was killed. Ilo Tolk and Orla Vane left."
    act = Did("killed", {"patient": "the man"})
    says = Says(speaker, "the man was killed", type=SourceType.NAMED_PERSON)
    made = report(text, says, people=["Ilo Tolk", "Orla Vane"], nouns=["the man"], one=[["Ilo Tolk", "the man"]], does=[act])
    assert shown(made, STATUS) == found


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("CORRECTION: An earlier version of this article", "dead, taken back since Uu"),
        ("A leaflet", "dead CT+"),
    ],
)
def test_what_a_correction_quotes_is_taken_back(opening: str, found: str) -> None:
    text = f"The mill is shut. {opening} said Ilo Tolk was killed."
    made = report(text, Says(opening.split(": ")[-1], "Ilo Tolk was killed"), people=["Ilo Tolk"], does=[KILLED])
    assert [each.split(": ")[1].split(" by ")[0] for each in shown(made, STATUS)] == [found]


@pytest.mark.parametrize(("source", "found"), [("A spokesman, Ober Venn", "Ilo Tolk"), ("Ober Venn", "Ober Venn")])
def test_a_spokesman_speaks_of_another(source: str, found: str) -> None:
    text = f"Ilo Tolk was away. {source}, denied that he had resigned."
    denies = Says(source, "that he had resigned", "denied", sure="CT-", type=SourceType.NAMED_PERSON)
    does = [Did("resigned", {"agent": "he"}, sure="CT-")]
    made = report(text, denies, people=["Ilo Tolk", "Ober Venn", "he"], does=does)
    venn = next(each.entity for each in made.mentions if made.report.text[each.start : each.end] == "Ober Venn")
    taken = tuple(replace(each, entity=venn) if each.form is MentionForm.PRONOUN else each for each in made.mentions)
    assert [each.subject_words for each in entries(replace(made, mentions=taken), STATUS)] == [found]
