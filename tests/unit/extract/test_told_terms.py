"""Terms in people's own words, and remarks on terms, in a report of an invented service."""

from decimal import Decimal

import pytest

from kb.extract import extract_document
from kb.model import Attribute, Deadline, Purpose, Remark, RemarkKind, SourceKind, Unit
from tests.unit.extract.documents import read_report
from tests.unit.extract.test_report import REPORT, TENT


def _report(paragraph: str) -> str:
    return REPORT.replace("Мерзімді 1 күнге", f"{paragraph}\n\nМерзімді 1 күнге")


def _terms(paragraph: str) -> list[tuple[SourceKind, Deadline]]:
    """The terms that only the paragraph adds to the report."""
    before = {one.evidence.quote for one in extract_document(read_report(REPORT)).statements}
    return [
        (one.source_kind, one.value)
        for one in extract_document(read_report(_report(paragraph))).statements
        if isinstance(one.value, Deadline) and one.service == TENT and one.evidence.quote not in before
    ]


def _remarks(paragraph: str) -> list[Remark]:
    subjects = ("longer_wait", "promised_wait", "wished_term", "two_standards")
    known = {one.evidence.quote for one in extract_document(read_report(REPORT)).remarks}
    found = extract_document(read_report(_report(paragraph))).remarks
    return [one for one in found if one.subject in subjects and one.evidence.quote not in known]


@pytest.mark.parametrize(
    ("paragraph", "number", "unit", "purpose"),
    [
        ("«Құжатты үш айға жуық күттім».", 3, Unit.MONTH, Purpose.SERVICE),
        ("«2 ай бойы рұқсат ала алмай жүрміз».", 2, Unit.MONTH, Purpose.SERVICE),
        ("«З ай күтуге тура келді».", 3, Unit.MONTH, Purpose.SERVICE),  # damage: a letter for the number
        ("«Кеңеске кезек: екі айға жуық күттік».", 2, Unit.MONTH, Purpose.QUEUE),
        ("«Тек 3 күннен кейін ғана өтінішті қабылдады».", 3, Unit.DAY, Purpose.ACCEPTANCE),
        ("«Кезекте екі сағат отырдым».", 2, Unit.HOUR, Purpose.QUEUE),
        ("«Маман кеңес алып келгенше, мен екі сағат отырдым».", 2, Unit.HOUR, Purpose.SERVING),
        ("«12 күннен кейін құжат дайын болады деді».", 12, Unit.DAY, Purpose.SERVICE),
        ("Жұрт қолданыстағы 9 күнді ұзақ дейді.", 9, Unit.DAY, Purpose.SERVICE),
    ],
)
def test_what_people_tell_of_a_term(paragraph: str, number: int, unit: Unit, purpose: Purpose) -> None:
    ((speaker, value),) = _terms(paragraph)
    assert speaker is SourceKind.PRACTICE
    assert (value.value, value.unit, value.purpose) == (Decimal(number), unit, purpose)


def test_a_range_keeps_its_lower_end() -> None:
    ((_, value),) = _terms("«Өтініш бергенде 2-5 ай күту керек деді».")
    assert (value.least, value.value, value.unit) == (Decimal(2), Decimal(5), Unit.MONTH)


def test_a_unit_alone_that_answers_a_question_is_one() -> None:
    ((speaker, value),) = _terms("Мерзімге қатысты сұрақтың жауабы «апта» болды.")
    assert speaker is SourceKind.CONTACT_CENTRE
    assert (value.value, value.unit) == (Decimal(1), Unit.WEEK)


@pytest.mark.parametrize(
    "paragraph",
    [
        "«Бір күн күту қажет емес».",
        "«Екі ай жұмыс істедім».",
        "«Шағымға екі ай бойы жауап ала алмай жүрміз».",
        "Ғимаратты жөндеуді 2 ай күтуге тура келеді.",
        "Мерзімге қатысты сұрақтың жауабы «тез» болды.",
        "«Үй салуға қағаздарын алу үшін жарты жыл кетеді».",
    ],
)
def test_other_times_are_no_terms_of_the_service(paragraph: str) -> None:
    assert not _terms(paragraph)


def test_a_share_that_waited_longer_and_what_is_promised() -> None:
    longer, promised = _remarks("Келгендердің 14,5%-ы кезекте 25 минуттан артық күткен (ережеде 10 минут).")
    assert (longer.subject, longer.kind, longer.value) == ("longer_wait", RemarkKind.FIGURE, Decimal(25))
    assert (promised.subject, promised.source_kind, promised.value) == (
        "promised_wait", SourceKind.STANDARD, Decimal(10),
    )  # fmt: skip


def test_a_wish_for_a_shorter_term_is_a_complaint_and_a_shortened_one_is_not() -> None:
    (wish,) = _remarks("«Мерзімін 6 жұмыс күніне дейін қысқарту керек».")
    assert (wish.kind, wish.value, wish.measure) == (RemarkKind.COMPLAINT, Decimal(6), "working_day")
    assert not _remarks("Мерзім 6 жұмыс күніне дейін қысқартылды.")


def test_two_standards_in_words() -> None:
    (claim,) = _remarks("Бұл қызмет бойынша екі стандарт бар.")
    assert (claim.subject, claim.evidence.quote) == ("two_standards", "екі стандарт")


def test_practice_never_becomes_a_value_of_the_standard() -> None:
    told = extract_document(read_report(_report("«2 ай бойы ала алмай жүрміз»."))).statements
    assert {
        one.source_kind for one in told if one.attribute is Attribute.DEADLINE and "бойы" in one.evidence.quote
    } == {SourceKind.PRACTICE}
