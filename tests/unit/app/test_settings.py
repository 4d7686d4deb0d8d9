from pathlib import Path

import pytest
from pydantic import ValidationError

from kb.app import Settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "HOME",
        "SEARCH_URL",
        "DATABASE_URL",
        "HOST",
        "PORT",
        "CONTACT",
        "CERTIFICATES",
        "TEST_SITE",
        "REVIEW_TOKEN",
        "LOCAL_STAFF",
    ):
        monkeypatch.delenv(f"KB_{name}", raising=False)


def test_what_is_not_set_is_local(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_SEARCH_URL", "")
    monkeypatch.setenv("KB_PORT", "")
    settings = Settings()
    assert (settings.home, settings.host, settings.port) == (Path("data"), "127.0.0.1", 8000)
    home = settings.open_home()
    assert (home.folder, home.search_url, home.database_url) == (Path("data"), None, None)


def test_each_setting_is_an_environment_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KB_HOME", str(tmp_path))
    monkeypatch.setenv("KB_PORT", "8123")
    monkeypatch.setenv("KB_SEARCH_URL", "http://127.0.0.1:9200")
    monkeypatch.setenv("KB_DATABASE_URL", "postgresql+psycopg://a:geheim@127.0.0.1/anyq")
    settings = Settings()
    assert settings.port == 8123
    home = settings.open_home()
    assert (home.folder, home.search_url) == (tmp_path, "http://127.0.0.1:9200")
    assert home.database_url == "postgresql+psycopg://a:geheim@127.0.0.1/anyq"
    assert "geheim" not in repr(settings) + repr(home) + str(settings.model_dump())


@pytest.mark.parametrize("port", ["0", "70000", "x"])
def test_a_port_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("KB_PORT", port)
    with pytest.raises(ValidationError):
        Settings()


def test_what_collection_needs_is_set_by_variables_and_unset_at_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fetching = Settings().fetch_settings()
    assert (fetching.contact, fetching.certificates, fetching.test_site) == (None, None, None)
    monkeypatch.setenv("KB_CONTACT", "mailto:a@forest.example")
    monkeypatch.setenv("KB_CERTIFICATES", str(tmp_path))
    monkeypatch.setenv("KB_TEST_SITE", "http://127.0.0.1:8001")
    fetching = Settings().fetch_settings()
    assert fetching.user_agent.endswith("(+mailto:a@forest.example)")
    assert fetching.certificates == tmp_path
    assert str(fetching.test_address) == "http://127.0.0.1:8001"


def test_the_token_of_earlier_versions_is_told_what_took_its_place_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KB_REVIEW_TOKEN", "kept-to-ourselves-17")
    with pytest.raises(ValidationError) as refused:
        Settings()
    (problem,) = refused.value.errors()
    assert "kb key add" in problem["msg"]
    assert "kept-to-ourselves" not in str(refused.value)
    monkeypatch.setenv("KB_REVIEW_TOKEN", "")
    assert Settings().review_token is None


def test_the_person_at_this_machine_can_be_kept_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().local_staff
    monkeypatch.setenv("KB_LOCAL_STAFF", "no")
    assert not Settings().local_staff


def test_the_public_address_is_that_of_a_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().public_address is None
    monkeypatch.setenv("KB_PUBLIC_ADDRESS", "https://anyq.example/kz/")
    assert Settings().public_address == "https://anyq.example/kz"
    for wrong in ("anyq.example", "ftp://anyq.example", "https://", "https://anyq.example/?lang=kk"):
        monkeypatch.setenv("KB_PUBLIC_ADDRESS", wrong)
        with pytest.raises(ValidationError, match="the address of the first page"):
            Settings()
