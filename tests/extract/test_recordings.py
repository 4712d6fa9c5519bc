"""Recordings at issue: which they are, whose, how hedged, when they came out, and when they can have been made."""

from dataclasses import replace

import pytest

import factory
from extract.parsed import reading_of, text_of
from purport.analyse import assemble
from purport.reader import Linked
from purport.records import Analysis, Basis, Published, Recording, Span

Told = tuple[str | None, str, str]
WRITTEN = "2031-03-06"
"""A Thursday."""

SURFACED = (
    "An/DT/3/det audio/NN/3/compound message/NN/8/nsubj purportedly/RB/5/advmod made/VBN/3/acl/<make by/IN/7/case Oro/NNP/5/obl/=person"
    " surfaced/VBD/0/root/!/<surface on/IN/10/case Monday/NNP/8/obl/@DATE ././8/punct"
)
TAPE = "Vane/NNP/2/nsubj/=person released/VBD/0/root/!/<release a/DT/4/det tape/NN/2/obj on/IN/6/case Monday/NNP/2/obl/@DATE ././2/punct"
ITS_LENGTH = (
    "The/DT/3/det 46-minute/JJ/3/amod/@DURATION recording/NN/7/nsubj:pass has/VBZ/7/aux not/RB/7/advmod been/VBN/7/aux:pass"
    " authenticated/VBN/0/root/!-3/<authenticate ././7/punct"
)
SAID_TO_BE = (
    "A/DT/2/det letter/NN/9/nsubj said/VBN/2/acl/<say to/TO/7/mark be/VB/7/cop from/IN/7/case Oro/NNP/3/xcomp/=person was/VBD/9/cop"
    " short/JJ/0/root ././9/punct"
)
ATTRIBUTED = (
    "A/DT/2/det speech/NN/7/nsubj attributed/VBN/2/acl/<attribute to/IN/5/case Bram/NNP/3/obl/=person Oro/NNP/5/flat/=person"
    " was/VBD/0/root/<be ././7/punct"
)
INTRODUCED = (
    "In/IN/2/case it/PRP/8/obl a/DT/4/det man/NN/8/nsubj introduced/VBN/4/acl as/IN/7/case Oro/NNP/5/obl/=person mocks/VBZ/0/root/!/<mock"
    " a/DT/10/det truce/NN/8/obj/! ././8/punct"
)
PURPORTED = "A/DT/3/det purported/JJ/3/amod video/NN/4/nsubj ended/VBD/0/root/!/<end ././4/punct"
VIA = (
    "The/DT/2/det tape/NN/4/nsubj:pass was/VBD/4/aux:pass posted/VBN/0/root/!/<post on/IN/6/case channels/NNS/4/obl/<channel"
    " used/VBN/6/acl/<use by/IN/10/case the/DT/10/det Front/NNP/7/obl:agent/=organisation ././4/punct"
)
OLDER = (
    "His/PRP$/3/nmod:poss last/JJ/3/amod tape/NN/6/nsubj was/VBD/6/cop in/IN/6/case November/NNP/0/root/@DATE 2029/CD/6/nmod:unmarked/@DATE"
    " ././6/punct"
)
THE_TAPE = "The/DT/2/det tape/NN/3/nsubj ended/VBD/0/root/!/<end ././3/punct"
APPEARED = (
    "The/DT/2/det tape/NN/3/nsubj appeared/VBD/0/root/!/<appear two/CD/5/nummod/@DURATION days/NNS/3/obl:unmarked/@DURATION/<day"
    " before/IN/8/case the/DT/8/det raid/NN/3/obl/! ././3/punct"
)
RAIDED = "A/DT/2/det raid/NN/3/nsubj/! began/VBD/0/root/!/<begin on/IN/5/case Tuesday/NNP/2/nmod/@DATE ././3/punct"
TRUCE = (
    "The/DT/2/det speaker/NN/3/nsubj mocks/VBZ/0/root/!/<mock the/DT/5/det truce/NN/3/obj/! of/IN/7/case February/NNP/5/nmod/@DATE"
    " 2031/CD/7/nmod:unmarked/@DATE ././3/punct"
)
HINTED = (
    "The/DT/2/det speaker/NN/3/nsubj makes/VBZ/0/root/!/<make an/DT/6/det apparent/JJ/6/amod reference/NN/3/obj to/IN/9/case the/DT/9/det"
    " truce/NN/6/nmod/! of/IN/11/case February/NNP/9/nmod/@DATE 2031/CD/11/nmod:unmarked/@DATE ././3/punct"
)
SILENT = (
    "The/DT/2/det speaker/NN/5/nsubj does/VBZ/5/aux/<do not/RB/5/advmod mention/VB/0/root/!-3 the/DT/7/det raid/NN/5/obj/!"
    " of/IN/9/case February/NNP/7/nmod/@DATE 2031/CD/9/nmod:unmarked/@DATE ././5/punct"
)
CLAIMED = (
    "Police/NNS/2/nsubj said/VBD/0/root/<say it/PRP/6/nsubj:pass could/MD/6/aux be/VB/6/aux:pass recorded/VBN/2/ccomp/!1/<record"
    " before/IN/9/case the/DT/9/det raid/NN/6/obl/! of/IN/11/case February/NNP/9/nmod/@DATE 2031/CD/11/nmod:unmarked/@DATE ././2/punct"
)
INCLUDING = (
    "In/IN/2/case it/PRP/4/obl Oro/NNP/4/nsubj/=person cites/VBZ/0/root/!/<cite events/NNS/4/obj/<event including/VBG/8/case the/DT/8/det"
    " truce/NN/5/nmod/! of/IN/10/case January/NNP/8/nmod/@DATE 2031/CD/10/nmod:unmarked/@DATE and/CC/14/cc the/DT/14/det raid/NN/8/conj/!"
    " of/IN/16/case February/NNP/14/nmod/@DATE 2031/CD/16/nmod:unmarked/@DATE ././4/punct"
)
COMING = (
    "The/DT/2/det speaker/NN/3/nsubj mocks/VBZ/0/root/!/<mock the/DT/6/det coming/JJ/6/amod vote/NN/3/obj/! of/IN/8/case"
    " February/NNP/6/nmod/@DATE 2031/CD/8/nmod:unmarked/@DATE ././3/punct"
)
LATER = TRUCE.replace("2031", "2032")
STATEMENT = (
    "The/DT/2/det ministry/NN/3/nsubj issued/VBD/0/root/!/<issue a/DT/5/det statement/NN/3/obj on/IN/7/case Monday/NNP/3/obl/@DATE"
    " ././3/punct"
)
FOOTAGE = "The/DT/2/det raid/NN/4/nsubj:pass was/VBD/4/aux:pass caught/VBN/0/root/!/<catch on/IN/6/case video/NN/4/obl ././4/punct"
CALL = "Vane/NNP/2/nsubj/=person made/VBD/0/root/<make a/DT/4/det call/NN/2/obj on/IN/6/case Monday/NNP/2/obl/@DATE ././2/punct"
LEAKED = "A/DT/3/det leaked/VBN/3/amod call/NN/4/nsubj surfaced/VBD/0/root/!/<surface on/IN/6/case Monday/NNP/4/obl/@DATE ././4/punct"
GAME = "Vane/NNP/2/nsubj/=person released/VBD/0/root/!/<release a/DT/5/det video/NN/5/compound game/NN/2/obj ././2/punct"

