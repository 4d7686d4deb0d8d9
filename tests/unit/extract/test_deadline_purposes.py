"""What a term is the term of, and whose it is, where one sentence tells of several."""

from decimal import Decimal

import pytest

from kb.model import Bound, Deadline, Purpose, Scope, Unit
from tests.unit.extract.term_reading import deadlines_of, statements_of

SERVICE, OTHER = Purpose.SERVICE, Purpose.OTHER
SENTENCES = [
    (
        "Мерзімі: құжаттардың толықтығын тексеру – 2 жұмыс күні, қарау – 9 жұмыс күні, дәлелді бас тарту – 3 күн.",
        [Purpose.ACCEPTANCE, SERVICE, Purpose.REFUSAL],
    ),
    (
        "Срок: проверка полноты документов – 2 дня; рассмотрение – 9 рабочих дней; мотивированный отказ – 3 дня.",
        [Purpose.ACCEPTANCE, SERVICE, Purpose.REFUSAL],
    ),
    (
        "Срок: 7 рабочих дней, при непредставлении документов – отказ в течение 2 рабочих дней.",
        [SERVICE, Purpose.REFUSAL],
    ),
    ("Срок: заявление подается не позднее чем за 15 дней до начала лова.", [OTHER]),
    ("Срок: выдача билета либо мотивированный отказ – 4 рабочих дня.", [SERVICE]),
    ("Мерзімі: билет беру не бас тарту туралы дәлелді жауап – 4 жұмыс күні.", [SERVICE]),
    (
        "Мерзімі: мерзім 30 күнтізбелік күнге дейін ұзартылады, бұл туралы 3 жұмыс күні ішінде хабардар етіледі.",
        [Purpose.EXTENSION, OTHER],
    ),
    (
        "Срок: при проверке срок продлевается на 10 дней, о чем заявитель уведомляется в течение 2 рабочих дней.",
        [Purpose.EXTENSION, OTHER],
    ),
    (
        "Мерзімі: өтініш берушіге хабарлама жібере отырып, мерзім күнтізбелік 30 күнге дейін ұзартылады.",
        [Purpose.EXTENSION],
    ),
    (
        "Мерзімі: мерзім 20 күнге дейін басқа органға сұрау салынған жағдайда басшының шешімімен ұзартылады.",
        [Purpose.EXTENSION],
    ),
    ("Срок: услуга приостанавливается не более чем на один месяц.", [Purpose.EXTENSION]),
    ("Мерзімі: қызмет екі айдан аспайтын мерзімге тоқтатылады.", [Purpose.EXTENSION]),
    ("Срок: билет хранится в Государственной корпорации один месяц.", [Purpose.RESULT_PICKUP]),
    ("Срок: билет действителен один год.", [OTHER]),
    ("Срок: если в течение 3 рабочих дней оплата не поступила, заявление не рассматривается.", [OTHER]),
    ("Мерзімі: балық ауланғаннан кейін екі ай ішінде жүгінсе – 1 жұмыс күні.", [OTHER, SERVICE]),
    ("Мерзімі: егер тексеру керек болса, 10 жұмыс күні.", [SERVICE]),
    ("Срок: 20 рабочих дней, в том числе 5 рабочих дней на согласование.", [SERVICE, OTHER]),
    (
        "Срок: 1 рабочий день, максимально допустимое время ожидания – 15 минут, обслуживания – 20 минут.",
        [SERVICE, Purpose.QUEUE, Purpose.SERVING],
    ),
    # a notice, or papers filled in, before or beside the service itself
    ("Срок: получение уведомления о дне примерки – 1 рабочий день; пошив – 9 дней.", [OTHER, SERVICE]),
    ("Мерзімі: өлшеу күні туралы хабарлама алу – 1 жұмыс күні; тігу – 9 күн.", [OTHER, SERVICE]),
    (
        "Мерзімі: иесіне хабарлама жібере отырып, 30 күнге дейін сұрау түскеннен бастап 2 күн ішінде ұзартылады.",
        [Purpose.EXTENSION, OTHER],
    ),
    (
        "Срок: 2 дня.\nМаксимально допустимое время ожидания – 15 минут.\n"
        "Максимально допустимое время для заполнения анкеты – 10 минут.\n"
        "Максимальное допустимое время обслуживания – 20 минут.",
        [SERVICE, Purpose.QUEUE, OTHER, Purpose.SERVING],
    ),
    (
        "Мерзімі: 2 күн.\nКезек күтудің ең ұзақ уақыты – 15 минут.\n"
        "Сауалнаманы толтыру үшін рұқсат етілген ең ұзақ уақыт – 10 минут.",
        [SERVICE, Purpose.QUEUE, OTHER],
    ),
    # a paper is prolonged, or the term
    ("Срок: продление билета – 4 дня; продление срока – 5 дней.", [Purpose.EXTENSION, Purpose.EXTENSION]),
    ("Срок: продление разрешения – 4 дня.", [SERVICE]),
    ("Мерзімі: рұқсатты ұзарту – 4 күн.", [SERVICE]),
    # the word for health is not that for keeping
    ("Срок: в организации здравоохранения – 3 часа.", [SERVICE]),
    ("Срок: передает билет не позднее чем за сутки до истечения срока.", [Purpose.RESULT_PICKUP]),
    ("Мерзімі өткенге дейін бір тәуліктен кешіктірмей билетті жеткізеді.", [Purpose.RESULT_PICKUP]),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_each_term_of_a_sentence_has_its_own_purpose(text: str, wanted: list[Purpose]) -> None:
    assert [term.purpose for term in deadlines_of(text)] == wanted


def test_the_longest_permitted_waiting_time_is_an_upper_limit_in_every_channel() -> None:
    text = "Максимально допустимое время ожидания у услугодателя – 30 минут, в Государственной корпорации – 15 минут."
    found = [(term.value, term.bound, term.purpose) for term in deadlines_of(text)]
    assert found == [(Decimal(30), Bound.MAX, Purpose.QUEUE), (Decimal(15), Bound.MAX, Purpose.QUEUE)]


def test_a_day_below_a_serving_time_is_a_term_of_the_service() -> None:
    text = "Қызмет көрсету уақыты: 20 минут.\nБилет 3 жұмыс күні ішінде беріледі."
    assert [term.purpose for term in deadlines_of(text)] == [Purpose.SERVING, SERVICE]


def _scopes(text: str) -> list[Scope]:
    return [item.scope for item in statements_of(text) if isinstance(item.value, Deadline)]


def test_regions_and_channels_are_told_by_their_codes_alone() -> None:
    text = "Срок: в городе Астана – 1 рабочий день, в других регионах – 20 календарных дней, через портал – 1 час."
    astana, others, portal = _scopes(text)
    assert astana.region is not None
    assert astana.region.code == "KZ-71"
    assert others.region is not None
    assert others.region.code is None
    assert portal.channel is not None
    assert portal.channel.code == "egov_portal"
    assert [scope.case for scope in (astana, others, portal)] == [None, None, None]


def test_recipients_of_terms_are_told_by_their_codes() -> None:
    text = "Мерзімі: жеке тұлғаларға – 5 жұмыс күні, заңды тұлғаларға – 10 жұмыс күні, шетелдіктерге – 15 жұмыс күні."
    assert [scope.recipient.code if scope.recipient else None for scope in _scopes(text)] == [
        "individual", "legal_entity", "foreigner"
    ]  # fmt: skip


def test_a_case_behind_its_term_does_not_leak_to_the_next() -> None:
    text = "Срок: до пяти рабочих дней при выдаче билета, до двух рабочих дней при замене билета, 1 месяц."
    assert [scope.case.text if scope.case else None for scope in _scopes(text)] == [
        "при выдаче билета", "при замене билета", None
    ]  # fmt: skip


def test_urgency_and_records_are_cases() -> None:
    text = "Мерзімі: мәліметтер болған кезде – 10 минут, болмаған кезде – 15 жұмыс күні, шұғыл – 1 жұмыс күні."
    assert [scope.case.text if scope.case else None for scope in _scopes(text)] == [
        "мәліметтер болған кезде", "болмаған кезде", "шұғыл"
    ]  # fmt: skip


def test_a_day_named_beside_its_minutes_keeps_its_unit() -> None:
    assert [term.unit for term in deadlines_of("Срок: 2 рабочих дня; 30 минут.")] == [Unit.WORKING_DAY, Unit.MINUTE]
