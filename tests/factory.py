"""Records for the tests, small and whole: words are found in the text, digests and ids are computed, the rest has defaults.

    report = factory.report("The minister said the bridge is open.")
    said = factory.attribution(report, "The minister", "said", "the bridge is open")
    factory.analysis(report, attributions=(said,), claims=(factory.claim(report, said),))

or, in one go, ``factory.told("The minister said the bridge is open.", ("The minister", "said", "the bridge is open"))``.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from purport.ids import item_id, report_id
from purport.records import (
    Analysis,
    Attribution,
    Basis,
    Byline,
    Claim,
    Comparison,
    Dateline,
    Document,
    Event,
    Factuality,
    Form,
    Furniture,
    FurnitureKind,
    Interval,
    Judgement,
    Mention,
    MentionForm,
    MentionType,
    Participant,
    Published,
    Quantity,
    Reason,
    Recorded,
    Recording,
    Relation,
    Report,
    Said,
    Side,
    SourceType,
    Span,
    SpeechAct,
    Timex,
)

TEXT = "Officials said on Thursday that the bridge at Karst might have been destroyed. No group claimed the attack."


def span(text: str, words: str, *, nth: int = 0) -> Span:
    """The ``nth`` place (from 0) where ``words`` stand in ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def report(text: str = TEXT, *, path: str = "reports/bridge.txt", **fields: Any) -> Report:
    """A report whose digest and id are right for ``text`` in UTF-8 at ``path`` (or at ``url``, where one is given)."""
    content = fields.setdefault("sha256", sha256(original(text)).hexdigest())
    fields.setdefault("id", report_id(fields.get("url") or path, content))
    return Report(path=path, text=text, **fields)


def original(report: Report | str) -> bytes:
    """The bytes that ``report`` came from."""
    return (report if isinstance(report, str) else report.text).encode("utf-8")


def document(text: str = TEXT, *furniture: Furniture) -> Document:
    """A report of a text with the bytes it came from."""
    return Document(report(text), original(text), furniture)


def attribution(report: Report, source: str | None, cue: str | None, *content: str, **fields: Any) -> Attribution:
    """An attribution whose parts stand where their words first occur; a certain statement by anonymous officials unless told."""
    spans = tuple(sorted(span(report.text, words) for words in content))
    fields = {
        "source_type": SourceType.ANONYMOUS_OFFICIAL,
        "form": Form.INDIRECT,
        "factuality": Factuality.CERTAIN,
        "score": 0.75,
    } | fields
    return Attribution(
        id=fields.pop("id", item_id(report.id, "attribution", spans)),
        source=None if source is None else span(report.text, source),
        cue=None if cue is None else span(report.text, cue),
        content=spans,
        **fields,
    )


def claim(report: Report, held: Attribution | str, **fields: Any) -> Claim:
    """What an attribution holds, or the words given as a flat statement of the outlet's."""
    flat = isinstance(held, str)
    content = (span(report.text, held),) if flat else held.content
    return Claim(
        id=fields.pop("id", item_id(report.id, "claim", content)),
        attribution=None if flat else held.id,
        content=content,
        factuality=fields.pop("factuality", Factuality.CERTAIN if flat else held.factuality),
        **fields,
    )


def analysis(of: Report | str = TEXT, **layers: Any) -> Analysis:
    """A report (or one made of a text) with the layers given and the others empty."""
    return Analysis(report=report(of) if isinstance(of, str) else of, **layers)


def told(text: str, *accounts: tuple[str | None, str | None, str], **fields: Any) -> Analysis:
    """A report with one attribution and one claim for each (source, cue, content) in it; ``fields`` are the report's."""
    one = report(text, **fields)
    said = tuple(attribution(one, *account) for account in accounts)
    return analysis(one, attributions=said, claims=tuple(claim(one, each) for each in said))


def mention(report: Report, words: str, **fields: Any) -> Mention:
    """A mention of a place by name, unless told otherwise."""
    at = span(report.text, words)
    fields = {"type": MentionType.PLACE, "form": MentionForm.NAME} | fields
    return Mention(id=fields.pop("id", item_id(report.id, "mention", (at,))), start=at.start, end=at.end, **fields)


def timex(report: Report, words: str, **fields: Any) -> Timex:
    """A time expression, a DATE unless told otherwise."""
    at = span(report.text, words)
    fields = {"type": "DATE"} | fields
    return Timex(id=fields.pop("id", item_id(report.id, "timex", (at,))), start=at.start, end=at.end, **fields)


def quantity(report: Report, words: str, **fields: Any) -> Quantity:
    """A quantity."""
    at = span(report.text, words)
    return Quantity(id=fields.pop("id", item_id(report.id, "quantity", (at,))), start=at.start, end=at.end, **fields)


def event(report: Report, words: str, **fields: Any) -> Event:
    """An event mention, certain unless told otherwise."""
    at = span(report.text, words)
    fields = {"type": "attack", "factuality": Factuality.CERTAIN} | fields
    return Event(id=fields.pop("id", item_id(report.id, "event", (at,))), start=at.start, end=at.end, **fields)


