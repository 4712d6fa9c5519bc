"""Pictures of what a case says, as SVG or PNG, without a network: ``check`` a path, draw a ``Sheet``, ``save_sheet`` it."""

from purport.pictures.drawing import Sheet, svg
from purport.pictures.files import check, save_sheet
from purport.pictures.ledger import ledger
from purport.pictures.question import Given, question
from purport.pictures.sources import sources
from purport.pictures.timeline import timeline

__all__ = ["Given", "Sheet", "check", "ledger", "question", "save_sheet", "sources", "svg", "timeline"]
