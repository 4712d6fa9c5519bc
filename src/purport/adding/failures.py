"""Why a report could not be read, in words."""

from __future__ import annotations

from purport.errors import PurportError, ReportError


def reason_of(error: Exception) -> str:
    """What went wrong with a report, as a clause; an error that Purport does not know is named by its kind."""
    if isinstance(error, ReportError):
        return error.reason
    if isinstance(error, PurportError):
        return str(error)
    return f"{type(error).__name__}: {error} (a fault in Purport, not in the report; --debug shows where)"
