"""Names and participants are held against MEANTIME's by where they stand."""

from corpora.meantime import Participant, Report
from example import Example, Marked
from extract.parsed import analysed, reading_of, text_of
from factory import span
from meantime import names, participants
from scoring import Count, Scores

NOTATION = """
Orla/NNP/2/nsubj/=person/person sank/VBD/0/root/! two/CD/4/nummod boats/NNS/2/obj/other in/IN/6/case Vesk/NNP/2/obl/=place/place ././2/punct
"""
TEXT = text_of(NOTATION)


def at(words: str, label: str) -> Marked:
    place = span(TEXT, words)
    return Marked(place.start, place.end, label)


def report(*roles: tuple[int, str, str], entities: tuple[Marked, ...] = ()) -> Report:
    """A report that tells of the sinking and of the boats, with participants by event, words and role."""
    filled = tuple(Participant(event, span(TEXT, words).start, span(TEXT, words).end, role) for event, words, role in roles)
    return Report(Example("a", TEXT, entities=entities, events=(at("sank", "occurrence"), at("boats", "state"))), filled)


def test_names_count_with_their_types_and_without() -> None:
    scores = Scores()
    names(report(entities=(at("Orla", "person"), at("Vesk", "organisation"))), reading_of(NOTATION), scores)
    assert scores.counts == {"names": Count(1, 2, 2, 2), "names untyped": Count(2, 2, 2, 2)}


def test_a_participant_is_right_where_it_touches_the_one_wanted() -> None:
    scores = Scores()
    wanted = report((0, "Orla", "Arg0"), (0, "boats", "Arg1"), (0, "boats", "Argm-LOC"))
    participants(wanted, analysed(NOTATION), scores)
    assert scores.counts == {"participants": Count(2, 3, 3, 3)}


def test_other_roles_and_events_that_were_not_found_are_not_asked_for() -> None:
    scores = Scores()
    participants(report((0, "Orla", "Arg0"), (0, "Vesk", "Arg2"), (1, "Orla", "Arg0")), analysed(NOTATION), scores)
    assert scores.counts == {"participants": Count(1, 3, 1, 1)}
