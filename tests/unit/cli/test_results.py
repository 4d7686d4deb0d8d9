import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from rich.table import Table
from rich.text import Text
from starlette.testclient import TestClient

from kb.api import create_application
from kb.app import Settings, open_registry
from kb.cli.csv_table import write_csv
from kb.cli.output import console
from kb.cli.printable import printable
from kb.cli.value_line import tenge_line, value_line
from kb.cli.words import Words
from kb.model import Attribute, Card, Evidence, Fee, FeeKind, Language, Service, SourceKind, Statement
from kb.pipeline import fees_of
from tests.command import Kb


def _services(kb: Kb, home: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in kb("export", "services", home=home).out.splitlines()]


def test_search_shows_services_and_clauses_with_their_places(kb: Kb, built_folder: Path) -> None:
    service = _services(kb, built_folder)[0]
    ran = kb("search", str(service["name_kk"]), "--limit", "1", home=built_folder)
    assert ran.status == 0
    assert str(service["name_kk"]) in ran.out
    assert str(service["id"]) in ran.out
    assert "kaz.md" in ran.out


def test_search_as_json_has_the_shape_that_people_script_against(kb: Kb, built_folder: Path) -> None:
    service = _services(kb, built_folder)[0]
    found = json.loads(kb("search", str(service["name_ru"]), "--json", home=built_folder).out)
    expected = {"query", "language", "corrected", "total", "services", "clauses", "facets", "next", "took_ms"}
    assert expected <= set(found)
    assert found["services"][0]["service"]["id"] == service["id"]


def test_a_batch_of_queries_becomes_a_run(kb: Kb, built_folder: Path, tmp_path: Path) -> None:
    services = _services(kb, built_folder)
    queries, run = tmp_path / "queries.tsv", tmp_path / "out.trec"
    queries.write_text(
        "".join(f"q{number}\t{one['name_kk']}\n" for number, one in enumerate(services)), encoding="utf-8"
    )
    assert kb("search", "--batch", queries, "--run", run, home=built_folder).status == 0
    first = [line.split() for line in run.read_text(encoding="utf-8").splitlines() if line.split()[3] == "1"]
    assert [(line[0], line[2]) for line in first] == [(f"q{number}", one["id"]) for number, one in enumerate(services)]


def test_a_bad_query_of_a_batch_does_not_lose_the_others(kb: Kb, built_folder: Path, tmp_path: Path) -> None:
    queries, run = tmp_path / "queries.tsv", tmp_path / "out.trec"
    queries.write_text(f"bad\t{'x' * 5000}\ngood\tпаспорт беру\n", encoding="utf-8")
    ran = kb("search", "--batch", queries, "--run", run, home=built_folder)
    assert ran.status == 1
    assert ran.err.startswith("kb: bad: ")
    assert {line.split()[0] for line in run.read_text(encoding="utf-8").splitlines()} == {"good"}


def test_a_line_that_is_no_query_is_named_and_nothing_is_written(kb: Kb, built_folder: Path, tmp_path: Path) -> None:
    queries, run = tmp_path / "queries.tsv", tmp_path / "out.trec"
    queries.write_text("q1\tпаспорт\nno tab here\n", encoding="utf-8")
    ran = kb("search", "--batch", queries, "--run", run, home=built_folder)
    assert (ran.status, "line 2" in ran.err, run.exists()) == (2, True, False)


def test_a_card_by_id_and_by_a_part_of_the_name(kb: Kb, built_folder: Path) -> None:
    service = _services(kb, built_folder)[0]
    by_id = kb("card", str(service["id"]), "--as-of", "2026-01-01", home=built_folder)
    by_name = kb("card", str(service["name_kk"])[2:].upper(), "--as-of", "2026-01-01", home=built_folder)
    assert by_id.status == 0
    assert by_id.out == by_name.out
    assert "Қызмет көрсету мерзімі" in by_id.out
    assert "kaz.md" in by_id.out
    russian = kb("card", str(service["id"]), "--lang", "ru", home=built_folder)
    assert str(service["name_ru"]) in russian.out
    assert "Срок оказания" in russian.out


def test_a_part_of_several_names_lists_them(kb: Kb, built_folder: Path) -> None:
    ran = kb("card", "беру", home=built_folder)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    named = [one for one in _services(kb, built_folder) if str(one["id"]) in ran.err]
    assert len(named) > 1


def test_a_card_as_json_groups_statements_by_attribute(kb: Kb, built_folder: Path) -> None:
    service = _services(kb, built_folder)[0]
    card = json.loads(kb("card", str(service["id"]), "--json", home=built_folder).out)
    assert card["service"]["id"] == service["id"]
    assert "deadline" in card["statements"]
    assert {"service", "statements", "gaps", "survey"} <= set(card)


