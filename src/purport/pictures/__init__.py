"""Pictures of what a case says, as SVG or PNG, without a network: ``check`` a path, draw a ``Sheet``, ``save_sheet`` it.

Every picture is one module: ``timeline.py``, ``question.py``, ``ledger.py``, ``sources.py``, ``dating.py``. The first three are rows on an
axis of time (``rows.py``, ``chart.py``), the fourth is boxes and arrows (``layers.py``), the last has rows of its own; ``look.py`` is what
they share.
"""

from purport.pictures.dating import Picture, Row, dating
from purport.pictures.days import as_day
from purport.pictures.drawing import Sheet, stacked, svg
from purport.pictures.files import check, save_sheet
from purport.pictures.ledger import ledger
from purport.pictures.question import Given, question
from purport.pictures.sources import sources
from purport.pictures.timeline import timeline

__all__ = [
    "Given",
    "Picture",
    "Row",
    "Sheet",
    "as_day",
    "check",
    "dating",
    "ledger",
    "question",
    "save_sheet",
    "sources",
    "stacked",
    "svg",
    "timeline",
]
