"""Orders on pilots and transfers, and news of changes; services and orders are invented."""

from kb.extract.act import extract_act
from kb.extract.order_overlays import extract_orders, with_orders
from kb.model import Language, SourceKind
from tests.unit.extract.documents import read_act
from tests.unit.extract.overlay_texts import in_words
from tests.unit.sources.test_news import told

PILOT = """# О реализации пилотного проекта по оказанию государственной услуги «Выдача паспорта маяка» исключительно \
через Государственную корпорацию

1. Реализовать с 1 мая 2031 года по 31 декабря 2031 года в городе Астане пилотный проект по оказанию государственной \
услуги «Выдача паспорта маяка» исключительно через некоммерческое акционерное общество «Государственная корпорация \
«Правительство для граждан».

2. Срок оказания государственной услуги составляет 6 рабочих дней.

3. Департаменту маяков в течение десяти календарных дней обеспечить размещение приказа на интернет-ресурсе.

4. Настоящий приказ вводится в действие по истечении десяти календарных дней после его опубликования.
"""
TRANSFER = """# Мемлекеттік көрсетілетін қызметтерді Мемлекеттік корпорацияға беру туралы

1. Мынадай мемлекеттік көрсетілетін қызметтер 2031 жылғы 1 шілдеден бастап Мемлекеттік корпорация арқылы да \
көрсетіледі:

1) «Шатыр тігуге рұқсат беру»;

2) «Қайық тіркеу».

2. «Көл куәлігін беру» мемлекеттік көрсетілетін қызметінің мерзімі 2031 жылғы 1 шілдеден бастап 15 жұмыс күнінен 5 \
жұмыс күніне дейін қысқартылды.

3. Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.
"""


def read(text: str, language: Language) -> dict[str, list[str]]:
    found = extract_orders(read_act(text, language))
    names = {one.key: one.name_ru or one.name_kk for one in found.mentions}
    stated: dict[str, list[str]] = {name: [] for name in names.values() if name}
    for one in found.statements:
        stated[names[one.service] or ""].append(in_words(one))
    return stated


def test_a_pilot_order_sets_channel_and_term_for_its_city_and_time() -> None:
    period = "KZ-71 from 2031-05-01 to 2032-01-01"
    assert read(PILOT, Language.RU) == {
        "Выдача паспорта маяка": [f"overlay state_corporation only {period}", f"overlay 6 working_day {period}"]
    }


def test_a_transfer_order_speaks_of_each_service_that_it_names() -> None:
    assert read(TRANSFER, Language.KK) == {
        "Шатыр тігуге рұқсат беру": ["overlay state_corporation from 2031-07-01"],
        "Қайық тіркеу": ["overlay state_corporation from 2031-07-01"],
        "Көл куәлігін беру": ["former 15 working_day to 2031-07-01", "overlay 5 working_day from 2031-07-01"],
    }


def test_the_order_speaks_itself_and_each_quotation_is_its_slice() -> None:
    found = extract_orders(read_act(PILOT, Language.RU))
    assert {(one.source_kind, one.by) for one in found.statements} == {(SourceKind.ACT, None)}
    for one in (*found.statements, *found.mentions):
        assert PILOT[one.evidence.start : one.evidence.end] == one.evidence.quote


def test_an_act_that_sets_nothing_in_place_of_others_gives_nothing() -> None:
    rules = "# Правила «Дома маяка»\n\n1. Государственная услуга «Вход на маяк» оказывается 2 рабочих дня.\n"
    assert read(rules, Language.RU) == {}


def test_a_day_of_a_task_is_no_period_of_the_pilot() -> None:
    task = "3. Департаменту маяков до 1 июля 2031 года доложить о ходе работы."
    text = PILOT.replace("2. Срок", f"{task}\n\n4. Срок")
    assert "to 2032-01-01" in read(text, Language.RU)["Выдача паспорта маяка"][-1]


def test_orders_stand_behind_what_the_tables_of_their_act_state() -> None:
    document = read_act(PILOT, Language.RU)
    tables = extract_act(document)
    found = with_orders(document, tables)
    assert found.statements == (*tables.statements, *extract_orders(document).statements)
    assert [one.name_ru for one in found.mentions] == ["Выдача паспорта маяка"]


NEWS = "Государственная услуга «Разрешение на установку скамьи» известна всем. "


def test_news_tell_changes_with_the_old_value_and_dated_plans() -> None:
    changed = told(NEWS, "С 1 мая 2031 года срок оказания услуги сокращён с 15 до 10 рабочих дней.")
    assert [in_words(one) for one in changed.statements] == [
        "former 15 working_day to 2031-05-01",
        "overlay 10 working_day from 2031-05-01",
    ]
    assert {one.source_kind for one in changed.statements} == {SourceKind.NEWS}
    planned = told(NEWS, "С 2033 года услуга будет оказываться только через портал.")
    assert [in_words(one) for one in planned.statements] == ["planned egov_portal only from 2033-01-01"]


def test_a_plan_without_a_day_is_told_of_nothing() -> None:
    assert told(NEWS, "Планируется оказывать услугу только через портал.").statements == ()
