"""What is done with the files of recordings in a case, whoever asks for it: added, searched for earlier ones.

A file stays where it is and is only read; the case keeps its digests, what it declares, and the peaks of its sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import lru_cache, partial
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from purport.errors import Altered, SoundError, UsageError
from purport.findings import Claimed, Earlier, Finding, Sound, make_finding
from purport.store import Case, Fault, FaultKind

if TYPE_CHECKING:
    from purport.audio.decoding import Heard

Progress = Callable[[int], AbstractContextManager[Callable[[], None]]]
"""Shows how far work of so many steps has come; what it gives is called after each."""
NAMED = 8
"""Files of a case that are named, at most, where none was meant."""
MOVED = "the case has this file already, and looks for it here from now on; before: "
GONE = "not there any more; purport recording add with its new place goes on"
OTHERS = "not the bytes that were added; add it as another recording, or bring the first back"
NEEDED = "recordings need the extra: pip install 'purport[audio]'"
HELD = 4
"""Earlier recordings whose sound is held at once, each in a file of its own: that of hundreds would fill what there is for such files."""


def silent(_total: int) -> AbstractContextManager[Callable[[], None]]:
    """Progress that nobody sees."""
    return nullcontext(lambda: None)


def add(case: Case, path: str, claimed: Claimed | None = None, *, track: int | None = None) -> Sound:
    """Add a file to a case, with what is said of it; the same file again adds what is said, from its new place if it has one.

    Without ``track`` a file that the case has keeps the stream that is examined; of another it is the first.
    """
    return _keep(case, path, track, claimed, None)


def add_earlier(case: Case, path: str, earlier: Earlier, *, track: int | None = None) -> Sound:
    """Add a file that was public by a day, to be searched for in others."""
    return _keep(case, path, track, None, earlier)


def find(case: Case, asked: str) -> Sound:
    """The file of a case that a path, name or digest means; ``UsageError`` where there is none, or more than one."""
    with case.sounds() as sounds:
        found = sounds.find(asked) or sounds.find(str(Path(asked).resolve()))
        every = sounds.all()
    if found is None:
        several = [each.sha256[:12] for each in every if each.name == asked]
        if several:
            raise UsageError(
                f"{asked}: {len(several)} recordings of the case have this name; say which by its digest: {', '.join(several)}"
            )
        names = ", ".join(dict.fromkeys(each.name for each in every[:NAMED])) + (", ..." if len(every) > NAMED else "")
        raise UsageError(f"{asked}: no recording of the case; purport recording add puts it in{f'; it has {names}' if names else ''}")
    return found


def reuse(case: Case, asked: str, *, many: int | None = None, progress: Progress = silent) -> Finding:
    """What of the case's earlier recordings stands in a file, kept in the case.

    Other files with its very samples are left out: they are the same recording.
    """
    _decoder()
    from purport.audio import controls
    from purport.audio.landmarks import VERSION, find_peaks, unpack
    from purport.audio.reuse import Past, find_reuse, method

    sound = find(case, asked)
    with case.sounds() as sounds:
        earlier = sounds.earlier()
        others = [each for each in sounds.all() if each.sha256 in earlier and each.pcm_sha256 != sound.pcm_sha256]
        packed = {each.sha256: sounds.peaks(each.sha256) for each in others}
    heard, many = hear_again(sound), controls.MANY if many is None else many
    hear_some = lru_cache(HELD)(hear_again)

    def past(each: Sound) -> Past:
        version, peaks = packed[each.sha256]
        listen = partial(hear_some, each)
        return Past(each.sha256, unpack(peaks) if version == VERSION else find_peaks(listen().samples), listen)

    with progress(len(others) + (len(controls.PLANS) if others and many else 0)) as advance:
        found = find_reuse(heard, [past(each) for each in others], many=many, advance=advance)
    finding = make_finding("reuse", sound.sha256, method(many), found)
    with case.adding_sounds() as sounds:
        sounds.note(finding)
    return finding


def inspect(case: Case, asked: str) -> Finding:
    """What a file shows of itself, as facts with what else could explain each; kept in the case."""
    _decoder()
    from purport.audio.inspecting import METHOD
    from purport.audio.inspecting import inspect as find_facts

    sound = find(case, asked)
    check_bytes(sound)
    finding = make_finding("inspection", sound.sha256, METHOD, find_facts(sound.path, track=sound.track))
    with case.adding_sounds() as sounds:
        sounds.note(finding)
    return finding


def check_bytes(sound: Sound) -> None:
    """Nothing where a file of a case still has the bytes that were added; ``Altered`` where it has not, or is not there any more."""
    from purport.audio.decoding import file_digest as digest_of

    if not Path(sound.path).is_file():
        raise Altered(sound.path, GONE)
    if digest_of(sound.path) != sound.sha256:
        raise Altered(sound.path, OTHERS)


def file_faults(case: Case) -> Iterator[Fault]:
    """The files of recordings of a case that are not there any more, or have not the bytes that were added; this needs no extra."""
    with case.sounds() as sounds:
        every = sounds.all()
    for sound in every:
        where = f"file {sound.sha256}"
        try:
            if not Path(sound.path).is_file():
                yield Fault(FaultKind.MISSING, where, "the file that was added", "no file there", path=sound.path)
                continue
            with Path(sound.path).open("rb") as file:
                found = file_digest(file, "sha256").hexdigest()
        except OSError as error:
            yield Fault(FaultKind.MISSING, where, "a file that can be read", error.strerror or str(error), path=sound.path)
            continue
        if found != sound.sha256:
            yield Fault(FaultKind.DIGEST, where, sound.sha256, found, path=sound.path)


def compare(case: Case, one: str, other: str, *, added: Callable[[Sound], None] = lambda _sound: None) -> Finding:
    """What two copies have in common and where the second parts from the first, kept in the case under the first.

    A path to a file that is not of the case yet adds it: ``added`` is called with what it is.
    """
    _decoder()
    from purport.audio.comparing import compare, method

    first, second = (_brought(case, each, added) for each in (one, other))
    finding = make_finding("copies", first.sha256, method(), compare(hear_again(first), hear_again(second)))
    with case.adding_sounds() as sounds:
        sounds.note(finding, second.sha256)
    return finding


def _brought(case: Case, asked: str, added: Callable[[Sound], None]) -> Sound:
    """The file that a path means, added where the case has it not, or the one of the case that is meant otherwise."""
    path = Path(asked)
    with case.sounds() as sounds:
        known = {each.path for each in sounds.all()}
    if not path.is_file() or str(path.resolve()) in known:
        return find(case, str(path.resolve()) if path.is_file() else asked)
    sound = add(case, asked)
    added(sound)
    return sound


def hear_again(sound: Sound) -> Heard:
    """The samples of a file of a case; ``Altered`` where its bytes are not those that were added, or it is not there any more."""
    hear = _decoder()
    if not Path(sound.path).is_file():
        raise Altered(sound.path, GONE)
    heard = hear(sound.path, track=sound.track)
    if heard.sound.sha256 != sound.sha256:
        raise Altered(sound.path, OTHERS)
    return heard


def _keep(case: Case, path: str, track: int | None, claimed: Claimed | None, earlier: Earlier | None) -> Sound:
    hear = _decoder()
    from purport.audio.landmarks import VERSION, find_peaks, pack

    place = str(Path(path).resolve())
    if any("\ud800" <= each <= "\udfff" for each in place):
        raise SoundError(path, "its name is not UTF-8 and cannot be kept; rename it, or its folder, first")
    known = _known(case, path)
    if known is not None and track not in (None, known.track):
        raise UsageError(f"{path}: stream {known.track} of this file is examined in the case; save stream {track} as a file of its own")
    heard = hear(path, track=known.track if known is not None else track)
    sound = replace(heard.sound, path=place)
    peaks = pack(find_peaks(heard.samples))
    with case.adding_sounds() as sounds:
        sounds.put(sound, VERSION, peaks)
        if claimed is not None:
            sounds.claim(sound.sha256, claimed)
        if earlier is not None:
            sounds.publish(sound.sha256, earlier)
    if known is not None and known.path != sound.path:
        return replace(sound, notices=(*sound.notices, f"{MOVED}{known.path}"))
    return sound


def _known(case: Case, path: str) -> Sound | None:
    """What the case knows of a file's bytes: a stream that is examined stays the one, whatever the place."""
    from purport.audio.decoding import file_digest as digest_of

    own = digest_of(path)
    with case.sounds() as sounds:
        return sounds.get(own)


def check_extra() -> None:
    """Nothing where what recordings need is installed; else ``UsageError``."""
    _decoder()


def _decoder() -> Callable[..., Heard]:
    """What decodes; ``UsageError`` where the extra is missing."""
    try:
        import scipy  # noqa: F401

        from purport.audio.decoding import hear
    except ImportError as error:
        raise UsageError(NEEDED) from error
    return hear
