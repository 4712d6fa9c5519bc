"""Bytes -> Document: finding reports, decoding them, taking the article out of a page, and reading the masthead."""

from purport.ingest.dated import read_dated_events
from purport.ingest.document import parse_document, read_bytes, read_document
from purport.ingest.given import Given
from purport.ingest.manifest import Entry, parse_manifest, read_manifest
from purport.ingest.paths import find_reports
from purport.ingest.published import parse_published

__all__ = [
    "Entry",
    "Given",
    "find_reports",
    "parse_document",
    "parse_manifest",
    "parse_published",
    "read_bytes",
    "read_dated_events",
    "read_document",
    "read_manifest",
]
