"""Items of one service's list of documents in another's; services, papers and sentences are invented."""

from kb.compare.overlap import PastedKind
from kb.model import Language
from tests.unit.compare.overlap.test_pasting import pasted, report, service

NAMES = {
    "hive": "Регистрация пасечных ульев",
    "kite": "Разрешение на запуск воздушных змеев",
    "ford": "Обследование речного брода",
    "bell": "Настройка колокольного звона",
}
SERVICES = [service(key, ru=name) for key, name in NAMES.items()]
LISTED = "Перечень документов, необходимых для оказания услуги: 1) заявление жителя посёлка;"
ITEM = "2) описание каркаса и хвоста воздушных змеев с указанием длины бечёвки и имени мастера"
OWN = {
    "hive": ("Результат: пасечные ульи внесены в книгу.", f"{LISTED} 2) число рамок в каждом из пасечных ульев."),
    "kite": (
        "Результат: разрешение на запуск воздушных змеев.",
        f"{LISTED}\n{ITEM}.",
        "Мастер проверяет каркас, хвост и бечёвку воздушных змеев в день запуска.",
    ),
    "ford": ("Результат: речной брод обследован.", f"{LISTED} 2) схема речного брода."),
    "bell": ("Результат: колокольный звон настроен.", f"{LISTED} 2) ноты колокольного звона."),
}


def found(**more: str) -> list[tuple[str, str, PastedKind]]:
    """What is told where clauses are added to services."""
    sections = {key: (*paragraphs, *((more[key],) if key in more else ())) for key, paragraphs in OWN.items()}
    told = pasted(report(sections, language=Language.RU), SERVICES)
    return [(one.service, one.other, one.kind) for one in told]


def test_an_item_in_the_words_of_another_service() -> None:
    assert found() == []
    assert found(hive=f"{LISTED}\n{ITEM}.") == [("hive", "kite", PastedKind.PASSAGE)]


def test_rows_of_a_table_share_their_frame() -> None:
    rows = ITEM.replace(" с указанием", "</td></tr><tr><td> с указанием")
    assert found(hive=f"{LISTED}\n{rows}.") == []


def test_an_item_whose_words_the_service_uses_itself() -> None:
    own = "Каркас, хвост, бечёвку и мастера воздушных змеев пасека описывает для пугала. Длина и описание указаны."
    sections = {**OWN, "hive": (*OWN["hive"], own, f"{LISTED}\n{ITEM}.")}
    assert pasted(report(sections, language=Language.RU), SERVICES) == []
