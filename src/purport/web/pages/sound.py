"""What is heard of a recording: its file as it was added, or a copy made for listening, in any part that a browser asks for."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from purport.errors import UsageError
from purport.web.desk import Desk
from purport.web.kept import copy_of, original_of
from purport.web.pages.files import find_file
from purport.web.playing import COPY_TYPE, Source, playing_of

HELD = {"Cache-Control": "private, no-cache"}


@dataclass(frozen=True, slots=True)
class SoundAsked:
    """Which file, by the SHA-256 of its bytes; with ``copy`` a listening copy, though browsers may play the file itself."""

    sha256: str
    copy: bool = False


def sound(desk: Desk, asked: SoundAsked) -> Response:
    """The sound of a file of the case. 404 where the case has no such file, 409 where its bytes are not those that were added."""
    found = find_file(desk, asked.sha256)
    playing = playing_of(found)
    if playing.source is Source.FILE and not asked.copy:
        path = original_of(desk, found)
        return FileResponse(path, media_type=playing.media_type, headers=HELD, stat_result=path.stat())
    if playing.source is Source.NOTHING:
        raise UsageError(playing.why or "")
    copy = copy_of(desk, found)
    return FileResponse(copy.path, media_type=COPY_TYPE, headers=HELD, background=BackgroundTask(_kept_until_sent, copy))


def _kept_until_sent(copy: object) -> None:
    """A copy is deleted when nobody has it: whoever is being sent it does."""
