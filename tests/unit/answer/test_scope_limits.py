import pytest

from kb.answer.guards.other_states import asks_other_state
from kb.answer.guards.scope_limits import find_outside
from kb.answer.wording import read_wording
from kb.model import AnswerState


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ертең Алматыда жаңбыр жауа ма?", "outside_weather"),
        ("Какая погода будет в выходные?", "outside_weather"),
        ("Доллар бағамы қанша бүгін?", "outside_rate"),
        ("Какой сегодня курс евро?", "outside_rate"),
        ("Кімге дауыс берейін, айтыңызшы", "outside_politics"),
        ("За кого голосовать на выборах?", "outside_politics"),
        ("Қызуым көтерілді, қандай дәрі ішейін?", "outside_medicine"),
        ("Какие таблетки пить от давления?", "outside_medicine"),
        ("Борщ рецептін айтып берші", "outside_everyday"),
        ("Напиши сочинение на тему весны", "outside_everyday"),
        ("Kaspi Gold картасын қалай ашамын?", "outside_company"),
        ("Как вернуть билет Air Astana?", "outside_company"),
        ("Билайн тарифін қалай ауыстырам?", "outside_company"),
        ("Ресейде паспорт қанша тұрады?", "outside_other_state"),
        ("Сколько стоит загранпаспорт в Узбекистане?", "outside_other_state"),
        ("Виза США сколько стоит?", "outside_other_state"),
        ("Түркия визасы неше күнде шығады?", "outside_other_state"),
        ("Как получить российское гражданство?", "outside_other_state"),
        ("UK passport renewal fee", "outside_other_state"),
    ],
)
def test_what_is_not_ours(text: str, phrase: str) -> None:
    halt = find_outside(text, text)

    assert halt is not None
    assert (halt.state, halt.phrase) == (AnswerState.OUT_OF_SCOPE, phrase)


@pytest.mark.parametrize(
    "text",
    [
        "Апостиль на диплом для Германии сколько стоит?",
        "Қытайға тауар шығаруға лицензия керек пе?",
        "Гражданин Узбекистана, как получить ИИН?",
        "Францияда тұрамын, паспортты елшілікте ауыстыруға бола ма?",
        "Оплатить пошлину через Kaspi можно?",
        "Справка о погоде за прошлый месяц где выдаётся?",
        "Регистрация договора на сто тысяч долларов, сколько ждать?",
        "Как обменять российские права на казахстанские?",
    ],
)
def test_a_place_or_a_company_in_a_question_of_ours(text: str) -> None:
    assert find_outside(text, text) is None


def test_every_state_is_known_in_both_languages() -> None:
    rows = read_wording("countries")
    assert len({name for _, name, _ in rows}) >= 190
    for kazakh, russian, adjective in rows:
        assert asks_other_state(f"{kazakh} визасы қанша тұрады?"), kazakh
        assert asks_other_state(f"Сколько стоит {adjective}ая виза?"), adjective
        assert not asks_other_state(f"Апостиль для {russian} где поставить?"), russian
