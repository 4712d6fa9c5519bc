"""A word such as "New" right before a name belongs to it where it hangs on it."""

import pytest

from extract.parsed import analysed
from purport.records import MentionForm


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New/JJ/2/amod Karesh/NNP/3/nsubj/=place fell/VBD/0/root", ["New Karesh"]),
        ("St./NNP/2/compound Orm/NNP/3/nsubj/=person fell/VBD/0/root", ["St. Orm"]),
        ("Port/NNP/3/nsubj Orm/NNP/1/flat/=place closed/VBD/0/root", ["Port Orm"]),
        ("New/JJ/3/amod Karesh/NNP/3/compound/=place laws/NNS/4/nsubj help/VBP/0/root", ["Karesh"]),
        ("the/DT/3/det new/JJ/3/amod Karesh/NNP/4/nsubj/=place fell/VBD/0/root", ["Karesh"]),
        ("He/PRP/2/nsubj fled/VBD/0/root North/RB/2/advmod\n\nKaresh/NNP/2/nsubj/=place fell/VBD/0/root", ["Karesh"]),
        ("Old/JJ/2/amod/=place Tarn/NNP/3/nsubj/=place fell/VBD/0/root", ["Old Tarn"]),
    ],
)
def test_names_with_their_prefixes(text: str, expected: list[str]) -> None:
    found = analysed(text)
    names = [mention for mention in found.mentions if mention.form is MentionForm.NAME]
    assert [found.report.text[name.start : name.end] for name in names] == expected