def test_a_card_as_json_is_the_object_of_the_api(kb: Kb, built_folder: Path) -> None:
    service = _services(kb, built_folder)[0]
    registry = open_registry(Settings(home=built_folder))
    client = TestClient(create_application(registry))
    for day in ("2017-10-01", "2026-01-01"):
        card = json.loads(kb("card", str(service["id"]), "--json", "--as-of", day, home=built_folder).out)
        assert card == client.get(f"/v1/services/{service['id']}?as_of={day}").json()
        assert card["as_of"] == day
    assert all(one["tenge"] for one in card["statements"]["fee"])
    registry.close()


def test_an_unknown_cursor_is_a_problem_of_the_api(built_folder: Path) -> None:
    registry = open_registry(Settings(home=built_folder))
    answer = TestClient(create_application(registry)).get("/v1/services?cursor=zz")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    registry.close()


def test_a_share_is_told_in_tenge_by_its_base() -> None:
    card = _card_of_a_share()
    base, share = card.statements
    words = Words(Language.KK)
    fees = fees_of(card)
    assert value_line(base, words) == "4 АЕК-тен аспайды, бір құжат үшін"
    assert tenge_line(share, date(2017, 10, 1), words, fees=fees) == "2\xa0269 теңге (2017-10-01)"
    assert tenge_line(share, date(2017, 10, 1), words, fees={}) is None


def test_control_sequences_of_a_text_do_not_reach_the_terminal(kb: Kb, tmp_path: Path) -> None:
    text = "Срок оказания услуги – 3 рабочих\x9b31m дня\x9d0;x\x9c.\n"
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    ran = kb("extract", file)
    assert ran.status == 0
    assert "рабочих\N{REPLACEMENT CHARACTER}31m дня" in ran.out
    assert printable(ran.out) == ran.out
    home = tmp_path / "own"
    report = tmp_path / "report\x1b[2J.txt"
    report.write_text(text, encoding="utf-8")
    missing = kb("import", tmp_path / "gone\x1b[2J.txt", home=home)
    assert missing.status == 2
    assert "\x1b" not in missing.err
    assert kb("import", report, home=home).status == 0
    assert kb("build", home=home).status == 0
    found = kb("search", "рабочих дня", home=home)
    assert "рабочих" in found.out
    assert printable(found.out) == found.out


