"""What people do who add reports: send them, have those tried again that could not be read, forget these."""

from __future__ import annotations

from purport.errors import UsageError
from purport.web.action import Field
from purport.web.desk import Desk
from purport.web.forms import Form
from purport.web.reading import Reading
from purport.web.sent import sending

ADDED = (
    Field(
        "files", "Reports as text or HTML; a CSV manifest among them may say what they do not say themselves.", several=True, is_file=True
    ),
    Field("text", "The text of a report, in place of files."),
    Field("title", "The title of that text."),
    Field("outlet", "The outlet of all that is sent, but for what the manifest says another of."),
    Field("published", "When it came out: `2031-03-02`, `2031-03`, `2031`, or from one to another, as in `2031-03-02..2031-03-05`."),
    Field("url", "The address of the one report that is sent."),
)
"""What is sent to be read."""
OF_JOB = (Field("job", "The id of what was sent together.", is_required=True),)
"""What is done to what was sent together."""

LARGEST = 200_000_000
"""Bytes that are sent at once."""


def act_add_reports(desk: Desk, form: Form) -> str:
    """Keep what was sent until it is read; to the page that tells how far that is."""
    return f"/add/{_reading(desk).add(sending(form))}"


def act_try_again(desk: Desk, form: Form) -> str:
    """Have what could not be read tried again; to the same page."""
    job = form.required("job")
    if not _reading(desk).jobs.again(job):
        raise UsageError("there is nothing that could not be read")
    return f"/add/{job}"


def act_forget(desk: Desk, form: Form) -> str:
    """Forget what could not be read: its bytes are kept no more."""
    if not _reading(desk).jobs.drop(form.required("job")):
        raise UsageError("this is still being read, or is not there any more")
    return "/add"


def _reading(desk: Desk) -> Reading:
    if desk.reading is None:
        raise UsageError("this server takes no reports: purport build adds them")
    return desk.reading
