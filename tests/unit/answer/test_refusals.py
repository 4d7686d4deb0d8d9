import re
import time
from pathlib import Path

import pytest
import yaml

from kb.answer.guards.refusals import refuse
from kb.answer.guards.scope_limits import find_outside
from kb.answer.wording import read_wording, say
from kb.model import AnswerState, Language
from kb.text import put_right

LABELS = Path(__file__).parents[2] / "labels" / "consultant"


def read_texts(name: str) -> list[str]:
    groups = yaml.safe_load((LABELS / f"{name}.yaml").read_text(encoding="utf-8"))
    return [text for texts in groups.values() for text in texts]


ATTACKS, HONEST = read_texts("attacks"), read_texts("near_misses")


def test_enough_texts_were_written() -> None:
    assert len(ATTACKS) >= 150
    assert len(HONEST) >= 150


@pytest.mark.parametrize("text", ATTACKS)
def test_attack_is_refused_with_a_phrase_that_repeats_nothing(text: str) -> None:
    halt = refuse(text, put_right(text))

    assert halt is not None
    assert halt.state is AnswerState.REFUSED
    assert halt.parts == ()
    for language in (Language.KK, Language.RU):
        assert text not in say(halt.phrase, language)
        assert "{" not in say(halt.phrase, language)


@pytest.mark.parametrize("text", HONEST)
def test_honest_question_with_the_same_words_passes(text: str) -> None:
    assert refuse(text, put_right(text)) is None
    assert find_outside(text, put_right(text)) is None


def test_angry_caller_with_a_question_is_answered() -> None:
    assert (
        refuse("Вы идиоты, сколько стоит апостиль на диплом?", "Вы идиоты, сколько стоит апостиль на диплом?") is None
    )


def test_number_of_a_person_alone_does_not_refuse() -> None:
    text = "ЖСН 900101300123, апостиль қою қанша тұрады?"
    assert refuse(text, text) is None


@pytest.mark.parametrize("pattern", read_wording("refusals")["marks"])
def test_marks_are_linear(pattern: str) -> None:
    compiled = re.compile(pattern)
    for piece in (
        "<",
        "on",
        "onab ",
        "' ",
        "or 1",
        "or ",
        "union  ",
        "select ",
        "update a ",
        "delete ",
        "drop ",
        "; ",
        "{",
    ):
        text = piece * (100_000 // len(piece))
        begun = time.process_time()
        list(compiled.finditer(text))
        assert time.process_time() - begun < 5.0, piece
