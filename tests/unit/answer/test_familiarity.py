"""What a service knows of the things that a question names, and what is not taken for its own."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kb.answer.reading.topic import Unit, read_topic
from kb.answer.service.choice import choose_service
from kb.answer.service.familiarity import PLAIN, TERM, familiar, read_names
from kb.model import AnswerState, Intent
from kb.search.question_reading import read_question
from kb.text.words import read_words
from tests.unit.answer.test_service_choice import DAY, candidate


def units(text: str) -> Sequence[Unit]:
    return read_topic(read_question(text)).units


def known(text: str, *, name: str = "", told: str = "") -> float:
    """How far a service of that name and text knows what it knows best of the question."""
    texts = read_words(told).stems
    return max(familiar(unit, read_names([name]), texts) for unit in units(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Апостиль қанша?", "Ресми құжаттарға апостиль қою"),
        ("Нөмір алу қанша?", "Немірлеу ресурсын бөлу"),  # a vowel was misread
        ("Ғарыш қызметі неше күн?", "Фарыш кеңістігін пайдалану"),  # so was a first letter
        ("Экспортную лицензию где взять?", "Тауарлардың экспортына лицензия беру"),  # an adjective and its noun
        ("Справка психоневрологического диспансера", "Психоневрологиялық ұйымнан анықтама беру"),
    ],
)
def test_thing_of_the_name_is_known_through_slips_and_endings(text: str, name: str) -> None:
    assert known(text, name=name) >= 0.5
    assert known(text, name="Балаларға жатақхана беру") == 0.0


def test_wrong_first_letter_makes_another_word() -> None:
    assert known("Қандас мәртебесі", name="Зандағы тұлға") == 0.0


def test_what_stands_in_a_text_alone_counts_less_than_a_name() -> None:
    assert known("Айыппұл қанша?", told="айыппұл салынады") == TERM
    assert known("Көмкеру қанша?", told="көмкеру жұмыстары") == PLAIN
    assert known("Көмкеру қанша?", name="Көмкеру") == 1.0


def test_word_of_every_service_makes_no_thing_known() -> None:
    assert known("Лицензия на водку", name="Аудиторлық қызметке лицензия беру") == 0.0


@pytest.mark.parametrize(
    ("share", "full", "meant"),
    [
        (1.0, 5.0, True),
        (0.75, 20.0, False),  # only mentioned, and found by little
        (0.75, 40.0, True),
        (0.0, 110.0, False),
        (0.0, 130.0, True),  # found by much all the same
    ],
)
def test_unknown_thing_needs_a_high_score(share: float, full: float, meant: bool) -> None:
    best = replace(candidate(own=20.0, units=2, told=2), familiarity=lambda: share, full=full)
    choice = choose_service([best], own=True, intents=(Intent.FEE,), day=DAY)

    assert (choice.card is not None) == meant
    assert meant or choice.state is AnswerState.NO_SERVICE


def test_unknown_best_gives_no_way_to_a_neighbour() -> None:
    best = replace(candidate(own=20.0, units=2, told=1), familiarity=lambda: 0.0, full=50.0)
    neighbour = replace(candidate(own=19.0, units=2, named=1), familiarity=lambda: 1.0, full=48.0)
    choice = choose_service([best, neighbour], own=True, intents=(Intent.FEE,), day=DAY)

    assert choice.card is None
    assert len(choice.alternatives) == 2


@pytest.mark.parametrize(
    "text",
    ["Жәрдемақы туралы білейін деп едім", "Балама керек болып жатыр, қайда барамын?", "Хотела узнать насчёт пособия"],
)
def test_words_of_talk_name_nothing(text: str) -> None:
    topic = read_topic(read_question(text))

    assert topic.kinds or not topic.own


def test_name_of_a_paper_with_a_person_in_it_names_a_thing() -> None:
    assert not read_topic(read_question("Почему с документом на ребёнка могут затянуть?")).kinds
