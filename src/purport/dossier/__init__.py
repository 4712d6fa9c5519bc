"""What a case says of a recording, a person, a place, a number, in what order things happened: lines, each with the words that say so.

Begin with ``lines.py``: a ``Telling`` is what one place of one report tells, a ``Line`` what the case does.
"""

from purport.dossier.lines import Citation, Line, Section, Telling

__all__ = ["Citation", "Line", "Section", "Telling"]
