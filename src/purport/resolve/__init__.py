"""Analyses -> comparisons: what several reports say of the same things, held together and never merged."""
