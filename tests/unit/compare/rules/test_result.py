"""Results of two norms; the services are invented."""

from datetime import date

from kb.model import Attribute, FindingClass
from tests.unit.compare.rules.norm_texts import Words, between_texts


def results(one: Words, other: Words, *, until: date | None = None) -> int:
    return len(between_texts(FindingClass.RESULT, Attribute.RESULT, one, other, until=until))


def test_two_documents_as_the_result_of_one_service() -> None:
    assert results([("лицензия на содержание птиц", None)], [("справка об отсутствии судимости", None)]) == 1


def test_one_document_in_other_words_and_unknown_results_are_silent() -> None:
    assert results([("лицензия на содержание птиц", None)], [("выдача или переоформление лицензии", None)]) == 0
    assert results([("лицензия", None)], [("мотивированный отказ либо лицензия, подписанная ЭЦП", None)]) == 0
    assert results([("лицензия", None)], [("отметка в журнале птиц", None)]) == 0


def test_a_text_that_is_over_contradicts_nothing() -> None:
    words = ([("лицензия на содержание птиц", None)], [("справка об отсутствии судимости", None)])
    assert results(*words, until=date(2030, 1, 1)) == 0
