"""Keys by HTTP: who is let in, what is refused and how, the audit trail."""

import logging
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.api.wrong_keys import WrongKeys
from kb.model.access import LOCAL, NEEDED, Role, Work
from kb.pipeline import Registry, today_in_kazakhstan
from tests.api.staff import ELSEWHERE, HERE, bearer, guard_of, key_of

SYNONYM = {"words": ["оқубақ"], "term": "мектеп"}
# A path of each work that the API has, read only.
PATHS = {Work.QUERY_LOG: "/v1/queries", Work.CURATION: "/v1/synonyms", Work.AUDIT: "/v1/audit"}


@pytest.fixture
def registry(home):
    registry = Registry(home)
    yield registry
    registry.close()


@pytest.fixture
def client(registry):
    return opened(registry)


def opened(registry, *, address=ELSEWHERE, **guard):
    application = create_application(registry, guard=guard_of(registry, **guard))
    return TestClient(application, base_url=address, raise_server_exceptions=False)


def is_problem(answer, status, code):
    return (answer.status_code, answer.headers["content-type"], answer.json()["type"]) == (
        status, "application/problem+json", f"urn:anyq:problem:{code}",
    )  # fmt: skip


def test_each_role_may_do_what_the_table_says_and_nothing_more(registry, client):
    keys = {role: key_of(registry, role, name=role) for role in Role}
    for work, path in PATHS.items():
        for role, key in keys.items():
            answer = client.get(path, headers=bearer(key))
            if role >= NEEDED[work]:
                assert answer.status_code == 200, (role, path)
            else:
                assert is_problem(answer, 403, "forbidden"), (role, path)
                assert f"needs the role {NEEDED[work]}" in answer.json()["reason"]


def test_without_a_key_the_base_is_for_reading_only(registry, client):
    key_of(registry)
    for path in ("/v1/reviews", "/v1/sources", "/v1/issues"):
        assert client.get(path).status_code == 200
    for path in PATHS.values():
        answer = client.get(path)
        assert is_problem(answer, 401, "key-needed")
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert client.post("/v1/synonyms", json=SYNONYM).status_code == 401
    assert registry.curation.synonyms() == ()


@pytest.mark.parametrize(
    "header",
    [
        "Bearer", "Bearer ", "Bearer x", "Basic {key}", "{key}", "Bearer {key}x", "Bearer {start}", "Bearer {other}",
        "Bearer {key} {key}", "Bearer anyq_' OR 1=1 --", "Bearer anyq_{wild}_{tail}", "Bearer " + "a" * 60_000,
        "Bearer \u00e9\u00ff",
    ],
)  # fmt: skip
def test_what_is_no_key_opens_nothing_and_says_so(registry, client, header):
    key = key_of(registry, "administrator")
    other = key[:-1] + ("A" if key[-1] != "A" else "B")
    words = header.format(key=key, start=key[:-1], other=other, wild="%" * 12, tail=key[18:])
    answer = client.get("/v1/audit", headers={"authorization": words.encode("latin-1")})
    assert is_problem(answer, 401, "key-needed")
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]
    assert key not in answer.text


def test_the_word_bearer_is_read_in_any_case(registry, client):
    key = key_of(registry, "operator")
    assert client.get("/v1/synonyms", headers={"authorization": f"bEARER  {key}"}).status_code == 200


def test_a_key_that_is_over_or_withdrawn_opens_nothing(registry, client):
    today = today_in_kazakhstan()
    last = key_of(registry, "operator", name="Ерлан", last_day=today)
    assert client.get("/v1/synonyms", headers=bearer(last)).status_code == 200
    registry.access._clock = lambda clock=registry.access._clock: clock() + timedelta(days=1)
    assert client.get("/v1/synonyms", headers=bearer(last)).status_code == 401
    key = key_of(registry, "operator")
    assert client.get("/v1/synonyms", headers=bearer(key)).status_code == 200
    registry.access.withdraw_key("Гүлнар", actor=LOCAL)
    assert client.get("/v1/synonyms", headers=bearer(key)).status_code == 401


