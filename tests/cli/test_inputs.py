from pathlib import Path
from typing import Any

import pytest

from purport.cli.inputs import find_inputs
from purport.cli.options import Asked
from purport.errors import UsageError
from purport.records import Interval

DAY, OTHER = Interval("2031-03-06", "2031-03-06"), Interval("2031-03-07", "2031-03-07")


@pytest.fixture(autouse=True)
def reports(folder: Path) -> None:
    """Two reports, and a manifest that names one of them."""
    (folder / "in").mkdir()
    for name in ("a.txt", "b.html"):
        (folder / "in" / name).write_text("The bridge is open.")
    (folder / "in" / "manifest.csv").write_text("path,outlet,published\nb.html,The Courier,2031-03-06\n")
    (folder / "empty").mkdir()


def paths(**asked: Any) -> list[str]:
    return [one.path for one in find_inputs(Asked(**asked)).inputs]


def test_a_manifest_names_files_itself() -> None:
    (only,) = find_inputs(Asked(manifest="in/manifest.csv")).inputs
    assert (only.path, only.given.outlet, only.given.published) == ("in/b.html", "The Courier", DAY)


def test_paths_add_to_a_manifest_and_no_report_comes_twice() -> None:
    assert paths(manifest="in/manifest.csv", paths=("in",)) == ["in/b.html", "in/a.txt"]
    assert paths(paths=("in/a.txt", "./in/../in/a.txt", "in")) == ["in/a.txt", "in/b.html"]


@pytest.mark.parametrize("asked", [{"published": "2031-03-07"}, {"between": "2031-03-07..2031-03-07"}])
def test_a_date_for_all_leaves_what_the_manifest_gives(asked: dict[str, str]) -> None:
    found = find_inputs(Asked(manifest="in/manifest.csv", paths=("in",), **asked))
    assert [one.given.published for one in found.inputs] == [DAY, OTHER]


def test_a_path_with_nothing_under_it_is_named_and_the_rest_go_on() -> None:
    found = find_inputs(Asked(paths=("none", "in/a.txt")))
    assert [one.path for one in found.inputs] == ["in/a.txt"]
    assert [path for path, _ in found.missing] == ["none"]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({}, "a PATH or a --manifest expected, none was given"),
        ({"paths": ("none",)}, "nothing is there: 'none'"),
        ({"paths": ("empty",)}, "no reports in empty: files in .txt, .html or the like expected"),
        ({"manifest": "none.csv"}, "none.csv: the manifest cannot be read"),
        ({"paths": ("in",), "published": "soon"}, "got 'soon'"),
        ({"paths": ("in",), "between": "2031"}, "--between: two days expected"),
        ({"paths": ("in",), "between": "2032..2031"}, "ends before it begins"),
        ({"paths": ("in",), "between": "2031..2032", "published": "2031"}, "either --published or --between expected"),
    ],
)
def test_wrong_use_is_a_sentence(asked: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        find_inputs(Asked(**asked))
