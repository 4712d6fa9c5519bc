"""Reading in a process of its own: a reader without weights takes the place of the packaged one, and can be made to end that process."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import gettempdir
from threading import Event

import pytest

from cli.fake_reader import FakeReader
from mortal_reader import MortalReader
from purport.errors import UsageError
from purport.store import Case
from purport.web import reading as module
from purport.web.folder import folder_of
from purport.web.jobs import Phase, State
from purport.web.reading import Reading
from purport.web.sent import Sending, Sent

OPEN = "Officials said that the bridge at Karst is open."
Start = Callable[..., Reading]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(str(tmp_path / "karst.case"), create=True) as opened:
        yield opened


@pytest.fixture
def start(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """A server's reading, begun; what is begun is ended."""
    monkeypatch.setattr(module, "PAUSE", 0.2)
    with ExitStack() as stack:
        yield lambda opener=FakeReader: stack.enter_context(Reading(case, str(tmp_path / "karst.case"), opener))


def sent(**texts: str) -> Sending:
    return Sending(tuple(Sent(f"{name}.txt", text.encode()) for name, text in texts.items()))


def states(reading: Reading, job: str) -> dict[str, State]:
    found, outcomes = reading.jobs.get(job), reading.jobs.outcomes(job)
    assert found is not None
    return {each.path: outcomes[each.number].state if each.number in outcomes else State.WAITING for each in found.items}


def until(reading: Reading, job: str, seen: Callable[[], bool] | None = None) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if seen() if seen else reading.jobs.progress(job).phase == Phase.DONE:
            return
        time.sleep(0.05)
    pytest.fail(f"{reading.jobs.progress(job)}, {states(reading, job)}")


def test_what_is_sent_is_read_and_compared(start: Start, case: Case) -> None:
    reading = start()
    job = reading.add(sent(a=OPEN, b="The army denied that the bridge at Karst is open.", c=""))
    until(reading, job)
    assert states(reading, job) == {"a.txt": State.READ, "b.txt": State.READ, "c.txt": State.FAILED}
    assert reading.jobs.outcomes(job)[3].why == "a report expected, the file is empty"
    assert [(each.path, each.reason) for each in case.failures()] == [("c.txt", "a report expected, the file is empty")]
    assert reading.jobs.outcomes(job)[1].claims == 1
    assert [each.path for each in case.reports()] == ["a.txt", "b.txt"]
    assert module.waiting(case) == 0
    assert not list(case.verify())


def test_the_same_again_is_there_already_and_other_words_get_a_name_of_their_own(start: Start) -> None:
    reading = start()
    until(reading, reading.add(sent(a=OPEN)))
    job = reading.add(Sending((Sent("a.txt", OPEN.encode()), Sent("a.txt", b"Officials said that it rains."))))
    until(reading, job)
    assert states(reading, job) == {"a.txt": State.ALREADY, "a (2).txt": State.READ}


def test_who_waits_for_rest_is_told_when_a_job_is_done(start: Start) -> None:
    reading, told = start(), Event()
    reading.rested = told.set
    reading.add(sent(a=OPEN))
    assert told.wait(30)
    assert reading.progress() is None


def test_what_is_sent_twice_at_once_is_one(start: Start) -> None:
    reading = start()
    jobs = [reading.add(sent(a=OPEN)) for _ in range(2)]
    until(reading, jobs[1])
    assert [states(reading, each) for each in jobs] == [{"a.txt": State.READ}, {"a.txt": State.ALREADY}]


def test_a_report_that_ends_the_reader_is_found_and_the_rest_are_read(start: Start, case: Case) -> None:
    reading = start(MortalReader)
    job = reading.add(sent(a=OPEN, b=f"FATAL always {OPEN}", c=f"{OPEN} Again.", d=f"{OPEN} And again."))
    until(reading, job)
    assert states(reading, job) == {"a.txt": State.READ, "b.txt": State.FAILED, "c.txt": State.READ, "d.txt": State.READ}
    assert [(each.path, each.reason) for each in case.failures()] == [("b.txt", module.LOST)]


