"""Pages and forms of findings: hostile texts, wrong addresses, strangers, what comes back after a change."""

import pytest
from starlette.testclient import TestClient

from kb.api import StaffGuard, create_application
from kb.app import Settings, build_application
from kb.model import FindingVerdict
from kb.model.access import LOCAL
from kb.pipeline import Registry, build_base, import_paths
from kb.web import create_router, page_error
from tests.api.staff import HERE, key_of
from tests.finding_base import write_act
from tests.many_findings import many, many_folder

__all__ = ["many", "many_folder"]
FORM = {"verdict": "exception", "reason": "оқыдым", "author": "Гүлнар"}
HOSTILE = '12 (двенадцать) рабочих дней <script>alert("1")</script> {{7*7}} </blockquote>'


@pytest.fixture
def registry(many):
    registry = Registry(many)
    yield registry
    registry.close()


@pytest.fixture
def client(registry):
    guard = StaffGuard(access=registry.access, loopback=True)
    application = create_application(registry, page_error=page_error, guard=guard)
    application.include_router(create_router(registry, door=guard))
    return TestClient(application, base_url=HERE)


def planted(registry):
    return next(
        judged.finding.id
        for judged, _ in registry.findings.each()
        if "12" in judged.finding.a.evidence.quote + judged.finding.b.evidence.quote
    )


def test_what_sources_say_is_shown_and_never_runs(registry, client, many, tmp_path):
    write_act(tmp_path / "acts", term=HOSTILE)
    import_paths(many, [tmp_path / "acts"], sample=True)
    assert build_base(many).failures == ()
    name = planted(registry)
    for path in (f"/findings/{name}", "/findings", "/findings/report", "/v1/findings/report"):
        page = client.get(path).text
        assert "<script>alert" not in page, path
    for path in (f"/findings/{name}", "/findings/report"):
        assert "&lt;script&gt;alert(" in client.get(path).text
        assert "{{7*7}}" in client.get(path).text
    assert client.get("/v1/findings/report?format=docx").content[:2] == b"PK"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/findings?class=weather", 422), ("/findings?verdict=maybe", 422), ("/findings?severity=%27%3E", 422),
        ("/findings?service=nobody", 404), ("/findings?body=%3Cb%3E", 200), ("/findings?cursor=x", 400),
        ("/findings?class=" + "&class=".join(["fee"] * 30), 422), ("/findings/x", 422),
        ("/findings/" + "0" * 20, 404), ("/findings/report?class=weather", 422), ("/findings?body=" + "b" * 999, 422),
    ],
)  # fmt: skip
def test_wrong_addresses_get_a_page(client, path, status):
    answer = client.get(path)
    assert (answer.status_code, "<h1" in answer.text) == (status, True)
    assert "<b>" not in answer.text


def test_a_finding_that_is_gone_is_told_as_one(client):
    answer = client.get("/findings/" + "0" * 20)
    assert answer.status_code == 404
    assert "Мұндай қайшылық жоқ" in answer.text
    assert 'href="/findings"' in answer.text


@pytest.mark.parametrize("change", [{"reason": "  "}, {"verdict": "maybe"}, {"verdict": ""}, {"reason": "ж" * 2001}])
def test_a_form_that_cannot_be_taken_comes_back_with_what_was_typed(registry, client, change):
    name = planted(registry)
    answer = client.post(f"/findings/{name}", data={**FORM, "reason": "<i>менің</i> себебім"} | change)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)
    assert "Себебін" in answer.text
    assert "a reason" not in answer.text
    if "reason" not in change:
        assert "&lt;i&gt;менің&lt;/i&gt; себебім" in answer.text
    assert registry.findings.verdicts() == ()


def test_forms_of_other_sites_and_of_strangers_are_refused(registry, client):
    name = planted(registry)
    for headers in ({"origin": "http://other.invalid"}, {"sec-fetch-site": "cross-site"}):
        assert client.post(f"/findings/{name}", data=FORM, headers=headers).status_code == 403
    assert client.post(f"/findings/{name}", data=FORM, headers={"host": "anyq.invalid"}).status_code == 401
    key = key_of(registry, "lawyer", name="Сәуле")  # from now on a key is needed
    assert client.post(f"/findings/{name}", data=FORM).status_code == 401
    client.post("/sign-in", data={"key": key, "back": "/findings"})
    assert client.post(f"/findings/{name}", data=FORM).status_code == 403  # without the token of the session
    assert registry.findings.verdicts() == ()
    page = client.get(f"/findings/{name}").text
    token = page.partition('name="form_token" value="')[2].partition('"')[0]
    answer = client.post(f"/findings/{name}", data={**FORM, "form_token": token}, follow_redirects=False)
    assert answer.status_code == 303
    assert [one.author for one in registry.findings.verdicts()] == ["Сәуле"]


def test_an_operator_reads_what_role_it_needs(registry, client):
    client.post("/sign-in", data={"key": key_of(registry, "operator"), "back": "/findings"})
    page = client.get(f"/findings/{planted(registry)}?lang=en").text
    assert "This needs the role “lawyer”" in page
    assert 'name="verdict"' not in page


def test_a_base_that_is_being_written_keeps_what_was_typed(registry, client, many, monkeypatch):
    name, elsewhere = planted(registry), many.store()
    monkeypatch.setattr("kb.store.engine.BUSY_TIMEOUT_MS", 50)
    with elsewhere.write():
        answer = client.post(f"/findings/{name}", data=FORM)
    elsewhere.close()
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert "оқыдым" in answer.text


def test_a_finding_that_comes_back_shows_why_and_its_history(registry, client, many, tmp_path):
    registry.findings.decide(planted(registry), FindingVerdict.SAME_OUTCOME, reason="бәрібір", actor=LOCAL)
    write_act(tmp_path / "acts", term="12 (двенадцать) рабочих дней после проверки")
    import_paths(many, [tmp_path / "acts"], sample=True)
    assert build_base(many).failures == ()
    page = client.get(f"/findings/{planted(registry)}?lang=ru").text
    assert "Открыто снова: пункт изменился" in page
    assert "бәрібір" in page


def test_a_decided_finding_leaves_the_list_and_the_count_of_its_card(registry, client):
    name = planted(registry)
    _, service = registry.findings.item(name)
    card = f"/services/{service.id}?lang=ru"
    before = client.get(card).text.partition('class="card-findings"')[2][:200]
    registry.findings.decide(name, FindingVerdict.EXCEPTION, reason="иә", actor=LOCAL)
    assert name not in client.get("/findings").text
    assert name in client.get("/findings?verdict=all").text
    assert client.get(card).text.partition('class="card-findings"')[2][:200] != before


def test_without_a_door_pages_are_for_reading(many):
    client = TestClient(build_application(Settings(home=many.folder, host="0.0.0.0")))  # noqa: S104
    with client:
        assert client.get("/findings").status_code == 200
        assert client.post("/findings/" + "0" * 20, data=FORM).status_code == 401
