import pytest

from kb.compare.within_act.opposed_wording import find_opposed
from tests.unit.compare.within_act.invented_acts import (
    CHANNEL,
    DOCUMENTS,
    FORM,
    OTHER,
    REFUSAL,
    RULES,
    SCHEDULE,
    found,
    table,
)

ONE_TIME = "1) заявление, удостоверенное ЭЦП услугополучателя или одноразовым паролем;"
SIGNATURE = "Услуга доступна в электронной форме через портал при условии наличия ЭЦП."


def reasons(*texts: str) -> list[str]:
    return [reason for reason, _, _ in found(find_opposed, *texts)]


def test_a_sound_table_is_silent() -> None:
    assert reasons(RULES + table({})) == []


def test_a_password_in_one_row_and_a_signature_alone_in_another() -> None:
    (clash,) = found(find_opposed, RULES + table({DOCUMENTS: ONE_TIME, OTHER: SIGNATURE}))
    assert clash[0] == "signature_of_request"
    assert "одноразовым" in clash[1]
    assert "наличия ЭЦП" in clash[2]


def test_a_password_for_digital_documents_is_no_way_to_sign() -> None:
    consent = "цифровые документы берут при согласии владельца документа, данном одноразовым паролем;"
    assert reasons(RULES + table({DOCUMENTS: consent, OTHER: SIGNATURE})) == []
    both = "Услуга доступна через портал при условии наличия ЭЦП или одноразового пароля."
    assert reasons(RULES + table({DOCUMENTS: ONE_TIME, OTHER: both})) == []


def test_a_portal_alone_has_no_queue_no_paper_and_no_desk() -> None:
    rows = {SCHEDULE: "Услуга оказывается в порядке очереди.", FORM: "Электронная/бумажная", DOCUMENTS: "Услугодателю:"}
    assert sorted(reasons(RULES + table(rows))) == [
        "documents_to_absent_provider",
        "paper_form_at_portal",
        "queue_at_portal",
    ]
    desk = rows | {CHANNEL: "Прием через канцелярию услугодателя и веб-портал www.egov.kz."}
    assert reasons(RULES + table(desk)) == []


def test_a_body_named_by_its_kind_is_a_channel_too() -> None:
    rows = {CHANNEL: "Прием ведут инспекции причалов и веб-портал www.egov.kz.", FORM: "Электронная/бумажная"}
    assert reasons(RULES + table(rows)) == []


def test_the_corporation_where_it_is_no_channel() -> None:
    rows = {OTHER: "Работник Государственной корпорации принимает документы на дому."}
    assert reasons(RULES + table(rows)) == ["documents_to_absent_corporation"]
    serves = rows | {CHANNEL: "Через Государственную корпорацию и веб-портал www.egov.kz."}
    assert reasons(RULES + table(serves)) == []


@pytest.mark.parametrize(
    ("point", "rows"),
    [
        ("2. При неполном пакете документов услугодатель дает мотивированный отказ в дальнейшем рассмотрении.", {}),
        ("2. Об изменениях в правилах услугодатель сообщает Государственной корпорации.", {}),
        ("2. Заявление направляется и по почте.", {CHANNEL: "Через канцелярию услугодателя."}),
        ("", {FORM: "Электронная (полностью автоматизированная).", REFUSAL: "1) отказ после заслушивания;"}),
        (
            "",
            {
                FORM: "Электронная (полностью автоматизированная) /",
                DOCUMENTS: "Заявитель предъявляет услугодателю паспорт.",
                CHANNEL: "1) услугодатель;\n2) веб-портал www.egov.kz.",
            },
        ),
        ("", {DOCUMENTS: "1) заявление согласно приложению 2 к настоящему стандарту;"}),
        ("", {OTHER: f"Услугу получают с одноразовым паролем.\n{SIGNATURE}"}),
        ("", {REFUSAL: "1) причала нет;\nЗаконами могут устанавливаться иные основания для отказа."}),
        ("2. Оператор проверяет запросы.", {FORM: "Электронная (автоматизированная)."}),
    ],
)
def test_terms_of_art_and_commonplaces_stay_silent(point: str, rows: dict[str, str]) -> None:
    """Readers without sight of the rules called these no contradictions."""
    assert reasons(RULES + point + "\n\n" + table(rows)) == []


def test_data_at_hand_and_data_not_at_hand_cannot_both_spare_a_document() -> None:
    spared = "документ не нужен: при возможности получения данных из системы его подача не требуется;"
    wrong = "чертеж: при невозможности получения данных из системы его подача не требуется;"
    assert reasons(RULES + table({DOCUMENTS: f"{spared}\n{wrong}"})) == ["data_at_hand_or_not"]
    assert reasons(RULES + table({DOCUMENTS: spared})) == []
