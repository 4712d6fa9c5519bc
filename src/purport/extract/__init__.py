"""Readings -> records: what the network found, with what its words mean."""

from purport.extract.anchored import anchored
from purport.extract.attributions import find_attributions
from purport.extract.claims import find_claims, find_own_claims
from purport.extract.clear import page_of
from purport.extract.clip import clear_names
from purport.extract.contents import complete
from purport.extract.coreference import find_references
from purport.extract.events import certainties, events_in, find_events, standing
from purport.extract.furniture import find_furniture
from purport.extract.heard import Heard
from purport.extract.inferred import INFERRED, NOTHING_KNOWN, DatedEvent, Known, infer, published, said_after
from purport.extract.mentions import entity_of, find_mentions
from purport.extract.nested import with_nested
from purport.extract.once import DATED, Telling, tellings_of
from purport.extract.participants import find_parts, needed
from purport.extract.prefixed import with_prefixes
from purport.extract.printed import find_printed
from purport.extract.quantities import find_quantities, with_quantities
from purport.extract.recordings import find_recordings
from purport.extract.said import find_said, said_within
from purport.extract.scene import Scene
from purport.extract.statements import find_statements
from purport.extract.story import find_story
from purport.extract.syntax import grow
from purport.extract.timexes import find_expressions, find_timexes, written
from purport.extract.when import find_days
from purport.extract.witnesses import find_witnesses

__all__ = [
    "DATED",
    "INFERRED",
    "NOTHING_KNOWN",
    "DatedEvent",
    "Heard",
    "Known",
    "Scene",
    "Telling",
    "anchored",
    "certainties",
    "clear_names",
    "complete",
    "entity_of",
    "events_in",
    "find_attributions",
    "find_claims",
    "find_days",
    "find_events",
    "find_expressions",
    "find_furniture",
    "find_mentions",
    "find_own_claims",
    "find_parts",
    "find_printed",
    "find_quantities",
    "find_recordings",
    "find_references",
    "find_said",
    "find_statements",
    "find_story",
    "find_timexes",
    "find_witnesses",
    "grow",
    "infer",
    "needed",
    "page_of",
    "published",
    "said_after",
    "said_within",
    "standing",
    "tellings_of",
    "with_nested",
    "with_prefixes",
    "with_quantities",
    "written",
]
