"""The time of saying is told apart from the time of what was said."""

from dataclasses import replace

import pytest

import factory
from extract.parsed import reading_of, text_of
from purport.analyse import assemble
from purport.reader import Linked
from purport.records import Basis, Furniture, FurnitureKind, Published, Span

Told = tuple[str | None, str, str]

RAID = (
    "Police/NNS/2/nsubj said/VBD/0/root on/IN/4/case Saturday/NNP/2/obl/@DATE that/IN/8/mark the/DT/7/det raid/NN/8/nsubj/!"
    " took/VBD/2/ccomp place/NN/8/obj in/IN/11/case October/NNP/8/obl/@DATE ././2/punct"
)
FRONTED = (
    "On/IN/2/case Monday/NNP/5/obl/@DATE the/DT/4/det army/NN/5/nsubj said/VBD/0/root it/PRP/7/nsubj left/VBD/5/ccomp"
    " in/IN/9/case May/NNP/7/obl/@DATE ././5/punct"
)
LATE = (
    "The/DT/2/det bridge/NN/3/nsubj fell/VBD/6/ccomp ,/,/3/punct he/PRP/6/nsubj said/VBD/0/root late/RB/9/advmod on/IN/9/case"
    " Friday/NNP/6/obl/@DATE ././6/punct"
)
STATEMENT = (
    "Vane/NNP/2/nsubj denied/VBD/0/root it/PRP/2/obj in/IN/6/case a/DT/6/det statement/NN/2/obl on/IN/8/case Tuesday/NNP/6/nmod/@DATE"
    " ././2/punct"
)
REPORTERS = (
    "Vane/NNP/2/nsubj told/VBD/0/root reporters/NNS/2/obj here/RB/3/advmod Sunday/NNP/3/nmod:unmarked/@DATE that/IN/8/mark"
    " they/PRP/8/nsubj won/VBD/2/ccomp ././2/punct"
)
PUBLISHED = (
    "Prices/NNS/2/nsubj fell/VBD/0/root ,/,/6/punct according/VBG/6/case to/TO/4/fixed reports/NNS/2/obl/<report published/VBN/6/acl"
    " last/JJ/9/amod/@DATE week/NN/7/obl:unmarked/@DATE ././2/punct"
)
CLAIM = (
    "Tuesday/NNP/3/nmod:poss/@DATE 's/POS/1/case claim/NN/8/nsubj that/IN/6/mark he/PRP/6/nsubj won/VBD/3/acl was/VBD/8/cop"
    " odd/JJ/0/root ././8/punct"
)
DENIAL = (
    "Police/NNS/2/nsubj noted/VBD/0/root its/PRP$/4/nmod:poss denial/NN/2/obj on/IN/6/case Friday/NNP/4/nmod/@DATE that/IN/9/mark"
    " it/PRP/9/nsubj fired/VBD/4/acl ././2/punct"
)
SINCE = (
    "Vane/NNP/5/nsubj has/VBZ/5/aux since/IN/4/case March/NNP/5/obl/@DATE refused/VBN/0/root to/TO/7/mark say/VB/5/xcomp"
    " who/WP/9/nsubj paid/VBD/7/ccomp ././5/punct"
)
SPEAKING = (
    "Speaking/VBG/6/advcl/<speak on/IN/3/case Monday/NNP/1/obl/@DATE ,/,/1/punct she/PRP/6/nsubj said/VBD/0/root they/PRP/8/nsubj"
    " won/VBD/6/ccomp ././6/punct"
)
SPOKE = (
    "Officials/NNS/6/nsubj who/WP/3/nsubj spoke/VBD/1/acl:relcl/<speak on/IN/5/case Monday/NNP/3/obl/@DATE said/VBD/0/root"
    " they/PRP/8/nsubj won/VBD/6/ccomp ././6/punct"
)
DOCUMENT = (
    "A/DT/2/det study/NN/6/nsubj issued/VBN/2/acl/<issue in/IN/5/case 2031/CD/3/obl/@DATE found/VBD/0/root they/PRP/8/nsubj"
    " won/VBD/6/ccomp ././6/punct"
)
EVENING = (  # the tree hangs Thursday in the content
    "Vane/NNP/2/nsubj said/VBD/0/root on/IN/4/case Thursday/NNP/9/obl/@DATE that/IN/9/mark the/DT/7/det city/NN/9/nsubj had/VBD/9/aux"
    " won/VBN/2/ccomp ././2/punct"
)
OPENING = (  # the tree hangs Monday in the content
    "On/IN/2/case Monday/NNP/7/obl/@DATE the/DT/4/det army/NN/5/nsubj said/VBD/0/root it/PRP/7/nsubj left/VBD/5/ccomp ././5/punct"
)
VICTORY = "Oro/NNP/2/nsubj claimed/VBD/0/root victory/NN/2/obj on/IN/5/case Sunday/NNP/2/obl/@DATE ././2/punct"
WITHIN = (
    "It/PRP/3/nsubj was/VBD/3/aux told/VBN/0/root last/JJ/5/amod/@DATE year/NN/3/obl/@DATE that/IN/8/mark he/PRP/8/nsubj"
    " died/VBD/3/ccomp ././3/punct"
)
JOINED = (
    "On/IN/2/case Friday/NNP/4/obl/@DATE he/PRP/4/nsubj quit/VBD/0/root and/CC/6/cc denied/VBD/4/conj the/DT/8/det theft/NN/6/obj"
    " ././4/punct"
)
ADDED = (
    "Vane/NNP/2/nsubj said/VBD/0/root on/IN/4/case Monday/NNP/2/obl/@DATE they/PRP/6/nsubj won/VBD/2/ccomp and/CC/8/cc"
    " added/VBD/2/conj they/PRP/10/nsubj left/VBD/8/ccomp ././2/punct"
)
DAYS = (
    "Two/CD/2/nummod/@DURATION days/NNS/3/obl:unmarked/@DURATION later/RB/5/advmod she/PRP/5/nsubj said/VBD/0/root they/PRP/7/nsubj"
    " won/VBD/5/ccomp ././5/punct"
)

