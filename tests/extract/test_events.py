"""What is told of as happening, how surely, and in whose words."""

from dataclasses import replace

import pytest

from extract.parsed import analysed, reading_of, text_of
from purport.analyse import assemble
from purport.extract.clear import page_of
from purport.extract.events import certainty
from purport.reader import Linked, Reading
from purport.records import Analysis, Document, Furniture, FurnitureKind, Report, Span

NOTATION = """
The/DT/2/det Front/NNP/3/nsubj/=organisation/organisation said/VBD/0/root/! police/NNS/5/nsubj/person claim/VBP/3/ccomp/!0.3
Oro/NNP/7/nsubj/=person/person fled/VBD/5/ccomp/!-2.4 after/IN/10/case the/DT/10/det raid/NN/7/obl/event/!2.9 ././3/punct

It/PRP/2/nsubj/event/^1.10 failed/VBD/0/root/!1.5 ././2/punct
"""
TEXT = text_of(NOTATION)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


OUTER = Linked(span("The Front"), span("said"), (span("police claim Oro fled after the raid"),), 0.9)
INNER = Linked(span("police"), span("claim"), (span("Oro fled after the raid"),), 0.9, parent=0)


def record(*attributions: Linked, furniture: tuple[Furniture, ...] = ()) -> Analysis:
    reading = replace(reading_of(NOTATION), attributions=attributions)
    return assemble(Document(Report("r1", "a.txt", "0" * 64, TEXT), b"", furniture), reading)


def words(analysis: Analysis, ids: tuple[str, ...]) -> list[str]:
    at = {each.id: TEXT[each.start : each.end] for each in analysis.events}
    return [at[each] for each in ids]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.4, "CT+"),
        (2.25, "CT+"),
        (2.2, "PR+"),
        (1.25, "PR+"),
        (1.2, "PS+"),
        (0.4, "PS+"),
        (0.39, "Uu"),
        (0.0, "Uu"),
        (-0.39, "Uu"),
        (-0.4, "PS-"),
        (-1.25, "PR-"),
        (-2.2, "PR-"),
        (-2.25, "CT-"),
    ],
)
def test_how_sure_the_author_is(value: float, expected: str) -> None:
    assert certainty(value) == expected


def test_an_event_keeps_its_word_class_and_certainty() -> None:
    found = record().events
    assert [TEXT[each.start : each.end] for each in found] == ["said", "claim", "fled", "raid", "failed"]
    assert [each.factuality for each in found] == ["CT+", "Uu", "CT-", "CT+", "PR+"]
    assert {each.type for each in found} == {"occurrence"}
    assert len({each.id for each in found}) == 5


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Neither/DT/2/det army/NN/3/nsubj/organisation fired/VBD/0/root/!", ["Uu"]),
        ("Neither/CC/2/cc:preconj Oro/NNP/5/nsubj/person nor/CC/4/cc Lisk/NNP/2/conj/person fired/VBD/0/root/!", ["Uu"]),
        ("No/DT/2/det men/NNS/3/nsubj/person fired/VBD/0/root/!1.5 or/CC/5/cc fled/VBD/3/conj/!", ["Uu", "Uu"]),
        ("No/DT/2/det men/NNS/3/nsubj/person fired/VBD/0/root/!-2.5", ["CT-"]),
        ("Nobody/NN/2/nsubj/person fired/VBD/0/root/! and/CC/5/cc Oro/NNP/5/nsubj/person fled/VBD/2/conj/!", ["Uu", "CT+"]),
        ("Oro/NNP/2/nsubj/person shot/VBD/0/root/! nobody/NN/2/obj/person", ["Uu"]),
        ("No/DT/2/det raid/NN/4/nsubj:pass/!/event was/VBD/4/aux:pass staged/VBN/0/root/!", ["Uu", "Uu"]),
        ("They/PRP/3/nsubj/person neither/CC/3/cc:preconj fired/VBD/0/root/! nor/CC/5/cc fled/VBD/3/conj/!", ["Uu", "Uu"]),
        ("No/DT/2/det men/NNS/5/nsubj/person but/CC/4/cc boys/NNS/2/conj/person fired/VBD/0/root/!", ["CT+"]),
        ("Oro/NNP/2/nsubj/person fled/VBD/0/root/! in/IN/5/case no/DT/5/det time/NN/2/obl/time", ["CT+"]),
        ("No/DT/2/det men/NNS/5/nsubj/person who/WP/4/nsubj fired/VBD/2/acl:relcl/! fled/VBD/0/root/!", ["CT+", "Uu"]),
    ],
)
def test_what_nobody_does_is_not_told_as_done(notation: str, expected: list[str]) -> None:
    assert [each.factuality for each in analysed(notation).events] == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", ["CT+", "PR+", "PS+", "CT-"]),
        ("urged", ["CT+", "Uu", "Uu", "Uu"]),
        ("threatened", ["CT+", "Uu", "Uu", "Uu"]),
        ("promised", ["CT+", "Uu", "Uu", "Uu"]),
        ("offered", ["CT+", "Uu", "Uu", "Uu"]),
        ("asked", ["CT+", "Uu", "Uu", "Uu"]),
    ],
)
def test_what_is_called_for_threatened_promised_offered_or_asked_is_open(cue: str, expected: list[str]) -> None:
    notation = f"""Oro/NNP/2/nsubj/person {cue}/VBD/0/root/! :/,/4/punct go/VB/2/ccomp/!2 and/CC/6/cc burn/VB/4/conj/!1
    banks/NNS/6/obj/other ,/,/9/punct stay/VB/4/conj/!-3"""
    reading, text = reading_of(notation), text_of(notation)
    content = Span(text.index("go"), len(text))
    said = Linked(Span(0, 3), Span(4, 4 + len(cue)), (content,), 0.9)
    report = Report("r1", "a.txt", "0" * 64, text)
    found = assemble(Document(report, b""), replace(reading, attributions=(said,)))
    assert [each.factuality for each in found.events] == expected
    assert len(found.attributions[0].events) == 3


