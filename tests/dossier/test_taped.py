"""The recording dossier of a case, from reports that were stored and compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import factory
from dossier.made import tape
from purport.dossier.lines import Line, Section
from purport.records import Analysis
from purport.resolving import resolve
from purport.store import Case
from purport.viewing import lines

AUDIO, SPEECH = "audio, Orla Vashan, 2031-03-06", "speech, Orla Vashan, 2030-05"


def compared(folder: Path, reports: Sequence[Analysis]) -> Case:
    case = Case.open(str(folder / "tape.case"), create=True)
    for each in reports:
        case.add_many([(each, factory.original(each.report))], reader="reader 1")
    resolve(case)
    return case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with compared(tmp_path, [tape("a.txt"), tape("b.txt")]) as opened:
        yield opened


def subjects(found: Sequence[Line]) -> list[str]:
    return list(dict.fromkeys(each.subject for each in found))


def test_two_reports_tell_of_one_tape_and_an_earlier_speech(case: Case) -> None:
    assert subjects(lines(case, Section.RECORDING)) == [SPEECH, AUDIO]


@pytest.mark.parametrize(
    ("name", "found"), [("Orla Vashan", [SPEECH, AUDIO]), (AUDIO, [AUDIO]), (AUDIO.upper(), [AUDIO]), ("Ilo Tolk", [])]
)
def test_of_a_speaker_or_a_recording(case: Case, name: str, found: list[str]) -> None:
    assert subjects(lines(case, Section.RECORDING, name)) == found


def test_every_line_leads_back_to_words_of_both_reports(case: Case) -> None:
    assert all({each.path for each in line.citations} == {"a.txt", "b.txt"} for line in lines(case, Section.RECORDING))


def test_what_it_calls_for_is_folded_wherever_it_stands(case: Case) -> None:
    assert {(each.field, each.is_folded) for each in lines(case, Section.RECORDING) if "burn the mills" in each.value} == {
        ("mentions", True),
        ("speech act", True),
    }


def test_the_order_of_arrival_shows_in_nothing(case: Case, tmp_path: Path) -> None:
    (tmp_path / "turned").mkdir()
    with compared(tmp_path / "turned", [tape("b.txt"), tape("a.txt")]) as turned:
        assert lines(turned, Section.RECORDING) == lines(case, Section.RECORDING)
