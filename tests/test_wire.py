"""Records and JSON lines are one to one."""

import json

import pytest

from factory import rich
from purport import wire
from purport.errors import UsageError
from purport.records import Analysis, Span


def test_an_analysis_comes_back_equal() -> None:
    record = rich()
    assert wire.load_analysis(wire.dumps(record)) == record


def test_keys_are_those_of_the_contract() -> None:
    line = json.loads(wire.dumps(rich()))
    layers = ["furniture", "sentences", "mentions", "timexes", "quantities", "events", "attributions", "claims", "recordings"]
    assert list(line) == ["schema", "report", *layers]
    attribution = "id source source_type cue content form factuality negated speech_act said nested_in events score source_entity"
    assert set(line["attributions"][0]) == set(attribution.split())
    assert {"id", "path", "url", "sha256", "title", "outlet", "language", "retrieved", "bylines", "dateline", "published", "text"} <= set(
        line["report"]
    )
    assert set(line["report"]["published"]) == {"not_before", "not_after", "basis", "candidates", "reasons"}
    assert set(line["claims"][0]) == {"id", "attribution", "content", "factuality", "events", "quantities"}


def test_another_alphabet_stands_as_it_is() -> None:
    assert "Владимир" in wire.dumps(["Владимир"])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"schema": 2, "report": "moved"}', "schema 1 expected, the line has 2"),
        ('{"schema": 1, "report": "moved"}', "Analysis"),
        ("{", "no Versioned"),
        ('{"schema": 1}', "report"),
    ],
)
def test_a_line_that_is_no_record_is_refused_in_words(line: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        wire.load_analysis(line)


def test_closed_sets_are_checked() -> None:
    line = wire.dumps(rich()).replace('"form":"', '"form":"x', 1)
    with pytest.raises(UsageError, match="form"):
        wire.loads(line, Analysis)


def test_a_span_gives_its_words() -> None:
    assert Span(3, 6).words("the man left") == " ma"
