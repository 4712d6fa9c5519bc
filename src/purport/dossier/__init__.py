"""What a case says of a recording, a person, a place, a number, in what order things happened: lines, each with the words that say so.

Begin with ``lines.py``: a ``Entry`` is what one place of one report tells, a ``Line`` what the case does.
"""

from purport.dossier.lines import Citation, Entry, Line, Section

__all__ = ["Citation", "Entry", "Line", "Section"]