QUOTED = (
    "“/``/3/punct We/PRP/3/nsubj won/VBD/6/ccomp ,/,/3/punct ”/''/3/punct said/VBD/0/root/<say the/DT/10/det front/NN/10/nmod:poss"
    " 's/POS/8/case deputy/NN/6/nsubj/person in/IN/13/case a/DT/13/det video/NN/6/obl ././6/punct"
)
FULL = "Bram/NNP/3/nsubj/=person Oro/NNP/1/flat/=person fled/VBD/0/root/!/<flee ././3/punct"
ACCORDING = (
    "Oro/NNP/2/nsubj/=person urged/VBD/0/root/!/<urge men/NNS/2/obj to/TO/5/mark fight/VB/2/xcomp/! ,/,/10/punct according/VBG/10/case"
    " to/TO/7/fixed a/DT/10/det tape/NN/2/obl ././2/punct"
)
HEDGED_STATEMENT = (
    "A/DT/2/det statement/NN/8/nsubj:pass purportedly/RB/6/advmod from/IN/6/case the/DT/6/det Front/NNP/2/nmod/=organisation"
    " was/VBD/8/aux:pass found/VBN/0/root/!/<find ././8/punct"
)
IT_APPEARED = (
    "It/PRP/2/expl appeared/VBD/0/root/<appear to/TO/7/mark be/VB/7/cop his/PRP$/7/nmod:poss first/JJ/7/amod address/NN/2/xcomp ././2/punct"
)

