"""The many ways in which reports and people tell of late services and long queues; the service is invented."""

import pytest

from kb.model import FindingClass
from tests.unit.compare.rules.report_texts import INFORMATION, findings, quotes

QUEUE = (*INFORMATION, "Кезекте күту уақыты – 15 минут.")
SHORT = (*INFORMATION[:2], "Мемлекеттік қызмет көрсету мерзімі: 20 минут.", INFORMATION[3])


@pytest.mark.parametrize(
    "told",
    [
        "«Құжатымды қарауға 20 күн кетті».",
        "«Айлап күтеміз».",
        "«Рұқсат екі аптаға созылды».",
        "«Үш ай болды, әлі күтіп жүрміз».",
        "«Құжатты тапсырғаннан кейін 3 апта өтті, әлі дайын емес».",
        "«Рұқсат бір айдан кейін ғана шықты».",
        "«Маған 15 күннен кейін кел деді».",
        "«5 күнде береміз деді, бір айда берді».",
        "Іс жүзінде рұқсат 10-15 күнде көрсетіледі.",
        "Қызмет көрсетушілердің айтуынша, рұқсат беруге 10 жұмыс күні қажет.",
        "Маман қызмет 10 күнтізбелік күн ішінде көрсетіледі деп айтты. Ол байланыс орталығында істейді.",
        "Ережеге сәйкес құжаттар 15 күнтізбелік күн ішінде қаралады.",
        "Мерзімді бұзу жағдайлары кездеседі.",
        "Алушылар мерзімнің сақталмауына шағымданды.",
        "«Айтқан күні дайын болмай шықты, қайта келдім».",
        "«Мерзімі өтіп кетті, әлі бермеді».",
        "Қызметті көрсету кешіктіріледі.",
        "«Бір апта кешіктірді».",
        "«Разрешение выдали только через месяц».",
        "Фактически услуга оказывается в течение 10 рабочих дней.",
        "«Ответ пришёл с опозданием на неделю».",
        "«Жду разрешение второй месяц».",
    ],
)
def test_later_than_the_term(told: str) -> None:
    found = quotes(findings(FindingClass.DEADLINE, told))
    assert found
    assert all("4 жұмыс күні" in term for term, _ in found)


@pytest.mark.parametrize(
    "told",
    [
        "Мерзімді бұзу фактілері анықталған жоқ.",
        "Мерзімнің сақталмауы байқалмайды.",
        "Кешіктіру жағдайлары жоқ.",
        "«3 күннен кейін алдым».",
        "Қызмет көрсету 2 күнге созылды.",
        "«Базаның жөнделуін екі апта күттік».",
        "Рұқсаттың қолданылу мерзімі 3 жыл.",
        "«10 жыл бойы келіп жүрмін, бәрі жақсы».",
        "Мониторинг 2 айға созылды.",
        "Қызмет көрсету мерзімі 6 айдан кейін қайта қаралады.",
        "Нарушений сроков не выявлено.",
    ],
)
def test_what_was_in_time_and_times_of_other_things_are_silent(told: str) -> None:
    assert findings(FindingClass.DEADLINE, told) == []


@pytest.mark.parametrize(
    ("told", "reported"),
    [
        ("«40 минут күттім, содан кейін қабылдады».", True),
        ("«Мен 1,5 сағат күтіп отырдым».", True),
        ("«Кезекте жарты күн тұрдым».", True),
        ("«Сағаттап кезекте тұрамыз».", True),
        ("Орташа күту уақыты 27 минутты құрады.", True),
        ("Кезек күту 30 минутқа созылады.", True),
        ("Кезек күту уақыты белгіленген нормадан асады.", True),
        ("Келгендердің 20%-ы кезекте 20 минуттан көп тұрған.", True),
        ("«Простоял в очереди два часа».", True),
        ("«10 минут күттім».", False),
        ("Тексерушілер 15 минут күтті.", False),
    ],
)
def test_waiting_longer_than_the_queue_may_take(told: str, reported: bool) -> None:
    assert bool(findings(FindingClass.DEADLINE, told, information=QUEUE)) is reported


@pytest.mark.parametrize("told", ["«Ертең кел деді».", "«Рұқсатты келесі күні алдым».", "«Дүйсенбіде кел деді»."])
def test_another_day_for_a_service_of_minutes(told: str) -> None:
    assert findings(FindingClass.DEADLINE, told, information=SHORT)
    assert findings(FindingClass.DEADLINE, told) == []


def test_a_mean_is_told_once_though_its_words_are_those_of_waiting() -> None:
    told = "Құжаттарды тапсыру кезінде кезекте күтуге орташа 18 минут жұмсалды."
    assert len(findings(FindingClass.DEADLINE, told, information=QUEUE)) == 1
