from __future__ import annotations

from pathlib import Path

from purport.web.jobs import Item, Job, Jobs, Outcome, Phase, State

JOB = Job("c0ffee", "2031-03-02T10:00:00+00:00", (Item(1, "a.txt", 3, "x"), Item(2, "b.txt", 5, "y")), ("A note.",))


def jobs_in(folder: Path) -> Jobs:
    made = Jobs(folder)
    made.load()
    return made


def kept(folder: Path) -> Jobs:
    jobs = jobs_in(folder)
    jobs.add(JOB, [b"one", b"other"])
    return jobs


def test_what_is_sent_is_kept_until_it_is_in_the_case(tmp_path: Path) -> None:
    jobs = kept(tmp_path)
    assert [(number, one.path, Path(one.place).read_bytes()) for number, one in jobs.inputs("c0ffee")] == [
        (1, "a.txt", b"one"),
        (2, "b.txt", b"other"),
    ]
    jobs.note("c0ffee", Outcome(1, State.READ, "id", 4))
    assert [number for number, _ in jobs.inputs("c0ffee")] == [2]
    assert not (tmp_path / "c0ffee" / "1").exists()
    assert jobs.waiting() == {"b.txt": "y"}


def test_a_later_server_goes_on(tmp_path: Path) -> None:
    kept(tmp_path).note("c0ffee", Outcome(1, State.FAILED, why="it is empty"))
    later = jobs_in(tmp_path)
    assert list(later) == [JOB]
    assert later.next(0) == "c0ffee"
    assert later.outcomes("c0ffee") == {1: Outcome(1, State.FAILED, why="it is empty")}
    assert (later.progress("c0ffee").waiting, later.progress("c0ffee").failed) == (1, 1)


def test_a_line_that_was_cut_off_says_nothing(tmp_path: Path) -> None:
    kept(tmp_path)
    (tmp_path / "c0ffee" / "outcomes.jsonl").write_bytes(b'{"number":1,"state":"read"}\n{"number":2,"sta')
    assert [number for number, _ in jobs_in(tmp_path).inputs("c0ffee")] == [2]


def test_what_was_still_being_written_was_never_sent(tmp_path: Path) -> None:
    (tmp_path / ".c0ffee").mkdir()
    assert list(jobs_in(tmp_path)) == []
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_of_a_job_that_is_done(tmp_path: Path) -> None:
    jobs = kept(tmp_path)
    for number in (1, 2):
        jobs.note("c0ffee", Outcome(number, State.READ, "id", 4))
    jobs.finish("c0ffee")
    assert (jobs.next(0), jobs.progress("c0ffee").phase) == (None, Phase.DONE)
    assert list(tmp_path.iterdir()) == []


def test_what_failed_is_kept_tried_again_and_forgotten(tmp_path: Path) -> None:
    jobs = kept(tmp_path)
    assert not jobs.drop("c0ffee")
    for number in (1, 2):
        jobs.note("c0ffee", Outcome(number, State.FAILED, why="it is empty"))
    jobs.finish("c0ffee")
    assert jobs_in(tmp_path).next(0) is None
    assert jobs.again("c0ffee")
    assert [number for number, _ in jobs_in(tmp_path).inputs("c0ffee")] == [1, 2]
    for number in (1, 2):
        jobs.note("c0ffee", Outcome(number, State.FAILED, why="it is empty"))
    jobs.finish("c0ffee")
    assert jobs.drop("c0ffee")
    assert (list(jobs), list(tmp_path.iterdir())) == ([], [])


def test_whatever_changes_is_another_number(tmp_path: Path) -> None:
    jobs = kept(tmp_path)
    seen = {jobs.ticks}
    for change in (
        lambda: jobs.note("c0ffee", Outcome(1, State.READ)),
        lambda: jobs.halt("locked"),
        lambda: jobs.compare("c0ffee", 1, 2),
        lambda: jobs.finish("c0ffee"),
    ):
        change()
        seen.add(jobs.ticks)
    assert len(seen) == 5


def test_how_far_it_is_in_few_words(tmp_path: Path) -> None:
    jobs = kept(tmp_path)
    assert jobs.progress("c0ffee").doing == "reading 1 of 2"
    jobs.note("c0ffee", Outcome(1, State.READ))
    assert jobs.progress("c0ffee").doing == "reading 2 of 2"
    jobs.compare("c0ffee", 3, 9)
    assert jobs.progress("c0ffee").doing == "comparing 3 of 9"
