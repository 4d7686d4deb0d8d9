"""Lists of documents that do not close; the services are invented."""

import pytest

from kb.compare.checking import check_service
from kb.model import Attribute, FindingClass, RequiredDocument, SourceKind
from tests.unit.compare.compared import document, material, stated


def open_items(*items: str, kind: SourceKind = SourceKind.STANDARD) -> int:
    text = document(items)
    statements = [
        stated(text, item, RequiredDocument(text=item), attribute=Attribute.DOCUMENT, kind=kind, act="V1")
        for item in items
    ]
    found = check_service(material(statements, text), kinds=[FindingClass.OPEN_CLAUSE]).findings
    assert all(one.a.statement and one.b.statement is None for one in found)
    return len(found)


@pytest.mark.parametrize(
    "item",
    [
        "копия паспорта птицы и другие документы",
        "иные документы",
        "при необходимости – дополнительные сведения",
        "көлік құжаттары және (немесе) өзге де құжаттар",
        "қажет болған жағдайда басқа құжаттар",
    ],
)
def test_an_item_that_lets_more_be_asked_for(item: str) -> None:
    assert open_items("заявление", item) == 1


@pytest.mark.parametrize(
    "item",
    [
        "иные документы, предусмотренные пунктом 7 правил",
        "документы другого владельца птицы",
        "копия иного документа о родстве",
        "заңда көзделген өзге де құжаттар",
        "заявление; при наличии прилагаются документы, подтверждающие запрашиваемые сведения",
        "өзге тұлғаның сенімхаты",
    ],
)
def test_what_another_text_closes_and_other_words_are_silent(item: str) -> None:
    assert open_items("заявление", item) == 0


def test_a_card_of_a_portal_is_no_norm() -> None:
    assert open_items("заявление", "иные документы", kind=SourceKind.PORTAL_CARD) == 0
