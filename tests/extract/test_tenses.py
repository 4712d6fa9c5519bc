"""Whether a clause tells of what was or of what is to come."""

import pytest

from extract.parsed import reading_of
from misses import marked
from purport.extract.syntax import grow, head_of, words_in
from purport.extract.tenses import has_been, is_past

MEETING = "The/DT/4/det May/NNP/4/nmod:unmarked/@DATE 3/CD/2/nummod/@DATE meeting/NN/{}/nsubj:pass"
CLAUSES = [
    ("they left", "they/PRP/2/nsubj left/VBD/0/root/<leave on/IN/4/case Friday/NNP/2/obl/@DATE", True),
    ("they had left", "they/PRP/3/nsubj had/VBD/3/aux/<have left/VBN/0/root/<leave on/IN/5/case Friday/NNP/3/obl/@DATE", True),
    ("they have left", "they/PRP/3/nsubj have/VBP/3/aux left/VBN/0/root/<leave on/IN/5/case Friday/NNP/3/obl/@DATE", True),
    ("they were leaving", "they/PRP/3/nsubj were/VBD/3/aux/<be leaving/VBG/0/root/<leave on/IN/5/case Friday/NNP/3/obl/@DATE", True),
    ("it was closed", "it/PRP/3/nsubj:pass was/VBD/3/aux:pass/<be closed/VBN/0/root/<close on/IN/5/case Friday/NNP/3/obl/@DATE", True),
    ("it was empty", "it/PRP/3/nsubj was/VBD/3/cop/<be empty/JJ/0/root on/IN/5/case Friday/NNP/3/obl/@DATE", True),
    ("they will leave", "they/PRP/3/nsubj will/MD/3/aux leave/VB/0/root on/IN/5/case Friday/NNP/3/obl/@DATE", False),
    ("they'll leave", "they/PRP/3/nsubj 'll/MD/3/aux leave/VB/0/root on/IN/5/case Friday/NNP/3/obl/@DATE", False),
    ("they would leave", "they/PRP/3/nsubj would/MD/3/aux leave/VB/0/root on/IN/5/case Friday/NNP/3/obl/@DATE", False),
    ("they may have left", "they/PRP/4/nsubj may/MD/4/aux have/VB/4/aux left/VBN/0/root/<leave on/IN/6/case Friday/NNP/4/obl/@DATE", True),
    (
        "they will have left",
        "they/PRP/4/nsubj will/MD/4/aux have/VB/4/aux left/VBN/0/root/<leave by/IN/6/case Friday/NNP/4/obl/@DATE",
        False,
    ),
    ("they leave", "they/PRP/2/nsubj leave/VBP/0/root on/IN/4/case Friday/NNP/2/obl/@DATE", False),
    ("they are leaving", "they/PRP/3/nsubj are/VBP/3/aux/<be leaving/VBG/0/root/<leave on/IN/5/case Friday/NNP/3/obl/@DATE", False),
    ("it is closed", "it/PRP/3/nsubj:pass is/VBZ/3/aux:pass/<be closed/VBN/0/root/<close on/IN/5/case Friday/NNP/3/obl/@DATE", None),
    ("he says", "he/PRP/2/nsubj says/VBZ/0/root/<say on/IN/4/case Friday/NNP/2/obl/@DATE", None),
    ("plans to leave", "plans/NNS/0/root/<plan to/TO/3/mark leave/VB/1/acl on/IN/5/case Friday/NNP/3/obl/@DATE", False),
    (
        "seemed to have left",
        "they/PRP/2/nsubj seemed/VBD/0/root/<seem to/TO/5/mark have/VB/5/aux left/VBN/2/xcomp/<leave on/IN/7/case Friday/NNP/5/obl/@DATE",
        True,
    ),
    (
        "has planned a race on Friday",
        "it/PRP/3/nsubj has/VBZ/3/aux/<have planned/VBN/0/root/<plan races/NNS/3/obj on/IN/6/case Friday/NNP/3/obl/@DATE",
        False,
    ),
    (
        "planned a race on Friday",
        "it/PRP/2/nsubj planned/VBD/0/root/<plan races/NNS/2/obj on/IN/5/case Friday/NNP/2/obl/@DATE",
        False,
    ),
    (
        "on Friday planned a race",
        "on/IN/2/case Friday/NNP/4/obl/@DATE it/PRP/4/nsubj planned/VBD/0/root/<plan races/NNS/4/obj",
        None,
    ),
    (
        "had planned a race on Friday",
        "it/PRP/3/nsubj had/VBD/3/aux/<have planned/VBN/0/root/<plan races/NNS/3/obj on/IN/6/case Friday/NNP/3/obl/@DATE",
        None,
    ),
    (
        "has been given until Friday",
        "it/PRP/4/nsubj:pass has/VBZ/4/aux/<have been/VBN/4/aux:pass/<be given/VBN/0/root/<give until/IN/6/case Friday/NNP/4/obl/@DATE",
        False,
    ),
    (
        "will hold a Friday meeting",
        "it/PRP/3/nsubj will/MD/3/aux hold/VB/0/root a/DT/6/det Friday/NNP/6/compound/@DATE meeting/NN/3/obj",
        False,
    ),
    (
        "tries to sell under a Friday accord",
        "it/PRP/2/nsubj tries/VBZ/0/root/<try to/TO/4/mark sell/VB/2/xcomp under/IN/8/case a/DT/8/det Friday/NNP/8/compound/@DATE"
        " accord/NN/4/obl",
        None,
    ),
    (
        "is due Friday",
        "it/PRP/3/nsubj is/VBZ/3/cop/<be due/JJ/0/root on/IN/5/case Friday/NNP/3/obl/@DATE",
        False,
    ),
    (
        "was due Friday",
        "it/PRP/3/nsubj was/VBD/3/cop/<be due/JJ/0/root on/IN/5/case Friday/NNP/3/obl/@DATE",
        None,
    ),
    (
        "is scheduled for Friday",
        "it/PRP/3/nsubj:pass is/VBZ/3/aux:pass/<be scheduled/VBN/0/root/<schedule for/IN/5/case Friday/NNP/3/obl/@DATE",
        False,
    ),
    ("extended to Friday", "they/PRP/2/nsubj extended/VBD/0/root/<extend it/PRP/2/obj to/IN/5/case Friday/NNP/2/obl/@DATE", None),
    ("was put off until Friday", "it/PRP/3/nsubj was/VBD/3/aux/<be put/VBN/0/root until/IN/5/case Friday/NNP/3/obl/@DATE", None),
    (
        "has been since Friday",
        "it/PRP/4/nsubj has/VBZ/4/aux/<have been/VBN/4/cop/<be shut/JJ/0/root since/IN/6/case Friday/NNP/4/obl/@DATE",
        True,
    ),
    ("a May 3 meeting was called", MEETING.format(6) + " was/VBD/6/aux:pass/<be called/VBN/0/root/<call", None),
    (
        "recalls the truce of Friday",
        "he/PRP/2/nsubj recalls/VBZ/0/root/<recall the/DT/4/det truce/NN/2/obj of/IN/6/case Friday/NNP/4/nmod/@DATE",
        None,
    ),
    ("a May 3 meeting will be called", MEETING.format(7) + " will/MD/7/aux be/VB/7/aux:pass called/VBN/0/root/<call", False),
    ("no clause", "Friday/NNP/0/root/@DATE", None),
    ("a headline's infinitive", "Vane/NNP/3/nsubj to/TO/3/mark leave/VB/0/root Friday/NNP/3/obl:unmarked/@DATE", False),
]
MISSES = {"they will have left": "`will` with `have` is taken for what has been, which `by` then leaves open"}