HE_OMITS = "He/PRP/4/nsubj/person/^2.4 does/VBZ/4/aux not/RB/4/advmod mention/VB/0/root the/DT/6/det raid/NN/4/obj/! ././4/punct"
TAPES = "She/PRP/2/nsubj kept/VBD/0/root/!/<keep two/CD/4/nummod tapes/NNS/2/obj/<tape ././2/punct"
LAST_YEARS = "In/IN/3/case last/JJ/3/amod/@DATE year/NN/6/obl/@DATE 's/POS/3/case he/PRP/6/nsubj sang/VBD/0/root/!/<sing ././6/punct"
THIS_YEARS = "In/IN/3/case this/DT/3/det/@DATE year/NN/6/obl/@DATE 's/POS/3/case he/PRP/6/nsubj wept/VBD/0/root/!/<weep ././6/punct"
SINCE_MAY = (
    "It/PRP/5/nsubj was/VBD/5/cop his/PRP$/5/nmod:poss first/JJ/5/amod message/NN/0/root since/IN/7/case May/NNP/5/nmod/@DATE ././5/punct"
)
SINCE_MAY_WHEN = (
    "It/PRP/5/nsubj was/VBD/5/cop his/PRP$/5/nmod:poss first/JJ/5/amod message/NN/0/root since/IN/7/case May/NNP/5/nmod/@DATE ,/,/11/punct"
    " when/WRB/11/advmod they/PRP/11/nsubj released/VBD/5/advcl/!/<release a/DT/13/det video/NN/11/obj ././5/punct"
)
LAST_SPEECH = "It/PRP/2/nsubj resembles/VBZ/0/root last/JJ/4/amod/@DATE year/NN/6/nmod:poss/@DATE 's/POS/4/case speech/NN/2/obj ././2/punct"
MISREAD = (
    "The/DT/2/det tape/NN/3/nsubj attributed/VBN/0/root/<attribute to/IN/6/case Bram/NNP/6/compound/=person Oro/NNP/3/obl/person/=person"
    " ,/,/9/punct which/WDT/9/nsubj appeared/VBD/6/acl:relcl/!/<appear on/IN/11/case Monday/NNP/9/obl/@DATE ././3/punct"
)
NAMED = (
    "The/DT/2/det speaker/NN/3/nsubj speaks/VBZ/0/root/!/<speak of/IN/7/case “/``/7/punct fallen/VBN/7/amod gates/NNS/3/obl/<gate"
    " ”/''/7/punct often/RB/3/advmod ././3/punct"
)


def analysed(*notation: str, told: tuple[Told, ...] = (), written: str | None = WRITTEN) -> Analysis:
    """The record of a report that came out on a day."""
    whole = "\n\n".join(notation)
    text = text_of(whole)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    linked = tuple(Linked(source and span(source), span(cue), (span(content),), 0.9) for source, cue, content in told)
    document = factory.document(text)
    if written is not None:
        document = replace(document, report=replace(document.report, published=Published(written, written, Basis.GIVEN)))
    return assemble(document, replace(reading_of(whole), attributions=linked))


