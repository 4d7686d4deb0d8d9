"""Signing in to the pages, in a real browser by keyboard, and what others try instead."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from kb.model.access import Role
from tests.review_base import doubtful, doubtful_folder
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES
from tests.web.staff import make_key, trail, withdraw_key

__all__ = ["doubtful", "doubtful_folder"]

COOKIE = "anyq_session"
FORM = {"verdict": "reject", "reason": "оқыдым", "author": "Басқа"}


@pytest.fixture
def key(doubtful):
    return make_key(doubtful, Role.LAWYER)


@pytest.fixture
def client(doubtful, key):
    """A browser far away, without script, signed in to nothing."""
    with TestClient(build_application(Settings(home=doubtful.folder)), base_url="http://anyq.invalid") as opened:
        yield opened


def sign_in(client, key, back="/reviews"):
    return client.post("/sign-in", data={"key": key, "back": back}, follow_redirects=False)


def token_of(client, path="/sign-in"):
    return re.search(r'name="form_token" value="([0-9a-f]{64})"', client.get(path).text)[1]


def waiting(client):
    return client.get("/v1/reviews?state=open").json()["items"][0]["id"]


def test_a_person_signs_in_decides_and_signs_out_by_keyboard(open_page, doubtful, key):
    with serve(build_application(Settings(home=doubtful.folder))) as address:
        page = open_page("/reviews", language="ru", script=False, at=address)
        page.locator(".review-list a").first.click()
        expect(page.get_by_role("button", name="Верно", exact=True)).to_have_count(0)
        page.get_by_label("Ключ").focus()
        page.keyboard.type("not-the-key")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("Ключ не подошёл")
        page.get_by_label("Ключ").focus()
        page.keyboard.type(key)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".review-form").first).to_contain_text("от имени «Гүлнар»")
        expect(page.locator("input[name=author]")).to_have_count(0)
        (cookie,) = [one for one in page.context.cookies() if one["name"] == COOKIE]
        assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Strict", -1)
        assert key not in page.content()
        page.locator("#reason").focus()
        page.keyboard.type("прочитано")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("mark")).to_contain_text("10 (он) күн")  # the next one that waits
        page.goto(f"{address}/reviews?state=accepted")
        page.locator(".review-list a").first.click()
        expect(page.locator(".decisions")).to_contain_text("Гүлнар")
        page.get_by_role("link", name="Для сотрудников").press("Enter")
        expect(page.locator("main")).to_contain_text("роль: юрист")
        page.get_by_role("button", name="Выйти").press("Enter")
        expect(page.get_by_label("Ключ")).to_be_visible()
        assert [one for one in page.context.cookies() if one["name"] == COOKIE] == []
    assert [one[0] for one in trail(doubtful)] == ["session.end", "review.decide", "session.begin", "key.add"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_read_and_used_by_all(open_page, doubtful, key, language):
    with serve(build_application(Settings(home=doubtful.folder))) as address:
        page = open_page("/sign-in", language=language, width=360, at=address)
        for _ in range(2):
            results = Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            assert page.locator("h1").count() == 1
            if page.locator("#key").count():
                page.locator("#key").fill(key)
                page.locator("#key").press("Enter")
                expect(page.locator("form[action='/sign-out']")).to_have_count(1)


def test_a_form_needs_the_token_of_its_own_session(client, doubtful, key):
    sign_in(client, key)
    item, token = waiting(client), token_of(client)
    other = TestClient(client.app, base_url="http://anyq.invalid")
    sign_in(other, make_key(doubtful, Role.ADMINISTRATOR, name="Ерлан"))
    for wrong in ({}, {"form_token": ""}, {"form_token": "0" * 64}, {"form_token": token_of(other)}):
        answer = client.post(f"/reviews/{item}", data=FORM | wrong)
        assert (answer.status_code, "/sign-in" in answer.text) == (403, True)
        assert client.post("/sign-out", data=wrong).status_code == 403
    for headers in ({"origin": "http://other.invalid"}, {"sec-fetch-site": "cross-site"}):
        data = FORM | {"form_token": token}
        assert client.post(f"/reviews/{item}", data=data, headers=headers).status_code == 403
    assert client.get(f"/v1/reviews/{item}").json()["decisions"] == []
    answer = client.post(f"/reviews/{item}", data=FORM | {"form_token": token}, follow_redirects=False)
    assert answer.status_code == 303
    (decision,) = client.get(f"/v1/reviews/{item}").json()["decisions"]
    assert decision["author"] == "Гүлнар"


def test_every_form_of_the_pages_carries_the_token(client, doubtful):
    sign_in(client, make_key(doubtful, Role.ADMINISTRATOR, name="Ерлан"))
    client.post("/queries/synonyms", data={"words": "оқубақ", "term": "мектеп", "form_token": token_of(client)})
    for path in ("/sign-in", f"/reviews/{waiting(client)}", "/queries?without=all"):
        shown = client.get(path).text
        forms = re.findall(r"<form[^>]*method=\"post\".*?</form>", shown, re.DOTALL)
        assert forms, path
        assert all('name="form_token"' in form for form in forms), path


def test_a_session_that_somebody_planted_is_not_taken_over(client, key):
    planted = "A" * 43
    client.cookies.set(COOKIE, planted, domain="anyq.invalid", path="/")
    answer = sign_in(client, key)
    given = re.search(rf"{COOKIE}=([^;]+)", answer.headers["set-cookie"])[1]
    assert given != planted
    stranger = TestClient(client.app, base_url="http://anyq.invalid", cookies={COOKIE: planted})
    assert "form_token" not in stranger.get("/sign-in").text


def test_signing_in_again_ends_the_session_before(client, key):
    sign_in(client, key)
    before = client.cookies[COOKIE]
    sign_in(client, key)
    assert client.cookies[COOKIE] != before
    stranger = TestClient(client.app, base_url="http://anyq.invalid", cookies={COOKIE: before})
    assert "form_token" not in stranger.get("/sign-in").text


def test_a_session_ends_with_signing_out_and_with_its_key(client, doubtful, key):
    for end in ("sign-out", "withdraw"):
        sign_in(client, key)
        kept, token, item = client.cookies[COOKIE], token_of(client), waiting(client)
        if end == "sign-out":
            client.post("/sign-out", data={"form_token": token})
        else:
            withdraw_key(doubtful)
        stolen = TestClient(client.app, base_url="http://anyq.invalid", cookies={COOKIE: kept})
        answer = stolen.post(f"/reviews/{item}", data=FORM | {"form_token": token})
        assert (answer.status_code, "/sign-in" in answer.text) == (401, True), end
    assert client.get("/v1/reviews?state=rejected").json()["items"] == []


def test_a_role_that_is_too_low_is_told_and_gets_nothing(client, doubtful):
    sign_in(client, make_key(doubtful, Role.READER, name="Ерлан"))
    item, token = waiting(client), token_of(client)
    shown = client.get(f"/reviews/{item}?lang=en").text
    assert "your role is reader. This needs the role “lawyer”" in shown
    assert 'name="verdict"' not in shown
    data = FORM | {"form_token": token, "role": "administrator"}
    assert client.post(f"/reviews/{item}", data=data).status_code == 403
    assert "query-table" not in client.get("/queries?without=all").text
    for path in ("synonyms", "best-bets", "synonyms/1/withdraw"):
        assert client.post(f"/queries/{path}", data={"form_token": token}).status_code == 403


def test_guessing_on_the_page_ends_with_a_page_that_says_so(client, key):
    for _ in range(10):
        answer = sign_in(client, "anyq_guess")
        assert (answer.status_code, "set-cookie" in answer.headers and COOKIE in answer.headers["set-cookie"]) == (
            401, False,
        )  # fmt: skip
        assert "anyq_guess" not in answer.text
    answer = client.post("/sign-in?lang=en", data={"key": key})
    assert (answer.status_code, "Too many wrong keys" in answer.text) == (429, True)
    assert 0 < int(answer.headers["retry-after"]) <= 60


@pytest.mark.parametrize(
    "back",
    [
        "http://other.invalid/reviews", "//other.invalid", "/\\other.invalid", "javascript:alert(1)",
        "\\\\other.invalid", "/\t/other.invalid", "", "reviews", "/\r\nset-cookie: a=b",
    ],
)  # fmt: skip
def test_signing_in_leads_to_no_other_site(client, key, back):
    answer = sign_in(client, key, back)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


def test_signing_in_comes_back_to_where_it_began_and_from_this_site_only(client, key):
    assert sign_in(client, key, "/reviews?state=open&kind=x").headers["location"] == "/reviews?state=open&kind=x"
    answer = client.post("/sign-in", data={"key": key}, headers={"origin": "http://other.invalid"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_over_tls_the_cookie_is_sent_over_tls_only(client, key):
    encrypted = TestClient(client.app, base_url="https://anyq.invalid")
    cookie = sign_in(encrypted, key).headers["set-cookie"].lower()
    assert all(part in cookie for part in ("secure", "httponly", "samesite=strict", "path=/"))


def test_while_there_is_no_key_the_page_says_what_is_open(built):
    with TestClient(build_application(Settings(home=built.folder)), base_url="http://127.0.0.1:8000") as here:
        assert "No key was made yet, so that everything is open" in here.get("/sign-in?lang=en").text
    closed = build_application(Settings(home=built.folder, local_staff=False))
    with TestClient(closed, base_url="http://127.0.0.1:8000") as here:
        assert "open for reading only" in here.get("/sign-in?lang=en").text
        assert here.post("/queries/synonyms", data={"words": "а", "term": "мектеп"}).status_code == 401
    assert trail(built) == []


def test_a_cookie_of_nonsense_is_nobody(client):
    for value in ("x", "A" * 5_000, "%00", "' OR 1=1 --"):
        shown = client.get("/sign-in", headers={"cookie": f"{COOKIE}={value}"})
        assert (shown.status_code, "form_token" in shown.text) == (200, False)
