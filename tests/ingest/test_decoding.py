"""Bytes -> text."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.errors import NotText
from purport.ingest.decoding import decode

TEXT = (
    "“The wall was safe,” the authority’s Ines Brünn said – in 2029. Two men were missing at dawn, and the café by the quay was shut.\r\n"
)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "windows-1252"),
        (b"x" * 300_000 + b"\n" + TEXT.encode("cp1252"), "windows-1252"),
        (b"Only \x93two words\x94.", "windows-1252"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.encoding == encoding
    assert decoded.text.endswith(TEXT) or decoded.text == "Only “two words”."


def test_russian_in_its_old_encoding_is_readable() -> None:
    text = "Внешняя стена порта обрушилась в море в воскресенье вечером, сообщило управление порта. " * 4
    assert decode(text.encode("cp1251"), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF, which is not read yet"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG picture"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"The wall\x00fell.", "binary data"),
        (random.Random(1).randbytes(5000), "binary data"),
        (bytes(range(1, 128)) * 20, "binary data"),
        (codecs.BOM_UTF16_LE + b"\x00", "marked as UTF-16-LE"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "marked as UTF-16-LE"),
        (codecs.BOM_UTF8 + b"\xff", "marked as UTF-8"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason) as caught:
        decode(data, "some/file")
    assert caught.value.path == "some/file"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1))
def test_utf8_comes_back_unchanged(text: str) -> None:
    assert decode(("a" + text).encode(), "a.txt").text == "a" + text


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt").text
    except NotText:
        return
    assert not any("\ud800" <= character <= "\udfff" or character == "\0" for character in text)
