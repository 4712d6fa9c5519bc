"""What a report puts into a timeline: what it tells as having happened, and nothing that was only called for, aimed at or to come."""

from __future__ import annotations

from dataclasses import replace

import pytest

import factory
from dossier.timelines import days, told
from purport.dossier.lines import Entry, Section
from purport.records import (
    Analysis,
    Basis,
    Event,
    Factuality,
    Furniture,
    FurnitureKind,
    Interval,
    Participant,
    Published,
    Recorded,
    Said,
    Span,
    SpeechAct,
)
from resolve.happen import Happens, day, report

OUT = "2031-03-10"
MARCH = day("2031-03-01", "2031-03-09")


def lines(analysis: Analysis, field: str = "event") -> list[Entry]:
    return [each for each in told(analysis, Section.TIMELINE) if each.field == field]


def test_an_event_with_its_words_days_and_who_took_part() -> None:
    struck = Happens("struck", "Northern Guard", "Orla Vashan", "Karst", day("2031-03-02"))
    [line] = lines(report("Jets of the Northern Guard struck Orla Vashan near Karst on Sunday.", struck, path="a.txt", out=OUT))
    assert line.value == "Northern Guard struck Orla Vashan near Karst on Sunday"
    assert line.days == days("2031-03-02", "2031-03-02")
    assert (line.subject_words, [each.words for each in line.who], line.where and line.where.words) == (
        "Orla Vashan",
        ["Orla Vashan", "Northern Guard"],
        "Karst",
    )
    assert line.by is None


@pytest.mark.parametrize(
    ("text", "happens"),
    [
        (
            "The Northern Guard hoped to seize Karst in March.",
            Happens("seize", "Northern Guard", "", "Karst", day("2031-03-01", "2031-03-09")),
        ),
        (
            "The Northern Guard would seize Karst in March.",
            Happens("seize", "Northern Guard", "", "Karst", day("2031-03-01", "2031-03-09")),
        ),
        ("The Northern Guard seizes Karst on Friday.", Happens("seizes", "Northern Guard", "", "Karst", day("2031-03-14"))),
        (
            "The Northern Guard perhaps seized Karst.",
            Happens("seized", "Northern Guard", "", "Karst", day("2031-03-02"), Factuality.UNCOMMITTED),
        ),
        ("The Northern Guard was at Karst.", Happens("was", "Northern Guard", "", "Karst", day("2031-03-02"), type="state")),
    ],
    ids=["aim", "would", "to come", "open", "state"],
)
def test_what_did_not_happen_for_all_that_is_told(text: str, happens: Happens) -> None:
    assert not lines(report(text, happens, path="a.txt", out=OUT))


def test_without_a_day_an_event_must_be_told_as_past_by_a_word_that_tells() -> None:
    past = Interval(None, OUT)
    fled = report("Orla Vashan fled Karst.", Happens("fled", "Orla Vashan", "", "Karst", past), path="a.txt", out=OUT)
    went = report("Orla Vashan made it to Karst.", Happens("made", "Orla Vashan", "", "Karst", past), path="a.txt", out=OUT)
    flees = report("Orla Vashan flees Karst.", Happens("flees", "Orla Vashan", "", "Karst"), path="a.txt", out=OUT)
    assert [each.value for each in lines(fled)] == ["Orla Vashan fled Karst"]
    assert not lines(went)
    assert not lines(flees)


def test_what_goes_on_is_told_of_the_days_of_its_report() -> None:
    on = report("The Northern Guard is still besieging Karst.", Happens("besieging", "Northern Guard", "", "Karst"), path="a.txt", out=OUT)
    [line] = lines(on)
    assert line.days == days(OUT, OUT)


