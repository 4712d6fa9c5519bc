"""Readings -> records: what the network found, with what its words mean."""

from purport.extract.attributions import attributions, claims
from purport.extract.mentions import mentions

__all__ = ["attributions", "claims", "mentions"]
