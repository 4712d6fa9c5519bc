"""Records -> the whole plain view of a report."""

import io
import re
from typing import Any

import pytest
from rich.console import Console

import factory
from purport.cli.view import find_folds, print_legend, print_view
from purport.records import Analysis, Basis, Factuality, Published, Reason, SourceType, SpeechAct
from purport.wording import HOW_SURE, ON_WHAT, days, published


def view(analysis: Analysis, *, width: int = 72, unfold: bool = False, **console: Any) -> str:
    file = io.StringIO()
    output = Console(file=file, width=width, markup=False, highlight=False, emoji=False, **console)
    print_view(output, analysis, unfold=unfold)
    return file.getvalue()


def test_a_whole_report() -> None:
    assert (
        view(factory.rich())
        == """
== Bridge gone, says mayor ==
The Karst Courier | 2031-03-04 to 2031-03-05, printed; given by the
manifest | by Ada Ünal | KARST
reports/rich.html | in cp1252

~outlet:THE KARST COURIER~

~byline:By Ada Ünal~

KARST, March 4 — “{1:[threat folded; --unfold shows it]} — a 1912
landmark — {1:[threat folded; --unfold shows it]},” [1:Mayor Ivo Brandt]
<1:said> on Monday, in an audio message 😶 of about 46 minutes
purportedly his. He did not say that {2:12 to 15 people had died} in the
attack.

2 attributions
 1 [Mayor Ivo Brandt] (named person) | <said> | says it is certain CT+ |
   threat
   {[threat folded; --unfold shows it]} ... {[threat folded; --unfold
   shows it]}
 2 no source named (anonymous official) | no cue | says it is certain
   CT+ | negated | inside 1
   {12 to 15 people had died}

1 recording
 1 "an audio message" (audio) | "purportedly" | e1 | PT46M
   came out: 2031-03-03 to 2031-03-04 | through radio
   made: 2031-02-01 to 2031-03-03
     it names the bridge
     before its release
   speaks of: [threat folded; --unfold shows it]
   speaks of: the attack
   does not speak of: 15 people
"""
    )


def test_unfolded() -> None:
    shown = view(factory.rich(), unfold=True)
    assert "“{1:The bridge} — a 1912" in shown
    assert "   {The bridge} ... {is gone}\n" in shown
    assert "folded" not in shown


def test_a_claim_around_a_call_does_not_show_it() -> None:
    text = "The army said Dormu urged followers to raid posts."
    one = factory.report(text)
    outer = factory.attribution(one, "The army", "said", "Dormu urged followers to raid posts")
    call = factory.attribution(one, "Dormu", "urged", "followers to raid posts", speech_act=SpeechAct.EXHORTATION, nested_in=outer.id)
    analysis = factory.analysis(one, attributions=(outer, call))
    assert "raid posts" not in view(analysis)
    assert "{Dormu urged [call folded; --unfold shows it]}" in view(analysis)
    assert len(find_folds(analysis)) == 1


def test_nothing_is_known_of_a_report_and_nobody_is_cited() -> None:
    assert (
        view(factory.analysis("It rained."))
        == """
== reports/bridge.txt ==
outlet not known | date not known
reports/bridge.txt

It rained.

no attributions
"""
    )


@pytest.mark.parametrize("width", [30, 72, 200])
def test_no_line_is_wider_than_asked_for_or_ends_in_a_blank(width: int) -> None:
    for line in view(factory.rich(), width=width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_colour_changes_nothing_but_colour() -> None:
    coloured = view(factory.rich(), force_terminal=True, color_system="256")
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == view(factory.rich())


def test_a_hostile_masthead() -> None:
    evil = "[red]x[/red]\x1b]0;owned\x07\u202e"
    shown = view(factory.analysis(factory.report("It rained.", title=evil, outlet=evil)), force_terminal=True, color_system=None)
    assert "\x1b]" not in shown
    assert "\u202e" not in shown
    assert shown.count("[red]x[/red]\\x1b]0;owned\\x07\\u202e") == 2


def test_the_legend_is_in_the_brackets_it_explains() -> None:
    file = io.StringIO()
    print_legend(Console(file=file, width=120))
    assert file.getvalue().startswith("[source]  <cue>  {content}  ~furniture: page text that is not the report~")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (Published(), "date not known"),
        (Published(reasons=(Reason("printed without a year: March 6"),)), "date not known; printed without a year: March 6"),
        (Published("2031-03-06", "2031-03-06", Basis.GIVEN, (), (Reason("given"),)), "2031-03-06, given"),
        (Published(None, "2031-03-06", Basis.INFERRED), "not after 2031-03-06, inferred"),
        (Published("2031-03-06", None, Basis.METADATA), "not before 2031-03-06, in the page's data"),
        (
            Published("2031-03-06", "2031-03-07", Basis.GIVEN, (), (Reason("given"), Reason("printed: 9 March; differs"))),
            "2031-03-06 to 2031-03-07, given; printed: 9 March; differs",
        ),
    ],
)
def test_a_date_has_its_basis_and_what_differs(when: Published, words: str) -> None:
    assert published(when) == words


def test_every_value_has_words() -> None:
    assert set(HOW_SURE) == set(Factuality)
    assert set(ON_WHAT) == set(Basis)
    assert days(None, None) == "not known"
    assert len(SourceType) == 8
