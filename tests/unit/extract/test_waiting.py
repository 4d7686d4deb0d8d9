"""Measured waiting in reports; invented figures."""

import pytest

from kb.extract import extract_document
from kb.model import Attribute, SourceKind, Text
from tests.unit.extract.documents import read_report
from tests.unit.extract.test_report import REPORT, TENT


def waiting(sentence: str) -> list[tuple[str, str | None]]:
    report = REPORT.replace("Мерзімді 1 күнге", f"{sentence}\n\nМерзімді 1 күнге")
    return [
        (item.value.text, item.value.code)
        for item in extract_document(read_report(report)).statements
        if item.attribute is Attribute.WAITING
        and isinstance(item.value, Text)
        and item.service == TENT
        and item.source_kind is SourceKind.SURVEY
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Құжат тапсыруда кезекте орташа 7,5 минут жұмсалды, нәтижені алу кезінде кезек шамамен 4 минутты құрады.",
            [("7,5 минут", "filing"), ("4 минутты", "result")],
        ),
        ("Кезекте күтудің орташа уақыты 12 минут.", [("12 минут", None)]),
        ("Стандарт бойынша кезекте күту орташа 20 минут болуы керек.", []),
        ("«Кезекте орташа 50 минут тұрдым» дейді келуші.", []),
        ("Кезекте күту залы тар.", []),
    ],
)
def test_mean_waiting_is_read_with_its_queue(sentence: str, found: list[tuple[str, str | None]]) -> None:
    assert waiting(sentence) == found
