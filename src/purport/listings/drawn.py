"""A question with its answers as a picture."""

from __future__ import annotations

from purport.lexicon import words
from purport.listings.questions import Answered, Asked
from purport.pictures import Given, Sheet, as_day, question
from purport.records import Relation
from purport.resolve.accounts import Days
from purport.resolve.sourced import RELATIVES

NAMED = 3
"""How many of the things that a question is about its heading names."""


def draw_question(asked: Asked) -> Sheet:
    """The answers by their sources, each when it was said and when it came out; those that contradict are joined."""
    contradictions = [(each.first - 1, each.second - 1) for each in asked.standing if each.relation is Relation.CONTRADICTS]
    about = ", ".join([name for name in asked.about if name not in asked.question][:NAMED])
    return question(f"{asked.question}{f' ({about})' if about else ''}", [_given(each) for each in asked.answers], contradictions)


def name_source(source: str | None, outlet: str) -> str:
    """Who says it, in the words of the report; what these do not name has the outlet beside it."""
    if source is None:
        return f"{outlet}, in its own voice"
    name = source.strip(" ,;:")
    return f"{name}, {outlet}" if name.casefold() in words("pronouns.tsv").keys() | RELATIVES else name


def _given(answered: Answered) -> Given:
    outlet = answered.outlet or answered.path
    source = name_source(answered.source, outlet)
    said = Days(as_day(answered.said_not_before), as_day(answered.said_not_after))
    out = Days(as_day(answered.out_not_before), as_day(answered.out_not_after))
    return Given(answered.value, answered.factuality, source, outlet, said, out)