def only(analysis: Analysis) -> Recording:
    """The one recording of a record."""
    (found,) = analysis.recordings
    return found


def words(analysis: Analysis, *spans: Span | None) -> list[str]:
    """The words of some spans."""
    return [span.words(analysis.report.text) for span in spans if span is not None]


def test_a_recording_has_its_medium_speaker_hedge_and_release() -> None:
    analysis = analysed(SURFACED)
    found = only(analysis)
    assert (found.medium, found.speaker, words(analysis, found.hedge)) == ("audio", "Oro", ["purportedly made by"])
    assert words(analysis, Span(found.start, found.end)) == ["An audio message"]
    assert (found.released.not_before, found.released.not_after) == ("2031-03-03", "2031-03-03")


@pytest.mark.parametrize(
    ("notation", "hedge", "speaker"),
    [
        ((SAID_TO_BE,), "said to be from", "Oro"),
        ((ATTRIBUTED,), "attributed to", "Bram Oro"),
        ((TAPE, INTRODUCED), "a man introduced as", "Oro"),
        ((PURPORTED,), "purported", None),
        ((TAPE, ITS_LENGTH), "has not been authenticated", None),
    ],
)
def test_words_that_leave_open_whose_it_is(notation: tuple[str, ...], hedge: str, speaker: str | None) -> None:
    analysis = analysed(*notation)
    found = only(analysis)
    assert (words(analysis, found.hedge), found.speaker) == ([hedge], speaker)


@pytest.mark.parametrize("notation", [STATEMENT, FOOTAGE, CALL, GAME])
def test_what_nobody_doubts_or_brings_out_is_not_at_issue(notation: str) -> None:
    assert analysed(notation).recordings == ()


def test_its_length_is_the_value_of_the_time_expression() -> None:
    assert only(analysed(TAPE, ITS_LENGTH)).duration == "PT46M"


def test_the_channel_is_told_with_whose_it_is() -> None:
    assert only(analysed(TAPE, VIA)).channel == "channels used by the Front"


def test_mentions_of_one_recording_are_one_and_two_messages_of_one_man_stay_two() -> None:
    assert len(analysed(TAPE, THE_TAPE).recordings) == 1
    new, old = analysed(TAPE, OLDER, THE_TAPE).recordings
    assert (new.released.not_before, new.released.not_after) == ("2031-03-03", "2031-03-03")
    assert (old.released.not_before, old.released.not_after) == ("2029-11-01", "2029-11-30")


def test_a_release_is_counted_from_another_happening() -> None:
    found = only(analysed(RAIDED, APPEARED))
    assert (found.released.not_before, found.released.not_after) == ("2031-03-02", "2031-03-02")


def test_a_release_without_a_day_lies_before_the_reports_own() -> None:
    found = only(analysed(TAPE.replace("/@DATE", "")))
    assert (found.released.not_before, found.released.not_after) == (None, WRITTEN)
    assert only(analysed(TAPE, written=None)).released.not_after is None


def test_a_recording_is_not_older_than_what_it_mentions_nor_younger_than_its_release() -> None:
    analysis = analysed(TAPE, TRUCE)
    found = only(analysis)
    assert words(analysis, *found.mentions) == ["the truce of February 2031"]
    assert (found.recorded.not_before, found.recorded.not_after) == ("2031-02-01", "2031-03-03")
    spans = [Span(each.start, each.end) for each in found.recorded.reasons if each.start is not None and each.end is not None]
    assert words(analysis, *spans) == ["the truce of February 2031", "released a tape on Monday"]


def test_a_bound_that_rests_on_a_hedge_says_so() -> None:
    analysis = analysed(TAPE, HINTED)
    found = only(analysis)
    assert found.recorded.not_before == "2031-02-01"
    assert 'under the hedge "apparent"' in found.recorded.reasons[0].why


