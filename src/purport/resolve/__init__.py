"""Records of many reports -> what is one across them, and how their claims stand to each other: held together, and never merged.

Takes and gives records; never sees a database, nor the network.
"""

from purport.resolve.aliases import Kind, Link, find_links, keys, relate
from purport.resolve.entities import CaseEntity, clusters
from purport.resolve.joining import LAYER
from purport.resolve.profiles import Profile, profiles

__all__ = ["LAYER", "CaseEntity", "Kind", "Link", "Profile", "clusters", "find_links", "keys", "profiles", "relate"]
