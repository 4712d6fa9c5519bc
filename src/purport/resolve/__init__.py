"""Records of many reports -> what is one across them, and how their claims stand to each other: held together, and never merged.

Takes and gives records; never sees a database, nor the network.
"""
