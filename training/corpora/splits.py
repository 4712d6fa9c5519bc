"""A fixed split for corpora that come without one."""

from __future__ import annotations

from zlib import crc32


def is_dev(name: str) -> bool:
    """Whether the document of this name is for development: one in eight is, by the CRC-32 of its name.

    TimeBank, AQUAINT and the factuality laid on them are cut so: what is said of one document never stands on both sides.
    """
    return crc32(name.encode()) % 8 == 0
