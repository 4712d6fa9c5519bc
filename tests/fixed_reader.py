"""A reader that finds the same in every text."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from purport.reader import Reading


def finding(reading: Reading) -> type:
    """Stands for the class of readers, whatever weights they are given."""

    class Fixed:
        def __init__(self, weights: Path) -> None:
            pass

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def read(self, texts: Iterable[str]) -> Iterator[Reading]:
            return (reading for _ in texts)

    return Fixed
