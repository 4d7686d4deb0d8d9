"""Lists of documents are answered as people read them in the acts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kb.app import Settings, open_registry
from kb.model import Evidence, Language, RequiredDocument, SourceKind, Statement
from kb.model.statement import Attribute
from tests.real.conftest import Kb
from tests.real.document_labels import FOLDER, ListedItem, ListQuestion, read_list_questions
from tests.real.document_score import ListScore, Scored, add_scores, open_ground, pair_items, score_questions

FLOORS = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"))["document_lists"]
MOST = 700  # characters of an answer
KINDS = ("given", "found")


@pytest.fixture(scope="module")
def scored(real_base: Kb, real_home: Path, shared: Path) -> Iterator[dict[str, list[Scored]]]:
    """Every question with its service given, and without."""
    del real_base  # it only has to be built
    registry = open_registry(Settings(home=real_home))
    ground = open_ground(registry, shared / "data" / FOLDER)
    questions = read_list_questions()
    yield {kind: list(score_questions(questions, ground, given=kind == "given")) for kind in KINDS}
    registry.close()


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in KINDS for name in FLOORS[kind]])
def test_items_stand_above_their_floor(scored: dict[str, list[Scored]], kind: str, name: str) -> None:
    score = add_scores(scored[kind])[name]
    assert score.questions >= FLOORS["questions"][name]
    assert score.f1 >= FLOORS[kind][name], f"{score}; see: python -m tests.real.document_score --base FOLDER --misses"


def test_answers_are_short_and_cite_every_item(scored: dict[str, list[Scored]]) -> None:
    for one in scored["given"]:
        assert len(one.answer.answer) <= MOST, one.question.id
        cited = {(place.document, place.start) for place in one.answer.citations}
        for value in one.answer.values:
            evidence = value.statement.evidence
            assert (evidence.document, evidence.start) in cited, one.question.id


def question(*items: ListedItem) -> ListQuestion:
    return ListQuestion(
        id="doc-2", text="Что нести?", language=Language.RU, document="acts/hives/rus.md", items=tuple(items)
    )


def told(line: int, words: str, *, document: str = "acts/hives/rus.md") -> Statement:
    return Statement(
        service="zan:1/annex-1",
        attribute=Attribute.DOCUMENT,
        value=RequiredDocument(text=words),
        source_kind=SourceKind.STANDARD,
        evidence=Evidence(
            document=document,
            snapshot="sha256:1",
            act=None,
            edition=None,
            language=Language.RU,
            clause=None,
            start=line * 100,
            end=line * 100 + len(words),
            line=line,
            quote=words,
        ),
    )


LINES = ["", "1) заявление", "2) карта пасеки", "3) справка", "4) квитанция"]


def test_items_of_one_line_pair_and_those_of_others_need_a_word_in_common() -> None:
    asked = question(ListedItem(name="заявление", line=2), ListedItem(name="карта пасеки", line=3))
    assert pair_items(asked, [told(2, "заявление"), told(4, "справка")], lines=LINES) == {0: 0}
    assert pair_items(asked, [told(2, "заявление"), told(4, "карта")], lines=LINES) == {0: 0, 1: 1}
    assert pair_items(asked, [told(6, "карта пасеки")], lines=LINES) == {}


def test_each_pairs_once_and_one_line_may_name_two() -> None:
    one = question(ListedItem(name="заявление", line=2))
    assert pair_items(one, [told(2, "заявление"), told(2, "заявление о пасеке")], lines=LINES) == {0: 0}
    two = question(ListedItem(name="заявление", line=2), ListedItem(name="копии карты", line=2))
    assert pair_items(two, [told(2, "заявление; прилагаются копии карты")], lines=LINES) == {0: 0, 1: 0}


def test_another_edition_pairs_where_it_reads_alike() -> None:
    asked = question(ListedItem(name="карта пасеки", line=3))
    other = "acts/hives/rus.later.md"
    assert pair_items(asked, [told(9, "карта пасеки", document=other)], lines=LINES) == {0: 0}
    assert pair_items(asked, [told(9, "справка о пчёлах", document=other)], lines=LINES) == {}


def test_the_score_counts_what_was_missed_and_told_too_much() -> None:
    score = ListScore(right=6, missed=2, extra=2, questions=2, served=1)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.75, 0.75)
    assert (score + score).questions == 4
    assert ListScore().f1 == 1.0
