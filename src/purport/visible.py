"""Text of reports made safe to show.

A report may hold terminal escapes that repaint the screen, overrides that turn its words round, or characters that show nothing.
Each is shown as an escape of its code point, so that it can be seen and does nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata

HARMLESS = "\u200c\u200d\u00ad"
"""Format characters that Persian, Hindi, emoji and web pages need: they turn nothing round and repaint nothing."""

_LOOKED_AT = re.compile(r"[^\n\t -~\u00a0-\u02ff]")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")


def visible(text: str) -> str:
    """The text with every control, format and unpaired character but line ends and tabs spelt out by its code point."""
    return _LOOKED_AT.sub(_spelt_out, text)


def flat(text: str) -> str:
    """The same with every run of blanks as one space, for words that go into a line."""
    return visible(_BLANKS.sub(" ", text))


def in_one_line(text: str) -> str:
    """The same with line ends and tabs spelt out, for names and messages."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def visible_json(line: str) -> str:
    """A line of JSON that means the same, with such characters escaped as JSON has it."""
    return _LOOKED_AT.sub(lambda match: json.dumps(match[0])[1:-1] if _acts(match[0]) else match[0], line)


def _spelt_out(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii") if _acts(match[0]) else match[0]


def _acts(character: str) -> bool:
    """Whether a terminal may do something with it other than show it."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in HARMLESS
