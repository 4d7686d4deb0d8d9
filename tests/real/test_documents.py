"""Real documents can be found by clause, whatever their spelling."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kb = Callable[..., subprocess.CompletedProcess[str]]


def search(kb: Kb, text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(kb("search", text, "--json", "--limit", "20").stdout)
    return found


def documents(kb: Kb, text: str) -> list[str]:
    return [str(clause["evidence"]["document"]) for clause in search(kb, text)["clauses"]]


def test_the_report_gives_its_services(real_base: Kb, tmp_path: Path) -> None:
    export = tmp_path / "services.jsonl"
    real_base("export", "services", "--out", str(export))
    services = [json.loads(line) for line in export.read_text(encoding="utf-8").splitlines()]
    numbered = {name for service in services for name in service["ids"] if name.startswith("mon2017-")}
    assert numbered == {f"mon2017-{number:02d}" for number in range(1, 56)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("мемлекеттік қызмет істері агенттігі рейтинг министрліктер", "000_8e6962ddbde48d2d.txt"),
        ("мемлекеттік органдар қызметінің тиімділігін бағалау", "003_f6eb012f6877488c.txt"),
        ("регламенттер мен салалық ережелер қайталануы", "004_7dd85e8058471fb4.txt"),
    ],
)
def test_plain_documents_are_found_by_clause(real_base: Kb, text: str, name: str) -> None:
    assert name in documents(real_base, text)


def test_words_with_latin_look_alikes_are_found(real_base: Kb) -> None:
    assert any(name.startswith("003_") for name in documents(real_base, "халықаралық ұйымдар тәжірибесі бағалау"))


def test_acts_are_found_by_clause(real_base: Kb) -> None:
    found = search(real_base, "апостилирование архивных справок срок оказания")
    assert any(str(clause["act"]).startswith(("zan:", "V")) for clause in found["clauses"])