def recording(report: Report, words: str, **fields: Any) -> Recording:
    """A recording, an audio unless told otherwise."""
    at = span(report.text, words)
    fields = {"medium": "audio"} | fields
    return Recording(id=fields.pop("id", item_id(report.id, "recording", (at,))), start=at.start, end=at.end, **fields)


def comparison(left: Analysis, right: Analysis, **fields: Any) -> Comparison:
    """The first claims of two analyses held together; they contradict each other unless told otherwise."""
    sides = tuple(Side(a.report.path, a.report.id, a.claims[0].id, a.claims[0].content) for a in (left, right))
    fields = {"relation": Relation.CONTRADICTS, "type": "denial", "score": 0.9, "why": "one denies what the other says"} | fields
    return Comparison(id=fields.pop("id", f"{left.report.id[:8]}{right.report.id[:8]}"), left=sides[0], right=sides[1], **fields)


def judgement(target: str = "c0ffee", **fields: Any) -> Judgement:
    """A confirmed claim."""
    fields = {
        "id": f"judged-{target}",
        "layer": "claims",
        "decision": "confirm",
        "author": "desk",
        "made": "2031-03-05T10:00:00Z",
        "words": "the bridge is open",
    } | fields
    return Judgement(target=target, **fields)


RICH = (
    "THE KARST COURIER\nBy Ada Ünal\nKARST, March 4 — “The bridge — a 1912 landmark — is gone,” Mayor Ivo Brandt said on Monday, "
    "in an audio message 😶 of about 46 minutes purportedly his. He did not say that 12 to 15 people had died in the attack.\n"
)


def rich(*, path: str = "reports/rich.html") -> Analysis:
    """An analysis with every layer and every field filled, discontinuous spans and characters beyond the first plane."""
    one = report(
        RICH,
        path=path,
        url=f"https://courier.example/{path}",
        title="Bridge gone, says mayor",
        outlet="The Karst Courier",
        language="en",
        retrieved="2031-03-05T08:00:00Z",
        retrieved_by="desk",
        archive_url="https://archive.example/1",
        encoding="cp1252",
        media_type="text/html",
        bylines=(Byline("Ada Ünal", *_ends(span(RICH, "Ada Ünal"))),),
        dateline=Dateline("KARST", *_ends(span(RICH, "KARST", nth=1))),
        published=Published(
            "2031-03-04",
            "2031-03-05",
            Basis.PRINTED,
            (Interval("2031-03-04", "2031-03-04"), Interval(None, "2031-03-05")),
            (Reason("the dateline says March 4", None, *_ends(span(RICH, "March 4"))), Reason("given by the manifest")),
        ),
    )
    return analysis(one, **_rich_layers(one))


def _rich_layers(one: Report) -> dict[str, Any]:
    brandt = mention(one, "Mayor Ivo Brandt", type=MentionType.PERSON, entity="e1")
    he = mention(one, "He", type=MentionType.PERSON, form=MentionForm.PRONOUN, entity="e1")
    karst = mention(one, "KARST,", id="karst")
    monday = timex(one, "Monday", value="2031-03-03", mod="BEFORE", anchor="tmx0", not_before="2031-03-03", not_after="2031-03-03")
    dead = quantity(one, "12 to 15 people", low=12.0, high=15.1, unit="person", of="people")
    attack = event(
        one,
        "the attack",
        factuality=Factuality.POSSIBLY_NOT,
        participants=(Participant("victim", brandt.id), Participant("place", karst.id)),
        place=karst.id,
        not_before="2031-03-01",
        not_after="2031-03-04",
    )
    said = attribution(
        one,
        "Mayor Ivo Brandt",
        "said",
        "The bridge",
        "is gone",
        source_type=SourceType.NAMED_PERSON,
        source_entity="e1",
        form=Form.DIRECT,
        score=0.1 + 0.2,
        speech_act=SpeechAct.THREAT,
        said=Said(monday.id, "2031-03-03", None),
    )
    silent = attribution(one, None, None, "12 to 15 people had died", negated=True, nested_in=said.id, events=(attack.id,), said=Said())
    message = recording(
        one,
        "an audio message",
        speaker="e1",
        hedge=span(RICH, "purportedly"),
        channel="radio",
        duration="PT46M",
        released=Interval("2031-03-03", "2031-03-04"),
        recorded=Recorded("2031-02-01", "2031-03-03", (Reason("it names the bridge", one.id, 3, 9), Reason("before its release"))),
        mentions=(span(RICH, "The bridge"), span(RICH, "the attack")),
        omits=(span(RICH, "15 people"),),
    )
    return {
        "furniture": (Furniture(0, 17, FurnitureKind.OUTLET), Furniture(18, 29, FurnitureKind.BYLINE)),
        "sentences": (Span(30, 60), Span(60, len(RICH))),
        "mentions": (karst, brandt, he),
        "timexes": (monday,),
        "quantities": (dead,),
        "events": (attack,),
        "attributions": (said, silent),
        "claims": (
            claim(one, said),
            claim(one, silent, events=(attack.id,), quantities=(dead.id,)),
            claim(one, "purportedly his", factuality=Factuality.UNCOMMITTED),
        ),
        "recordings": (message,),
    }


def _ends(of: Span) -> tuple[int, int]:
    return of.start, of.end
