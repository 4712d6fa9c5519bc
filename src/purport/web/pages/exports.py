"""The case as files: what there are, what each is for, and the files themselves, made when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock
from zipfile import ZIP_DEFLATED, ZipFile

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from purport.errors import StoreError, UsageError
from purport.export import FORMATS
from purport.export.files import write_files
from purport.export.gathering import gather
from purport.export.private import NOBODY, Asked
from purport.web.action import Field
from purport.web.desk import Desk
from purport.web.forms import Form
from purport.web.page import Nothing

MOST_NAMES = 200
"""Names that are replaced at once, at most."""
PATIENCE = 10.0
"""Seconds that one who asks for files waits for those whom somebody else has asked for."""
ABOUT = "about-these-files.txt"
"""What a zip has beside the files: what they are, and what was replaced in them."""
USES = {
    "csv": ("Tables", "Every layer as a table: claims, comparisons, timeline, ledger, figures. For spreadsheets and statistics."),
    "xlsx": ("Workbook", "The same tables as sheets of one file. For Excel and LibreOffice."),
    "markdown": ("Text with footnotes", "What the case says, with the words behind each line in footnotes. For editors and wikis."),
    "html": ("Page to read and print", "The same as one page that needs nothing from elsewhere. For reading, printing and archiving."),
    "jsonl": ("Everything as records", "All layers, a JSON record a line. For programs."),
    "bibtex": ("Bibliography", "The reports as a list of literature. For BibTeX, Zotero and other reference managers."),
    "followthemoney": ("FollowTheMoney", "People, organisations and documents as entities. For Aleph, OpenSanctions and kin."),
    "annotations": ("Web Annotations", "Each claim as an annotation of the exact words of its report (W3C). For annotation tools."),
    "timelinejs": ("TimelineJS", "The timeline as slides. For TimelineJS in a story."),
    "geojson": ("GeoJSON", "The places that are told of, without coordinates that nobody gave. For maps."),
    "schema-org": ("schema.org claims", "Claims as schema.org Claim records, without ratings. For websites and search."),
}
"""What each format is called, and what it is for."""
CHOSEN = "format."
"""How the fields of a form begin that choose formats."""
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format that a case can be had in."""

    name: str
    called: str
    use: str


@dataclass(frozen=True, slots=True)
class ExportsPage:
    """The formats; ``reports`` is how many the case has: files of many take a while."""

    formats: tuple[FileFormat, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """Which ``format``, all where none is named. With ``unfold`` calls to violence are shown."""

    format: tuple[str, ...] = ()
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: ``asked`` is whose names are replaced, ``as_written`` whether also those that the case does not know."""

    formats: tuple[str, ...]
    unfold: bool
    asked: Asked = NOBODY
    as_written: bool = False


def exports(desk: Desk, asked: Nothing) -> ExportsPage:
    """What the case can be had as."""
    return ExportsPage(tuple(FileFormat(name, *USES[name]) for name in FORMATS), desk.held("counts", desk.case.counts).reports)


def export_files(desk: Desk, asked: ExportAsked) -> Response:
    """The files, one by itself, several in a zip."""
    return _sent(desk, Wanted(_formats(asked.format), asked.unfold))


EXPORTED = (
    *(Field(f"{CHOSEN}{each}", f"With any value: the case as `{each}`.") for each in FORMATS),
    Field("redact", "Names to be replaced, a line each."),
    Field("witnesses", "With any value: eyewitnesses' names are replaced too."),
    Field("unfold", "With any value: calls to violence are not folded."),
    Field("as_written", "With any value: names that the case does not know are replaced as they are written."),
)
"""What a form that asks for files has."""


def act_export(desk: Desk, form: Form) -> Response:
    """The files that a form asks for. Names to be replaced are sent so, and stand in no address that a browser keeps."""
    formats = [name.removeprefix(CHOSEN) for name in form.values if name.startswith(CHOSEN)]
    private = Asked(_names(form.values.get("redact", "")), "witnesses" in form.values)
    return _sent(desk, Wanted(_formats(formats), "unfold" in form.values, private, "as_written" in form.values))


def _sent(desk: Desk, wanted: Wanted) -> Response:
    """The files as an answer; what was written is deleted once it is sent. A zip tells of replaced names, but not which."""
    folder = Path(mkdtemp(prefix="purport-"))
    try:
        with _alone():
            found = gather(desk.case, _plain(desk.title), wanted.asked, unfold=wanted.unfold)
            _check(found.unknown, as_written=wanted.as_written)
            written = write_files(found.exported, folder / "files", wanted.formats)
        is_one = len(written) == 1 and wanted.asked == NOBODY
        sent = written[0] if is_one else _zipped(folder, written, _about(found.exported.note, unfold=wanted.unfold))
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    name = sent.name if is_one else f"{_plain(desk.title)}.zip"
    clean = BackgroundTask(rmtree, folder, ignore_errors=True)
    return FileResponse(sent, filename=name, media_type="application/octet-stream", headers={"Cache-Control": "no-store"}, background=clean)


def _check(unknown: Sequence[str], *, as_written: bool) -> None:
    """Names that the case does not know are replaced only where that is asked for: another spelling would stay."""
    if unknown and not as_written:
        raise UsageError(
            f"{'; '.join(unknown)}: nobody in the case is called so. Look for the name under which the case has them, or go back and have "
            "such names replaced as they are written: no other spelling is then replaced."
        )


def _formats(asked: Sequence[str]) -> tuple[str, ...]:
    for each in asked:
        if each not in FORMATS:
            raise UsageError(f"{each}: one of {', '.join(FORMATS)} expected")
    return tuple(dict.fromkeys(asked)) or tuple(FORMATS)


def _names(redact: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(line.strip() for line in redact.splitlines() if line.strip()))
    if len(names) > MOST_NAMES:
        raise UsageError(f"at most {MOST_NAMES} names expected, {len(names)} were given")
    blank = [each for each in names if not any(map(str.isalnum, each))]
    if blank:
        raise UsageError(f"{blank[0]}: a name expected")
    return names


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody else's files are made at the same time: each takes as much memory as the case has text."""
    if not _ONE_AT_A_TIME.acquire(timeout=PATIENCE):
        raise StoreError("Files are being made for somebody else; ask again in a minute.")
    try:
        yield
    finally:
        _ONE_AT_A_TIME.release()


def _about(note: str | None, *, unfold: bool) -> str:
    calls = "The words of calls, threats and offers are shown." if unfold else "Calls, threats and offers are folded where people read."
    return "\n".join([WHOSE, calls, *([note] if note else []), ""])


WHOSE = "Files of a Purport case. Every line is what a report says, in whose name and how surely; what is true is not told here."


def _zipped(folder: Path, written: Sequence[Path], about: str) -> Path:
    to = folder / "files.zip"
    with ZipFile(to, "w", ZIP_DEFLATED, compresslevel=6) as made:
        made.writestr(ABOUT, about)
        for each in written:
            made.write(each, each.name)
    return to


def _plain(title: str) -> str:
    """What a file of a case is called."""
    return "".join(each for each in title.removesuffix(".case") if each.isalnum() or each in "-_ .")[:80].strip(". ") or "case"
