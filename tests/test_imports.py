"""Imports point one way: a package may use what stands below it, never what stands above."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "purport"
ORDER = (
    ("records", "errors"),
    ("ids", "folding", "folds", "lexicon", "visible", "wording", "findings"),
    ("wire", "audio"),
    ("ingest", "reader"),
    ("time",),
    ("extract",),
    ("analyse", "resolve", "store"),
    ("dossier",),
    ("callings", "tracing", "recounting", "spoken"),
    ("known", "viewing", "pictures"),
    ("resolving",),
    ("export", "listings", "judging", "examining"),
    ("bounded",),
    ("hearing",),
    ("scale", "examined"),
    ("adding",),
    ("web",),
    ("cli",),
)
LEVEL = {name: level for level, names in enumerate(ORDER) for name in names}


def uses(path: Path) -> set[str]:
    """The parts of the package a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("purport"):
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("purport.")}
    return found & set(LEVEL)


def part(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_uses_only_what_stands_below_it(path: Path) -> None:
    own = part(path)
    if own == "__init__":
        assert not uses(path)
        return
    assert own in LEVEL, f"{own} has no place in the order"
    above = {name for name in uses(path) - {own} if LEVEL[name] >= LEVEL[own]}
    assert not above, f"{own} may not use {above}"


def test_the_record_knows_nothing_of_the_rest() -> None:
    assert not uses(SOURCE / "records.py")


TRAINING = {path.stem for path in (SOURCE.parents[1] / "training").glob("*.py")}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_run_time_never_imports_training(path: Path) -> None:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
    assert not found & ({"torch", "onnx", "safetensors"} | TRAINING)
