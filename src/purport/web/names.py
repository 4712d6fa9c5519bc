"""What reports that are sent are called in a case: by their own names, free of folders and of what cannot be shown, each by itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from unicodedata import normalize

from purport.ids import report_id

LONGEST = 120
"""Characters of a name; what is longer is cut before its suffix."""
FROM_TEXT = 60
"""Characters of a text that has no title which it is called by."""
NAMELESS = "report.txt"
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def plain_name(sent: str) -> str:
    """The name of a file as it was sent, which may hold anything: its last part, in one line, of characters that can be shown."""
    name = re.split(r"[/\\]", sent)[-1].replace("%22", '"')
    return _fitted(_shown(name)) or NAMELESS


def name_of_text(title: str, text: str) -> str:
    """What a text that was pasted is called: by its title, or how it begins."""
    begins = next((line for line in text.splitlines() if line.strip()), "")
    words = _shown(re.sub(r"[/\\]", " ", title.strip() or begins[: 4 * FROM_TEXT]))
    if len(words) > FROM_TEXT:
        words = words[:FROM_TEXT].rpartition(" ")[0] or words[:FROM_TEXT]
    return f"{words.strip(' .')}.txt" if words.strip(" .") else NAMELESS


class Places:
    """Paths of a case, given out so that no two reports have one; ``known`` are the ids of all that it has, or will have."""

    def __init__(self, paths: Collection[str], waiting: Collection[str], known: Collection[str]) -> None:
        self._taken = {*paths, *waiting}
        self._known = known
        self._given: set[str] = set()
        self._named: dict[str, list[str]] = {}
        for path in sorted(paths):
            self._named.setdefault(path.rpartition("/")[2], []).append(path)

    def place(self, name: str, content: str) -> str:
        """The path of a report: that of its name under which the case has the same content, by its digest, or else its name, with a
        number where something else has that.
        """  # noqa: D205
        same = (each for each in self._named.get(name, ()) if self._has(each, content))
        path = next(same, None) or next(each for each in _numbered(name) if each not in self._taken or self._has(each, content))
        self._taken.add(path)
        self._given.add(path)
        return path

    def _has(self, path: str, content: str) -> bool:
        return path not in self._given and report_id(path, content) in self._known


def _numbered(name: str) -> Iterator[str]:
    yield name
    suffix = _SUFFIX.search(name)
    end = suffix.start() if suffix else len(name)
    number = 2
    while True:
        yield f"{name[:end]} ({number}){name[end:]}"
        number += 1


def _shown(words: str) -> str:
    """Words without controls, overrides and the like, each run of blanks as one."""
    return " ".join("".join(each if each.isprintable() else " " for each in normalize("NFC", words)).split())


def _fitted(name: str) -> str:
    if not name.strip(" ."):
        return ""
    suffix = _SUFFIX.search(name)
    end = suffix.group() if suffix else ""
    return name if len(name) <= LONGEST else name[: LONGEST - len(end)].rstrip() + end
