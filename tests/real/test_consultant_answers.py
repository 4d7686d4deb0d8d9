"""What the consultant says from the real base: good answers, quotes of what people told, words to be read aloud."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml

from kb.answer.spoken import speak
from kb.answer.values.value_words import Wish, describe_value
from kb.app import Settings, open_registry
from kb.model import AnswerState, Language
from kb.pipeline import Registry
from tests.real.test_floors import FLOORS, score

Kb = Callable[..., CompletedProcess[str]]
HERE = Path(__file__).parent
DAY = date(2017, 10, 1)
NEAR = 3  # lines, as the scorer counts
FEWEST_STATEMENTS = 2500
FEWEST_SERVICES = 55
PLAIN = ("Қандай жағдайда бас тартады?", "Жұмыс кестесі қандай?", "Кто может получить услугу?", "Куда жаловаться?")
UNSPOKEN = re.compile(r"\d|_|[^\w\s.,:;?!–-]")


@pytest.fixture(scope="session")
def registry(real_base: Kb, real_home: Path) -> Iterator[Registry]:
    """The built base, opened as the program opens it."""
    opened = open_registry(Settings(home=real_home, search_url=None, database_url=None))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def answers(real_base: Kb, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The answers to the development questions."""
    told = tmp_path_factory.mktemp("answers") / "answers.jsonl"
    real_base("ask", "--batch", str(shared / "eval" / "questions-dev.jsonl"), "--out", str(told))
    return told


@pytest.mark.parametrize("name", ["typed_kk", "typed_ru", "narrative"])
def test_good_answers_stand_above_their_floor(answers: Path, shared: Path, tmp_path: Path, name: str) -> None:
    lines = (shared / "eval" / "questions-dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows: list[Any] = [json.loads(line) for line in lines]
    wanted = [row for row in rows if name == (f"typed_{row['lang']}" if row.get("typed", True) else "narrative")]
    questions = tmp_path / "questions.jsonl"
    questions.write_text("".join(f"{json.dumps(row)}\n" for row in wanted), encoding="utf-8")
    told = score(shared, "answers", answers, "--questions", str(questions))
    found = re.search(r"^all +n +(\d+) .*good (\d\.\d+)\s+uncited (\d+)", told, re.MULTILINE)
    assert found, told
    assert int(found[1]) >= FLOORS["consultant"][name]["questions"]
    assert float(found[2]) >= FLOORS["consultant"][name]["good"], told
    assert found[3] == "0"


@pytest.mark.parametrize("half", ["first", "later", "widened", "fresh"])
def test_what_people_told_is_found_and_quoted(registry: Registry, half: str) -> None:
    rows = yaml.safe_load((HERE / "narrative.yaml").read_text(encoding="utf-8"))[half]
    missed = []
    for row in rows:
        answer = registry.ask(row["q"], as_of=DAY, service=row["service"])
        near = any(abs(place.line - row["line"]) <= NEAR for place in answer.citations[:3])
        if not (answer.quoted and near):
            missed.append((row["q"], answer.answer))
    assert 1 - len(missed) / len(rows) >= FLOORS["consultant"]["quotes"][half], missed


@pytest.mark.parametrize("question", PLAIN)
def test_what_a_card_does_not_state_is_not_covered_by_a_quote(registry: Registry, question: str) -> None:
    keys = [service.id for service in registry.all_services() if service.id.startswith("mon2017-")]
    assert len(keys) >= FEWEST_SERVICES
    answers = [registry.ask(question, as_of=DAY, service=key) for key in keys]
    assert [answer.service and answer.service.id for answer in answers if answer.quoted] == []
    assert any(answer.state is AnswerState.NOT_STATED for answer in answers)


def test_every_value_of_the_base_can_be_read_aloud(registry: Registry) -> None:
    statements = [statement for statement, _ in registry.all_statements()]
    assert len(statements) >= FEWEST_STATEMENTS
    left = []
    for statement in statements:
        evidence = statement.evidence
        for language in (Language.KK, Language.RU):
            item = describe_value(statement, Wish(day=DAY, language=language, clip=700))
            spoken = (item.aloud, item.aloud_apart, speak(evidence.quote, evidence.language))
            left += [words for words in spoken if UNSPOKEN.search(words)]
    assert left == []


def test_answers_are_short_and_their_words_can_be_read_aloud(answers: Path) -> None:
    for line in answers.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert len(row["answer"]) <= 700, row["id"]
        assert not UNSPOKEN.search(row["read_aloud"]), (row["id"], row["read_aloud"])
        if row["state"] in ("answered", "conflict"):
            assert len(re.findall(r"[.!?](?= |$)", row["read_aloud"])) <= 2, (row["id"], row["read_aloud"])
            assert row["citations"], row["id"]