def test_escapes_are_shown_in_every_kind_of_output(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table(box=None)
    table.add_column("а\x1b[2Jб")
    table.add_row("в\x9bг")
    for shown in ("ә\x1b]0;x\x07і\tң\nғ", Text("ү\x1b[31mұ\x00"), table):
        console().print(shown)
    written = capsys.readouterr().out
    assert printable(written) == written
    assert written.count("\N{REPLACEMENT CHARACTER}") >= 4
    assert written.startswith("ә\N{REPLACEMENT CHARACTER}]0;x")


def test_ask_answers_with_its_sources(kb: Kb, built_folder: Path) -> None:
    service = _services(kb, built_folder)[0]
    question = f"{service['name_kk']} неше күнде жасалады?"
    shape = json.loads(kb("ask", question, "--json", "--as-of", "2026-01-01", home=built_folder).out)
    assert shape["service"]["id"] == service["id"]
    assert shape["as_of"] == "2026-01-01"
    shown = kb("ask", question, "--as-of", "2026-01-01", home=built_folder)
    assert shown.status == 0
    assert str(service["name_kk"]) in shown.out
    assert "kaz.md" in shown.out or shape["citations"] == []


def test_a_batch_of_questions(kb: Kb, built_folder: Path, tmp_path: Path) -> None:
    name = _services(kb, built_folder)[0]["name_kk"]
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    lines = [
        {"id": "a", "q": f"{name} қанша тұрады?", "lang": "kk", "as_of": "2023-05-01", "figures": [1]},
        {"id": "b", "q": f"{name} неше күн?"},
    ]
    questions.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    ran = kb("ask", "--batch", questions, "--out", answers, "--as-of", "2024-02-02", home=built_folder)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    given = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    assert [(one["id"], one["as_of"]) for one in given] == [("a", "2023-05-01"), ("b", "2024-02-02")]
    questions.write_text('{"id": "a", "q": 5}\n', encoding="utf-8")
    again = kb("ask", "--batch", questions, "--out", answers, home=built_folder)
    assert (again.status, "line 1" in again.err) == (2, True)
    assert len(answers.read_text(encoding="utf-8").splitlines()) == 2


def test_extract_gives_offsets_into_the_text_and_stores_nothing(kb: Kb, tmp_path: Path) -> None:
    text = "Мемлекеттік қызметті көрсету мерзімі – 5 (бес) жұмыс күні.\nҚызмет тегін көрсетіледі.\n"
    found = json.loads(kb("extract", "-", "--json", piped=text.encode()).out)["statements"]
    deadline = next(one for one in found if one["attribute"] == "deadline")
    assert deadline["value"]["value"] == 5
    assert deadline["value"]["unit"] == "working_day"
    assert deadline["service"] is None
    place = deadline["evidence"]
    assert text[place["start"] : place["end"]] == place["quote"]
    assert not (tmp_path / "home").exists()
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    assert "5 жұмыс күні" in kb("extract", file).out.replace("\N{NO-BREAK SPACE}", " ")


def test_extract_takes_a_batch(kb: Kb, tmp_path: Path) -> None:
    texts, out = tmp_path / "texts.jsonl", tmp_path / "out.jsonl"
    lines = [{"id": "1", "text": "Срок оказания услуги – 3 рабочих дня."}, {"id": "2", "text": " "}]
    texts.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert kb("extract", "--batch", texts, "--out", out).status == 0
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [one["id"] for one in found] == ["1", "2"]
    assert found[0]["statements"][0]["value"]["value"] == 3
    assert found[1]["statements"] == []


def test_exports_are_the_same_each_time_and_keep_letters(kb: Kb, built_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "statements.jsonl"
    assert kb("export", "statements", "--out", out, home=built_folder).out == ""
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines == kb("export", "statements", home=built_folder).out.splitlines()
    assert len(lines) > 20
    assert "\\u" not in "".join(lines)
    ids = [(line["service"]["id"], line["evidence"]["document"]) for line in map(json.loads, lines)]
    assert ids == sorted(ids)


def test_csv_has_dotted_columns(kb: Kb, built_folder: Path) -> None:
    lines = [json.loads(line) for line in kb("export", "statements", home=built_folder).out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(kb("export", "statements", "--format", "csv", home=built_folder).out)))
    assert len(rows) == len(lines)
    assert [row["evidence.quote"] for row in rows] == [line["evidence"]["quote"] for line in lines]
    assert [row["service.id"] for row in rows] == [line["service"]["id"] for line in lines]
    deadline = next(number for number, line in enumerate(lines) if line["attribute"] == "deadline")
    assert rows[deadline]["value.unit"] == lines[deadline]["value"]["unit"]
    assert rows[deadline]["superseded_by"] == ""


def test_csv_runs_no_formula() -> None:
    written = io.StringIO()
    lines = [{"text": sign + "1+1", "list": [sign, "б"], "number": -2, "share": Decimal("-0.5")} for sign in "=+-@\t"]
    write_csv([*lines, {"text": "а=1", "list": [], "number": 3, "share": None}], written)
    rows = list(csv.DictReader(io.StringIO(written.getvalue())))
    assert [row["text"] for row in rows] == ["'=1+1", "'+1+1", "'-1+1", "'@1+1", "'\t1+1", "а=1"]
    assert [row["list"] for row in rows] == ["'=; б", "'+; б", "'-; б", "'@; б", "'\t; б", ""]
    assert [(row["number"], row["share"]) for row in rows] == [("-2", "-0.5")] * 5 + [("3", "")]


def test_sources_are_listed_shown_and_removed(kb: Kb, built_folder: Path, built: object, tmp_path: Path) -> None:
    listed = kb("source", "list", home=built_folder)
    assert listed.status == 0
    assert "lawgit" in listed.out
    shape = json.loads(kb("source", "show", "lawgit", "--json", home=built_folder).out)
    assert (shape["documents"], shape["archived"], shape["samples"]) == (8, 12, 8)
    assert "lawgit" in kb("source", "show", "lawgit", home=built_folder).out
    assert {one["id"] for one in json.loads(kb("source", "list", "--json", home=built_folder).out)} > {"lawgit"}
    own = tmp_path / "built"
    assert kb("source", "remove", "lawgit", home=own).status == 0
    assert kb("export", "statements", home=own).out == ""
    assert json.loads(kb("source", "show", "lawgit", "--json", home=own).out)["removed"] == 12


def _card_of_a_share() -> Card:
    whole = _fee(0, Fee(kind=FeeKind.MRP, amount=Decimal(4), cap_mrp=Decimal(4), per="document"))
    share = _fee(9, Fee(kind=FeeKind.PERCENT_OF_FEE, amount=Decimal(25), of=whole.id))
    service = Service(
        id="s", ids=("s",), name_kk="Құс", name_ru="Птица", owner=None, codes={}, channels=(), paid=True, forms=(),
        recipients=(), sources=(), sample=True,
    )  # fmt: skip
    return Card(service=service, statements=(whole, share), gaps=(), survey=())


def _fee(start: int, fee: Fee) -> Statement:
    evidence = Evidence(
        document="a.txt", snapshot="sha256:0", act=None, edition=None, language=Language.KK, clause="p-1",
        start=start, end=start + 3, line=1, quote="АЕК",
    )  # fmt: skip
    return Statement(service="s", attribute=Attribute.FEE, value=fee, source_kind=SourceKind.ACT, evidence=evidence)
