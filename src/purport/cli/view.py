"""One report as a person reads it: where it comes from, its text with marks, and its attributions and recordings in lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from purport.cli.flow import flow
from purport.cli.marks import BRACKETS, STYLES, Role, find_marks
from purport.cli.taped import recording_lines
from purport.folds import Fold, fold_words
from purport.listings.calls import find_folds
from purport.records import Analysis, Attribution, Report, Span, SpeechAct
from purport.visible import flat, in_one_line
from purport.wording import counted, how_sure, kind_of_source, published

ORDINARY = frozenset({"utf-8", "ascii"})
"""Encodings that go without saying."""


def print_legend(console: Console) -> None:
    """What the brackets mean, in the brackets."""
    legend = [_bracketed(role.value, role) for role in (Role.SOURCE, Role.CUE, Role.CONTENT)]
    furniture = Text(f"~{Role.FURNITURE}: page text that is not the report~", STYLES[Role.FURNITURE])
    print_wrapped(console, Text("  ").join([*legend, furniture, Text("numbers lead to the list below the text")]))


def print_view(console: Console, analysis: Analysis, *, unfold: bool = False) -> None:
    """Print one report. Calls, threats and offers are folded in the text and the list unless asked for."""
    folds = () if unfold else find_folds(analysis)
    console.print()
    for line in _masthead(analysis.report):
        print_wrapped(console, line)
    for paragraph in flow(analysis.report.text, find_marks(analysis, folds), folds):
        console.print()
        print_wrapped(console, paragraph)
    console.print()
    print_wrapped(console, Text(counted(len(analysis.attributions), "attribution"), "bold"))
    _print_list(console, analysis, folds)
    if analysis.recordings:
        console.print()
        print_wrapped(console, Text(counted(len(analysis.recordings), "recording"), "bold"))
        for number, each in enumerate(analysis.recordings, start=1):
            first, *rest = recording_lines(analysis.report.text, each, folds)
            print_wrapped(console, first, before=f"{number:>2} ")
            for line in rest:
                print_wrapped(console, line, before="   ")


def print_wrapped(console: Console, text: Text, *, before: str = "") -> None:
    """Print a text wrapped to the width, without blanks at the ends of lines; ``before`` stands before the first, blanks before others."""
    for line in text.wrap(console, max(console.width - len(before), 1), overflow="fold"):
        line.rstrip()
        console.print(Text(before) + line, no_wrap=True, overflow="ignore", crop=False)
        before = " " * len(before)


def _masthead(report: Report) -> Iterator[Text]:
    """Title or path, then outlet, date with its basis, authors, place; then the file and what is odd about it."""
    yield Text(f"== {flat(report.title) if report.title else in_one_line(report.path)} ==", "bold")
    authors = ", ".join(flat(byline.name) for byline in report.bylines)
    facts = [
        flat(report.outlet) if report.outlet else "outlet not known",
        flat(published(report.published)),
        f"by {authors}" if authors else "",
        flat(report.dateline.place) if report.dateline else "",
    ]
    yield Text(" | ".join(fact for fact in facts if fact))
    odd = "" if report.encoding in ORDINARY else f"in {flat(report.encoding)}"
    yield Text(" | ".join(fact for fact in (in_one_line(report.path), odd) if fact), "dim")


def _print_list(console: Console, analysis: Analysis, folds: Sequence[Fold]) -> None:
    numbers = {each.id: number for number, each in enumerate(analysis.attributions, start=1)}
    width = len(str(len(numbers))) + 2
    for each in analysis.attributions:
        print_wrapped(console, _who(analysis.report.text, each, numbers), before=f"{numbers[each.id]:>{width - 1}} ")
        print_wrapped(console, _what(analysis.report.text, each, folds), before=" " * width)


def _who(text: str, each: Attribution, numbers: dict[str, int]) -> Text:
    """Who says it, with which words, how surely, and what else is to be known."""
    source = _bracketed(flat(each.source.words(text)), Role.SOURCE) if each.source else Text("no source named")
    parts = [
        Text(" ").join([source, Text(f"({kind_of_source(each.source_type)})")]),
        _bracketed(flat(each.cue.words(text)), Role.CUE) if each.cue else Text("no cue"),
        Text(how_sure(each.factuality)),
    ]
    if each.negated:
        parts.append(Text("negated"))
    if each.speech_act is not SpeechAct.STATEMENT:
        parts.append(Text(each.speech_act.value))
    if each.nested_in in numbers:
        parts.append(Text(f"inside {numbers[each.nested_in]}"))
    return Text(" | ").join(parts)


def _what(text: str, each: Attribution, folds: Sequence[Fold]) -> Text:
    def words(span: Span) -> Text:
        return _bracketed(flat(fold_words(span.words(text), span.start, folds)), Role.CONTENT)

    return Text(" ... ").join(map(words, each.content))


def _bracketed(words: str, role: Role) -> Text:
    return Text(f"{BRACKETS[role][0]}{words}{BRACKETS[role][1]}", STYLES[role])
