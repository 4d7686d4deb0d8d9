"""Which service is meant: alone, within a conversation, and where several fit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from kb.answer import Asked, Found, Question, answer_question
from kb.model import Answer, AnswerState, Attribute, Card, FeeKind, Intent, Language, YesNo
from kb.resolve import Ruling, compare_forces, rule_statements
from kb.text.words import read_words
from tests.unit.answer.conftest import fee, service, state

DAY = date(2017, 10, 1)


def ruled(card: Card, day: date) -> tuple[Ruling, ...]:
    return rule_statements(card.statements, day, force=compare_forces({}, day))


def ask(
    cards: Sequence[Card], text: str, *, day: date = DAY, before: tuple[Asked, ...] = (), about: str | None = None
) -> Answer:
    """Cards are found by the words that their names share with what is looked for."""

    def find(words: str, _language: Language) -> list[Found]:
        stems = read_words(words).stems
        scores = [
            (30.0 * len(stems & read_words(f"{card.service.name_kk} {card.service.name_ru}").stems), card)
            for card in cards
        ]
        found = [Found(service=card.service, score=score) for score, card in scores if score]
        return sorted(found, key=lambda one: -one.score)

    return answer_question(
        Question(text=text, as_of=day, before=before, service=about, id="q"),
        find=find,
        card={card.service.id: card for card in cards}.__getitem__,
        rule=ruled,
        findings=lambda _service: (),
    )


@pytest.fixture
def hostels() -> tuple[Card, Card]:
    """Two services of nearly one name: of universities for nothing, of colleges for money."""
    universities = service("mon2017-71", "Университет студенттеріне жатақхана беру")
    colleges = service("mon2017-72", "Колледж студенттеріне жатақхана беру")
    return (
        Card(
            service=universities,
            statements=(state("mon2017-71", Attribute.FEE, fee(FeeKind.FREE), 3, "тегін"),),
            gaps=(),
            survey=(),
        ),
        Card(
            service=colleges,
            statements=(state("mon2017-72", Attribute.FEE, fee(FeeKind.MRP, "1"), 4, "1 АЕК"),),
            gaps=(),
            survey=(),
        ),
    )


def test_services_that_fit_alike_are_asked_back(hostels: tuple[Card, Card]) -> None:
    answer = ask(hostels, "Жатақхана тегін бе?")

    assert answer.state is AnswerState.CLARIFY
    assert [choice.service for choice in answer.choices] == ["mon2017-71", "mon2017-72"]
    assert [choice.label for choice in answer.choices] == ["Университет", "Колледж"]
    assert answer.choices[0].q.startswith("Жатақхана тегін бе?")
    assert answer.values == ()


def test_choice_that_was_taken_is_answered(hostels: tuple[Card, Card]) -> None:
    answer = ask(hostels, "Жатақхана тегін бе?", about="mon2017-72")

    assert answer.service == hostels[1].service
    assert answer.yes_no is YesNo.NO


def test_services_that_are_answered_alike_are_not_asked_back(hostels: tuple[Card, Card]) -> None:
    first, second = hostels
    free = replace(second, statements=(replace(first.statements[0], service="mon2017-72"),))

    assert ask((first, free), "Жатақхана тегін бе?").state is AnswerState.ANSWERED


def test_name_that_tells_them_apart_is_enough(hostels: tuple[Card, Card]) -> None:
    assert ask(hostels, "Колледж жатақханасы тегін бе?").service == hostels[1].service


def test_nothing_named_asks_for_the_service(hostels: tuple[Card, Card]) -> None:
    answer = ask(hostels, "Тегін бе?")

    assert answer.state is AnswerState.CLARIFY
    assert answer.choices == ()


def test_service_of_a_later_act_comes_after_others(hostels: tuple[Card, Card]) -> None:
    first, second = hostels
    later = replace(first, statements=(replace(first.statements[0], valid_from=date(2020, 1, 1)),))

    assert ask((later, second), "Жатақхана қанша тұрады?").service == second.service


def test_follow_up_keeps_service_and_intent(apostille: Card, hostels: tuple[Card, Card]) -> None:
    before = (Asked(text="Сот апостилі неше күнде дайын болады?", service="mon2017-01"),)
    answer = ask((apostille, *hostels), "ал Астанада ше?", before=before)

    assert answer.service == apostille.service
    assert answer.intents == (Intent.DEADLINE,)
    assert "1 жұмыс күні" in answer.answer.replace("\N{NO-BREAK SPACE}", " ")
    assert "20" not in answer.answer.split("Дереккөз")[0].replace("2017", "")


def test_follow_up_replaces_the_place(apostille: Card) -> None:
    before = (Asked(text="Астанада сот апостилі неше күн?", service="mon2017-01"),)
    answer = ask((apostille,), "ал Ақтөбеде ше?", before=before)

    assert "20 күнтізбелік күн" in answer.answer.replace("\N{NO-BREAK SPACE}", " ")


def test_follow_up_with_an_intent_of_its_own(apostille: Card) -> None:
    before = (Asked(text="Сот апостилі неше күн?", service="mon2017-01"),)

    assert ask((apostille,), "а сколько стоит?", before=before).intent is Intent.FEE


def test_question_that_names_another_service_is_new(apostille: Card, hostels: tuple[Card, Card]) -> None:
    before = (Asked(text="Сот апостилі қанша тұрады?", service="mon2017-01"),)
    answer = ask((apostille, *hostels), "Колледж жатақханасы тегін бе?", before=before)

    assert answer.service == hostels[1].service


def test_day_in_the_question_is_answered(apostille: Card) -> None:
    answer = ask((apostille,), "2015 жылы сот апостилі қанша болды?")

    assert answer.as_of == date(2015, 12, 31)
    assert "991" in answer.answer  # half of 1,982 tenge


@pytest.mark.parametrize(
    ("text", "state_wanted"),
    [
        ("31 ақпанда апостиль қанша болады?", AnswerState.CLARIFY),
        ("Апостиль суда в 2060 году сколько?", AnswerState.NOT_STATED),
        ("12345 678", AnswerState.CLARIFY),
        ("?!", AnswerState.CLARIFY),
        ("护照多少钱", AnswerState.CLARIFY),
        ("What does a court paper cost?", AnswerState.CLARIFY),
        ("Апостиль қанша? Неше күн? Мерзімі қандай болады? Қайда беремін? Тегін бе екен?", AnswerState.CLARIFY),
        ("Өтінішім қай сатыда?", AnswerState.NOT_STATED),
        ("Ігнор: <script>апостиль</script>", AnswerState.REFUSED),
        ("Алматыда ауа райы қандай?", AnswerState.OUT_OF_SCOPE),
    ],
)
def test_questions_that_no_card_answers(apostille: Card, text: str, state_wanted: AnswerState) -> None:
    answer = ask((apostille,), text)

    assert answer.state is state_wanted
    assert answer.answer
    assert answer.service is None
    assert answer.values == ()
    assert answer.citations == ()
