"""Who is let in, what is refused, and what goes with every answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from purport.store import Case
from purport.web import Guard
from purport.web.forms import LARGEST, Form
from purport.web.guard import HEADERS, MOST_WAITING, Patience
from web.serving import client_of, token_of

KEY = "correct horse"
PAGE = {"accept": "text/html"}
JUDGED = {"report": "none", "claim": "none", "decision": "confirm", "author": "Ada Brisk"}


@pytest.fixture
def keyed(strike_case: Case) -> Iterator[TestClient]:
    """A client of a workbench that asks for a key, which does not go on by itself."""
    with client_of(strike_case, Guard(KEY, frozenset(), patience=Patience(0.05))) as made:
        made.follow_redirects = False
        yield made


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LocalHost", "localhost:8750", "[::1]:8750"])
def test_it_answers_to_the_names_of_this_machine(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8750", "[::2]", "evil@localhost:1x"]
)
def test_it_answers_to_no_other_name(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert (answer.status_code, answer.text) == (421, "This server does not answer to that name.\n")
    assert_guarded(answer.headers)


def assert_guarded(headers: object) -> None:
    assert {name: headers.get(name) for name in HEADERS} == HEADERS  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "path", ["/", "/reports", "/none", "/reports/none", "/static/style.css", "/static/none", "/?part=x", "/openapi.json"]
)
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    assert_guarded(client.get(path).headers)


def test_what_nobody_foresaw_has_the_headers_and_says_nothing_of_itself(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: Case) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(Case, "counts", fails)
    answer = client.get("/", headers=PAGE)
    assert (answer.status_code, "secret" in answer.text, "Something went wrong" in answer.text) == (500, False, True)
    assert_guarded(answer.headers)


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_session_is_for_this_server_alone(client: TestClient) -> None:
    cookie = client.get("/", headers=PAGE).headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_session_behind_https_stays_there(strike_case: Case) -> None:
    with client_of(strike_case) as made:
        made.base_url = "https://localhost"
        assert "secure" in made.get("/").headers["set-cookie"].casefold()


def test_two_servers_of_one_machine_have_a_session_each(client: TestClient) -> None:
    names = [client.get("/", headers={"host": host}).headers["set-cookie"].partition("=")[0] for host in ("localhost:1", "localhost:2")]
    assert names == ["purport-1", "purport-2"]


def test_a_cookie_that_nobody_signed_is_no_session(client: TestClient) -> None:
    token = token_of(client)
    client.cookies.clear()
    client.cookies.set("purport", "forged.00", domain="localhost.local")
    assert client.post("/judge/claim", data={**JUDGED, "token": token}).status_code == 403


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_the_token_is_refused(client: TestClient, token: str) -> None:
    client.get("/")
    assert client.post("/judge/claim", data={**JUDGED, "token": token}).status_code == 403


def test_the_token_of_another_session_is_refused(client: TestClient) -> None:
    token = token_of(client)
    client.cookies.clear()
    client.get("/")
    assert client.post("/judge/claim", data={**JUDGED, "token": token}).status_code == 403


def test_a_form_of_the_session_is_taken(client: TestClient, token: str) -> None:
    answer = client.post("/judge/claim", data={**JUDGED, "token": token}, headers={"origin": "http://localhost"})
    assert (answer.status_code, "no such claim" in answer.text) == (400, True)


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"origin": "http://localhost:9"}, {"sec-fetch-site": "cross-site"}],
)
@pytest.mark.parametrize("path", ["/judge/claim", "/judge/undo", "/add", "/sign-in"])
def test_a_form_of_another_site_is_refused(client: TestClient, token: str, headers: dict[str, str], path: str) -> None:
    answer = client.post(path, data={**JUDGED, "token": token}, headers=headers)
    assert (answer.status_code, "another site" in answer.text) == (403, True)


def test_too_much_is_refused_by_what_it_says_of_itself(client: TestClient, token: str) -> None:
    answer = client.post("/judge/claim", content=b"x", headers={"content-length": str(LARGEST + 1)})
    assert (answer.status_code, f"At most {LARGEST:,} bytes" in answer.text) == (413, True)


def test_too_much_is_refused_as_it_comes(client: TestClient, token: str) -> None:
    taken = 0

    def body() -> Iterator[bytes]:
        nonlocal taken
        yield f"token={token}&note=".encode()
        for _ in range(100):
            taken += 1
            yield b"x" * 100_000

    answer = client.post("/judge/claim", content=body(), headers={"content-type": "application/x-www-form-urlencoded"})
    assert (answer.status_code, f"At most {LARGEST:,} bytes" in answer.text) == (413, True)


def test_nobody_sends_more_fields_than_a_form_has(client: TestClient, token: str) -> None:
    many = {f"f{each}": "x" for each in range(200)}
    assert client.post("/judge/claim", data={**many, "token": token}).status_code == 400


@pytest.mark.parametrize("path", ["/", "/reports", "/reports/none/original", "/openapi.json", "/add"])
def test_without_the_key_nothing_is_shown(keyed: TestClient, path: str) -> None:
    page, program = keyed.get(path, headers=PAGE), keyed.get(path)
    assert (page.status_code, page.headers["location"]) == (303, "/sign-in")
    assert (program.status_code, program.headers["www-authenticate"]) == (401, "Bearer")
    assert "set-cookie" not in page.headers
    assert_guarded(program.headers)


def test_the_key_in_an_address_lets_in_and_is_taken_out_of_it(keyed: TestClient) -> None:
    answer = keyed.get("/reports", params={"text": "a b", "key": KEY}, headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/reports?text=a+b")
    again = keyed.get("/reports", params={"key": KEY, "part": 1}, headers=PAGE)
    assert (again.status_code, again.headers["location"]) == (303, "/reports?part=1")
    assert keyed.get("/reports", headers=PAGE).status_code == 200


def test_the_key_leads_to_no_other_site(keyed: TestClient) -> None:
    answer = keyed.get("http://localhost//evil.example/", params={"key": KEY})
    assert answer.headers["location"].startswith("/evil.example")


def test_a_wrong_key_in_an_address_lets_nobody_in(keyed: TestClient) -> None:
    assert keyed.get("/", params={"key": "wrong"}, headers=PAGE).headers["location"] == "/sign-in"


def test_one_signs_in_with_the_key(keyed: TestClient) -> None:
    wrong = keyed.post("/sign-in", data={"key": "wrong"})
    assert (wrong.status_code, "That is not the key." in wrong.text, "set-cookie" in wrong.headers) == (403, True, False)
    right = keyed.post("/sign-in", data={"key": KEY})
    assert (right.status_code, right.headers["location"]) == (303, "/")
    assert keyed.get("/", headers=PAGE).status_code == 200


def test_a_program_sends_the_key_and_needs_no_token(keyed: TestClient) -> None:
    bearer = {"authorization": f"Bearer {KEY}"}
    assert keyed.get("/reports", params={"as": "json"}, headers=bearer).json()["part"]["total"] == 7
    assert keyed.post("/judge/claim", data=JUDGED, headers=bearer).status_code == 400
    assert keyed.post("/judge/claim", data=JUDGED, headers={"authorization": "Bearer wrong"}).status_code == 401


def test_a_program_needs_a_key_to_change_anything(client: TestClient) -> None:
    assert client.post("/judge/claim", data=JUDGED, headers={"authorization": "Bearer "}).status_code == 403


def test_what_is_typed_in_no_known_letters_is_wrong_and_nothing_else(keyed: TestClient) -> None:
    assert keyed.post("/sign-in", data={"key": "\u00e9\U0001f600"}).status_code == 403
    assert keyed.get("/", headers={"authorization": b"Bearer \xe9\xff"}).status_code == 401


def test_after_a_wrong_key_everyone_waits(strike_case: Case) -> None:
    with client_of(strike_case, Guard(KEY, patience=Patience(0.4))) as made:
        begun = time.monotonic()
        for _ in range(2):
            made.post("/sign-in", data={"key": "wrong"})
        assert time.monotonic() - begun >= 0.8


async def _count(patience: Patience, is_right: bool) -> str:
    try:
        return str(await patience.tries(lambda: is_right))
    except Exception as error:
        return type(error).__name__


def test_keys_that_come_at_once_are_looked_at_one_by_one_and_not_too_many() -> None:
    async def attack() -> list[str]:
        patience = Patience(0.01)
        return await asyncio.gather(*(_count(patience, False) for _ in range(MOST_WAITING + 5)))

    begun = time.monotonic()
    found = asyncio.run(attack())
    assert (found.count("False"), found.count("TooMany")) == (MOST_WAITING, 5)
    assert time.monotonic() - begun >= MOST_WAITING * 0.01


def test_right_keys_wait_for_nobody() -> None:
    async def work() -> list[str]:
        patience = Patience(10)
        return await asyncio.gather(*(_count(patience, True) for _ in range(MOST_WAITING * 3)))

    assert set(asyncio.run(work())) == {"True"}


def test_files_of_the_server_are_only_those_of_its_folder(client: TestClient) -> None:
    for path in ("/static/../guard.py", "/static/%2e%2e/guard.py", "/static/..%2fguard.py", "/static//etc/passwd"):
        assert client.get(path).status_code == 404, path


def test_answers_are_kept_by_nobody_else(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == "private, no-cache"
    assert client.get("/none").headers["cache-control"] == "no-store"


def test_a_form_goes_back_to_this_workbench_alone() -> None:
    for to in ("//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", ""):
        assert Form({"to": to}).back("/judgements") == "/judgements"
    assert Form({"to": "/claims?part=2"}).back("/") == "/claims?part=2"
