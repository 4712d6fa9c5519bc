"""Versions: what became of each claim at one address, and whether the newer text says so."""

from __future__ import annotations

from itertools import permutations

import pytest

from purport.records import Analysis
from purport.resolve.notices import find_notices
from purport.resolve.versions import Version, address, compare_versions, find_versions
from resolve.carried import SURGE, report

URL = "https://courier.example/wall"
POLICE = ("police", "said", "At least 27 people died when the harbour wall gave way")
TOLL = "At least 27 people died when the harbour wall gave way, police said. "


def version(text: str, *accounts: tuple[str | None, str | None, str], taken: str | None = "2031-03-04", **fields: object) -> Analysis:
    return report(text, *accounts, retrieved=taken, url=fields.pop("url", URL), **fields)


def changes(older: Analysis, newer: Analysis) -> list[tuple[str, str, bool]]:
    return [(change.kind.value, change.what, change.notice is not None) for change in compare_versions(older, newer).changes]


def test_nothing_changed_where_only_marks_and_lines_did() -> None:
    assert changes(version(TOLL + SURGE, POLICE), version((TOLL + SURGE).replace(" ", "\n"))) == []


@pytest.mark.parametrize(
    ("old", "new", "account", "what"),
    [
        ("27", "31", ("police", "said", "At least 31 people died when the harbour wall gave way"), "a number changed: “27” became “31”"),
        ("police", "the coastguard", ("the coastguard", *POLICE[1:]), "the source was “police” and is “the coastguard”"),
        ("harbour wall", "dam", ("police", "said", "At least 27 people died when the dam gave way"), "“harbour wall” became “dam”"),
        ("At least ", "", ("police", "said", "27 people died when the harbour wall gave way"), "“At least” became nothing"),
        ("said", "believed", ("police", "believed", POLICE[2]), f"“{TOLL.strip()}” became “{TOLL.strip().replace('said', 'believed')}”"),
    ],
)
def test_a_claim_altered_without_notice(old: str, new: str, account: tuple[str, str, str], what: str) -> None:
    assert changes(version(TOLL + SURGE, POLICE), version(TOLL.replace(old, new) + SURGE, account)) == [("altered", what, False)]


def test_claims_added_and_dropped() -> None:
    new = "No boats were lost, the harbour master said. "
    account = ("the harbour master", "said", "No boats were lost")
    assert changes(version(TOLL + SURGE, POLICE), version(SURGE + new, account)) == [
        ("added", "“No boats were lost” was added", False),
        ("dropped", f"“{POLICE[2]}” was dropped", False),
    ]


def test_a_sentence_without_a_claim_is_told_too() -> None:
    (change,) = compare_versions(version(SURGE), version(SURGE + "Three boats sank off Tolm. ")).changes
    assert change.newer is not None and change.newer.claim is None
    assert change.what == "“Three boats sank off Tolm.” was added"


def test_a_sentence_that_moved_is_the_same() -> None:
    first, rest = SURGE.split(". ", 1)
    assert changes(version(SURGE), version(f"{rest}{first}. ")) == []


def test_what_the_reader_makes_of_a_kept_sentence_is_not_compared() -> None:
    assert changes(version(TOLL + SURGE, POLICE), version(TOLL + SURGE)) == []


@pytest.mark.parametrize(
    ("notice", "told"),
    [
        ("This article was corrected on Tuesday: 31 people died, not 27.", True),
        ("CORRECTION: An earlier version gave the number of dead as 27.", True),
        ("This article was updated on Tuesday.", False),
        ("Correction: the mayor's name is Ivo Renn.", False),
    ],
)
def test_a_notice_tells_of_a_change_by_its_words(notice: str, told: bool) -> None:
    newer = version(TOLL.replace("27", "31") + SURGE + "\n" + notice, ("police", "said", POLICE[2].replace("27", "31")))
    made = compare_versions(version(TOLL + SURGE, POLICE), newer)
    assert [change.notice is not None for change in made.changes] == [told]
    assert [newer.report.text[each.start : each.end] for each in made.notices] == [notice]


