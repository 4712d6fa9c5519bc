"""Readers of annotated corpora: paths in, examples out. One file a corpus format; none of their text is kept here."""