def test_an_attribution_has_the_events_of_its_contents_and_of_those_within() -> None:
    found = record(OUTER, INNER)
    outer, inner = found.attributions
    assert words(found, outer.events) == ["claim", "fled", "raid"]
    assert words(found, inner.events) == ["fled", "raid"]
    assert [claim.events for claim in found.claims[:2]] == [outer.events, inner.events]


def test_a_content_in_pieces_has_the_events_of_each() -> None:
    pieces = Linked(None, None, (span("failed"), span("police claim"), span("Oro fled after the rai")), 0.9)
    found = record(pieces)
    assert words(found, found.attributions[0].events) == ["claim", "fled", "failed"]


def test_nothing_in_page_text_happens() -> None:
    at = span("fled after the raid.")
    page = Furniture(at.start, at.end, FurnitureKind.PAGE)
    found = record(OUTER, furniture=(page,))
    assert words(found, tuple(each.id for each in found.events)) == ["said", "claim", "failed"]
    assert words(found, found.attributions[0].events) == ["claim"]


def test_who_takes_part_is_a_mention_of_the_record() -> None:
    found = record()
    known = {each.id for each in found.mentions}
    assert {part.mention for each in found.events for part in each.participants} <= known
    assert [TEXT[each.start : each.end] for each in found.mentions] == ["Front", "police", "Oro", "the raid", "It"]


def test_a_reading_of_names_alone_has_no_events() -> None:
    bare = Reading((Span(0, 5),), reading_of(NOTATION).entities, (OUTER,))
    found = assemble(Document(Report("r1", "a.txt", "0" * 64, TEXT), b""), bare)
    assert (found.events, found.timexes) == ((), ())
    assert found.attributions[0].events == ()
    assert len(found.mentions) == 2


def test_an_empty_reading_is_an_empty_record() -> None:
    found = assemble(Document(Report("r1", "a.txt", "0" * 64, ""), b""), Reading((), (), ()))
    assert found == Analysis(Report("r1", "a.txt", "0" * 64, ""))


def test_a_repeated_reading_is_the_same_record() -> None:
    assert analysed(NOTATION) == analysed(NOTATION)


@pytest.mark.parametrize(
    ("start", "end", "clear"),
    [
        (0, 5, True),
        (5, 8, False),
        (9, 12, False),
        (10, 12, True),
        (12, 16, False),
        (16, 18, True),
        (30, 33, True),
        (28, 31, False),
        (33, 36, False),
    ],
)
def test_page_text_is_told_by_its_edges(start: int, end: int, clear: bool) -> None:
    found = page_of(
        (
            Furniture(14, 16, FurnitureKind.DATE),
            Furniture(6, 10, FurnitureKind.PAGE),
            Furniture(7, 9, FurnitureKind.CREDIT),
            Furniture(30, 35, FurnitureKind.TITLE),
        )
    )
    assert found.leaves(start, end) == clear