@pytest.mark.parametrize(
    ("notice", "told"),
    [
        ("Correction: it was the coastguard, not the police, who gave the number.", True),
        ("Correction: people were moved from the quay on Monday.", False),
    ],
)
def test_a_notice_of_another_source(notice: str, told: bool) -> None:
    newer = version(f"{TOLL.replace('police', 'the coastguard')}{SURGE}\n{notice}", ("the coastguard", *POLICE[1:]))
    assert [change[2] for change in changes(version(TOLL + SURGE, POLICE), newer)] == [told]


def test_an_old_notice_is_no_new_one() -> None:
    notice = "\nCorrection: the mayor's name is Ivo Renn."
    assert compare_versions(version(SURGE + notice), version(TOLL + SURGE + notice)).notices == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This story has been corrected to say that two boats sank.", "correction"),
        ("An earlier version of this report, published on Monday, said the wall was in Tolm.", "correction"),
        ("CORRECTION TO NO. 12 We wrote that eight boats were lost. The number is six.", "correction"),
        ("Clarification: the quay is private.", "correction"),
        ("We regret the error.", "correction"),
        ("UPDATE: Adds the mayor's reply.", "update"),
        ("This page was last updated on 4 March.", "update"),
        ("This article has been withdrawn.", "withdrawal"),
        ("The mayor corrected the minutes.", None),
        ("The report was withdrawn by the ministry on Monday.", None),
        ("The law was amended in the spring.", None),
        ("This wall was repaired.", None),
    ],
)
def test_notices(text: str, kind: str | None) -> None:
    assert [notice.kind for notice in find_notices(report(text))][:1] == ([kind] if kind else [])


def test_a_notice_goes_on_to_the_end_of_its_line() -> None:
    text = "Boats sank.\nCorrection: we wrote eight. The number is six.\nThe wall stands."
    (notice,) = find_notices(report(text))
    assert notice.span.words(text) == "Correction: we wrote eight. The number is six."


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://www.courier.example/wall/", True),
        ("https://courier.example/wall?utm_source=letter#top", True),
        ("https://courier.example/wall?page=2", False),
        ("https://courier.example/walls", False),
    ],
)
def test_addresses(url: str, same: bool) -> None:
    assert (address(version(SURGE, url=url).report) == address(version(SURGE).report)) == same


def test_versions_are_found_in_any_order() -> None:
    reports = [
        version(TOLL + SURGE, POLICE, taken="2031-03-04"),
        version(TOLL.replace("27", "31") + SURGE, taken="2031-03-05"),
        version(TOLL.replace("27", "33") + SURGE, taken="2031-03-06"),
        version(SURGE, url="https://courier.example/other"),
    ]
    wanted = find_versions(reports)
    assert [(each.older, each.newer, each.is_ordered) for each in wanted] == [
        (reports[0].report.id, reports[1].report.id, True),
        (reports[1].report.id, reports[2].report.id, True),
    ]
    assert all(find_versions(order) == wanted for order in permutations(reports))


def test_which_is_newer_may_be_unknown() -> None:
    made: tuple[Version, ...] = find_versions([version(SURGE, taken=None), version(TOLL + SURGE, taken=None)])
    assert [each.is_ordered for each in made] == [False]


def test_the_same_text_found_twice_is_no_new_version() -> None:
    assert find_versions([version(SURGE, taken="2031-03-04"), version(SURGE, taken="2031-03-05")]) == ()


def test_a_notice_is_found_where_the_sentence_before_it_runs_on() -> None:
    notice = "This article was corrected on Tuesday: 31 people died, not 27."
    newer = version(f"{TOLL.replace('27', '31')}{SURGE}Boats were out\n\n{notice}")
    assert newer.report.text[newer.sentences[-1].start :].startswith("Boats were out")
    (found,) = compare_versions(version(TOLL + SURGE), newer).notices
    assert found.span.words(newer.report.text) == notice