def said(text: str, event: str, *, act: SpeechAct = SpeechAct.STATEMENT, when: str | None = None, cue: str = "said") -> Analysis:
    """A report in which the council says something, on a day if one is told."""
    one = factory.report(text, published=Published(OUT, OUT, Basis.GIVEN))
    time = factory.timex(one, "Sunday", value=when) if when else None
    content = text.split(" that ")[1].rstrip(".") if " that " in text else text.split("Sunday ")[-1].rstrip(".")
    happened = factory.event(one, event, type="occurrence", not_before="2031-03-02", not_after="2031-03-02")
    telling = factory.event(one, cue, type="reporting", not_after=OUT)
    own = factory.attribution(
        one, "The council", cue, content, speech_act=act, said=Said(time.id, when, when) if time else None, events=(happened.id,)
    )
    events: tuple[Event, ...] = (telling, happened)
    if act is not SpeechAct.STATEMENT:
        events = (telling, replace(happened, factuality=Factuality.UNCOMMITTED))
    claim = factory.claim(one, own, events=(happened.id,))
    return factory.analysis(one, attributions=(own,), claims=(claim,), events=events, timexes=(time,) if time else ())


def test_who_says_an_event_stands_apart_from_its_words() -> None:
    [line] = lines(said("The council said that the bridge fell in the night.", "fell"))
    assert (line.value, line.by, line.factuality) == ("the bridge fell in the night", "The council", Factuality.CERTAIN)


def test_what_a_correction_takes_back_did_not_happen() -> None:
    text = "Correction: The council said that the bridge fell."
    one = replace(said(text, "fell"), sentences=(Span(0, len(text)),))
    assert not lines(one)
    assert [each.value for each in lines(one, "correction")] == [text]


def test_a_call_is_a_saying_that_is_folded_and_no_event() -> None:
    call = said("The council urged that the bridge be blown up.", "blown", act=SpeechAct.EXHORTATION, cue="urged")
    assert not lines(call)
    [line] = lines(call, "saying")
    assert line.is_folded


@pytest.mark.parametrize(
    ("cue", "when", "shown"),
    [("said", "2031-03-09", True), ("said", OUT, False), ("admitted", OUT, True), ("said", None, False), ("said", "2031-03-16", False)],
    ids=["earlier", "the day of the report", "news of the day", "no day", "to come"],
)
def test_a_saying_is_a_line_on_a_day_of_its_own_or_where_it_is_news(cue: str, when: str | None, shown: bool) -> None:
    text = f"The council {cue} on Sunday that the bridge fell." if when else f"The council {cue} that the bridge fell."
    found = lines(said(text, "fell", when=when, cue=cue), "saying")
    assert [each.value for each in found] == ([text.rstrip(".")] if shown else [])


def test_what_is_held_possible_on_no_day_is_a_doubt() -> None:
    one = said("The council said that the bridge may have fallen.", "fallen")
    own = replace(one.attributions[0], factuality=Factuality.POSSIBLE)
    [line] = lines(replace(one, attributions=(own,)), "doubt")
    assert (line.value, line.factuality) == ("The council said that the bridge may have fallen", Factuality.POSSIBLE)


def test_a_recording_that_came_out_and_the_report_itself() -> None:
    one = factory.report("A tape of Orla Vashan surfaced on Sunday.", outlet="The Herald", published=Published(OUT, OUT, Basis.GIVEN))
    when = factory.timex(one, "Sunday", value="2031-03-09", not_before="2031-03-09", not_after="2031-03-09")
    tape = factory.recording(one, "A tape", speaker="Orla Vashan", released=Interval("2031-03-09", "2031-03-09"))
    analysis = factory.analysis(one, timexes=(when,), recordings=(tape,))
    [line] = lines(analysis, "release")
    assert (line.value, line.days) == ("A tape of Orla Vashan surfaced on Sunday", days("2031-03-09", "2031-03-09"))
    [out] = lines(analysis, "report")
    assert (out.value, out.days) == ("The Herald", days(OUT, OUT))


def test_who_is_believed_to_have_died_stands_with_the_words_that_say_so() -> None:
    text = "The pilot is believed to have drowned."
    one = factory.report(text, published=Published(OUT, OUT, Basis.GIVEN))
    own = factory.attribution(one, None, "is believed", "to have drowned", factuality=Factuality.PROBABLE)
    own = replace(own, content=(factory.span(text, "The pilot"), *own.content))
    drowned = factory.event(
        one, "drowned", type="occurrence", factuality=Factuality.PROBABLE, not_before="2031-03-02", not_after="2031-03-02"
    )
    claim = factory.claim(one, own, events=(drowned.id,))
    analysis = factory.analysis(one, sentences=(Span(0, len(text)),), attributions=(own,), claims=(claim,), events=(drowned,))
    [line] = lines(analysis)
    assert (line.value, line.factuality) == (text.rstrip("."), Factuality.PROBABLE)


