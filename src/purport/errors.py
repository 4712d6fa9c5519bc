"""Everything that can go wrong, as one small tree.

::

    PurportError
    ├── UsageError          the caller asked for something that is not there or makes no sense; exit status 2
    ├── ReportError         one report cannot be read; the rest go on; exit status 1
    │   ├── EmptyReport     no bytes, or no text in them
    │   ├── NotText         binary, or no encoding fits
    │   ├── NotAReport      a page without an article
    │   ├── TooLong         more than any report has: many reports in one file, or none
    │   └── NotEnglish      named by its language, and not read
    ├── SoundError          one recording cannot be read or compared; exit status 1
    │   ├── NoSound         no bytes, no audio in them, or none that decodes
    │   ├── Protected       encrypted by its publisher
    │   └── Altered         not the bytes that were examined, or changed while it was read
    ├── StoreError          the case cannot be opened, or a write failed and was undone
    └── ReaderError         the reader's weights are missing or damaged

Messages say what was expected, what came, and which report.
"""


class PurportError(Exception):
    """Any failure Purport explains in words."""


class UsageError(PurportError):
    """The request itself is wrong: a missing path, a date that is none, a filter that does not exist."""


class ReportError(PurportError):
    """One report cannot be read.

    ``path`` is the report, ``reason`` a clause a person can act on; together they make the message.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["ReportError"], tuple[str, str]]:
        return type(self), (self.path, self.reason)


class EmptyReport(ReportError):
    """No bytes, or nothing but blanks."""


class NotText(ReportError):
    """Binary, or in no encoding that fits."""


class NotAReport(ReportError):
    """A page in which no article could be found."""


class TooLong(ReportError):
    """More than any report has: many reports in one file, or none."""


class NotEnglish(ReportError):
    """A report in another language: named, and not read."""


class SoundError(PurportError):
    """One recording cannot be read. ``path`` is its file, ``reason`` a clause a person can act on; together they make the message."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["SoundError"], tuple[str, str]]:
        return type(self), (self.path, self.reason)


class NoSound(SoundError):
    """No bytes, no audio in them, or none that decodes."""


class Protected(SoundError):
    """Encrypted by its publisher."""


class Altered(SoundError):
    """Not the bytes that were examined, or changed while it was read."""


class StoreError(PurportError):
    """The case cannot be opened, is of a newer schema, or a write failed and was rolled back."""


class ReaderError(PurportError):
    """The reader's weights are missing, damaged or of another version."""