def test_of_several_things_the_latest_decides_and_each_is_a_reason() -> None:
    analysis = analysed(TAPE, INCLUDING)
    found = only(analysis)
    assert words(analysis, *found.mentions) == ["the truce of January 2031", "the raid of February 2031"]
    assert found.recorded.not_before == "2031-02-01"
    assert len(found.recorded.reasons) == 3


def test_what_it_does_not_mention_is_kept_and_dates_nothing() -> None:
    analysis = analysed(TAPE, SILENT)
    found = only(analysis)
    assert (words(analysis, *found.omits), found.mentions) == (["the raid of February 2031"], ())
    assert (found.recorded.not_before, found.recorded.not_after) == (None, "2031-03-03")


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        (CLAIMED, (("Police", "said", "it could be recorded before the raid of February 2031"),)),
        (COMING, ()),
        (LATER, ()),
    ],
)
def test_a_possibility_and_what_is_yet_to_come_bound_nothing(notation: str, told: tuple[Told, ...]) -> None:
    found = only(analysed(TAPE, notation, told=told))
    assert (found.recorded.not_before, found.recorded.not_after) == (None, "2031-03-03")


def test_a_call_is_one_only_where_it_can_be_heard_again() -> None:
    assert only(analysed(LEAKED)).medium == "call"


def test_who_is_quoted_from_it_makes_it_one_and_quoted_words_are_not_what_it_speaks_of() -> None:
    analysis = analysed(QUOTED, told=(("the front's deputy", "said", "We won,"),))
    found = only(analysis)
    assert (found.medium, found.speaker, found.mentions) == ("video", None, ())


def test_what_is_said_according_to_it_is_said_in_it_by_whom_the_report_names_in_full() -> None:
    analysis = analysed(FULL, ACCORDING, told=(("a tape", "according to", "Oro urged men to fight"),))
    found = only(analysis)
    assert (words(analysis, *found.mentions), found.speaker) == (["men to fight"], "Bram Oro")


def test_a_statement_is_one_where_it_is_hedged() -> None:
    analysis = analysed(HEDGED_STATEMENT)
    found = only(analysis)
    assert (found.medium, found.speaker, words(analysis, found.hedge)) == ("statement", "Front", ["purportedly from"])


def test_what_a_recording_is_said_to_be_is_the_recording() -> None:
    assert len(analysed(TAPE, IT_APPEARED).recordings) == 1


CAME_A_SPEECH = (
    "The/DT/3/det last/JJ/3/amod tape/NN/4/nsubj came/VBD/0/root/!/<come on/IN/6/case Monday/NNP/4/obl/@DATE ,/,/4/punct a/DT/9/det"
    " speech/NN/4/obl ././4/punct"
)


def test_what_hangs_on_its_verb_without_a_preposition_is_the_recording() -> None:
    assert [each.medium for each in analysed(CAME_A_SPEECH).recordings] == ["speech"]


def released(analysis: Analysis) -> list[tuple[str | None, str | None]]:
    """When the recordings of a record came out."""
    return [(each.released.not_before, each.released.not_after) for each in analysis.recordings]


def test_a_possessive_time_picks_recordings_out_of_several_and_the_last_is_told_after_the_others() -> None:
    assert analysed(TAPES).recordings == ()
    analysis = analysed(TAPES, LAST_YEARS, THIS_YEARS)
    assert [words(analysis, Span(each.start, each.end)) for each in analysis.recordings] == [["this year"], ["last year"]]
    assert released(analysis) == [("2031-01-01", WRITTEN), ("2030-01-01", "2030-12-31")]
    assert analysed(LAST_YEARS).recordings == ()


def test_the_first_since_a_time_tells_of_an_earlier_one() -> None:
    analysis = analysed(TAPE, SINCE_MAY)
    assert released(analysis) == [("2031-03-03", "2031-03-03"), ("2030-05-01", "2030-05-31")]
    assert [each.medium for each in analysis.recordings] == ["recording", "recording"]


