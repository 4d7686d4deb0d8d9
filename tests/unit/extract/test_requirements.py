"""Other requirements, e-signature, notice, appeal, hours of places, who made the standard; invented wording."""

import pytest

from kb.extract import extract_text
from kb.model import Attribute, Language, Statement, Text

KK, RU = Language.KK, Language.RU


def stated(text: str, language: Language, attribute: Attribute) -> list[Statement]:
    return [item for item in extract_text(text, language).statements if item.attribute is attribute]


def codes(text: str, language: Language, attribute: Attribute) -> list[str | None]:
    return [item.value.code for item in stated(text, language, attribute) if isinstance(item.value, Text)]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Иные требования: подать заявку на портале можно при наличии ЭЦП.", RU, "required"),
        ("Иные требования: заявка принимается без ЭЦП.", RU, "not_required"),
        ("Иные требования: достаточно одноразового пароля, ЭЦП можно не иметь.", RU, "one_time_password"),
        ("Өзге талаптар: порталда электрондық цифрлық қолтаңба болуы керек.", KK, "required"),
        ("Өзге талаптар: өтінім бір реттік пароль арқылы расталады.", KK, "one_time_password"),
    ],
)
def test_whether_a_signature_is_needed(text: str, language: Language, code: str) -> None:
    assert codes(text, language, Attribute.ESIGNATURE) == [code]
    (whole,) = stated(text, language, Attribute.OTHER_REQUIREMENT)
    assert whole.evidence.quote == text.split(": ", 1)[1].rstrip(".")


def test_a_list_that_names_the_signature_with_each_item_tells_it_once() -> None:
    text = "Перечень документов:\n1) заявление, подписанное ЭЦП;\n2) справка, подписанная ЭЦП.\n"
    assert codes(text, RU, Attribute.ESIGNATURE) == ["required"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "Иные требования: информацию о статусе заявки дают личный кабинет портала и Единый контакт-центр 1414.",
            RU,
            ["portal", "contact_centre"],
        ),
        ("Өзге талаптар: өтінім мәртебесі туралы ақпаратты жеке кабинеттен біледі.", KK, ["portal"]),
        ("Иные требования: уведомление о готовности приходит по SMS.", RU, ["sms"]),
        ("Иные требования: заявку подают в личном кабинете.", RU, []),
    ],
)
def test_how_one_learns_of_the_state(text: str, language: Language, found: list[str]) -> None:
    assert codes(text, language, Attribute.NOTIFICATION) == found


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Обжалование: жалоба подаётся руководителю услугодателя.", RU, "provider_head"),
        ("Обжалование: можно обратиться в суд.", RU, "court"),
        ("Шағымдану тәртібі: шағым қызметті берушінің басшысына беріледі.", KK, "provider_head"),
        ("Обжалование: жалоба подаётся руководителю услугодателя, затем в суд.", RU, None),
    ],
)
def test_to_whom_one_complains(text: str, language: Language, code: str | None) -> None:
    assert codes(text, language, Attribute.APPEAL) == [code]


def test_hours_are_those_of_the_place_before_the_dash() -> None:
    text = "График работы:\nуслугодателя – с 9.00 до 18.00 часов;\nпортала – круглосуточно.\n"
    found = stated(text, RU, Attribute.SCHEDULE)
    assert [item.scope.channel and item.scope.channel.code for item in found] == ["provider_office", "egov_portal"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Жұмыс кестесі: сағат 9.00-ден 18.00-ге дейін.\nМемлекеттік қызмет көрсету мекенжайлары:\n1) www.kol.kz.", KK),
        ("График работы: с 9.00 до 18.00 часов.\nАдреса мест оказания услуги размещены на:\n1) www.kol.kz.", RU),
    ],
)
def test_addresses_below_the_hours_are_no_hours(text: str, language: Language) -> None:
    (found,) = stated(text, language, Attribute.SCHEDULE)
    assert "9.00" in found.evidence.quote


@pytest.mark.parametrize(
    ("text", "language", "body"),
    [
        ("2. Стандарт государственной услуги разработан Комитетом озёр.", RU, "Комитетом озёр"),
        ("Мемлекеттік қызмет стандарты Көл комитетімен әзірленген.", KK, "Көл комитетімен"),
    ],
)
def test_who_made_the_standard_is_not_the_provider(text: str, language: Language, body: str) -> None:
    (found,) = stated(text, language, Attribute.COMPETENT_BODY)
    assert found.evidence.quote == body
    assert stated(text, language, Attribute.PROVIDER) == []