@pytest.mark.parametrize(("when", "shown"), [("2031-03-02", True), (OUT, False)], ids=["past", "the day of the report"])
def test_what_is_told_of_who_speaks_with_its_day_is_told_too(when: str, shown: bool) -> None:
    text = "Orla Vashan, who retired on Sunday, said nothing."
    one = report(text, Happens("retired", "", "Orla Vashan", "", day(when)), path="a.txt", out=OUT)
    source = factory.attribution(one.report, "Orla Vashan, who retired on Sunday,", "said", "nothing")
    own = factory.claim(one.report, "Orla Vashan, who retired on Sunday", events=tuple(each.id for each in one.events))
    assert bool(lines(replace(one, attributions=(source,), claims=(own,)))) is shown


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Orla Vashan continues to besiege Karst.", "besiege", (OUT, OUT)),
        ("Orla Vashan came to besiege Karst.", "besiege", (None, OUT)),
        ("Orla Vashan is thought to be besieging Karst.", "besieging", (OUT, OUT)),
        ("Orla Vashan is said to have besieged Karst.", "besieged", (None, OUT)),
    ],
)
def test_what_goes_on_came_about_or_is_thought_to(text: str, word: str, when: tuple[str | None, str]) -> None:
    [line] = lines(report(text, Happens(word, "Orla Vashan", "", "Karst"), path="a.txt", out=OUT))
    assert line.days == days(*when)


@pytest.mark.parametrize("text", ["Orla Vashan claimed to be besieging Karst.", "Orla Vashan hopes to be besieging Karst."])
def test_what_somebody_claims_or_hopes_to_be_doing_is_an_aim(text: str) -> None:
    assert not lines(report(text, Happens("besieging", "Orla Vashan", "", "Karst"), path="a.txt", out=OUT))


def test_a_noun_tells_what_happened_to_whom_it_is_said_of() -> None:
    past = Interval(None, OUT)
    text = "The talks came after a string of defeats for the Northern Guard."
    [line] = lines(report(text, Happens("defeats", days=past), path="a.txt", out=OUT, also=("Northern Guard",)))
    assert line.value == "defeats for the Northern Guard"
    text = "The talks came after rumours for the Northern Guard."
    assert not lines(report(text, Happens("rumours", days=past), path="a.txt", out=OUT, also=("Northern Guard",)))


@pytest.mark.parametrize(
    ("text", "cue", "shown"),
    [
        ("The council admitted that the bridge fell.", "admitted", True),
        ("The council said that the report was a lie about the bridge.", "said", True),
        ("The council said that the bridge fell.", "said", False),
    ],
)
def test_who_owns_up_or_calls_a_report_a_lie_is_told_of_on_no_day(text: str, cue: str, shown: bool) -> None:
    found = lines(said(text, "bridge", cue=cue), "saying")
    assert [(each.value, each.days) for each in found] == ([(text.rstrip("."), days(None, OUT))] if shown else [])


def test_who_stands_in_another_sentence_does_not_say_it() -> None:
    text = "The council met. It admitted that the bridge fell."
    one = replace(said(text, "fell", cue="admitted"), sentences=(Span(0, 16), Span(17, len(text))))
    assert not lines(one, "saying")


def test_a_call_is_cited_for_whom_it_is_made_to_where_all_else_is_called_for() -> None:
    one = factory.report("He begged Northern Guard to burn the mills and all the barns.", published=Published(OUT, OUT, Basis.GIVEN))
    burn = factory.event(one, "burn", type="occurrence", factuality=Factuality.UNCOMMITTED)
    own = factory.attribution(one, "He", "begged", "Northern Guard to burn the mills and all the barns", events=(burn.id,))
    begged = factory.event(one, "begged", type="reporting", not_after=OUT)
    guard = factory.mention(one, "Northern Guard", entity="guard")
    [line] = lines(factory.analysis(one, attributions=(own,), events=(begged, burn), mentions=(guard,)), "saying")
    assert [each.words(one.text) for each in line.spans] == ["He begged Northern Guard"]
    assert line.is_folded