LEAVE = "Vane/NNP/2/nsubj said/VBD/0/root he/PRP/5/nsubj would/MD/5/aux leave/VB/2/ccomp on/IN/7/case Monday/NNP/2/obl/@DATE ././2/punct"
THAT = "Vane/NNP/2/nsubj said/VBD/0/root that/IN/7/mark on/IN/5/case Monday/NNP/2/obl/@DATE troops/NNS/7/nsubj left/VBD/2/ccomp ././2/punct"
QUOTED = (
    "“/``/5/punct On/IN/3/case Monday/NNP/8/obl/@DATE we/PRP/5/nsubj won/VBD/8/ccomp ,/,/5/punct ”/''/5/punct said/VBD/0/root"
    " Oro/NNP/8/nsubj ././8/punct"
)
DEED = (
    "Oro/NNP/2/nsubj said/VBD/0/root of/IN/6/case Saturday/NNP/6/nmod:poss/@DATE 's/POS/4/case raid/NN/2/obl/! that/IN/9/mark"
    " it/PRP/9/nsubj failed/VBD/2/ccomp ././2/punct"
)
ARRESTED = (
    "Two/CD/2/nummod men/NNS/6/nsubj arrested/VBN/2/acl on/IN/5/case Monday/NNP/3/obl/@DATE said/VBD/0/root they/PRP/8/nsubj"
    " slept/VBD/6/ccomp ././6/punct"
)
ARRIVED = (
    "He/PRP/2/nsubj arrived/VBD/0/root on/IN/4/case Monday/NNP/2/obl/@DATE and/CC/6/cc said/VBD/2/conj they/PRP/8/nsubj won/VBD/6/ccomp"
    " ././2/punct"
)
OFTEN = "Every/DT/2/det/@SET year/NN/4/obl/@SET he/PRP/4/nsubj says/VBZ/0/root they/PRP/6/nsubj won/VBD/4/ccomp ././4/punct"
NOW = "Vane/NNP/3/nsubj now/RB/3/advmod/@DATE says/VBZ/0/root they/PRP/5/nsubj won/VBD/3/ccomp ././3/punct"
LENGTH = (
    "He/PRP/2/nsubj said/VBD/0/root in/IN/6/case a/DT/6/det two-hour/NN/6/compound/@DURATION speech/NN/2/obl that/IN/9/mark"
    " they/PRP/9/nsubj won/VBD/2/ccomp ././2/punct"
)