@pytest.mark.parametrize(("case", "notation", "past"), marked(CLAUSES, MISSES))
def test_a_clause_tells_of_what_was_or_is_to_come(case: str, notation: str, past: bool | None) -> None:
    reading = reading_of(notation)
    head = head_of(reading.words, words_in(reading.words, reading.timexes[0].span))
    assert head is not None
    assert is_past(grow(reading.words), head) is past


@pytest.mark.parametrize(
    ("case", "notation", "past"),
    [
        ("left", "they/PRP/2/nsubj left/VBD/0/root/<leave", True),
        ("have left", "they/PRP/3/nsubj have/VBP/3/aux left/VBN/0/root/<leave", True),
        ("will leave", "they/PRP/3/nsubj will/MD/3/aux leave/VB/0/root", False),
        ("would leave", "they/PRP/3/nsubj would/MD/3/aux leave/VB/0/root", None),
        ("will have left", "they/PRP/4/nsubj will/MD/4/aux have/VB/4/aux left/VBN/0/root/<leave", None),
        ("to have left", "to/TO/3/mark have/VB/3/aux left/VBN/0/root/<leave", None),
        ("leave", "they/PRP/2/nsubj leave/VBP/0/root", None),
        ("were empty", "they/PRP/3/nsubj were/VBD/3/cop/<be empty/JJ/0/root", True),
        ("departure", "departure/NN/0/root", None),
    ],
)
def test_a_verb_tells_by_its_own_form(case: str, notation: str, past: bool | None) -> None:
    reading = reading_of(notation)
    root = reading.words.heads.index(-1)
    assert has_been(grow(reading.words), root) is past
