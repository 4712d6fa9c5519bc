"""What a person sends to be read: files, a text that was pasted, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from purport.adding.inputs import NOTHING_GIVEN
from purport.errors import UsageError
from purport.ingest import Entry, Given, parse_manifest, parse_published
from purport.visible import in_one_line
from purport.web.forms import Form
from purport.web.names import name_of_text, plain_name
from purport.wording import counted

TEXT, TITLE, OUTLET, PUBLISHED, URL = "text", "title", "outlet", "published", "url"
LONGEST = 500
"""Characters of a title or an outlet."""
LONGEST_URL = 2_000
NAMED = 5
"""Files that a note names."""
TABLE = ".csv"


@dataclass(frozen=True, slots=True)
class Sent:
    """A report that was sent, under the name that it was sent by or the path that it goes by, and what is said of it."""

    path: str
    content: bytes
    given: Given = NOTHING_GIVEN

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Sending:
    """All that was sent at a time; ``notes`` are sentences on what was sent with it."""

    reports: tuple[Sent, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was sent; its name may have folders."""

    name: str
    content: bytes


def sending(form: Form) -> Sending:
    """What a form sends. ``UsageError`` where that is nothing, or what is said of it makes no sense."""
    said = _said(form)
    files = [_File(each.filename or "", each.file.read()) for each in form.files]
    tables = [each for each in files if _is_table(each)]
    reports = [each for each in files if not _is_table(each)]
    entries = [entry for each in tables for entry in parse_manifest(each.content, plain_name(each.name))]
    text = form.values.get(TEXT, "")
    if not reports and not text.strip():
        raise UsageError("a manifest names reports: send them with it" if tables else "nothing was sent: choose files, or paste a text")
    if said.url and len(reports) + bool(text.strip()) > 1:
        raise UsageError("an address is that of one report, and several were sent: name the addresses of all in a manifest")
    made = [Sent(plain_name(each.name), each.content, _over(_entry(each, entries), said)) for each in reports]
    if text.strip():
        made.append(_pasted(text, form.values.get(TITLE, ""), said))
    return Sending(tuple(_each_once(made)), tuple(_notes(reports, entries)))


def _said(form: Form) -> Given:
    """What is said of all that is sent."""
    outlet, published, url = (form.values.get(each, "").strip() for each in (OUTLET, PUBLISHED, URL))
    _bound("outlet", outlet, LONGEST)
    _bound("title", form.values.get(TITLE, ""), LONGEST)
    _bound("address", url, LONGEST_URL)
    if url and not url.startswith(("http://", "https://")):
        raise UsageError("an address that begins with http:// or https:// expected")
    return Given(published=parse_published(published) if published else None, url=url or None, outlet=outlet or None)


def _bound(what: str, words: str, most: int) -> None:
    if len(words) > most:
        raise UsageError(f"{what}: at most {most:,} characters expected, {len(words):,} were sent")
    if not words.isprintable():
        raise UsageError(f"{what}: characters that can be shown, in one line, expected")


def _pasted(text: str, title: str, said: Given) -> Sent:
    """A text that was pasted; its lines end as those of a file do."""
    content = text.replace("\r\n", "\n").encode("utf-8", "replace")
    return Sent(name_of_text(title, text), content, replace(said, title=title.strip() or None))


def _is_table(file: _File) -> bool:
    return file.name.casefold().endswith(TABLE)


def _entry(file: _File, entries: Sequence[Entry]) -> Given:
    """What the manifest says of a file: the one that it names by these folders, or else by this name alone."""
    found = [each for each in entries if _base(each.path) == _base(file.name)]
    whole = [each for each in found if file.name == each.path or each.path.endswith(f"/{file.name}") or file.name.endswith(f"/{each.path}")]
    for chosen in (whole, found):
        if len(chosen) == 1:
            return chosen[0].given
    return NOTHING_GIVEN


def _over(own: Given, of_all: Given) -> Given:
    """What is said of one report, and of all where nothing is said of it."""
    return replace(own, published=own.published or of_all.published, url=own.url or of_all.url, outlet=own.outlet or of_all.outlet)


def _notes(files: Iterable[_File], entries: Sequence[Entry]) -> Iterator[str]:
    sent = {_base(each.name) for each in files}
    missing = [each.path for each in entries if _base(each.path) not in sent]
    if missing:
        named = ", ".join(in_one_line(each) for each in missing[:NAMED])
        more = f" and {len(missing) - NAMED} more" if len(missing) > NAMED else ""
        yield f"The manifest names {counted(len(missing), 'file')} that did not come: {named}{more}."


def _base(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _each_once(reports: Iterable[Sent]) -> Iterator[Sent]:
    """What was sent, without what is the same under the same name."""
    yield from {(each.path, each.digest): each for each in reports}.values()
