"""HTML -> the article."""

from __future__ import annotations

import time

import pytest

from purport.errors import NotAReport
from purport.ingest.page import MAX_PAGE_BYTES, is_page, read_page
from purport.records import Interval

PARAGRAPHS = (
    "<p>LESSA (Tern News) — The outer wall of the harbour at Lessa fell into the sea on Sunday night, the port authority said.</p>"
    "<p>Boats searched until dawn. “We heard it before we saw it,” said Oda Brisk, who sells nets on the quay, on 4 May 2019.</p>"
    "<p>The authority denied that it had ignored the warnings. It said that repairs had been planned for the summer.</p>"
)
HEAD = (
    '<title>Harbour wall falls | The Lessa Tribune</title><meta property="og:site_name" content="The Lessa Tribune">'
    '<meta property="og:title" content="Harbour wall falls"><link rel="canonical" href="https://tribune.example/wall">'
)
DATES = (
    '<meta property="article:published_time" content="2031-03-02T23:15:00Z"><meta property="article:modified_time" content="2031-03-05">'
)


def page(body: str = PARAGRAPHS, head: str = HEAD + DATES) -> str:
    menu = "<nav><ul><li><a href='/'>Home</a><li><a href='/w'>World</a></ul></nav>"
    article = f"<article><h1>Harbour wall falls</h1><p class='byline'>By Ines Marra</p>{body}</article>"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{menu}{article}<footer>© The Lessa Tribune</footer></body></html>"


def test_an_article_with_its_data() -> None:
    found = read_page(page(), "a.html")
    assert found.text.split("\n")[:3] == [
        "Harbour wall falls",
        "By Ines Marra",
        "LESSA (Tern News) — The outer wall of the harbour at Lessa fell into the sea on Sunday night, the port authority said.",
    ]
    assert (found.title, found.outlet, found.url) == ("Harbour wall falls", "The Lessa Tribune", "https://tribune.example/wall")
    assert found.published == Interval("2031-03-02", "2031-03-02")
    assert "Home" not in found.text


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (HEAD, None),
        (HEAD + '<meta property="article:modified_time" content="2031-03-05">', None),
        (HEAD + '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-02"}</script>', "2031-03-02"),
        (HEAD + '<meta property="article:published_time" content="2131-03-02">', "2131-03-02"),
        (HEAD + '<meta property="article:published_time" content="tomorrow">', None),
    ],
)
def test_the_day_is_the_datas_and_never_the_running_texts_or_todays(head: str, day: str | None) -> None:
    published = read_page(page(head=head), "a.html").published
    assert (published.not_before if published else None) == day


def test_an_articles_time_element_counts() -> None:
    published = read_page(page("<time datetime='2031-03-02'>Sunday</time>" + PARAGRAPHS, HEAD), "a.html").published
    assert published == Interval("2031-03-02", "2031-03-02")


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><head><title>Sign in</title></head><body><form><input name='a'><button>Sign in</button></form></body></html>",
        "<html><body><ul>"
        + "".join(f"<li><a href='/{at}'>Story number {at} of the day</a></li>" for at in range(40))
        + "</ul></body></html>",
        "<html><body><p>We use cookies. Accept all?</p></body></html>",
        "<html",
        "<html><body><script>" + "var x = 1;" * 1000,
        "just words",
    ],
)
def test_a_page_without_an_article(html: str) -> None:
    with pytest.raises(NotAReport, match="page"):
        read_page(html, "a.html")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n <HTML lang=en>", True),
        ("<?xml version='1.0'?>\n<!-- saved -->\n<html>", True),
        ("The <html> tag was new in 1991.", False),
        ("<quote>", False),
        ("<" * 5000, False),
        ("<!---->" * 200 + "<html>", True),
        ("<!---->" * 200 + "<quote>", False),
    ],
)
def test_sniffing(text: str, answer: bool) -> None:
    assert is_page(text) is answer


HOSTILE = {
    "nested": "<div>" * 25_000 + "x",
    "nested too deep to be let in": "<div>" * 100_000,
    "open paragraphs": "<p>a " * 50_000,
    "tables": "<table><tr><td>x</td></tr></table>" * 7_000,
    "headings": "<h2>He</h2>" * 25_000,
    "unclosed script": "<script>" + "x" * 1_000_000,
    "unclosed comment": "<!--" + "-" * 1_000_000,
    "unclosed quote": "<a href='" + "x" * 1_000_000,
    "long text": "<p>" + "a b " * 1_000_000,
    "attributes": "<p " + " ".join(f"a{at}=1" for at in range(100_000)) + ">",
    "attributes without blanks": "<p " + "".join(f'a{at}="1"' for at in range(100_000)) + ">",
    "brackets": "<" * 1_000_000,
    "quotation marks": "<p>" + '"' * 1_000_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_bodies_end_in_bounded_time(body: str) -> None:
    start = time.process_time()
    try:
        read_page(page(PARAGRAPHS + body), "a.html")
    except NotAReport as error:
        assert error.path == "a.html"
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + '\\"' * 50_000 + "</script>",
        '<script type="application/ld+json">' + '{"a":' * 50_000 + "</script>",
        '<script type="application/ld+json">' + "[" * 50_000 + "]" * 50_000 + "</script>",
        "<title>" + "a | " * 100_000 + "</title>",
        '<meta name="author" content="' + "A B, " * 50_000 + '">',
        '<meta property="article:published_time" content="' + "2031-03-0" * 50_000 + '">',
    ],
    ids=["broken data", "nested data", "nested lists", "title", "authors", "dates"],
)
def test_hostile_heads_end_in_bounded_time(head: str) -> None:
    start = time.process_time()
    try:
        read_page(page(head=head), "a.html")
    except NotAReport as error:
        assert error.path == "a.html"
    assert time.process_time() - start < 10


def test_entities_do_not_multiply() -> None:
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "lol"}">' for at in range(10))
    found = read_page(f"<!DOCTYPE html [{entities}]>" + page(PARAGRAPHS + "<p>&e9;</p>")[15:], "a.html")
    assert len(found.text) < 5000


def test_nothing_is_fetched(tmp_path: object) -> None:
    html = '<!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(PARAGRAPHS + "<p>&x;</p>")[15:]
    assert "root:" not in read_page(html, "a.html").text


def test_a_page_out_of_bounds() -> None:
    with pytest.raises(NotAReport, match="bytes"):
        read_page("<html>" + "x" * MAX_PAGE_BYTES, "a.html")
