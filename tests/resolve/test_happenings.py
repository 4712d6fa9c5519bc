"""Two tellings of one happening are found; like happenings and parts of one stay apart."""

import random

import numpy as np
import pytest
from scipy.cluster.hierarchy import fcluster, linkage

import factory
from purport.records import Analysis, Interval, MentionForm, MentionType, Participant
from purport.resolve.happenings import SAME, are_apart, cluster, score
from purport.resolve.told import Told, tell
from resolve.happen import Happens, report

RAID = report(
    "Commandos of the Northern Guard raided a farmhouse near Karst. Ilo Vane died in the fighting.",
    Happens("raided", agent="Northern Guard", place="Karst"),
    Happens("died", patient="Ilo Vane"),
    path="one.txt",
)
AGAIN = report(
    "The Northern Guard raided the farmhouse near Karst on Monday. Ilo Vane, who hid there, was shot.",
    Happens("raided", agent="Northern Guard", place="Karst"),
    Happens("shot", patient="Ilo Vane"),
    path="two.txt",
)
OTHER = report(
    "Tax officers raided the offices of a shipping line in Port Orla. Papers on cargo and customs were taken.",
    Happens("raided", agent="officers", place="Port Orla"),
    path="three.txt",
)


def telling(analysis: Analysis, number: int = 0) -> Told:
    return tell(analysis)[number]


def test_one_raid_told_twice_is_one() -> None:
    assert score(telling(RAID), telling(AGAIN)) >= SAME


def test_another_raid_is_another() -> None:
    assert score(telling(RAID), telling(OTHER)) < SAME


def test_what_happens_in_a_raid_is_not_the_raid() -> None:
    parts = (telling(RAID, 1), telling(AGAIN, 1))
    assert all(score(telling(whole), part) < SAME for whole in (RAID, AGAIN) for part in parts)


def test_two_strikes_on_one_man_in_different_months_stay_two() -> None:
    text = "A strike by the Northern Guard near Karst hit the car of Ilo Vane."
    days = (Interval("2031-03-02", "2031-03-02"), Interval("2031-06-01", "2031-06-30"), Interval(None, "2031-03-05"))
    march, june, before = (
        telling(report(text, Happens("strike", agent="Northern Guard", patient="Ilo Vane", days=own), path=f"{i}.txt"))
        for i, own in enumerate(days)
    )
    assert score(march, june) == score(june, before) == 0
    assert score(march, before) >= SAME


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("2031-03-02", "2031-03-02"), ("2031-03-03", "2031-03-03"), False),
        (("2031-03-02", "2031-03-02"), ("2031-03-04", None), True),
        (("2031-03-02", None), (None, "2031-02-01"), True),
        ((None, "2031-03-02"), (None, "2031-02-01"), False),
        ((None, None), ("2031-02-01", "2031-02-01"), False),
    ],
)
def test_days_that_cannot_be_one(one: tuple[str | None, str | None], other: tuple[str | None, str | None], apart: bool) -> None:
    assert are_apart(Interval(*one), Interval(*other)) == are_apart(Interval(*other), Interval(*one)) == apart


def test_which_comes_first_makes_no_difference() -> None:
    told = [each for analysis in (RAID, AGAIN, OTHER) for each in tell(analysis)]
    assert all(score(one, other) == score(other, one) for one in told for other in told)


def test_tellings_hold_what_the_record_says() -> None:
    pronoun = factory.report("Ilo Vane fled. He hid in a barn of his aunt.", path="four.txt")
    named = factory.mention(pronoun, "Ilo Vane", type=MentionType.PERSON, entity="vane")
    he = factory.mention(pronoun, "He", type=MentionType.PERSON, form=MentionForm.PRONOUN, entity="vane")
    barn = factory.mention(pronoun, "a barn of his aunt", form=MentionForm.NOMINAL)
    hid = factory.event(pronoun, "hid", participants=(Participant("agent", he.id),), place=barn.id)
    sentences = (factory.span(pronoun.text, "Ilo Vane fled."), factory.span(pronoun.text, "He hid in a barn of his aunt."))
    (told,) = tell(factory.analysis(pronoun, sentences=sentences, mentions=(named, he, barn), events=(hid,)))
    assert (told.form, told.sentence) == ("hid", 1)
    assert told.parties[0].stems == told.names == told.around.names == {"ilo", "vane"}
    assert told.place is not None
    assert told.place.stems == {"barn"}
    assert told.words == {"barn", "aunt"}


def test_groups_are_joined_by_their_mean_score() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.8, ("c", "a"): 0.1, ("c", "d"): 0.44}
    assert [each.events for each in cluster("dcba", scores, threshold=0.4)] == [("a", "b", "c"), ("d",)]
    assert [each.events for each in cluster("dcba", scores, threshold=0.5)] == [("a", "b"), ("c",), ("d",)]


def test_clusters_do_not_depend_on_order() -> None:
    chance = random.Random(7)
    events = [f"e{i:02}" for i in range(24)]
    scores = {(one, other): chance.choice((0.2, 0.4, 0.6, 0.8)) for one in events for other in events if one < other}
    wanted = cluster(events, scores)
    for _ in range(5):
        chance.shuffle(events)
        turned = [(pair[::-1] if chance.random() < 0.5 else pair, value) for pair, value in scores.items()]
        chance.shuffle(turned)
        assert cluster(events, dict(turned)) == wanted


def test_clusters_are_those_of_average_linkage() -> None:
    chance = np.random.default_rng(3)
    near = chance.random(45)
    names = [f"{i}" for i in range(10)]
    pairs = dict(zip([(one, other) for one in names for other in names if one < other], near.tolist(), strict=True))
    labels = fcluster(linkage(1 - near, "average"), 0.5, "distance")
    wanted = {frozenset(name for name, label in zip(names, labels, strict=True) if label == each) for each in set(labels)}
    assert {frozenset(found.events) for found in cluster(names, pairs, threshold=0.5)} == wanted