def test_the_person_at_this_machine_may_do_all_until_the_first_key(registry):
    here = opened(registry, address=HERE)
    assert here.post("/v1/synonyms", json=SYNONYM).status_code == 201
    (entry,) = here.get("/v1/audit").json()["items"]
    assert (entry["actor"], entry["role"], entry["key"]) == ("local", "administrator", None)
    key_of(registry, "reader")
    assert here.get("/v1/audit").status_code == 401
    registry.access.withdraw_key("Гүлнар", actor=LOCAL)
    assert here.get("/v1/audit").status_code == 401  # also where no key holds any more


def test_another_program_that_makes_the_first_key_closes_this_one(registry, home):
    here = opened(registry, address=HERE)
    assert here.get("/v1/audit").status_code == 200
    other = Registry(home)
    key_of(other)
    other.close()
    assert here.get("/v1/audit").status_code == 401


def test_a_cookie_opens_nothing_of_the_api(registry, client):
    session = registry.access.sign_in(key_of(registry, "administrator"))
    client.cookies.set("anyq_session", session.secret)
    assert client.get("/v1/audit").status_code == 401


def test_a_page_of_another_site_gets_nothing_even_with_a_key(registry, client):
    headers = {**bearer(key_of(registry, "administrator")), "origin": "http://other.invalid"}
    assert is_problem(client.get("/v1/audit", headers=headers), 403, "forbidden")


def test_guessing_ends_after_ten_wrong_keys_and_goes_on_after_a_minute(registry):
    now = [1000.0]
    client = opened(registry, wrong_keys=WrongKeys(clock=lambda: now[0]))
    key = key_of(registry, "administrator")
    for _ in range(10):
        assert client.get("/v1/audit", headers=bearer("anyq_guess")).status_code == 401
    for given in ("anyq_guess", key):
        answer = client.get("/v1/audit", headers=bearer(given))
        assert is_problem(answer, 429, "too-many-keys")
        assert answer.headers["retry-after"] == "60"
    now[0] += 60
    assert client.get("/v1/audit", headers=bearer(key)).status_code == 200


def test_every_change_by_http_is_in_the_trail_with_the_name_of_the_key(registry, client):
    headers = bearer(key_of(registry, "administrator", name="'; DROP TABLE audit; --"))
    made = client.post("/v1/synonyms", json={**SYNONYM, "author": "Басқа"}, headers=headers).json()
    assert client.delete(f"/v1/synonyms/{made['id']}", headers=headers).status_code == 200
    items = client.get("/v1/audit", headers=headers).json()["items"]
    assert [(one["action"], one["target"]) for one in items] == [
        ("synonym.withdraw", str(made["id"])), ("synonym.add", str(made["id"])),
        ("key.add", "'; DROP TABLE audit; --"),
    ]  # fmt: skip
    assert {one["actor"] for one in items[:2]} == {"'; DROP TABLE audit; --"}
    assert items[1]["after"]["words"] == ["оқубақ"]
    assert registry.access.trail.check().entries == 3


def test_the_trail_is_paged_and_narrowed_and_only_read(registry, client):
    headers = bearer(key_of(registry, "administrator"))
    for name in ("Ерлан", "Сәуле"):
        key_of(registry, "reader", name=name)
    page = client.get("/v1/audit?limit=2", headers=headers).json()
    rest = client.get(f"/v1/audit?limit=2&cursor={page['next']}", headers=headers).json()
    assert [one["target"] for one in page["items"] + rest["items"]] == ["Сәуле", "Ерлан", "Гүлнар"]
    assert rest["next"] is None
    assert client.get("/v1/audit?actor=nobody", headers=headers).json()["items"] == []
    assert client.get("/v1/audit?cursor=1%20OR%201", headers=headers).status_code == 400
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)("/v1/audit", headers=headers).status_code == 405
        assert getattr(client, method)("/v1/audit/1", headers=headers).status_code == 404


def test_no_key_and_no_cookie_is_logged_or_printed(registry, client, caplog):
    with caplog.at_level(logging.DEBUG):
        made = registry.access.add_key("Гүлнар", Role.ADMINISTRATOR, actor=LOCAL)
        session = registry.access.sign_in(made.secret)
        client.get("/v1/audit", headers=bearer(made.secret))
        client.get("/v1/audit", headers=bearer(made.secret + "x"))
        trail = client.get("/v1/audit", headers=bearer(made.secret)).text
    for told in (caplog.text, trail, repr(made), repr(session), repr(guard_of(registry))):
        assert made.secret[-20:] not in told
        assert session.secret not in told
        assert session.form_token not in told
