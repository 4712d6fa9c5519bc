"""What is refused is refused in words, and nothing that findings are made of has a place for it."""

from __future__ import annotations

import ast
import dataclasses
import re
from pathlib import Path

import pytest

from purport import findings
from purport.audio.refused import Refusal, find_refusal, refusals
from purport.errors import UsageError

AUDIO = Path(findings.__file__).parent / "audio"
VERDICTS = re.compile(r"verdict|authentic|genuine|fake|real|synthetic|probab|percent|confidence|suspic|colou?r|identit|truth")
CLASSIFIERS = {"torch", "onnxruntime", "sklearn", "tensorflow", "keras", "speechbrain", "torchaudio", "transformers", "librosa", "joblib"}


@pytest.mark.parametrize("refusal", refusals(), ids=lambda each: each.name)
def test_each_says_why_and_what_is_done_instead(refusal: Refusal) -> None:
    assert len(refusal.why) >= 2
    assert all(each.endswith(".") for each in (*refusal.why, refusal.instead))
    assert refusal.name in refusal.verbs or refusal.name == "overall"
    assert find_refusal(refusal.verbs[-1]) == refusal


def test_the_figures_that_they_rest_on_are_told() -> None:
    told = " ".join(why for each in refusals() for why in each.why)
    for figure in ("95 % certain fake", "94 % of true pairs", "42 to 67 % of genuine clips"):
        assert figure in told


def test_what_is_not_refused_is_said() -> None:
    with pytest.raises(UsageError, match="refused are speaker, synthetic, splices, hum, overall"):
        find_refusal("weather")


RECORDS = [each for each in vars(findings).values() if dataclasses.is_dataclass(each) and each.__module__ == findings.__name__]


@pytest.mark.parametrize("record", RECORDS, ids=lambda each: each.__name__)
def test_no_finding_has_a_field_for_a_verdict(record: type) -> None:
    assert not [field.name for field in dataclasses.fields(record) if VERDICTS.search(field.name)]


@pytest.mark.parametrize("path", sorted(AUDIO.rglob("*.py")), ids=lambda path: path.name)
def test_no_classifier_hears_a_recording(path: Path) -> None:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module.split(".")[0], ".".join(node.module.split(".")[:2])}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
    assert not found & (CLASSIFIERS | {"purport.reader"})
