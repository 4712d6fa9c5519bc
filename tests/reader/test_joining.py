"""What is found in the parts of a long text is found at the same places in the text."""

from purport.reader import Happening, Labelled, Linked, Reading, Referring, Words
from purport.reader.joining import join
from purport.records import Span


def part() -> Reading:
    words = Words((0, 4), (3, 9), ("PRON", "VERB"), ("PRP", "VBD"), ("she", "leave"), (1, -1), ("nsubj", "root"), (0, 0))
    return Reading(
        (Span(0, 9),),
        (Labelled(Span(0, 3), "person", 0.9),),
        (Linked(Span(0, 3), None, (Span(4, 9),), 0.5), Linked(None, None, (Span(4, 9),), 0.5, parent=0)),
        words,
        (Labelled(Span(4, 9), "DATE", 0.8),),
        (Happening(1, "occurrence", 3.0, 0.9),),
        (Referring(0, "person", None, 0.9), Referring(1, "event", 0, 0.6)),
        ((1.0,), (0.5,)),
    )


def test_one_part_is_the_text() -> None:
    assert join([(0, part())]) == part()


def test_everything_that_points_points_to_the_same() -> None:
    whole = join([(0, part()), (10, part())])
    assert whole.sentences == (Span(0, 9), Span(10, 19))
    assert whole.words.starts == (0, 4, 10, 14)
    assert whole.words.heads == (1, -1, 3, -1)
    assert whole.words.sentences == (0, 0, 1, 1)
    assert whole.happenings[1].word == 3
    assert [each.antecedent for each in whole.referring] == [None, 0, None, 2]
    assert [each.parent for each in whole.attributions] == [None, 0, None, 2]
    assert whole.attributions[3].contents == (Span(14, 19),)
    assert whole.timexes[1].span == Span(14, 19)
    assert len(whole.meanings) == 4
