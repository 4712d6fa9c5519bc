"""What the report says in the outlet's own voice is kept clause by clause, and nothing that may be a source's."""

from dataclasses import replace

import pytest

import factory
from extract.parsed import reading_of, text_of
from purport.analyse import assemble
from purport.reader import Linked
from purport.records import Analysis, Claim, Furniture, FurnitureKind, Span

Told = tuple[str | None, str | None, str]

REPLY = "The/DT/2/det army/NN/5/nsubj has/VBZ/5/aux not/RB/5/advmod replied/VBN/0/root/!-2.9 ././5/punct"
JOINED = (
    "The/DT/2/det army/NN/3/nsubj left/VBD/0/root/! Karst/NNP/3/obj ,/,/7/punct then/RB/7/advmod returned/VBD/3/conj/! and/CC/10/cc"
    " shops/NNS/10/nsubj opened/VBD/3/conj/! ././3/punct"
)
SET_OFF = (
    "Ada/NNP/12/nsubj Orr/NNP/1/flat ,/,/5/punct the/DT/5/det mayor/NN/1/appos ,/,/8/punct who/WP/8/nsubj leads/VBZ/5/acl:relcl"
    " the/DT/10/det talks/NNS/8/obj ,/,/1/punct left/VBD/0/root/! ././12/punct"
)
RESTRICTED = "Men/NNS/4/nsubj who/WP/3/nsubj fled/VBD/1/acl:relcl returned/VBD/0/root/! ././4/punct"
OFFICIALS = (
    "Two/CD/2/nummod officials/NNS/9/nsubj of/IN/5/case the/DT/5/det League/NNP/2/nmod ,/,/8/punct who/WP/8/nsubj spoke/VBD/5/acl:relcl"
    " left/VBD/0/root ././9/punct"
)
SHIP = (
    "The/DT/2/det owner/NN/11/nsubj of/IN/5/case the/DT/5/det Merle/NNP/2/nmod ,/,/8/punct which/WDT/8/nsubj sank/VBD/5/acl:relcl"
    " ,/,/2/punct has/VBZ/11/aux gone/VBN/0/root ././11/punct"
)
PARTY = (
    "Lisk/NNP/9/nsubj (/``/3/punct SDP/NNP/1/appos )/''/3/punct ,/,/7/punct who/WP/7/nsubj fled/VBD/1/acl:relcl ,/,/1/punct left/VBD/0/root"
    " ././9/punct"
)
SAID = "Vane/NNP/2/nsubj said/VBD/0/root the/DT/4/det bridge/NN/5/nsubj fell/VBD/2/ccomp ././2/punct"
BESIDE = (
    "The/DT/2/det bridge/NN/3/nsubj fell/VBD/0/root/! on/IN/5/case Monday/NNP/3/obl ,/,/8/punct police/NNS/8/nsubj said/VBD/3/parataxis"
    " ././3/punct"
)
DENIAL = (
    "The/DT/2/det firm/NN/3/nsubj repeated/VBD/0/root/! its/PRP$/5/nmod:poss denial/NN/3/obj that/IN/8/mark it/PRP/8/nsubj paid/VBD/5/acl"
    " ././3/punct"
)
RUMOURS = "There/EX/2/expl are/VBP/0/root rumours/NNS/2/nsubj that/IN/6/mark he/PRP/6/nsubj fled/VBD/3/acl ././2/punct"
QUOTED = "The/DT/2/det toll/NN/3/nsubj rose/VBD/0/root ././3/punct\n\n“/``/3/punct They/PRP/3/nsubj ran/VBD/0/root ././3/punct ”/''/3/punct"
PHRASE = "Vane/NNP/2/nsubj called/VBD/0/root it/PRP/2/obj “/``/6/punct a/DT/6/det lie/NN/2/xcomp ”/''/6/punct ././2/punct"
ASKED = "Who/WP/2/nsubj counted/VBD/0/root them/PRP/2/obj ?/./2/punct"
READ = "What/WP/3/obj you/PRP/3/nsubj read/VBP/0/root ?/./3/punct Get/VB/3/parataxis more/JJR/5/obj ././3/punct"
CALL = "Read/VB/0/root the/DT/3/det paper/NN/1/obj ././1/punct"
PARTED = (  # the tree hangs "police", who made the arrest, on "hurt"
    "Two/CD/2/nummod men/NNS/4/nsubj:pass were/VBD/4/aux:pass hurt/VBN/0/root/! ;/,/7/punct police/NNS/4/nsubj arrested/VBD/4/conj"
    " one/CD/7/obj ././4/punct"
)
OFFICE = (  # the tree joins "police" to "office"
    "Shots/NNS/2/nsubj hit/VBD/0/root an/DT/4/det office/NN/2/obj and/CC/6/cc police/NN/4/conj have/VBP/8/aux arrested/VBN/2/conj"
    " one/CD/8/obj ././2/punct"
)
SHARES = "Shares/NNS/0/root in/IN/4/case the/DT/4/det firm/NN/5/nsubj fell/VBD/1/parataxis ././1/punct"
GLUED = "Prices/NNS/2/nsubj fell/VBD/0/root ,/,/2/punct See/VB/2/parataxis more/JJR/4/obj ././2/punct"


def record(notation: str, *told: Told, furniture: tuple[Furniture, ...] = ()) -> Analysis:
    text, reading = text_of(notation), reading_of(notation)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    linked = tuple(Linked(source and span(source), cue and span(cue), (span(content),), 0.9) for source, cue, content in told)
    return assemble(factory.document(text, *furniture), replace(reading, attributions=linked))