def dated(notation: str, *told: Told, furniture: tuple[Furniture, ...] = ()) -> dict[str, str]:
    """The words of the cues that a time expression dates, with its words."""
    text, reading = text_of(notation), reading_of(notation)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    linked = tuple(Linked(source and span(source), span(cue), (span(content),), 0.9) for source, cue, content in told)
    analysis = assemble(factory.document(text, *furniture), replace(reading, attributions=linked))
    words = {each.id: text[each.start : each.end] for each in analysis.timexes}
    return {each.cue.words(text): words[each.said.timex] for each in analysis.attributions if each.cue and each.said and each.said.timex}


@pytest.mark.parametrize(
    ("notation", "told", "time"),
    [
        (RAID, ("Police", "said", "that the raid took place in October"), "Saturday"),
        (FRONTED, ("the army", "said", "it left in May"), "Monday"),
        (LATE, ("he", "said", "The bridge fell,"), "Friday"),
        (STATEMENT, ("Vane", "denied", "it"), "Tuesday"),
        (REPORTERS, ("Vane", "told", "that they won"), "Sunday"),
        (PUBLISHED, ("reports published last week", "according to", "Prices fell"), "last week"),
        (PUBLISHED, ("reports", "according to", "Prices fell"), "last week"),
        (CLAIM, (None, "claim", "that he won"), "Tuesday"),
        (DENIAL, ("its", "denial", "that it fired"), "Friday"),
        (SINCE, ("Vane", "refused to say", "who paid"), "March"),
        (SINCE, ("Vane", "has since March refused to say", "who paid"), "March"),
        (SPEAKING, ("she", "said", "they won"), "Monday"),
        (SPOKE, ("Officials who spoke on Monday", "said", "they won"), "Monday"),
        (DOCUMENT, ("A study issued in 2031", "found", "they won"), "2031"),
        (EVENING, ("Vane", "said", "that the city had won"), "Thursday"),
        (OPENING, ("the army", "said", "it left"), "Monday"),
        (VICTORY, ("Oro", "claimed", "victory on Sunday"), "Sunday"),
        (WITHIN, (None, "was told last year", "that he died"), "last year"),
        (JOINED, ("he", "denied", "the theft"), "Friday"),
        (DAYS, ("she", "said", "they won"), "Two days later"),
    ],
)
def test_the_time_of_saying(notation: str, told: Told, time: str) -> None:
    assert dated(notation, told) == {told[1]: time}


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        (LEAVE, ("Vane", "said", "he would leave on Monday")),
        (THAT, ("Vane", "said", "that on Monday troops left")),
        (QUOTED, ("Oro", "said", "“On Monday we won,”")),
        (QUOTED, ("Oro", "said", "we won")),
        (DEED, ("Oro", "said", "that it failed")),
        (ARRESTED, ("Two men arrested on Monday", "said", "they slept")),
        (ARRIVED, ("He", "said", "they won")),
        (OFTEN, ("he", "says", "they won")),
        (LENGTH, ("He", "said", "that they won")),
        (NOW, ("Vane", "says", "they won")),
    ],
)
def test_the_time_of_what_was_said_is_not_it(notation: str, told: Told) -> None:
    assert dated(notation, told) == {}


def test_who_says_and_adds_does_both_at_one_time() -> None:
    said, added = ("Vane", "said", "they won"), ("Vane", "added", "they left")
    assert dated(ADDED, said, added) == {"said": "Monday", "added": "Monday"}
    assert dated(ADDED, said, ("they", "added", "they left")) == {"said": "Monday"}


def test_a_bare_quotation_and_page_text_date_nothing() -> None:
    reading = replace(reading_of(VICTORY), attributions=(Linked(None, None, (Span(0, 3),), 0.9),))
    assert [each.said for each in assemble(factory.document(text_of(VICTORY)), reading).attributions] == [None]
    page = Furniture(text_of(LATE).index("late"), len(text_of(LATE)), FurnitureKind.PAGE)
    assert dated(LATE, ("he", "said", "The bridge fell,"), furniture=(page,)) == {}


def test_a_saying_has_the_days_that_its_time_has() -> None:
    document = factory.document(text_of(SINCE))
    document = replace(document, report=replace(document.report, published=Published("2031-05-02", "2031-05-02", Basis.GIVEN)))
    text = text_of(SINCE)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("Vane", "refused to say", "who paid")]
    analysis = assemble(document, replace(reading_of(SINCE), attributions=(Linked(spans[0], spans[1], (spans[2],), 0.9),)))
    assert [(each.said.not_before, each.said.not_after) for each in analysis.attributions if each.said] == [("2031-03-01", "2031-05-02")]
