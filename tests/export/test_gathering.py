from purport.export.gathering import STEPS, gather
from purport.export.private import Asked
from purport.records import SourceType
from witnessed import CALL, REDACTED, built, made


def test_quotes_are_the_words_of_their_reports() -> None:
    for asked in (Asked(), REDACTED):
        exported = made(asked)
        texts = {each.id: each.text for each in exported.reports}
        cited = [at for each in exported.lines for at in each.cited] + [at for each in exported.entities for at in each.cited]
        cited += [at for each in exported.comparisons for side in (each.left, each.right) for at in side.cited]
        quotes = [(at.report, at.quote) for at in cited] + [(each.report, quote) for each in exported.claims for quote in each.content]
        assert quotes
        assert all(texts[report][quote.start : quote.end] == quote.words for report, quote in quotes)


def test_calls_are_folded_unless_asked_for() -> None:
    (claim,) = (each for each in made().claims if each.is_folded)
    assert [(quote.words, quote.shown) for quote in claim.content] == [(CALL, "[call folded; --unfold shows it]")]
    (claim,) = (each for each in made(unfold=True).claims if each.is_folded)
    assert claim.content[0].shown == CALL


def test_the_people_asked_for_and_witnesses_have_labels() -> None:
    exported = made(REDACTED)
    assert exported.note is not None and exported.note.startswith("Redacted: the names of 2 people")
    (seen,) = (each for each in exported.claims if each.source_type is SourceType.EYEWITNESS)
    assert seen.source_name == "[person 2]"
    assert seen.source is not None and seen.source.words == "A baker, [person 2],"
    report = next(each for each in exported.reports if each.outlet == "The Vesk Post")
    assert (report.path, report.url, report.title) == ("notes/[person 2].txt", None, "[person 2]’s night")
    assert report.bylines == ("[person 2]",)
    assert {each.name for each in exported.entities} >= {"[person 1]", "[person 2]", "Orla [name]"}


def test_nobody_is_replaced_unless_asked_for() -> None:
    assert made().note is None
    assert "Tessa Brännok" in {each.name for each in made().entities}


def test_names_nobody_has_are_told() -> None:
    steps = []
    with built() as case:
        found = gather(case, "Ada Roe", Asked(("Ada Roe", "Ilo Vashan")), advance=lambda: steps.append(1))
    assert found.unknown == ("Ada Roe",)
    assert found.exported.title == "[person 1]"
    assert len(steps) == STEPS


def test_the_same_case_gives_the_same_record() -> None:
    with built() as one, built() as other:
        assert gather(one, "a", REDACTED) == gather(other, "a", REDACTED)
