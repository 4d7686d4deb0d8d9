"""How far the headings of a list reach; the services are invented."""

from kb.model import Attribute, Language, RequiredDocument, ScopeField, Statement
from tests.unit.extract.list_reading import read_list, words

KK, RU = Language.KK, Language.RU
DOCUMENT = Attribute.DOCUMENT


def scopes(statements: list[Statement]) -> list[tuple[str | None, str | None]]:
    """The channel (its code, else its words) and the case of each item."""
    return [(shown(one.scope.channel), one.scope.case.text if one.scope.case else None) for one in statements]


def shown(field: ScopeField | None) -> str | None:
    return (field.code or field.text) if field else None


def test_a_heading_goes_on_behind_a_sentence_that_explains_an_item() -> None:
    text = (
        "Государственной корпорации:\n1) заявление;\n2) удостоверение личности.\n"
        "При обращении представителя предоставляется доверенность.\n3) карта пасеки;\n"
        "на портал:\n1) электронный запрос."
    )
    read = read_list(text, RU, DOCUMENT)
    assert {one.value.text: shown(one.scope.channel) for one in read if isinstance(one.value, RequiredDocument)} == {
        "заявление": "state_corporation",
        "удостоверение личности": "state_corporation",
        "При обращении представителя предоставляется доверенность": None,
        "карта пасеки": "state_corporation",
        "электронный запрос": "egov_portal",
    }


def test_a_heading_goes_on_behind_a_note_where_the_numbers_go_on() -> None:
    text = (
        "порталға:\n1) өтініш;\n2) омарта картасы;\nЕскерту: омарташыларға мыналар жатады:\nұя иелері;\nкөмекшілер;\n"
        "3) ара анықтамасы."
    )
    read = read_list(text, KK, DOCUMENT)
    assert words(read) == ["өтініш", "омарта картасы", "ара анықтамасы"]
    assert scopes(read) == [("egov_portal", None)] * 3


def test_a_channel_below_a_case_gives_way_to_the_next_channel_of_the_case() -> None:
    text = (
        "при выдаче паспорта улья:\nуслугодателю:\n1) заявление;\nна портал:\n1) электронный запрос;\n"
        "при замене паспорта улья:\nуслугодателю:\n1) прежний паспорт."
    )
    assert scopes(read_list(text, RU, DOCUMENT)) == [
        ("provider_office", "при выдаче паспорта улья"),
        ("egov_portal", "при выдаче паспорта улья"),
        ("provider_office", "при замене паспорта улья"),
    ]


def test_a_colon_parts_a_case_from_its_channel() -> None:
    text = "ұя паспортын алғаш беру кезінде: Мемлекеттік корпорацияға:\n1) өтініш;\nпорталға:\n1) сұрау салу."
    assert scopes(read_list(text, KK, DOCUMENT)) == [
        ("state_corporation", "ұя паспортын алғаш беру кезінде"),
        ("egov_portal", "ұя паспортын алғаш беру кезінде"),
    ]


def test_a_heading_of_two_channels_restricts_its_items_to_them_in_words() -> None:
    text = "услугодателю или в Государственную корпорацию:\n1) заявление;\nна портал:\n1) запрос."
    assert scopes(read_list(text, RU, DOCUMENT)) == [
        ("услугодателю или в Государственную корпорацию", None),
        ("egov_portal", None),
    ]


def test_words_of_a_channel_before_a_colon_are_a_heading_of_the_document_behind_them() -> None:
    text = "1) к услугодателю: карта пасеки;\n2) на портал: запрос в электронном виде."
    read = read_list(text, RU, DOCUMENT)
    assert words(read) == ["карта пасеки", "запрос в электронном виде"]
    assert scopes(read) == [("provider_office", None), ("egov_portal", None)]


def test_points_and_numbers_are_two_styles() -> None:
    text = "1. Для учёта пасеки услугополучатель представляет услугодателю:\n1) заявление;\n2) карта пасеки."
    assert [channel for channel, _ in scopes(read_list(text, RU, DOCUMENT))] == ["provider_office", "provider_office"]


def test_a_recipient_that_is_excepted_is_none() -> None:
    text = "для замены паспорта, кроме случаев реорганизации юридического лица:\n1) заявление;\n2) карта пасеки."
    assert [one.scope.recipient for one in read_list(text, RU, DOCUMENT)] == [None, None]


def test_a_line_in_the_middle_of_a_sentence_belongs_to_the_item_before() -> None:
    text = "1) заявление;\n2) выписка, выданная пасечным союзом\nдля учёта ульев;\n3) карта пасеки."
    assert words(read_list(text, RU, DOCUMENT)) == [
        "заявление",
        "выписка, выданная пасечным союзом для учёта ульев",
        "карта пасеки",
    ]


def test_what_a_heading_says_the_office_asks_for_is_obtained_by_the_state() -> None:
    text = (
        "услугодатель формирует запросы в информационные системы для получения сведений:\n"
        "1) о составе пасеки;\n2) о регистрации ульев."
    )
    read = read_list(text, RU, DOCUMENT)
    assert [one.value.obtained_by_state for one in read if isinstance(one.value, RequiredDocument)] == [True, True]


def test_a_sentence_that_points_back_gives_the_list_of_its_case() -> None:
    text = (
        "1) заявление;\n2) карта пасеки;\n3) договор о продаже улья;\n4) квитанция об оплате.\n"
        "При замене карты пасеки услугополучатель предоставляет документы, указанные в подпунктах 1), 2) и 4) "
        "настоящего пункта."
    )
    case = "При замене карты пасеки"
    again = [one for one in read_list(text, RU, DOCUMENT) if one.scope.case and one.scope.case.text == case]
    assert words(again) == ["заявление", "карта пасеки", "квитанция об оплате"]
    assert len({one.evidence.start for one in again}) == 3


def test_a_kazakh_sentence_points_back_too() -> None:
    text = (
        "1) өтініш;\n2) омарта картасы;\n3) төлем түбіртегі.\n"
        "Омарта картасын ауыстыру кезінде осы Тізбенің 1) және 3) тармақшаларында көрсетілген құжаттар тапсырылады."
    )
    again = [one for one in read_list(text, KK, DOCUMENT) if one.scope.case]
    assert words(again) == ["өтініш", "төлем түбіртегі"]


def test_numbers_that_are_only_told_of_give_no_list() -> None:
    text = (
        "1) заявление;\n2) карта пасеки.\n"
        "Документы, указанные в подпунктах 1) и 2) настоящего пункта, возвращаются после сверки."
    )
    assert words(read_list(text, RU, DOCUMENT)) == ["заявление", "карта пасеки"]
