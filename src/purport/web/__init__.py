"""The workbench: one case as pages, read, questioned and corrected in a browser; every page as JSON at the same address."""

from purport.web.app import create_app
from purport.web.desk import Desk
from purport.web.guard import Guard
from purport.web.reading import Reading
from purport.web.warming import Warmer

__all__ = ["Desk", "Guard", "Reading", "Warmer", "create_app"]
