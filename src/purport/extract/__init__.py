"""Readings -> records: what the network found, with what its words mean."""

from purport.extract.attributions import find_attributions
from purport.extract.claims import find_claims
from purport.extract.mentions import find_mentions

__all__ = ["find_attributions", "find_claims", "find_mentions"]