def test_what_ended_the_reader_once_is_read_the_next_time(start: Start, tmp_path: Path) -> None:
    reading = start(MortalReader)
    job = reading.add(sent(a=f"FATAL {tmp_path}/once {OPEN}"))
    until(reading, job)
    assert states(reading, job) == {"a.txt": State.FAILED}
    assert reading.jobs.again(job)
    until(reading, job)
    assert states(reading, job) == {"a.txt": State.READ}


def test_a_worker_that_is_killed_is_started_again(start: Start) -> None:
    reading = start()
    until(reading, reading.add(sent(a=OPEN)))
    assert reading._process is not None
    os.kill(reading._process.pid or 0, signal.SIGKILL)
    job = reading.add(sent(b=f"{OPEN} Again."))
    until(reading, job)
    assert states(reading, job) == {"b.txt": State.READ}


def test_what_is_broken_off_goes_on_with_the_next_server(case: Case, tmp_path: Path) -> None:
    address = str(tmp_path / "karst.case")
    with Reading(case, address, MortalReader) as first:
        job = first.add(sent(**{f"r{each:02}": f"{OPEN} Day {each}." for each in range(8)}, held=f"HELD {tmp_path}/held {OPEN}"))
        until(first, job, lambda: (tmp_path / "held").exists())
        process = first._process
        assert process is not None
        pid = process.pid or 0
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with Reading(case, address, MortalReader) as later:
        until(later, job)
        assert set(states(later, job).values()) == {State.READ}
    assert case.counts().reports == 9
    assert not (tmp_path / "karst.case.adding").exists()


def test_what_is_wrong_with_no_report_is_waited_for(start: Start, tmp_path: Path) -> None:
    reading = start(MortalReader)
    job = reading.add(sent(a="UNFIT"))
    until(reading, job, lambda: reading.jobs.progress(job).halted == "the reader's weights are damaged")
    assert states(reading, job) == {"a.txt": State.WAITING}


def test_a_reader_that_cannot_be_started_is_no_reports_fault(start: Start) -> None:
    reading = start(_end)
    job = reading.add(sent(a=OPEN))
    until(reading, job, lambda: reading.jobs.progress(job).halted == module.UNOPENED)
    assert states(reading, job) == {"a.txt": State.WAITING}


def _end() -> FakeReader:
    os._exit(3)


def test_one_server_at_a_time_takes_reports(start: Start) -> None:
    start().add(sent(a=OPEN))
    with pytest.raises(UsageError, match="another server of this case"):
        start().add(sent(b=OPEN))


def test_what_was_not_compared_is_at_the_start(start: Start, case: Case) -> None:
    reading = start()
    until(reading, reading.add(sent(a=OPEN)))
    with case.deriving() as shelf:
        shelf.forget([each.report for each in case.places()])
    again = start()
    deadline = time.monotonic() + 30
    while module.waiting(case) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert module.waiting(case) == 0
    assert again.progress() is None


def test_not_more_is_kept_than_a_disk_holds(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 10)
    with pytest.raises(UsageError, match="too much is waiting"):
        start().add(sent(a=OPEN))


def test_a_case_of_either_database_takes_reports(address: str, tmp_path: Path) -> None:
    with Case.open(address, create=True) as case, Reading(case, address, FakeReader, tmp_path / "adding") as reading:
        job = reading.add(sent(a=OPEN))
        until(reading, job)
        assert [each.path for each in case.reports()] == ["a.txt"]
    assert not (tmp_path / "adding").exists()


def test_the_folder_of_a_database_tells_no_password() -> None:
    folder = folder_of("postgresql://desk:secret@db/inquiry")
    assert (folder.parent, "secret" in folder.name) == (Path(gettempdir()), False)
