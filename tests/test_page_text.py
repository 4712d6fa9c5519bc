"""The pages that page text is measured on share no phrase with those it was learned from."""

import re
from pathlib import Path

from corpora.own import OWN, Report, read_reports

PAGES = Path(__file__).with_name("page_text")
PHRASE = 5
"""Words in a row that make a phrase."""


def phrases(reports: list[Report]) -> set[tuple[str, ...]]:
    stretches = (re.findall(r"\w+", report.text[start:end].lower()) for report in reports for start, end in report.page)
    return {tuple(words[i : i + PHRASE]) for words in stretches for i in range(len(words) - PHRASE + 1)}


def test_no_phrase_was_learned_from() -> None:
    assert phrases(read_reports(PAGES)) & phrases(read_reports(OWN)) == set()


def test_there_are_forty_sites_and_more() -> None:
    pages = read_reports(PAGES)
    assert len({page.name for page in pages}) == len(pages) >= 40
    assert all(page.page for page in pages)
