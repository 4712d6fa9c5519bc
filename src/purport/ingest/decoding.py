"""Bytes -> text: which encoding fits, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from purport.errors import NotText
from purport.ingest.words import word_values

SAMPLE_BYTES = 1 << 16
"""Bytes looked at where a look has to do: enough for an encoding to show, and milliseconds to read."""

WIDE_NUL_SHARE = 0.6
"""Least share of NULs on one side of the byte pairs of UTF-16 without a mark. English has over 0.95 on that side, programs and
pictures under 0.5 on either."""

NARROW_NUL_SHARE = 0.05
"""Most NULs on the other side: English has none there."""

MAX_CONTROL_SHARE = 0.03
"""Most control characters in a text. Random bytes have 0.10, the noisiest wire copy tried (teletype headers) 0.005."""

LEGACY = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "mac_roman", "koi8_r", "iso8859_2", "iso8859_5")
ASIAN = ("big5", "gb18030", "shift_jis", "euc_jp", "euc_kr", "iso2022_jp")
"""Encodings still met in news archives; a guess among all of Python's hundred goes wrong more often."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CHARSET = re.compile(rb"<(?:meta\b[^<>]*?charset|\?xml\b[^<>]*?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, unchanged but for a byte order mark left out, and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> Decoded:
    """The text of a report's bytes: by its mark, else UTF-8, else as it declares, else by the look of a sample, else windows-1252.

    Raises:
        NotText: the bytes are of a known other kind, binary, or fit no encoding.
    """
    mark = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)
    if mark:
        decoded = _strict(data[len(mark[0]) :], mark[1])
        if decoded is None:
            raise NotText(path, f"marked as {mark[1].upper()}, which its bytes do not fit")
    else:
        _refuse_known_kinds(data, path)
        decoded = _unmarked(data)
    if decoded is None:
        raise NotText(path, "text expected, it is binary data or in no known encoding")
    if _is_binary(decoded.text):
        raise NotText(path, "text expected, it is binary data")
    return decoded


def _refuse_known_kinds(data: bytes, path: str) -> None:
    for signature, kind in word_values("signatures").items():
        if data.startswith(bytes.fromhex(signature)):
            raise NotText(path, f"text or HTML expected, it is {kind}, which is not read yet")


def _unmarked(data: bytes) -> Decoded | None:
    try:
        wide = _wide(data)
        return Decoded(data.decode(wide or "utf-8"), wide or "utf-8")
    except UnicodeDecodeError as error:
        encodings = (*_declared(data), *_guessed(data, error.start), "windows-1252")
    return next(filter(None, (_strict(data, encoding) for encoding in encodings)), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, told by NULs on one side only of the byte pairs of Latin text."""
    sample = data[:SAMPLE_BYTES]
    if b"\0" not in sample or len(data) % 2:
        return None
    even, odd = (sample[side::2].count(0) * 2 / len(sample) for side in (0, 1))
    if odd > WIDE_NUL_SHARE and even < NARROW_NUL_SHARE:
        return "utf-16-le"
    return "utf-16-be" if even > WIDE_NUL_SHARE and odd < NARROW_NUL_SHARE else None


def _declared(data: bytes) -> tuple[str, ...]:
    """The encoding a page's head declares."""
    match = _CHARSET.search(data[:4096])
    return (match[1].decode("ascii"),) if match else ()


def _guessed(data: bytes, odd: int) -> tuple[str, ...]:
    """The encoding that makes most sense of a sample around the first byte that is not UTF-8.

    Nothing, where windows-1252 reads the sample just the same: it is what English news is in if not in UTF-8.
    """
    start = max(0, odd - SAMPLE_BYTES // 4)
    best = from_bytes(data[start : start + SAMPLE_BYTES], cp_isolation=[*LEGACY, *ASIAN], enable_fallback=False).best()
    return (best.encoding,) if best and "cp1252" not in best.could_be_from_charset else ()


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding.lower())
    except (UnicodeDecodeError, LookupError):
        return None


def _is_binary(text: str) -> bool:
    sample = text[:SAMPLE_BYTES]
    return "\0" in text or len(_CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample)
