"""The pairs and questions of a case are found once, and anew only where what they rest on is another."""

from purport.judging import Judge, judge_claim, judge_comparison
from purport.store import Case
from purport.web import Desk
from purport.web.parting import every_pair, of_each_kind, parting_pairs, rejected_pairs, topics, topics_of, waiting_pairs


def test_judging_a_pair_compares_nothing_anew(strike_case: Case) -> None:
    desk = Desk.of(strike_case, "karst.case")
    before, first = every_pair(desk), parting_pairs(desk)[0]
    judge_comparison(strike_case, first[0].id, "reject", Judge("Ann"))
    assert every_pair(desk) is before
    assert first not in parting_pairs(desk)
    assert rejected_pairs(desk) == (first,)


def test_judging_a_claim_does(strike_case: Case) -> None:
    desk = Desk.of(strike_case, "karst.case")
    before = every_pair(desk)
    gone = parting_pairs(desk)[0][1]
    judge_claim(strike_case, gone.report, gone.claim, "reject", Judge("Ann"))
    assert every_pair(desk) is not before
    assert all((gone.report, gone.claim) not in {(one.report, one.claim) for one in pair[1:]} for pair in parting_pairs(desk))


def test_every_pair_that_parts_is_of_a_question(strike_case: Case) -> None:
    desk = Desk.of(strike_case, "karst.case")
    assert all(pair in topics_of(desk)[pair[0].id].pairs for pair in parting_pairs(desk))
    assert waiting_pairs(desk) == parting_pairs(desk)


def test_the_first_of_each_kind_stand_before_the_second_of_any(strike_case: Case) -> None:
    found = topics(Desk.of(strike_case, "karst.case"))
    kinds = [each.change.type for each in of_each_kind(found, len(found))]
    assert len(set(kinds[: len(set(kinds))])) == len(set(kinds))
    assert {each.id for each in of_each_kind(found, len(found))} == {each.id for each in found}
