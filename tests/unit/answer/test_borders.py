"""Questions near the borders of what is served: tests/labels/consultant/borders.yaml."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from kb.answer.guards.refusals import refuse
from kb.answer.guards.scope_limits import find_outside
from kb.answer.reading.topic import read_topic
from kb.answer.wording import read_wording
from kb.model import AnswerState
from kb.search.question_reading import read_question
from kb.text import put_right

FILE = Path(__file__).parents[2] / "labels" / "consultant" / "borders.yaml"
TEXTS: Mapping[str, Sequence[str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
BY_THE_BASE = {"Кто автор «Войны и мира»?"}  # words that no cue has: told by what the base knows of them


@pytest.mark.parametrize("text", [*TEXTS["honest"], *TEXTS["later_honest"]])
def test_honest_question_passes(text: str) -> None:
    assert refuse(text, put_right(text)) is None
    assert find_outside(text, put_right(text)) is None


@pytest.mark.parametrize("text", [*TEXTS["refused"], *TEXTS["later_refused"]])
def test_wish_for_a_wrong_deed_is_refused(text: str) -> None:
    halt = refuse(text, put_right(text))

    assert halt is not None
    assert halt.state is AnswerState.REFUSED


@pytest.mark.parametrize("text", [text for text in TEXTS["outside"] if text not in BY_THE_BASE])
def test_what_no_service_is_about(text: str) -> None:
    halt = find_outside(text, put_right(text))

    assert halt is not None
    assert halt.state is AnswerState.OUT_OF_SCOPE


@pytest.mark.parametrize("text", TEXTS["vague"])
def test_help_or_a_person_alone_names_no_service(text: str) -> None:
    topic = read_topic(read_question(text))

    assert topic.kinds or not topic.own


@pytest.mark.parametrize("text", ["Балама жәрдемақы қанша?", "Пособие на ребёнка как получить?", "Сот апостилі қанша?"])
def test_both_together_or_a_thing_name_one(text: str) -> None:
    topic = read_topic(read_question(text))

    assert topic.own
    assert not topic.kinds


def test_strange_words_are_counted_by_the_things_named() -> None:
    topic = read_topic(read_question("Кактус асырауға рұқсат қанша тұрады?"))

    assert topic.strange(set) == 0.0
    assert topic.strange(lambda words: [word for word in words if word != "кактус"]) == 1 / len(topic.units)


def test_what_the_vocabulary_knows_is_no_stranger() -> None:
    assert read_topic(read_question("Загранпаспорт қанша тұрады?")).strange(lambda _: set()) == 0.0


def test_every_common_word_can_be_looked_for() -> None:
    cues = [cue for lists in read_wording("common_words").values() for words in lists.values() for cue in words]

    for cue in cues:
        read_topic(read_question(f"{str(cue).strip('=*')} қанша тұрады?"))
