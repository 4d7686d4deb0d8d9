"""What the pages of the monitoring say to wrong addresses, an empty base and hostile names."""

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from tests.monitored_base import REPORT, WAVE, bring_wave, head_of, monitored_folder

__all__ = ["monitored_folder"]
HEAD = f"/monitoring/{WAVE}"
RECOMPUTED = f"/monitoring/recomputed/{quote(REPORT.name)}"


@pytest.fixture(scope="module")
def http(monitored_folder):
    application = build_application(Settings(home=monitored_folder, local_staff=False))
    with TestClient(application, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        client.cookies.set("anyq_lang", "ru")
        yield client


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/monitoring/no-such-wave", 404), ("/monitoring/NO", 422), (f"{HEAD}?by=planet", 422),
        (f"{HEAD}?measure=love", 422), (f"{HEAD}?body=no-such-body", 422), (f"{HEAD}?service=no-such", 422),
        (f"{HEAD}?question=complaints", 422), (f"{HEAD}?least=many", 422), (f"{HEAD}?least=9999999999", 422),
        (f"{HEAD}?region={'x' * 301}", 422), (f"{HEAD}/figure", 422), (f"{HEAD}/figure?by=body&key=zzz", 404),
        (f"{HEAD}/trend?by=body&key=zzz", 404), ("/monitoring/recomputed/no-such.txt", 404),
        (f"{RECOMPUTED}?standing=odd", 422), (f"{RECOMPUTED}?rule=odd", 422), (f"{RECOMPUTED}?from=-1", 422),
        ("/monitoring/no-such-wave/aspects", 404), (f"{HEAD}/answers?question=satisfaction", 422),
        (f"{HEAD}/answers?question=odd", 422),
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_page_that_says_what_to_do(http, path, status):
    answer = http.get(path)
    assert answer.status_code == status, answer.text[:300]
    assert "Такой страницы мониторинга нет" in answer.text
    assert 'href="/monitoring"' in answer.text


def test_an_empty_base_says_how_to_begin(tmp_path):
    with TestClient(build_application(Settings(home=tmp_path)), base_url="http://127.0.0.1:8000") as client:
        page = client.get("/monitoring?lang=ru")
    assert page.status_code == 200
    assert "kb monitor import" in page.text


def test_names_from_files_are_words_only(built):
    name = "<script>alert(1)</script> $x$"
    services = [{"id": "u-1", "name_kk": name, "name_ru": None}, {"id": "u-2", "name_kk": "б", "name_ru": None}]
    bring_wave(
        built,
        head_of(id="bad-2025", organisation=name, services=services),
        [f"u-{n},agriculture-ministry,KZ-11,provider_office,satisfaction,0,0,3,5,12,0" for n in (1, 2)],
    )
    application = build_application(Settings(home=built.folder))
    with TestClient(application, base_url="http://127.0.0.1:8000") as client:
        page = client.get("/monitoring/bad-2025?lang=ru")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert page.text.count("&lt;script&gt;") >= 3


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "есепте аталмаған"), ("ru", "не названа в отчёте"), ("en", "not named in the report")],
)
def test_an_organisation_that_a_report_does_not_name_is_told_in_the_language_of_the_page(built, language, words):
    bring_wave(
        built,
        head_of(
            id=f"un-{language}",
            organisation="есепте аталмаған / не названа в отчёте",
            services=[{"id": "u-1", "name_kk": "а", "name_ru": None}],
        ),
        ["u-1,agriculture-ministry,KZ-11,provider_office,satisfaction,0,0,3,5,12,0"],
    )
    application = build_application(Settings(home=built.folder))
    with TestClient(application, base_url="http://127.0.0.1:8000") as client:
        page = client.get(f"/monitoring/un-{language}?lang={language}").text
        report = client.get(f"/v1/monitoring/waves/un-{language}/report.html?lang={language}").text
    for text in (page, report):
        assert words in text
        assert "есепте аталмаған / не названа" not in text
