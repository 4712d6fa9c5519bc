"""What is passed on as files of one folder: all of them or none, and over none that was there unless that is asked for."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from purport.errors import UsageError
from purport.examined.gathering import Examined
from purport.examined.page import render
from purport.examined.pictured import Pictures

JSON, PAGE = "findings.json", "findings.html"


def write(examined: Examined, pictures: Pictures | None, folder: Path, *, replace: bool = False) -> list[Path]:
    """The paths of the files written: the record, the page, and each picture by itself.

    ``UsageError`` where the folder is none, or has files of these names that are not to be replaced: nothing is then written.
    """
    contents = {JSON: canonical(examined), PAGE: render(examined, pictures).encode()}
    contents |= {each.name: each.content for each in (pictures.all() if pictures else ())}
    check(folder, list(contents), replace=replace)
    with TemporaryDirectory(prefix=".purport-", dir=folder) as aside:
        for name, content in contents.items():
            (Path(aside) / name).write_bytes(content)
        return [(Path(aside) / name).replace(folder / name) for name in contents]


def check(folder: Path, names: list[str], *, replace: bool) -> None:
    """Nothing, where files of these names can be written into a folder, which is made where there is none; else ``UsageError``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UsageError(f"{folder}: a folder expected, it is a file") from error
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror or error}") from error
    taken = [name for name in names if (folder / name).exists()]
    if taken and not replace:
        raise UsageError(f"{folder}: there already: {', '.join(taken)}; --replace writes over them")


def canonical(examined: Examined) -> bytes:
    """The record as JSON, of the same bytes for the same record: fields in their order, two spaces of indent, UTF-8."""
    return msgspec.json.format(msgspec.json.encode(examined, order="deterministic"), indent=2) + b"\n"
