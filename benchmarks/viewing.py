"""What looking at a case costs: each section whole and of one subject, and each listing that a page is made of.

    python benchmarks/viewing.py FOLDER --cache FILE [--size 1000]
    python benchmarks/viewing.py --case FILE

Of stories of Reuters-21578 as ``newswire.py`` reads them, or of a case that has been compared. Milliseconds, the median of five, warm: of
processor time and on the wall. ``subject`` is whom most reports name, ``person`` the one of most lines.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from newswire import stories
from purport import known, recounting, resolving, tracing, viewing
from purport.dossier import Section
from purport.records import Relation
from purport.store import Case, ClaimQuery
from resolving import store

PAGE = 50
TIMES = 5


def looks(case: Case) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is measured, by name."""
    listed = known.list_entities(case)
    subject = max(listed, key=lambda each: (each.reports, each.id))
    people = Counter(each.subject for each in viewing.lines(case, Section.PERSON))
    person = max(sorted(people), key=people.__getitem__)
    compared = resolving.shown(case)
    parting = [each for each in compared if each[0].relation is Relation.CONTRADICTS] or compared
    page = [(account, each[0].type) for each in parting[: PAGE // 2] for account in each[1:]]
    for section in Section:
        yield f"{section}", lambda section=section: viewing.lines(case, section)
        yield f"{section} of {subject.name}", lambda section=section: viewing.lines(case, section, subject.name)
        yield f"{section} of {person}", lambda section=section: viewing.lines(case, section, person)
    yield "places", lambda: list(case.places())
    yield "claims, a page", lambda: list(case.claims(ClaimQuery(limit=PAGE)))
    yield "claims, a page far on", lambda: list(case.claims(ClaimQuery(limit=PAGE, offset=case.counts().claims - PAGE)))
    yield "claims, found by words", lambda: list(case.claims(ClaimQuery(text="oil prices", limit=PAGE)))
    yield "claims, found by source", lambda: list(case.claims(ClaimQuery(source="ministry", limit=PAGE)))
    yield "claims of one report", lambda: list(case.claims(ClaimQuery(path=page[0][0].path)))
    yield "entities, all by name", lambda: known.list_entities(case)
    yield "entities, found by words", lambda: known.list_entities(case, "bank")
    yield "entities, a page", lambda: known.some_entities(case, [each.id for each in listed[:PAGE]])
    yield "one entity", lambda: known.one_entity(case, listed[len(listed) // 2].id)
    yield f"one entity: {subject.name}", lambda: known.one_entity(case, subject.id)
    yield "entities, all with reasons", lambda: resolving.case_entities(case)
    yield "comparisons, all that are shown", lambda: resolving.shown(case)
    yield "origins of one claim", lambda: tracing.find_origins(case, page[:1])
    yield "origins of a page of pairs", lambda: tracing.find_origins(case, page)
    yield "events that two reports tell of", lambda: recounting.recount(case, every=False)
    yield "events, all", lambda: recounting.recount(case)
    yield "who cites whom", lambda: tracing.find_network(case)
    yield "one report's record", lambda: case.analysis(page[0][0].report)


def measure(case: Case) -> dict[str, dict[str, float]]:
    """Milliseconds of each."""
    found = {}
    for name, look in looks(case):
        look()
        spent = []
        for _ in range(TIMES):
            began = time.process_time(), time.perf_counter()
            look()
            spent.append((time.process_time() - began[0], time.perf_counter() - began[1]))
        found[name] = {kind: round(1000 * median(each[at] for each in spent), 1) for at, kind in enumerate(("processor", "wall"))}
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--case")
    given = parser.parse_args()
    if given.case:
        with Case.open(given.case) as case:
            print(json.dumps(measure(case), indent=1))
        return
    with tempfile.TemporaryDirectory() as folder, Case.open(f"{folder}/newswire.case", create=True) as case:
        store(case, stories(given.folder, given.cache, given.size))
        resolving.resolve(case)
        print(json.dumps(measure(case), indent=1))


if __name__ == "__main__":
    main()
