"""Files written into a folder: all of a format or nothing, and over no file that was there unless that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from purport.errors import UsageError
from purport.export import FORMATS, Exported


def write_files(
    exported: Exported, folder: Path, formats: Sequence[str], *, replace: bool = False, advance: Callable[[], None] = lambda: None
) -> list[Path]:
    """The paths of the files of some formats, written into a folder that is made where there is none.

    ``UsageError`` where the folder is none, or has files of these names that are not to be replaced: nothing is then written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UsageError(f"{folder}: a folder expected, it is a file") from error
    with TemporaryDirectory(prefix=".purport-", dir=folder) as aside:
        made = []
        for name in formats:
            made += FORMATS[name](exported, Path(aside))
            advance()
        taken = [each.name for each in made if (folder / each.name).exists()]
        if taken and not replace:
            raise UsageError(f"{folder}: there already: {', '.join(taken)}; --replace writes over them")
        for each in made:
            each.replace(folder / each.name)
    return [folder / each.name for each in made]
