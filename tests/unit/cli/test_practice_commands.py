"""`kb monitor service`, `burden`, `recommend` and `quotes`."""

import json
from pathlib import Path

import pytest

from kb.pipeline import Home
from tests.command import Kb
from tests.monitored_base import head_of
from tests.practice_base import REPORT_NAME, practised, practised_folder

__all__ = ["practised", "practised_folder"]


@pytest.fixture
def service(kb: Kb, practised: Home) -> str:
    ran = kb("export", "services", home=practised.folder)
    (found,) = [one for one in map(json.loads, ran.out.splitlines()) if one["name_kk"] == "Омарта паспортын беру"]
    return str(found["id"])


def test_a_report_is_imported_accepted_and_done(kb: Kb, practised: Home) -> None:
    def run(*arguments: str) -> tuple[int, str, str]:
        ran = kb("monitor", "recommend", *arguments, home=practised.folder)
        return ran.status, ran.out, ran.err

    assert "Было бы добавлено рекомендаций: 6" in run("import", REPORT_NAME, "--dry-run", "--lang", "ru")[1]
    assert "Добавлено рекомендаций: 6" in run("import", REPORT_NAME, "--lang", "ru")[1]
    assert "0" in run("import", REPORT_NAME)[1]
    listed = json.loads(run("list", "--json", "--limit", "1")[1])
    name = listed["items"][0]["id"]
    assert listed["counts"] == {"proposed": 6, "accepted": 0, "done": 0, "rejected": 0}
    status, _, err = run("accept", name)
    assert (status, err.strip()) == (2, "kb: an owner is needed: name the body or unit that accepted it")
    assert run("accept", name, "--owner", "Министрлік", "--due", "2031-01-01")[0] == 0
    assert "выполнена" in run("done", name, "--lang", "ru")[1]
    assert [step["state"] for step in json.loads(run("show", name, "--json")[1])["steps"]] == [
        "proposed", "accepted", "done",
    ]  # fmt: skip
    assert "Рекомендаций нет" in run("overdue", "--lang", "ru")[1]
    for wrong in (
        ("reject", name),
        ("add", "сөз"),
        ("add", "сөз", "--document", REPORT_NAME),
        ("add", "сөз", "--finding", "f-0"),
        ("show", "ffffffff"),
        ("import", "nobody.txt"),
        ("accept", name, "--due", "soon"),
    ):
        status, out, err = run(*wrong)
        assert (status, out, len(err.splitlines())) == (2, "", 1), wrong
    assert run("add", "Кестені жариялау", "--document", REPORT_NAME, "--line", "1")[0] == 0


def test_a_service_is_told_with_its_lines(kb: Kb, practised: Home, service: str) -> None:
    ran = kb("monitor", "service", service, "--lang", "ru", home=practised.folder)
    assert ran.status == 0, ran.err
    assert "Обещает стандарт:" in ran.out
    assert "не измерялось" in ran.out
    assert REPORT_NAME in ran.out
    told = json.loads(kb("monitor", "service", service, "--json", home=practised.folder).out)
    assert told["service"]["id"] == service
    assert kb("monitor", "service", "x-0", home=practised.folder).status == 2


def test_burdens_add_up(kb: Kb, practised: Home, service: str) -> None:
    found = json.loads(kb("monitor", "burden", "--json", home=practised.folder).out)
    assert found
    for one in found:
        assert one["index"] == one["brought"] + len(one["steps"]) + one["obtainable"] + one["repeated"]
    heaviest = found[0]["service"]["id"]
    ran = kb("monitor", "burden", heaviest, "--lang", "ru", home=practised.folder)
    assert len(ran.out.splitlines()) == 1 + found[0]["listed"]
    ran = kb("monitor", "burden", service, "--as-of", "1995-01-01", home=practised.folder)
    assert (ran.status, "no list of documents" in ran.err) == (2, True)


def test_quotes_come_in_whole_or_not_at_all(kb: Kb, practised: Home, service: str, tmp_path: Path) -> None:
    head, file = tmp_path / "wave.json", tmp_path / "quotes.csv"
    head.write_text(json.dumps(head_of(method="focus_groups", services=[])), encoding="utf-8")
    file.write_text(
        f"service,theme,language,quote\n{service},waiting,kk,Ұзақ\nnobody,waiting,kk,Ұзақ\n", encoding="utf-8"
    )
    ran = kb("monitor", "quotes", "import", file, "--wave", head, home=practised.folder)
    assert ran.status == 2
    assert "row 3, column A «service»: «nobody» is no known service" in ran.err
    file.write_text(f"service,theme,language,quote\n{service},waiting,kk,Ұзақ\n", encoding="utf-8")
    assert kb("monitor", "quotes", "import", file, "--wave", head, home=practised.folder).status == 0
    assert "«Ұзақ»" in kb("monitor", "quotes", "list", "ulgi-2025", home=practised.folder).out
    assert "ulgi-2025" in kb("monitor", "quotes", "waves", home=practised.folder).out
    again = kb("monitor", "quotes", "import", file, "--wave", head, home=practised.folder)
    assert (again.status, "--replace" in again.err) == (2, True)
    both = kb("monitor", "quotes", "import", file, "--wave", head, "--of", "x", home=practised.folder)
    assert both.status == 2
    assert kb("monitor", "quotes", "remove", "ulgi-2025", home=practised.folder).status == 0
    assert kb("monitor", "quotes", "list", "ulgi-2025", home=practised.folder).status == 2


@pytest.mark.parametrize(
    ("language", "told"), [("kk", "базада жоқ"), ("ru", "в базе нет списка"), ("en", "has no list")]
)
def test_a_day_without_lists_of_documents_is_told(kb: Kb, practised: Home, language: str, told: str) -> None:
    ran = kb("monitor", "burden", "--as-of", "1995-01-01", "--lang", language, home=practised.folder)
    assert (ran.status, ran.err) == (0, "")
    assert "1995-01-01" in ran.out
    assert told in ran.out
