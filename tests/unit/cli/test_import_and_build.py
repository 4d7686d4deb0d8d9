import json
from datetime import UTC, datetime
from pathlib import Path

from kb.pipeline import Home
from tests.command import Kb


def test_import_and_build_say_what_they_did(kb: Kb, acts: Path) -> None:
    imported = kb("import", acts, "--lang", "en")
    assert (imported.status, imported.err) == (0, "")
    assert imported.out == "Added to the archive: 12\n"
    built = kb("build", "--lang", "en")
    assert (built.status, built.err) == (0, "")
    assert built.out.splitlines()[0] == "Documents read: 8, unchanged: 0."
    assert kb("build", "--lang", "en").out.startswith("Nothing changed")
    assert kb("import", acts, "--lang", "en").out == "Unchanged: 12\n"


def test_kazakh_is_the_language_of_a_call_that_names_none(kb: Kb, acts: Path) -> None:
    assert kb("import", acts).out == "Архивке қосылды: 12\n"


def test_a_bad_file_is_one_line_on_stderr_and_status_2(kb: Kb, acts: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.touch()
    ran = kb("import", empty, acts, "--lang", "en")
    assert ran.status == 2
    assert ran.out == "Added to the archive: 12\n"
    assert len(ran.err.splitlines()) == 1
    assert "empty.md" in ran.err


def test_standard_input_is_imported(kb: Kb, acts: Path) -> None:
    body = next(acts.rglob("rus.md")).read_bytes()
    assert kb("import", "-", "--source", "lawgit", "--lang", "en", piped=body).out == "Added to the archive: 1\n"


def test_an_unknown_source_is_status_2_with_the_names(kb: Kb, acts: Path) -> None:
    for call in (("import", acts, "--source", "nowhere"), ("build", "--source", "nowhere")):
        ran = kb(*call)
        assert (ran.status, ran.out) == (2, "")
        assert len(ran.err.splitlines()) == 1
        assert "lawgit" in ran.err


def test_a_document_that_cannot_be_read_is_told_with_status_1(kb: Kb, acts: Path, tmp_path: Path) -> None:
    kb("import", acts)
    Home(folder=tmp_path / "home").archive().add(
        b"no PDF at all",
        document="odd.pdf",
        source="documents",
        media_type="application/pdf",
        taken_at=datetime(2024, 1, 1, tzinfo=UTC),
    )
    for call in (("build", "--lang", "en"), ("build", "--lang", "en", "--full")):
        ran = kb(*call)
        assert ran.status == 1
        assert len(ran.err.splitlines()) == 1
        assert ran.err.startswith("kb: odd.pdf: ")
        assert "Documents read: 8" in ran.out


def test_values_that_belong_to_no_service_are_told(kb: Kb, tmp_path: Path) -> None:
    text = tmp_path / "хат.txt"
    text.write_text(
        "Айлақтың хаты\n\nҚайық 5 жұмыс күні ішінде беріледі.\n\nҚызмет тегін көрсетіледі.\n", encoding="utf-8"
    )
    home = tmp_path / "letters"
    assert kb("import", text, home=home).status == 0
    built = kb("build", home=home)
    assert "kb source issues" in built.out
    (issue,) = json.loads(kb("source", "issues", "--json", home=home).out)
    assert (issue["code"], issue["document"], issue["line"]) == ("values_without_service", "хат.txt", 3)
    assert "warning values_without_service: хат.txt" in kb("source", "issues", home=home).out
    assert json.loads(kb("source", "issues", "--code", "other", "--json", home=home).out) == []
