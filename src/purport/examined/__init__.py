"""All that a case knows of one file of a recording, to be passed on: as JSON, and as a page with pictures that fetches and runs nothing.

The same case and file give the same bytes on any day. Where files lie is left out: a name is all that is told of it.
"""

from purport.examined.files import JSON, PAGE, canonical, check, write
from purport.examined.gathering import Examined, Found, Other, Transcribed, gather
from purport.examined.page import render
from purport.examined.pictured import Pictures, draw

__all__ = [
    "JSON",
    "PAGE",
    "Examined",
    "Found",
    "Other",
    "Pictures",
    "Transcribed",
    "canonical",
    "check",
    "draw",
    "gather",
    "render",
    "write",
]