def test_what_came_then_is_the_earlier_one() -> None:
    analysis = analysed(TAPE, SINCE_MAY_WHEN)
    assert [each.medium for each in analysis.recordings] == ["recording", "video"]
    assert released(analysis) == [("2031-03-03", "2031-03-03"), ("2030-05-01", "2030-05-31")]


def test_beside_one_at_issue_a_dated_speech_of_nobody_else_is_of_its_series() -> None:
    assert released(analysed(TAPE, LAST_SPEECH)) == [("2031-03-03", "2031-03-03"), ("2030-01-01", "2030-12-31")]
    assert analysed(LAST_SPEECH).recordings == ()


def test_what_appeared_is_the_tape_and_whose_it_is_no_mention() -> None:
    analysis = analysed(MISREAD, told=(("The tape", "attributed", "to Bram Oro"),))
    assert (released(analysis), only(analysis).mentions) == ([("2031-03-03", "2031-03-03")], ())


def test_quoted_words_that_only_name_a_thing_are_a_mention() -> None:
    analysis = analysed(TAPE, NAMED, told=(("The speaker", "speaks of", "“fallen gates”"),))
    assert words(analysis, *only(analysis).mentions) == ["fallen gates"]


def test_a_man_who_is_heard_in_it_is_heard_in_it_again() -> None:
    analysis = analysed(TAPE, INTRODUCED.replace("man/NN/8/nsubj", "man/NN/8/nsubj/person"), HE_OMITS)
    assert words(analysis, *only(analysis).omits) == ["the raid"]


DEDICATED = (
    "The/DT/2/det tape/NN/8/nsubj ,/,/4/punct dedicated/VBN/2/acl/<dedicate to/IN/7/case lost/JJ/7/amod friends/NNS/4/obl"
    " ended/VBD/0/root/!/<end ././8/punct"
)
LIFE = (
    "Vane/NNP/2/nsubj/=person devoted/VBD/0/root/!/<devote his/PRP$/4/nmod:poss life/NN/2/obj to/IN/6/case farms/NNS/2/obl/<farm"
    " ././2/punct"
)
WARNED = (
    "“/``/2/punct Beware/VB/0/root of/IN/4/case talks/NNS/2/obl ,/,/9/punct and/CC/9/cc do/VB/9/aux not/RB/9/advmod rest/VB/2/conj"
    " while/IN/13/mark brothers/NNS/13/nsubj:pass are/VBP/13/aux:pass held/VBN/9/advcl/!/<hold ,/,/2/punct ”/''/2/punct"
    " the/DT/17/det speaker/NN/18/nsubj said/VBD/2/parataxis/<say ././2/punct"
)
TWICE = "The/DT/2/det speaker/NN/3/nsubj names/VBZ/0/root/<name it/PRP/3/obj six/CD/6/nummod times/NNS/3/obl:unmarked/<time ././3/punct"
FRAMED = "The/DT/2/det speaker/NN/3/nsubj framed/VBD/0/root/<frame it/PRP/3/obj as/IN/7/case an/DT/7/det attack/NN/3/obl ././3/punct"


def test_what_a_recording_is_dedicated_to_and_nothing_that_its_speaker_is() -> None:
    analysis = analysed(TAPE, DEDICATED)
    assert words(analysis, *only(analysis).mentions) == ["lost friends"]
    assert only(analysed(TAPE, LIFE)).mentions == ()


def test_what_quoted_calls_warn_of_and_what_they_say_goes_on() -> None:
    quoted = "Beware of talks, and do not rest while brothers are held,"
    analysis = analysed(TAPE, WARNED, told=(("the speaker", "said", quoted),))
    assert words(analysis, *only(analysis).mentions) == ["Beware of talks", "brothers are held"]


def test_a_pronoun_alone_names_nothing() -> None:
    analysis = analysed(TAPE, TWICE, told=(("The speaker", "names", "it six times"),))
    assert words(analysis, *only(analysis).mentions) == ["names it six times"]
    analysis = analysed(TAPE, FRAMED, told=(("The speaker", "framed", "it as an attack"),))
    assert words(analysis, *only(analysis).mentions) == ["an attack"]
