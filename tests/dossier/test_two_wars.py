"""Two invented reports as they are read, from their text to the ledger: a war along a river, and a cartel's hold on a coast."""

from __future__ import annotations

from purport.analyse import analyse
from purport.dossier import Line
from purport.dossier.entries import Told
from purport.dossier.ledger import ledger
from purport.dossier.lines import Context, Placed
from purport.dossier.places import tell
from purport.ingest import Given, parse_document
from purport.reader import Reader
from purport.reader.reader import WEIGHTS
from purport.resolve.aliases import keys
from purport.resolve.claimed import accounts
from purport.resolve.profiles import profiles

RIVER = """TALMERE, June 14, 2033 (Lowland Press) - Government soldiers drove the Reed Brotherhood out of the river port of Ostrava Bend \
on Tuesday, the defence ministry said, ending an occupation that had lasted since March.

The Brotherhood, a rebel group, still holds Quillby, its headquarters, and a string of villages along the upper Senn. It proclaimed the \
republic in 2031, claiming both banks of the river.

Army officials said they had cleared two districts in the city of Vellin. The rebels had been routed at Marl Bridge last month. \
Brotherhood fighters gathered on the outskirts of Talmere on Sunday, the police said.

The government plans to retake Quillby before winter. The town of Ferrin, a Brotherhood stronghold, was shelled overnight. In a village \
called Pell, residents said the rebels had left on June 2.
"""
COAST = """PUERTO ALBA, Sept. 3, 2029 (Gulf Courier) - The Salinas Cartel has lost control of Puerto Alba, police said on Monday.

The gang's gunmen fled to Cabo Negro, a cartel stronghold 40 miles down the coast, residents said. Officials said the Salinas Cartel \
controls most of the province of Tierra Baja. A rival gang, the Norte Brothers, took over the market district of Cabo Negro in 2027.

Navy commandos are battling gunmen in the town of Isla Seca. The governor vowed to recapture every cartel-held town by Christmas.

A shipping firm, Alba Lines, took over the port of Santa Rita last year. It lost half of its territory in the north to a competitor.
"""


def lines_of(text: str) -> list[Line]:
    with Reader(WEIGHTS) as reader:
        ((_, read),) = analyse([parse_document(text.encode(), "report.txt", Given())], reader)
    known = profiles(read)
    names = {each.entity: keys(each) for each in known}
    placed = [Placed("report.txt", read.report.id, entry) for entry in tell(Told(read, accounts(read, names), known, names))]
    return ledger(placed, Context({}, {}, lambda entries: {each.path for each in entries}))


def told(text: str) -> set[str]:
    return {f"{each.subject} | {each.field}" for each in lines_of(text)}


def test_a_war_along_a_river() -> None:
    found = told(RIVER)
    assert found >= {
        "Ostrava Bend | Government soldiers, held from",
        "Ostrava Bend | Reed Brotherhood, held until",
        "Vellin, two districts | Army officials, cleared",
        "Marl Bridge | rebels, defeated",
        "Pell | rebels, left",
    }
    fields = {each.replace("Reed ", "").replace(" fighters", "") for each in found}
    assert fields >= {
        "Quillby | Brotherhood, still held",
        "string of villages along the upper Senn | Brotherhood, still held",
        "republic | Brotherhood, declared",
        "Talmere, outskirts | Brotherhood, present",
        "Ferrin | Brotherhood, held",
    }
    assert not any("soldiers" in each or "overnment" in each for each in found if each.startswith("Quillby"))


def test_a_cartels_hold_on_a_coast() -> None:
    found = told(COAST)
    assert found >= {
        "Puerto Alba | Salinas Cartel, held until",
        "Tierra Baja, most | Salinas Cartel, still held",
        "Cabo Negro, market district | rival gang, the Norte Brothers, held from",
        "Cabo Negro | cartel, held",
        "Isla Seca | Navy commandos, contested",
    }
    assert not any(each.startswith(("Santa Rita", "territory")) for each in found)


def test_every_line_is_cited() -> None:
    for text in (RIVER, COAST):
        assert all(0 <= cited.start < cited.end <= len(text) for each in lines_of(text) for cited in each.citations)
        assert all(each.citations for each in lines_of(text))
