"""Pairs of phrases on channels, people, payment and refusals."""

import pytest

from kb.compare.within_act.opposed_wording import find_opposed
from tests.unit.compare.within_act.invented_acts import (
    CHANNEL,
    DOCUMENTS,
    FEE,
    FORM,
    NAME,
    OTHER,
    REFUSAL,
    RESULT,
    RULES,
    TERM,
    found,
    table,
)

OFFICE = "Через канцелярию услугодателя и веб-портал www.egov.kz."


def reasons(*texts: str) -> list[str]:
    return [reason for reason, _, _ in found(find_opposed, *texts)]


@pytest.mark.parametrize(
    ("point", "rows", "told"),
    [
        (
            "Заявление подают через веб-портал «электронного правительства».",
            {CHANNEL: "Веб-порталы www.egov.kz и www.elicense.kz."},
            [],
        ),
        ("Причал описывают.", {TERM: "Срок – 5 дней; время ожидания – 15 минут."}, ["waiting_at_portal"]),
        ("Причал описывают.", {CHANNEL: OFFICE, TERM: "Срок – 5 дней; время ожидания – 15 минут."}, []),
        ("Причал описывают.", {CHANNEL: OFFICE, FORM: "Бумажная."}, ["paper_form_with_portal"]),
        ("Причал описывают.", {CHANNEL: OFFICE, FORM: "Электронная и бумажная."}, []),
        (
            "Причал описывают.",
            {CHANNEL: OFFICE, RESULT: "Паспорт. Форма предоставления результата: бумажная."},
            ["paper_result_of_electronic_service"],
        ),
        (
            "Причал описывают.",
            {CHANNEL: OFFICE, FORM: "Электронная и бумажная.", RESULT: "Форма предоставления результата: бумажная."},
            [],
        ),
        ("Причал описывают.", {DOCUMENTS: "1) квитанция об оплате за осмотр;"}, ["free_and_receipt"]),
        ("Причал описывают.", {DOCUMENTS: "1) квитанция об оплате;", FEE: "Платно – 2 МРП, детям бесплатно."}, []),
        (
            "Заявитель обращается с предоставлением удостоверения личности.",
            {DOCUMENTS: "1) документ, удостоверяющий личность;"},
            ["one_kind_of_identity_document"],
        ),
        (
            "Заявитель обращается с предоставлением удостоверения личности или паспорта.",
            {DOCUMENTS: "1) документ, удостоверяющий личность;"},
            [],
        ),
        (
            "Отказ выдают по основаниям, указанным в пункте 1 статьи 32 Закона о причалах.",
            {TERM: "Отказ по основаниям, указанным в пункте 9 настоящего Перечня, – 2 дня."},
            ["grounds_by_two_addresses"],
        ),
        (
            "Государственная услуга оказывается физическим лицам.",
            {TERM: "Гражданам Республики Казахстан – 2 дня."},
            ["only_citizens_in_table"],
        ),
        (
            "За услугой обращается юридическое лицо (далее – услугополучатель).",
            {REFUSAL: "1) нет согласия на доступ к его персональным данным;"},
            [],
        ),
        (
            "Прием ведут в день поступления заявления.",
            {TERM: "Комитет регистрирует заявление в срок не менее двух часов."},
            ["least_for_most"],
        ),
        (
            "Прием ведут в день поступления заявления.",
            {TERM: "О заслушивании комитет сообщает не менее чем за два дня."},
            [],
        ),
        (
            "Причал описывают.",
            {
                DOCUMENTS: "Комитет формирует запросы в информационные системы.\n"
                "Заявитель предоставляет вышеуказанные документы на бумаге."
            },
            ["asked_though_obtained"],
        ),
    ],
)
def test_pairs(point: str, rows: dict[str, str], told: list[str]) -> None:
    assert reasons(f"{RULES}2. {point}\n\n{table(rows)}") == told


def test_the_title_of_the_chapter_on_complaints() -> None:
    chapter = "2. Прием ведут через портал.\n\n### Глава 2. Порядок обжалования решений Государственной корпорации\n\n"
    assert reasons(RULES + chapter + table({})) == ["complaint_title_on_corporation"]
    point = "3. Жалоба на работника Государственной корпорации подается ее руководителю.\n\n"
    assert reasons(RULES + chapter + point + table({})) == ["complaint_on_corporation"]


def test_words_on_third_persons_in_a_permit() -> None:
    words = "Запрос третьих лиц возможен при условии согласия лица, в отношении которого запрашиваются сведения."
    assert reasons(RULES + table({OTHER: words})) == []
    permit = (RULES + table({OTHER: words})).replace(NAME, "Выдача разрешения на рыболовный причал")
    assert reasons(permit) == ["third_parties_of_a_licence"]


def test_stateless_persons_of_a_service_for_foreigners() -> None:
    rules = RULES.replace(NAME, "Учет иностранцев на причале")
    point = "2. Для иностранцев и лиц без гражданства основанием служит заявление.\n\n"
    assert reasons(rules + point + table({})) == ["stateless_beside_foreigners"]
