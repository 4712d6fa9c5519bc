"""What the benchmark of dating counts."""

from datetime import date
from pathlib import Path

from dating import Outcome, read_table, scored
from purport.records import Interval, Published


def outcome(day: int, *left: Interval) -> Outcome:
    return Outcome("r", date(2031, 3, day), left, ("why",))


def test_answers_are_counted_beside_a_constant_one() -> None:
    found = scored(
        [
            outcome(2, Interval("2031-03-01", "2031-03-03"), Interval("2031-04-01", "2031-04-02")),
            outcome(9, Interval("2031-03-01", "2031-03-03")),
            outcome(9, Interval("2031-03-01", None)),
            outcome(30, Interval("2031-01-01", "2031-12-31")),
            outcome(30),
        ],
        5,
    )
    assert (found["answered"], found["wrong"], found["answered %"], found["wrong % of answered"]) == (2, 1, 40.0, 50.0)
    assert (found["bounds"], found["bounds wrong"], found["conflicts"], found["constant answer wrong %"]) == (4, 1, 1, 60.0)


def test_date_lines_are_taken_away(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    text = "\n\nMonday, March 3, 2031\xa0\n\nThe bridge at Karst fell on Sunday, the council said. Nobody was hurt, and the road is shut."
    table.write_text(f'url,date,text\nhttps://a.example/1,2031-03-03,"{text}"\n', encoding="utf-8")
    [(document, day)] = read_table(table)
    assert "2031" not in document.report.text
    assert document.report.text.startswith("The bridge")
    assert (document.report.published, day) == (Published(), date(2031, 3, 3))
