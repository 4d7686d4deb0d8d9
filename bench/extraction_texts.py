"""Long reports and acts in the shapes of their sources, made from a seed, all invented."""

import random

from bench.memory_documents import service_name
from bench.reading_pages import WORDS

DAYS, MARKS, POINTS = 30, 5, 12
TITLE = "ОБЩЕСТВЕННЫЙ МОНИТОРИНГ КАЧЕСТВА ОКАЗАНИЯ ГОСУДАРСТВЕННЫХ УСЛУГ"


def make_report(sections: int, dice: random.Random) -> str:
    """A monitoring report of so many sections, with their ranking."""
    ranking = "\n".join(
        f"{service_name(number)}\t{dice.randint(20, 400)}\t4,{dice.randint(10, 99)}\t{dice.randint(60, 99)},0%"
        for number in range(sections)
    )
    told = "\n\n".join(_section(number, dice) for number in range(sections))
    heads = "Наименование услуги\tN\tСредний балл\tУдовлетворённость"
    return f"{TITLE}\n\nОтчёт за 2031 год\n\n{told}\n\nТаблица 1. Услуги по удовлетворённости\n\n{heads}\n{ranking}\n"


def make_act(services: int, dice: random.Random, *, first: int = 0) -> str:
    """Rules with a chapter and a list of main requirements, of about the same length, for each of so many services.

    The first of them is the service `first`.
    """
    name = service_name(first)
    chapters = "\n\n".join(
        f"### Глава {number + 1}. {_words(dice, 4).capitalize()}\n\n{_points(number, dice)}"
        for number in range(services)
    )
    lists = "\n\n".join(_requirements(first + number, number + 1, dice) for number in range(services))
    return (
        f"# Об утверждении Правил оказания государственной услуги «{name}»\n\nВ целях порядка в парках ПРИКАЗЫВАЮ:\n\n"
        f"1. Утвердить Правила оказания государственной услуги «{name}» по приложению.\n\n"
        "> *Приложение*\n> *к приказу от 9 апреля 2031 года*\n> *№ 98-1*\n\n"
        f"## Правила оказания государственной услуги «{name}»\n\n{chapters}\n\n{lists}\n"
    )


def _points(chapter: int, dice: random.Random) -> str:
    first = chapter * POINTS + 1
    return "\n\n".join(f"{number}. {_sentences(dice, 3)}" for number in range(first, first + POINTS))


def _section(number: int, dice: random.Random) -> str:
    days, places = dice.randint(2, DAYS), dice.randint(20, 400)
    talk = "\n\n".join(_sentences(dice, 5) for _ in range(8))
    rows = "\n".join(f"{mark}\t{dice.randint(1, 99)}\t{dice.randint(1, 99)},5%" for mark in range(1, MARKS + 1))
    return (
        f"{number + 1}. {service_name(number)}\n\nОбщие сведения об услуге\n\n"
        f"Государственная услуга оказывается Управлением парков области № {number % 17 + 1}.\n\n"
        "Приём заявлений и выдача результата осуществляются через канцелярию услугодателя, Государственную корпорацию "
        "и портал www.egov.kz.\n\n"
        f"Срок оказания государственной услуги – {days} рабочих дней; при переоформлении – {days + 3} рабочих дня.\n\n"
        f"Максимально допустимое время ожидания в очереди – 15 (пятнадцать) минут.\n\nРазмер оплаты: 0,{days} МРП.\n\n"
        f"Приказом Министра парков от {days % 27 + 1} мая 2030 года № {number + 1} утверждены правила.\n\n"
        f"Основные результаты исследования\n\nУдовлетворённость услугой составила {dice.randint(60, 99)},0%, "
        f"средний балл 4,{dice.randint(10, 99)}. Опрошено {places} получателей.\n\n{rows}\n\n{talk}\n\n"
        f"Выводы и рекомендации\n\n- Сократить срок с {days} до {days - 1} рабочих дней.\n\n- {_sentences(dice, 2)}"
    )


def _requirements(number: int, annex: int, dice: random.Random) -> str:
    days = dice.randint(2, DAYS)
    papers = "\n".join(f"{item}) копия документа о {_words(dice, 6)};" for item in range(1, 15))
    grounds = "\n".join(f"{item}) установление недостоверности {_words(dice, 12)};" for item in range(1, 7))
    rows = (
        ("Наименование услугодателя", f"Управления парков области № {number % 17 + 1}"),
        (
            "Способы предоставления государственной услуги",
            "1) канцелярия услугодателя;\n2) Государственная корпорация;\n3) веб-портал www.egov.kz.",
        ),
        (
            "Срок оказания государственной услуги",
            f"1) с момента сдачи пакета документов – {days} рабочих дней;\n2) при выдаче дубликата – {days + 1} "
            "календарных дней;\n3) максимально допустимое время ожидания – 15 (пятнадцать) минут.",
        ),
        ("Форма оказания государственной услуги", "Электронная (частично автоматизированная) и (или) бумажная"),
        ("Результат оказания государственной услуги", f"Бумага о {_words(dice, 8)}."),
        (
            "Размер платы, взимаемой с услугополучателя",
            f"За выдачу – {days % 9 + 1} МРП, за переоформление – 10 % от ставки при выдаче, но не более 4 МРП.",
        ),
        ("График работы", "С понедельника по пятницу с 9.00 до 18.30 часов, обед с 13.00 до 14.30 часов."),
        ("Перечень документов, необходимых для оказания государственной услуги", f"1. Услугодателю:\n{papers}"),
        ("Основания для отказа в оказании государственной услуги", grounds),
        ("Иные требования", _sentences(dice, 4)),
    )
    table = "\n".join(
        f"<tr>\n<td>{row}</td>\n<td>{label}</td>\n<td>\n{value}\n</td>\n</tr>"
        for row, (label, value) in enumerate(rows, start=1)
    )
    return (
        f"> *Приложение {annex}*\n> *к Правилам*\n\n## Перечень основных требований к оказанию государственной услуги "
        f"«{service_name(number)}»\n\n<table>\n{table}\n</table>"
    )


def _sentences(dice: random.Random, count: int) -> str:
    return " ".join(f"{_words(dice, dice.randint(8, 24)).capitalize()}." for _ in range(count))


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count))
