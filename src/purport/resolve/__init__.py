"""Analyses -> what reports have to do with one another: records in, records out; neither the store nor the network."""