def test_the_days_on_which_a_recording_can_have_been_made() -> None:
    one = factory.report("A tape surfaced. Its date could not be established.", published=Published(OUT, OUT, Basis.GIVEN))
    tape = factory.recording(one, "A tape", recorded=Recorded("2031-02-12", "2031-03-09", ()))
    ends = Span(0, 16), Span(17, len(one.text))
    [line] = lines(factory.analysis(one, recordings=(tape,), sentences=ends), "recorded")
    assert (line.value, line.days) == ("Its date could not be established", days("2031-02-12", "2031-03-09"))
    assert line.factuality is Factuality.PROBABLE


def test_a_report_comes_out_in_print_on_a_day_of_its_own() -> None:
    one = factory.report("Printed on March 11 on page 4.", published=Published(OUT, OUT, Basis.GIVEN))
    time = factory.timex(one, "March 11", not_before="2031-03-11", not_after="2031-03-11")
    note = Furniture(0, len(one.text), FurnitureKind.PRINT_NOTE)
    [line] = lines(factory.analysis(one, timexes=(time,), furniture=(note,)), "in print")
    assert (line.value, line.days) == ("Printed on March 11", days("2031-03-11", "2031-03-11"))
    assert not lines(factory.analysis(one, timexes=(time,)), "in print")


def test_a_campaign_is_told_with_what_it_was_to_take() -> None:
    past = Interval(None, OUT)
    text = "It came a week after the battle to retake Karst."
    [line] = lines(report(text, Happens("battle", days=past), path="a.txt", out=OUT, also=("Karst",)))
    assert "battle to retake Karst" in line.value
    text = "It came a week after the plan to retake Karst."
    assert not lines(report(text, Happens("plan", days=past), path="a.txt", out=OUT, also=("Karst",)))


def test_what_somebody_is_believed_to_have_done_needs_no_rare_word() -> None:
    text = "Orla Vashan is believed to have gone to ground."
    [line] = lines(report(text, Happens("gone", "Orla Vashan"), path="a.txt", out=OUT))
    assert line.value.startswith("Orla Vashan is believed to have gone")
    assert not lines(report("Orla Vashan has gone to ground.", Happens("gone", "Orla Vashan"), path="a.txt", out=OUT))


def test_who_says_it_is_who_does_what_the_cue_tells_of_where_the_record_has_nobody() -> None:
    for cue, shown in (("urged", ["Orla Vashan urged drivers to wait"]), ("urging", [])):
        one = factory.report(f"Orla Vashan {cue} drivers to wait.", published=Published(OUT, OUT, Basis.GIVEN))
        whose = factory.mention(one, "Orla Vashan", entity="vashan")
        urged = factory.event(one, cue, type="i_action", not_after=OUT, participants=(Participant("agent", whose.id),))
        own = factory.attribution(one, None, cue, "drivers to wait", speech_act=SpeechAct.EXHORTATION)
        found = lines(factory.analysis(one, attributions=(own,), events=(urged,), mentions=(whose,)), "saying")
        assert [each.value for each in found] == shown


def test_a_rumour_is_told_though_nobody_is_named_who_holds_it() -> None:
    for cue, shown in (("speculation", ["speculation that the bridge fell"]), ("word", [])):
        one = factory.report(f"There was {cue} that the bridge fell.", published=Published(OUT, OUT, Basis.GIVEN))
        own = factory.attribution(one, None, cue, "that the bridge fell", factuality=Factuality.POSSIBLE)
        assert [each.value for each in lines(factory.analysis(one, attributions=(own,)), "doubt")] == shown


def test_a_denial_is_not_lost_in_what_else_was_said() -> None:
    one = factory.report("The firm denied that it fell and blamed a wave.", published=Published(OUT, OUT, Basis.GIVEN))
    told_of = [factory.event(one, cue, type="reporting", not_after=OUT) for cue in ("denied", "blamed")]
    denied = factory.attribution(one, "The firm", "denied", "that it fell", factuality=Factuality.CERTAINLY_NOT)
    blamed = factory.attribution(one, "The firm", "blamed", "a wave")
    analysis = factory.analysis(one, attributions=(denied, blamed), events=tuple(told_of))
    assert [each.value for each in lines(analysis, "doubt")] == ["The firm denied that it fell"]
    assert [each.value for each in lines(analysis, "saying")] == ["The firm denied that it fell and blamed a wave"]
