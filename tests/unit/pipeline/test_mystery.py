"""A file of questions is asked of a base and of a running API, kept, and compared with the run before."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kb.answer import Asked
from kb.app import Settings, build_application
from kb.collect import CollectError
from kb.collect.running_api import RunningApi
from kb.model import Language
from kb.model.mystery import MysteryFile, MysteryQuestion
from kb.model.plain_json import Json
from kb.pipeline import Home, Registry, UnknownName
from kb.pipeline.asked_api import AskedApi
from kb.pipeline.mystery import Mystery
from kb.pipeline.mystery_file import read_mystery_file
from kb.pipeline.own_base import OwnBase
from kb.store import Store
from tests.web.conftest import serve


class Told:
    """Answers by what it was told to say, and keeps what was asked before each question."""

    target = "base"

    def __init__(self, **answers: Json) -> None:
        self.answers = answers
        self.before: dict[str, list[tuple[str, str | None]]] = {}

    def ask(self, question: MysteryQuestion, before: Sequence[Asked]) -> Json:
        self.before[question.id] = [(one.text, one.service) for one in before]
        return self.answers[question.id]

    def service_ids(self, name: str) -> frozenset[str]:
        return frozenset({name, "mon2017-01"}) if name == "nest-1" else frozenset()

    def state(self) -> str:
        return "2026-03-04 1/1"


def answer(state: str = "answered", service: str | None = "nest-1", words: str = "5 күн") -> Json:
    cited = [{"document": "x.txt", "line": 3}] if state == "answered" else []
    found = {"id": service, "ids": []} if service else None
    return {"state": state, "service": found, "answer": words, "citations": cited, "intent": "deadline"}


def question(name: str, *, language: Language = Language.KK, **rest: Any) -> MysteryQuestion:
    return MysteryQuestion(**{"id": name, "q": f"{name} мерзімі?", "language": language, **rest})


def file_of(*questions: MysteryQuestion, name: str = "calls.jsonl", digest: str = "d") -> MysteryFile:
    return MysteryFile(name=name, digest=digest, questions=questions)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = home.store()
    yield store
    store.close()


@pytest.fixture
def mystery(store: Store) -> Mystery:
    return Mystery(store)


def test_a_run_is_counted_by_language_and_kept(mystery: Mystery) -> None:
    asked = file_of(
        question("a", service="nest-1", figures=(5.0,)),
        question("b", language=Language.RU, service="nest-1", states=frozenset({"answered"})),
        question("c", service="gone-1"),
    )
    report = mystery.call(asked, Told(a=answer(), b=answer("no_service", None)))
    assert report.left_out == ("c",)
    assert report.run.counts == {
        "all": {"passed": (1, 2), "state": (0, 1), "service": (1, 2), "figures": (1, 1), "cited": (1, 1)},
        "kk": {"passed": (1, 1), "service": (1, 1), "figures": (1, 1), "cited": (1, 1)},
        "ru": {"passed": (0, 1), "state": (0, 1), "service": (0, 1)},
    }
    assert mystery.listed() == (report.run,)
    assert mystery.report(report.run.id).results == report.results
    assert (report.before, report.better, report.worse) == (None, (), ())


def test_runs_of_a_file_are_compared_question_by_question(mystery: Mystery) -> None:
    expected = {"service": "nest-1", "figures": (5.0,)}
    asked = file_of(question("a", **expected), question("b", **expected), question("c", **expected))
    first = mystery.call(asked, Told(a=answer(), b=answer(words="6 күн"), c=answer())).run
    mystery.call(file_of(question("a"), name="other.jsonl"), Told(a=answer()))
    report = mystery.call(asked, Told(a=answer(service="kite/2"), b=answer(), c=answer()))
    assert report.before == first
    assert (report.better, report.worse) == (("b",), ("a",))
    again = mystery.report(report.run.id)
    assert (again.before, again.better, again.worse) == (first, ("b",), ("a",))


def test_a_question_that_was_worded_anew_is_not_compared(mystery: Mystery) -> None:
    mystery.call(file_of(question("a", service="nest-1")), Told(a=answer()))
    anew = file_of(question("a", service="nest-1", q="ұя қашан?"), digest="e")
    assert mystery.call(anew, Told(a=answer(service=None))).worse == ()


def test_a_run_that_is_not_kept_leaves_no_trace(mystery: Mystery) -> None:
    report = mystery.call(file_of(question("a")), Told(a=answer()), keep=False)
    assert (report.run.id, mystery.listed()) == (0, ())


def test_follow_up_questions_carry_the_conversation(mystery: Mystery) -> None:
    asked = file_of(question("a"), question("b", after="a"), question("c", after="b"))
    told = Told(a=answer(), b=answer("clarify", None), c=answer())
    mystery.call(asked, told)
    first = ("a мерзімі?", "nest-1")
    assert told.before == {"a": [], "b": [first], "c": [first, ("b мерзімі?", None)]}


def test_personal_data_of_a_file_is_kept_masked(mystery: Mystery) -> None:
    asked = file_of(question("a", q="ЖСН 900101300127 мерзімі?"))
    run = mystery.call(asked, Told(a=answer(words="ЖСН 900101300127"))).run
    (one,) = mystery.report(run.id).results
    assert "900101300127" not in f"{one.q} {one.told}"


def test_what_cannot_be_asked_is_told(mystery: Mystery) -> None:
    with pytest.raises(UnknownName, match="no service"):
        mystery.call(file_of(question("a", service="gone-1")), Told())
    with pytest.raises(UnknownName, match="no run 7"):
        mystery.report(7)


def test_a_base_and_its_running_api_are_scored_alike(built: Home, tmp_path: Path) -> None:
    registry = Registry(built)
    service = next(iter(registry.all_services()))
    lines = [
        {"id": "a", "q": f"{service.name_kk} мерзімі қанша?", "lang": "kk", "service": service.id, "state": "answered"},
        {"id": "b", "q": "ал ақысы қанша?", "lang": "kk", "after": "a", "service": service.id},
        {"id": "c", "q": "апостиль ", "times": 2000, "lang": "kk", "state": "refused"},
        {"id": "d", "q": f"{service.name_ru}: срок?", "lang": "ru", "service": "gone-1"},
    ]
    path = tmp_path / "calls.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    file = read_mystery_file(path)
    own = registry.mystery.call(file, OwnBase(registry))
    with serve(build_application(Settings(home=built.folder))) as address, RunningApi(address) as api:
        asked = registry.mystery.call(file, AskedApi(api))
    registry.close()
    assert [(one.id, one.checks, one.told["state"]) for one in own.results] == [
        (one.id, one.checks, one.told["state"]) for one in asked.results
    ]
    assert (own.run.target, asked.run.target) == ("base", address)
    assert own.run.base == asked.run.base
    assert own.left_out == asked.left_out == ("d",)
    assert own.results[2].checks == {"state": True}


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/", "http://u:p@127.0.0.1/", "nonsense", "http://127.0.0.1:9"])
def test_an_api_that_cannot_be_asked_is_one_line(address: str) -> None:
    with pytest.raises(CollectError) as told, RunningApi(address) as api:
        api.get("/readyz")
    assert "\n" not in str(told.value)
    assert "u:p" not in str(told.value)
