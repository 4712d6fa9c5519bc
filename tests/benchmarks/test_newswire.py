"""Newswire: stories of a fitting length with their days, read once; and what resolving a case of some costs."""

from __future__ import annotations

import pickle
from pathlib import Path

import factory
import newswire
import resolving

STORY = (
    '<REUTERS NEWID="{}">\n<DATE> 3-MAR-1987 09:18:21.26</DATE>\n<TEXT><TITLE>{}</TITLE><BODY>{}\n Reuter\n&#3;</BODY></TEXT></REUTERS>\n'
)
LONG = "The council of Karst opened the bridge and the people crossed it to the market on the other side. " * 5


def test_documents_are_the_stories_of_a_fitting_length(tmp_path: Path) -> None:
    told = STORY.format("7", "BRIDGE OPENS", LONG) + STORY.format("8", "SHORT", "The bridge is open.")
    (tmp_path / "a.sgm").write_text(told, encoding="latin-1")
    (found,) = newswire.documents(tmp_path)
    assert (found.report.path, found.report.title, found.report.outlet) == ("00007.txt", "BRIDGE OPENS", "Reuters")
    assert (found.report.published.not_before, found.report.published.not_after) == ("1987-03-03", "1987-03-03")
    assert found.report.text == LONG.rstrip()


def test_what_a_cache_holds_is_read_up_to_its_broken_end(tmp_path: Path) -> None:
    held = [(each, factory.original(each.report)) for each in (factory.rich(path="a.txt"), factory.rich(path="b.txt"))]
    whole = b"".join(pickle.dumps(each) for each in held)
    (tmp_path / "cache").write_bytes(whole[:-9])
    assert newswire.kept(tmp_path / "cache") == {"a.txt": held[0]}
    assert newswire.kept(tmp_path / "nothing") == {}


def test_a_case_is_measured(tmp_path: Path) -> None:
    reads = [(each, factory.original(each.report)) for each in (factory.rich(path=f"{name}.html") for name in "abc")]
    made = resolving.measure(reads[:2], reads[2:], tmp_path / "some.case")
    assert made["reports"] == 2
    assert set(made["a report"]) == {"stored", "all", *resolving.STAGES}
    assert made["one more"]["longest"] > 0
    assert made["candidates"] > 0
