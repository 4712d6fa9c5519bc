"""Analyses -> what is one across reports, and how their claims stand to each other: held together, and never merged."""
