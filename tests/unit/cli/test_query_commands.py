import csv
import io
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from indexes.vocabulary import read_term
from kb.model.search_log import ClickKind
from kb.pipeline import Home, Registry
from tests.command import Kb

WHO = ("--author", "Гүлнар")


def search(home: Home, *texts: str) -> list[str]:
    """Lets people search for something and open the first service of the first search; the ids of the searches."""
    registry = Registry(home)
    noted = []
    for text in texts:
        found = registry.search(text)
        noted.append(registry.queries.note(found, page="/search") or "")
        if found.services and len(noted) == 1:
            service = found.services[0].service.id
            registry.queries.click(noted[0], kind=ClickKind.SERVICE, target=service, place=1)
    registry.close()
    return noted


def name_of(home: Home) -> tuple[str, str]:
    registry = Registry(home)
    service = next(registry.all_services())
    registry.close()
    return str(service.name_ru or service.name_kk), service.id


@pytest.fixture
def built(built: Home, tmp_path: Path) -> Home:
    """A base of one's own, in which questions are kept."""
    return Home(folder=shutil.copytree(built.folder, tmp_path / "own"))


@pytest.fixture(autouse=True)
def kept(kb: Kb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KB_QUERY_LOG_DAYS")


@pytest.fixture
def asked(built: Home) -> Sequence[str]:
    """A search that was opened, the same without, and one for a word that nothing has."""
    name, _ = name_of(built)
    return search(built, name, name, "оқубақ")


def test_queries_are_listed_with_their_counts(kb: Kb, built: Home, asked: Sequence[str]) -> None:
    ran = kb("queries", "--lang", "ru", home=built.folder)
    assert (ran.status, ran.err) == (0, "")
    assert "запросов: 2, открыто: 1" in ran.out
    assert "Поисков: 3" in ran.out
    assert "дней: 90" in ran.out
    listed = json.loads(kb("queries", "--without", "click", "--json", home=built.folder).out)
    name, _ = name_of(built)
    assert name in [one["text"] for one in listed["items"]]
    assert listed["counts"]["clicks"] == 1
    assert json.loads(kb("queries", "--json", "--since", "2999-01-01", home=built.folder).out)["items"] == []


def test_the_log_is_exported_and_forgotten(kb: Kb, built: Home, asked: Sequence[str], tmp_path: Path) -> None:
    lines = [json.loads(line) for line in kb("queries", "export", home=built.folder).out.splitlines()]
    assert [one["id"] for one in lines] == list(asked)
    assert lines[0]["clicks"] == [f"1 service {lines[0]['shown'][0]}"]
    assert lines[0]["page"] == "/search"
    table = kb("queries", "export", "--format", "csv", home=built.folder).out
    assert [row["text"] for row in csv.DictReader(io.StringIO(table))] == [one["text"] for one in lines]
    kb("queries", "export", "--out", tmp_path / "log.jsonl", home=built.folder)
    assert len((tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    assert "deleted: 0" in kb("queries", "forget", "--lang", "en", home=built.folder).out
    assert "deleted: 3" in kb("queries", "forget", "--older-than", "0", "--lang", "en", home=built.folder).out
    assert kb("queries", "export", home=built.folder).out == ""


def test_a_query_becomes_a_synonym_that_can_be_committed(kb: Kb, built: Home, asked: Sequence[str]) -> None:
    made = kb("synonym", "add", "--search", asked[2], "--for", "школа", *WHO, "--json", home=built.folder)
    assert json.loads(made.out)["said"] == ["оқубақ"]
    told = kb("synonym", "add", "ОҚҮ", "--for", "мектеп", "--short", *WHO, home=built.folder)
    assert "ОҚҮ → мектеп – школа (Гүлнар" in told.out
    written = yaml.safe_load(kb("synonym", "export", home=built.folder).out)
    (term,) = [read_term(entry, theme="new") for entry in written]
    assert (term.said, term.short, term.kk[0]) == (("оқубақ",), ("ОҚҮ",), "мектеп")
    first, second = json.loads(kb("synonym", "list", "--json", home=built.folder).out)["items"]
    assert kb("synonym", "remove", str(first["id"]), home=built.folder).status == 0
    assert str(second["id"]) in kb("synonym", "list", home=built.folder).out
    assert len(kb("synonym", "list", home=built.folder).out.splitlines()) == 1


def test_best_bets_and_those_that_the_base_has_lost(kb: Kb, built: Home) -> None:
    _, service = name_of(built)
    made = json.loads(kb("best-bet", "add", "құс үйі", service, *WHO, "--json", home=built.folder).out)
    assert (made["service"], made["present"]) == (service, True)
    assert "lost" not in kb("best-bet", "list", "--lang", "en", home=built.folder).out
    store = built.store()
    with store.write() as base:
        base.save_services([])
    store.close()
    assert "the base has lost this service" in kb("best-bet", "list", "--lang", "en", home=built.folder).out
    (listed,) = json.loads(kb("best-bet", "list", "--json", home=built.folder).out)["items"]
    assert listed["present"] is False
    kb("best-bet", "remove", str(made["id"]), home=built.folder)
    assert kb("best-bet", "list", home=built.folder).out == ""


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (("queries", "--without", "sense"), "sense"),
        (("queries", "--since", "yesterday"), "YYYY-MM-DD"),
        (("queries", "--json", "export"), "behind export"),
        (("queries", "export", "--format", "pdf"), "pdf"),
        (("queries", "forget", "--older-than", "-1"), "older-than"),
        (("synonym", "add", "сөз"), "--for"),
        (("synonym", "add", "--for", "мектеп"), "a word is needed"),
        (("synonym", "add", "сөз", "--for", "мектепшік"), "no term"),
        (("synonym", "add", "--search", "f" * 16, "--for", "мектеп"), "no search"),
        (("synonym", "add", "школа", "--for", "мектеп"), "already"),
        (("synonym", "remove", "7"), "no synonym 7"),
        (("best-bet", "add", "құс үйі", "nobody"), "nobody"),
        (("best-bet", "remove", "0"), "NUMBER"),
        (("best-bet", "remove", "7"), "no best bet 7"),
    ],
)
def test_a_wrong_call_is_one_line(kb: Kb, built: Home, call: tuple[str, ...], message: str) -> None:
    ran = kb(*call, home=built.folder)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert message in ran.err


def test_the_days_are_a_setting(kb: Kb, built: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_QUERY_LOG_DAYS", "0")
    assert "KB_QUERY_LOG_DAYS=0" in kb("queries", home=built.folder).out
    monkeypatch.setenv("KB_QUERY_LOG_DAYS", "-1")
    ran = kb("queries", home=built.folder)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "KB_QUERY_LOG_DAYS" in ran.err
