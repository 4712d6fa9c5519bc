"""What kind of source speaks."""

import pytest

from purport.extract.sources import read_source_type
from purport.reader import Labelled
from purport.records import SourceType, Span

ROWS = [
    ("Orla Vane", {"Orla Vane": "person"}, "named_person"),
    ("Gen. Ilo Marr, a police commander in Vesk", {"Ilo Marr": "person", "Vesk": "place"}, "named_person"),
    ("Tam Oro, a resident", {"Tam Oro": "person"}, "eyewitness"),
    ("officials in Vesk", {"Vesk": "place"}, "anonymous_official"),
    ("Two Hallin defence officials", {"Hallin": "place"}, "anonymous_official"),
    ("a spokeswoman for Tannick Group", {"Tannick Group": "organisation"}, "anonymous_official"),
    ("witnesses", {}, "eyewitness"),
    ("several reports", {}, "media"),
    ("an inspection report", {}, "document"),
    ("The Albrecht Tribune", {"The Albrecht Tribune": "organisation"}, "media"),
    ("Tannick Group", {"Tannick Group": "organisation"}, "named_organisation"),
    ("The defence ministry", {}, "named_organisation"),
    ("he", {}, "named_person"),
    ("Vane's lawyers", {"Vane": "person"}, "anonymous_other"),
    ("Sorvia’s defence ministry", {"Sorvia": "place"}, "named_organisation"),
    ("One woman, who declined to be named,", {}, "anonymous_other"),
    ("her mother", {}, "anonymous_other"),
    ("a prisoner who met Orla Vane", {"Orla Vane": "person"}, "anonymous_other"),
    ("lawyers for Orla Vane", {"Orla Vane": "person"}, "anonymous_other"),
    ("Two voice analysts consulted by UCW", {"UCW": "organisation"}, "anonymous_other"),
    ("a hospital in Vesk", {"Vesk": "place"}, "anonymous_other"),
    ("Sanders' lawyer", {"Sanders": "person"}, "anonymous_other"),
    ("A spokesman for the Front, Teodar Lisk,", {"Front": "organisation", "Teodar Lisk": "person"}, "named_person"),
    ("General Motors", {"General Motors": "organisation"}, "named_organisation"),
    ("people close to the talks", {}, "anonymous_other"),
]


@pytest.mark.parametrize(("source", "names", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_source_types(source: str, names: dict[str, str], expected: str) -> None:
    found = [Labelled(Span(source.index(name), source.index(name) + len(name)), label, 1.0) for name, label in names.items()]
    assert read_source_type(source, Span(0, len(source)), Span(0, 0), found) == SourceType(expected)


def test_without_a_source_a_cue_is_the_outlets_and_a_bare_quotation_somebodys() -> None:
    assert read_source_type("it was clear", None, Span(0, 12), []) == SourceType.OUTLET
    assert read_source_type('"Go."', None, None, []) == SourceType.ANONYMOUS_OTHER
