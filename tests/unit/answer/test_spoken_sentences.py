"""The sentences that are read to a caller."""

import pytest

from kb.answer.values.spoken_sentences import as_two_sentences, speak_sections
from kb.answer.values.value_words import Item
from kb.model import AnswerValue, Attribute, Language, Unit
from tests.unit.answer.conftest import state, term

TERM = state("mon2017-60", Attribute.DEADLINE, term("5", Unit.DAY), 3, "5 күн")


def item(aloud: str, apart: str) -> Item:
    return Item(
        value=AnswerValue(statement=TERM), text=aloud, aloud=aloud, aloud_apart=apart, notes=(), quoted=frozenset()
    )


@pytest.mark.parametrize(
    ("items", "said"),
    [
        # two sources, one term
        ([item("бес күн", "бес күн"), item("бес күн", "бес күн, порталда")], "бес күн."),
        # beside another one, which keeps its case
        (
            [item("бес күн", "бес күн"), item("он күн", "он күн, басқа қалада"), item("бес күн", "бес күн, порталда")],
            "бес күн; он күн, басқа қалада.",
        ),
        # the same term of two cases is two terms, beside a third
        (
            [item("бес күн", "бес күн, беру"), item("бес күн", "бес күн, ұзарту"), item("он күн", "он күн")],
            "бес күн, беру; бес күн, ұзарту; он күн.",
        ),
    ],
)
def test_a_term_of_two_sources_is_said_once(items: list[Item], said: str) -> None:
    spoken = speak_sections([(Attribute.DEADLINE, items)], word="", second="", language=Language.KK)

    assert spoken.endswith(said)
    assert spoken.count("бес күн") == said.count("бес күн")


def test_a_list_is_read_in_two_sentences() -> None:
    assert as_two_sentences("Қажет. Бірінші: куәлік. Екінші: сурет.") == "Қажет. Бірінші: куәлік, Екінші: сурет."
