import csv
import io
import json
from pathlib import Path

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
