"""What ingest knows and what the network takes for page text, as one."""

from purport.extract.furniture import find_furniture
from purport.records import Furniture, FurnitureKind, Span

TEXT = "Mayor quits\nBy Ola Brandt\nShe left. Sign up here. Read more. He stayed.\nReporting by Ola Brandt"


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def furniture(words: str, kind: FurnitureKind) -> Furniture:
    span = at(words)
    return Furniture(span.start, span.end, kind)


def told(known: list[Furniture], page: list[Span]) -> list[tuple[str, str]]:
    return [(TEXT[each.start : each.end], each.kind.value) for each in find_furniture(TEXT, known, page)]


def test_what_the_network_finds_stands_beside_what_ingest_knows() -> None:
    known = [furniture("Mayor quits", FurnitureKind.TITLE), furniture("Reporting by Ola Brandt", FurnitureKind.CREDIT)]
    assert told(known, [at("Sign up here.")]) == [
        ("Mayor quits", "title"),
        ("Sign up here.", "page"),
        ("Reporting by Ola Brandt", "credit"),
    ]


def test_stretches_with_nothing_between_are_one() -> None:
    assert told([furniture("Sign up here.", FurnitureKind.PAGE)], [at("Read more.")]) == [("Sign up here. Read more.", "page")]
    assert told([furniture("Sign up here.", FurnitureKind.PAGE)], [at("up here. Read")]) == [("Sign up here. Read", "page")]


def test_what_ingest_knows_better_stays_what_it_is() -> None:
    known = [furniture("By Ola Brandt\n", FurnitureKind.BYLINE)]
    assert told(known, [at("quits\nBy Ola Brandt\nShe left.")]) == [
        ("quits", "page"),
        ("By Ola Brandt\n", "byline"),
        ("She left.", "page"),
    ]


def test_nothing_known_and_nothing_found() -> None:
    assert told([], []) == []
