"""Whom a source stands for is right, wrong or unsaid by the other names of its entity."""

from __future__ import annotations

from collections import Counter

import pytest

import factory
import sources
from purport.reader import Words
from purport.records import Analysis, Mention, MentionForm, MentionType

TEXT = "Orla Vane met Bram Holt. The harbour master said the quay was shut."
SOURCE = "The harbour master"


def gold(resolved: str | None = "Orla Vane") -> dict:
    """The answers: one claim, whose source stands for somebody or other."""
    spans = {role: [*_edges(words)] for role, words in (("source", SOURCE), ("cue", "said"), ("content", "the quay was shut"))}
    claim = {"id": "c1", "source": SOURCE, "stance": "asserts", "spans": spans} | ({"resolved_source": resolved} if resolved else {})
    master = ["Orla Vane", "the harbour master"] if resolved else ["the harbour master"]
    return {
        "outlet": "Quay News",
        "byline": [],
        "entities": [master, ["Bram Holt"]],
        "pronouns": [],
        "claims": [claim],
        "times": [],
    }


def _edges(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def _mention(words: str, entity: str, form: MentionForm) -> Mention:
    return Mention(f"m-{words}", *_edges(words), MentionType.PERSON, form, entity=entity)


def analysis(entity: str) -> Analysis:
    """A record that takes the source for an entity."""
    report = factory.report(TEXT)
    said = factory.attribution(report, SOURCE, "said", "the quay was shut", source_entity=entity)
    named = (_mention("Orla Vane", "e1", MentionForm.NAME), _mention("Bram Holt", "e2", MentionForm.NAME))
    return factory.analysis(report, attributions=(said,), mentions=(*named, _mention(SOURCE, entity, MentionForm.NOMINAL)))


@pytest.mark.parametrize(("entity", "verdict"), [("e1", "right"), ("e2", "wrong"), ("e3", "alone")])
def test_a_source_is_judged_by_the_names_it_is_led_to(entity: str, verdict: str) -> None:
    (found,) = sources.judge(gold(), analysis(entity), Words())
    assert (found.verdict, found.found) == (verdict, True)


def test_a_source_without_a_name_is_wrong_with_any() -> None:
    counts: Counter[str] = Counter()
    for entity in ("e1", "e3"):
        for one in sources.judge(gold(resolved=None), analysis(entity), Words()):
            counts.update(sources._counted(one))
    assert sources.figures(counts)["unnamed wrong"] == 50.0


@pytest.mark.parametrize(
    ("words", "named"),
    [("Orla Vane", True), ("the Front", True), ("Two officials of the League", False), ("she", False), ("Police", False)],
)
def test_what_is_a_name(words: str, named: bool) -> None:
    assert sources.is_name(words, "Orla Vane of the Front said that police came.") == named
