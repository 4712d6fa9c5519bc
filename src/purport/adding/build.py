"""Reports into a case, one at a time: what is in it stays in it, whatever comes after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from purport.adding.failures import reason_of
from purport.adding.inputs import NOTHING_GIVEN, Found, Input
from purport.adding.interrupts import undisturbed
from purport.adding.reading import Failed, read_each, read_spread
from purport.ids import digest, report_id
from purport.ingest import Given
from purport.reader import Reader
from purport.records import Analysis, Document
from purport.store import Case
from purport.wording import counted

if TYPE_CHECKING:
    from purport.scale import Cluster


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that is in the case: its id there, whether it was read just now, and then how much it claims."""

    path: str
    report: str
    is_new: bool
    claims: int = 0


def _pass_over(kept: Kept) -> None:
    """Nobody asks."""


class Build:
    """Reads reports into a case, and counts. A report that the case has from the same reader, with the same things said of it, is
    left as it is. ``kept`` is told of each that is in the case then.
    """  # noqa: D205

    def __init__(
        self, case: Case, reader: Reader, failed: Failed, advance: Callable[[], None], kept: Callable[[Kept], None] = _pass_over
    ) -> None:
        self._case, self._reader, self._tell, self._advance = case, reader, failed, advance
        self._kept = kept
        self._version = reader.version
        self._known = case.known()
        self._marks: dict[str, str] = {}
        self.added = self.already = self.failed = self.claims = 0

    def run(self, found: Found, cluster: Cluster | None = None) -> None:
        """Read what is not in the case yet, on a cluster where there is one.

        Raises:
            StoreError: the case cannot take a report, and nothing of that report is then kept.
        """
        for path, error in found.missing:
            self._failed(path, error)
        if cluster is None:
            read_each(self._fresh(found.inputs), self._reader, self._add, self._failed)
        else:
            read_spread(self._fresh(found.inputs), cluster, self._add, self._failed)

    def summary(self) -> str:
        """What has happened so far, in one line."""
        counts = self._case.counts()
        return (
            f"read {self.added}, already there {self.already}, failed {self.failed}; claims found {self.claims}; "
            f"the case holds {counted(counts.reports, 'report')} and {counted(counts.claims, 'claim')}"
        )

    def _fresh(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """The reports to read. Those in the case are told by the digest of their bytes alone."""
        for one in inputs:
            mark = mark_of(self._version, one.given)
            report = _report_at(one)
            if report is not None and self._known.get(report) == mark:
                self.already += 1
                self._kept(Kept(one.path, report, is_new=False))
                self._advance()
                continue
            if report is not None:
                self._marks[report] = mark
            yield one

    def _add(self, document: Document, analysis: Analysis) -> None:
        mark = self._marks.pop(analysis.report.id, self._version)
        with undisturbed():
            self._case.add(analysis, document.original, reader=mark)
            self.added += 1
            self.claims += len(analysis.claims)
        self._kept(Kept(document.report.path, analysis.report.id, True, len(analysis.claims)))
        self._advance()

    def _failed(self, path: str, error: Exception) -> None:
        self._tell(path, error)
        self.failed += 1
        with undisturbed():
            self._case.failed(path, reason_of(error), kind=type(error).__name__)
        self._advance()


def mark_of(version: str, given: Given) -> str:
    """What a report was read with: the reader, and a digest of what was said of it, so that it is read again when either changes."""
    if given == NOTHING_GIVEN:
        return version
    return f"{version}+{digest(str(part) for part in astuple(given))}"


def _report_at(one: Input) -> str | None:
    """The id that the bytes of an input have as a report, or ``None`` where they cannot be read: reading it will say why."""
    try:
        content = sha256(Path(one.place).read_bytes()).hexdigest()
    except OSError:
        return None
    return report_id(PurePath(one.path).as_posix(), content)
