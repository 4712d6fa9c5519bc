"""What a report's own text says of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.ingest.masthead import Masthead, find_masthead

BODY = "The outer wall of the harbour fell into the sea on Sunday night, the port authority said, and two men were missing."
MORE = "\nBoats searched until dawn. Engineers had warned of cracks in the wall, a report seen by this newspaper says.\n"


def names(masthead: Masthead) -> list[str]:
    return [byline.name for byline in masthead.bylines]


def dates(masthead: Masthead) -> list[list[str | None]]:
    return [[reading.not_before for reading in date.readings] for date in masthead.dates]


@pytest.mark.parametrize(
    ("head", "authors", "printed"),
    [
        ("By A HOLT and B BRISKMAR. 12, 2031LESSA — ", ["A HOLT", "B BRISK"], [["2031-03-12"]]),
        ("By ODA BRISK and TEO MARRADEC. 6, 2029\nLESSA — ", ["ODA BRISK", "TEO MARRA"], [["2029-12-06"]]),
        ("By Oda BriskMarch 2, 2031\nLESSA — ", ["Oda Brisk"], [["2031-03-02"]]),
        ("By Oda Brisk, Staff Writer | 3 March 2031\n\n", ["Oda Brisk"], [["2031-03-03"]]),
        ("By Oda Brisk, Teo Marra and Ines de la Holt\n", ["Oda Brisk", "Teo Marra", "Ines de la Holt"], []),
        ("BY ODA BRISK & TEO MARRA\n3 MARCH 2031\n", ["ODA BRISK", "TEO MARRA"], [["2031-03-03"]]),
        ("By Oda Brisk, Lessa Correspondent\n", ["Oda Brisk"], []),
        ("By Oda Brisk in Lessa and Teo Marra\n", ["Oda Brisk", "Teo Marra"], []),
        ("By J. R. O’Hara, Jean-Luc Al-Brisk\n", ["J. R. O’Hara", "Jean-Luc Al-Brisk"], []),
        ("Oda Brisk, Chief Political Correspondent\n", ["Oda Brisk"], []),
        ("By Reuters Staff\n", [], []),
        ("Published: 2031-03-02 10:15 GMT\n", [], [["2031-03-02"]]),
        ("Published on Sunday, 2nd of March, 2031 at 10.15 a.m.\n", [], [["2031-03-02"]]),
        ("First published 2031-03-02T10:15:00+02:00 | Updated 3 March 2031, 11:20 CET\n", [], [["2031-03-02"], ["2031-03-03"]]),
        ("Sunday, March 2, 2031\n\n", [], [["2031-03-02"]]),
        ("03/04/2031\n", [], [["2031-04-03", "2031-03-04"]]),
        ("13/04/2031\n", [], [["2031-04-13"]]),
        ("Sun 2 March\n", [], [[]]),
        ("Mar. 2031\n", [], [["2031-03-01"]]),
        ("A wall falls\nOda Brisk\n3 March 2031 · Updated 4 March 2031\n\n", ["Oda Brisk"], [["2031-03-03"], ["2031-03-04"]]),
        ("By Oda Brisk\nSpecial to The Lessa Tribune\nMarch 2, 2031 | 10:15 a.m. EST\n", ["Oda Brisk"], [["2031-03-02"]]),
    ],
)
def test_bylines_and_dates(head: str, authors: list[str], printed: list[list[str]]) -> None:
    masthead = find_masthead(head + BODY + MORE)
    assert names(masthead) == authors
    assert dates(masthead) == printed


@pytest.mark.parametrize(
    ("head", "place", "outlet", "mark"),
    [
        ("LESSA (Reuters) - ", "LESSA", "Reuters", "LESSA (Reuters) -"),
        ("LESSA, March 3 (AP) — ", "LESSA", "Associated Press", "LESSA, March 3 (AP) —"),
        ("LESSA - ", "LESSA", None, "LESSA -"),
        ("LESSA — ", "LESSA", None, "LESSA —"),
        ("LESSA--", "LESSA", None, "LESSA--"),
        ("LESSA, 3 March 2031 /Ternwire/ â€“ ", "LESSA", "Ternwire", "LESSA, 3 March 2031 /Ternwire/ â€“"),
        ("PORT LESSA, Tern Islands, March 3, 2031 (Tern News) — ", "PORT LESSA", "Tern News", None),
        ("ST. BRISK, Calif. — ", "ST. BRISK", None, "ST. BRISK, Calif. —"),
        ("LESSA/HOLT (Reuters) - ", "LESSA/HOLT", "Reuters", None),
        ("Lessa (Tern News) – ", "Lessa", "Tern News", "Lessa (Tern News) –"),
        ("Lessa, March 3 (AFP) - ", "Lessa", "Agence France-Presse", None),
        ("(Tern News) Lessa, 3 Mar. ", "Lessa", "Tern News", "(Tern News) Lessa, 3 Mar."),
    ],
)
def test_datelines(head: str, place: str, outlet: str | None, mark: str | None) -> None:
    text = head + BODY + MORE
    masthead = find_masthead(text)
    assert masthead.dateline is not None
    assert masthead.dateline.place == place == text[masthead.dateline.start : masthead.dateline.end]
    assert masthead.outlet == outlet
    (furniture,) = [item for item in masthead.furniture if item.kind == "dateline"]
    assert text[furniture.start : furniture.end] == (mark or head.strip())


@pytest.mark.parametrize(
    "sentence",
    [
        "By Tuesday the army had crossed the river, officials said.",
        "By March 3, 2031, the army had crossed the river, officials said.",
        "By Oda Brisk's own account, the wall was safe until the storm.",
        "By Oda Brisk and Teo Marra the wall was called safe, officials said.",
        "PARIS (the prince, not the city) said he would not come to the wedding.",
        "NATO - the alliance of the north - said it had no ships near the harbour.",
        "NATO - Its ships were not near the harbour, the alliance said.",
        "Lessa - The city is old, and its harbour wall is older still, engineers said.",
        "LESSA — the old town, that is — was under water on Monday, officials said.",
        "March 3, 2031 was the day the wall fell, officials in the harbour said.",
        "On 3 March 2031 the wall fell, officials in the harbour said on Friday.",
        "May 2031 was the wettest month on record, the weather office said.",
        "Oda Brisk, a writer, said the wall had been safe for years, she thought.",
        "Reporting by the Tribune found that the wall had been unsafe for years.",
        "Published reports said the wall had been unsafe since 2 March 2029.",
        "WHO - The body said that it had sent two doctors to the harbour town.",
        "Oda Brisk reported from the quay that nobody had seen the ship leave.",
        "I-95 was closed on Monday after the wall fell, the road office said.",
        "2031 will be remembered as the year of the wall, the mayor said.",
    ],
)
def test_ordinary_first_sentences_are_left_alone(sentence: str) -> None:
    assert find_masthead(sentence + MORE) == Masthead()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Harbour Wall Falls in Lessa\n\n{BODY}{MORE}", "Harbour Wall Falls in Lessa"),
        (f"Harbour wall falls in Lessa\nBy Oda Brisk\n{BODY}{MORE}", "Harbour wall falls in Lessa"),
        (f"Harbour wall falls in Lessa\r\nLESSA (Reuters) - {BODY}{MORE}", "Harbour wall falls in Lessa"),
        (f"Harbour Wall Falls, Mayor Blames Storm.\n\n{BODY}{MORE}", "Harbour Wall Falls, Mayor Blames Storm."),
        (f"  WHO KNEW THE WALL WOULD FALL?\n{BODY}{MORE}", "WHO KNEW THE WALL WOULD FALL?"),
        (f"The wall fell on Sunday, officials in Lessa said.\n\n{BODY}{MORE}", None),
        (f"{BODY}\n\n{MORE}", None),
        ("The outer wall of the harbour fell into the\nsea on Sunday night, the port authority of\nLessa said.", None),
        ("Harbour wall falls in Lessa", None),
        (f"{BODY}\nA version of this article appears in print on March 3, 2031, with the headline: The Wall.", "The Wall"),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    found = find_masthead(text).title
    assert (found.words(text) if found else None) == title


def test_a_standfirst_may_stand_between_title_and_byline() -> None:
    text = f"Harbour wall falls\n\nEngineers had warned for years, a report shows.\n\nBy Oda Brisk\n2 March 2031\n\n{BODY}{MORE}"
    masthead = find_masthead(text)
    assert names(masthead) == ["Oda Brisk"]
    assert dates(masthead) == [["2031-03-02"]]


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("Oda Brisk reported from Lessa, and Teo Marra from Port Holt.", "credit"),
        ("Ines Marra contributed reporting from Lessa.", "credit"),
        ("Reporting by Oda Brisk in Lessa; Additional reporting by Teo Marra; Editing by Ines Holt", "credit"),
        ("(Reporting by Oda Brisk; Editing by Ines Holt)", "credit"),
        ("A version of this article appears in print on March 3, 2031, on Page A14 of the Lessa edition.", "print_note"),
        ("© 2031 The Lessa Tribune. All rights reserved.", "page"),
        ("Sign up for our morning newsletter", "page"),
        ("Read more: Storm warnings for the coast", None),
        ("Please verify that you are human.", "page"),
        ("The men said: “I am not a robot.”", None),
        ("Mr. Brisk reported the matter to the police in Lessa.", None),
    ],
)
def test_end_notes(note: str, kind: str | None) -> None:
    text = f"{BODY}{MORE}{note}"
    found = [item.kind for item in find_masthead(text).furniture if item.start >= len(BODY + MORE)]
    assert found[:1] == ([kind] if kind else [])


def test_credited_reporters_are_authors_where_no_byline_is_printed() -> None:
    assert names(find_masthead(f"{BODY}{MORE}Reporting by Oda Brisk and Teo Marra; Editing by Ines Holt")) == ["Oda Brisk", "Teo Marra"]
    assert names(find_masthead(f"By Lena Orr\n{BODY}{MORE}Reporting by Oda Brisk; Editing by Ines Holt")) == ["Lena Orr"]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"The Lessa Tribune\nHarbour wall falls\nBy Oda Brisk\n{BODY}", "The Lessa Tribune"),
        (f"The Lessa Tribune, October 6, 2031\n\nHarbour wall falls\n\n{BODY}", "The Lessa Tribune"),
        (f"The Lessa Tribune, in its issue of Friday, says so.\n{BODY}", None),
        (f"By Oda Brisk, Reuters\n{BODY}", "Reuters"),
        (f"By Oda Brisk\nSpecial to The Lessa Tribune\n{BODY}", "The Lessa Tribune"),
        (f"LESSA (Reuters) - {BODY}\n© 2031 The Lessa Tribune", "The Lessa Tribune"),
        (f"{BODY} He fell.View all Lessa Tribune newsletters.He rose.", "Lessa Tribune"),
        (BODY, None),
    ],
)
def test_outlets(text: str, outlet: str | None) -> None:
    assert find_masthead(text).outlet == outlet


@pytest.mark.parametrize(
    ("head", "dates"),
    [
        ("WIRE NORTH\nHarbour wall falls at Lessa after a night of rain\n10 October 2031\n\n", 1),
        ("The wall at Lessa fell in the night of the\nstorm, and it was put up again by men of the town on\n10 October 2031\n", 0),
        (
            "The wall at Lessa fell in the night of the storm, and\nit was put up again by men of the town on\n10 October 2031\n\n",
            0,
        ),
    ],
)
def test_a_date_under_an_outlet_and_a_title(head: str, dates: int) -> None:
    assert len(find_masthead(f"{head}{BODY}").dates) == dates


def test_prompts_inside_the_text_are_marked() -> None:
    text = f"{BODY}Invalid postal address. Please re-enter it.{BODY}"
    marked = [text[item.start : item.end] for item in find_masthead(text).furniture]
    assert marked == ["Invalid postal address.", "Please re-enter it."]


@given(
    st.lists(
        st.sampled_from(["By ", "LESSA", " — ", "Oda", " ", "Brisk", "\n", "March", "3", ", ", "2031", "(", "AP", ")", ".", "é", "\r\n"])
    )
)
def test_spans_are_in_range_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    masthead = find_masthead(text)
    ends = [0]
    for item in masthead.furniture:
        assert ends[-1] <= item.start < item.end <= len(text)
        ends.append(item.end)
    assert all(byline.name.split() == text[byline.start : byline.end].split() for byline in masthead.bylines)