def own(analysis: Analysis) -> list[Claim]:
    return [each for each in analysis.claims if each.attribution is None]


def stated(notation: str, *told: Told, furniture: tuple[Furniture, ...] = ()) -> list[str]:
    """The words of the flat statements, in order, with `` | `` where they are broken."""
    analysis = record(notation, *told, furniture=furniture)
    return [" | ".join(span.words(analysis.report.text) for span in each.content) for each in own(analysis)]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (REPLY, ["The army has not replied"]),
        (JOINED, ["The army left Karst", "The army | then returned", "shops opened"]),
        (SET_OFF, ["Ada Orr, the mayor, who leads the talks", "Ada Orr, the mayor | left"]),
        (RESTRICTED, ["Men who fled returned"]),
        (OFFICIALS, ["Two officials of the League, who spoke", "Two officials of the League | left"]),
        (PARTY, ["Lisk (SDP), who fled", "Lisk (SDP) | left"]),
        (SHIP, ["the Merle, which sank", "The owner of the Merle | has gone"]),
    ],
)
def test_a_clause_is_stated_with_what_it_shares(notation: str, expected: list[str]) -> None:
    assert stated(notation) == expected


@pytest.mark.parametrize(
    ("notation", "told", "expected"),
    [
        (SAID, ("Vane", "said", "the bridge fell"), []),
        (BESIDE, ("police", "said", "The bridge fell on Monday"), []),
        (BESIDE, ("police", "said", "on Monday"), ["The bridge fell"]),
        (BESIDE, ("police", "said", "The bridge"), []),
        (DENIAL, ("its", "denial", "it paid"), ["The firm repeated its denial that it paid"]),
        (RUMOURS, (None, "rumours", "that he fled"), []),
    ],
)
def test_what_is_told_is_its_sources(notation: str, told: Told, expected: list[str]) -> None:
    assert stated(notation, told) == expected


def test_what_may_be_a_sources_that_nobody_found_is_not_stated() -> None:
    assert stated(SAID) == []
    assert stated(QUOTED) == ["The toll rose"]
    assert stated(PHRASE) == ["Vane called it “a lie”"]


@pytest.mark.parametrize("notation", [ASKED, READ, CALL])
def test_questions_and_calls_state_nothing(notation: str) -> None:
    assert stated(notation) == []


def test_headlines_and_page_text_state_nothing() -> None:
    for kind in (FurnitureKind.TITLE, FurnitureKind.PAGE):
        assert stated(REPLY, furniture=(Furniture(0, len(text_of(REPLY)), kind),)) == []


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (PARTED, ["Two men were hurt"]),
        (OFFICE, ["Shots hit an office and police"]),
        (SHARES, []),
        (GLUED, ["Prices fell"]),
    ],
)
def test_no_clause_has_anothers_subject(notation: str, expected: list[str]) -> None:
    assert stated(notation) == expected


def test_a_statement_ends_with_its_paragraph() -> None:
    notation = "Men/NNS/2/nsubj fled/VBD/0/root Oro/NNP/2/obj More/JJR/3/appos ././2/punct"
    reading, text = reading_of(notation), text_of(notation)
    broken = text.replace("Oro More", "Oro\n\nMore")
    ends = [end + (end > text.index(" More")) for end in reading.words.ends]
    starts = [start + (start > text.index(" More")) for start in reading.words.starts]
    analysis = assemble(factory.document(broken), replace(reading, words=replace(reading.words, starts=tuple(starts), ends=tuple(ends))))
    assert [span.words(broken) for each in own(analysis) for span in each.content] == ["Men fled Oro"]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (REPLY, "CT-"),
        ("The/DT/2/det raid/NN/3/nsubj failed/VBD/0/root/!3 ././3/punct", "CT+"),
        ("The/DT/2/det raid/NN/3/nsubj failed/VBD/0/root/!1.5 ././3/punct", "PR+"),
        ("The/DT/2/det raid/NN/3/nsubj failed/VBD/0/root ././3/punct", "CT+"),
        ("The/DT/2/det raid/NN/5/nsubj may/MD/5/aux have/VB/5/aux failed/VBN/0/root/!3 ././5/punct", "PS+"),
        ("He/PRP/4/nsubj may/MD/4/aux never/RB/4/advmod return/VB/0/root/!-3 ././4/punct", "PS-"),
        ("It/PRP/4/nsubj:pass was/VBD/4/aux:pass not/RB/4/advmod verified/VBN/0/root/!-3 ././4/punct", "Uu"),
        ("If/IN/2/mark genuine/JJ/5/advcl it/PRP/5/nsubj would/MD/5/aux matter/VB/0/root/!3 ././5/punct", "Uu"),
        ("Nobody/NN/2/nsubj/person came/VBD/0/root/!3 ././2/punct", "CT-"),
    ],
)
def test_how_sure_the_outlet_is(notation: str, expected: str) -> None:
    assert [each.factuality for each in own(record(notation))] == [expected]


def test_a_statement_is_a_claim_without_an_attribution_after_the_others() -> None:
    analysis = record(f"{BESIDE}\n\n{REPLY}", ("police", "said", "The bridge fell on Monday"))
    assert [each.attribution for each in analysis.claims] == [analysis.attributions[0].id, None]
    assert [each.events for each in analysis.claims] == [(event.id,) for event in analysis.events]
    assert len({each.id for each in analysis.claims}) == 2
