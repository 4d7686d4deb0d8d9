"""What a report recommends; all texts are invented."""

import pytest

from kb.extract.recommendations import find_recommendations
from tests.unit.extract.documents import read_report
from tests.unit.extract.test_report import REPORT

ITEM = "- Порталды кеңінен таныстыру қажет."


def found(text: str) -> list[tuple[str, int]]:
    return [(one.quote, one.line) for one in find_recommendations(read_report(text))]


def with_items(*items: str) -> str:
    assert ITEM in REPORT
    return REPORT.replace(ITEM, "\n".join(items))


def test_an_item_below_a_heading_of_recommendations_is_one_with_its_line() -> None:
    line = REPORT[: REPORT.index(ITEM)].count("\n") + 1
    assert ("Порталды кеңінен таныстыру қажет.", line) in found(REPORT)


@pytest.mark.parametrize(
    "item",
    [
        "1. Кезекті электрондық түрге көшіру керек.",
        "- Шатыр орнының санын көбейту.",
        "- Билет үлгісін жеңілдеткен жөн.",
        "• Ақаулықтарды жою.",
        "2) Сократить срок рассмотрения заявления.",
        "- Необходимо обучить работников кассы.",
    ],
)
def test_what_should_be_done_is_told_from_what_was_found(item: str) -> None:
    said = item.split(maxsplit=1)[1]
    assert said in [words for words, _ in found(with_items(item))]


@pytest.mark.parametrize(
    "item",
    [
        "- Демалушылардың басым бөлігі қызметке риза.",
        "Кезекті электрондық түрге көшіру керек.",
        "- ",
        "- Работники вежливы, замечаний нет.",
    ],
)
def test_conclusions_and_running_text_are_none(item: str) -> None:
    assert item.lstrip("- ") not in [words for words, _ in found(with_items(item))]


def test_below_a_heading_of_recommendations_alone_every_item_is_one() -> None:
    text = REPORT + "\n\nМониторинг әдістемесі бойынша ұсыныстар\n\n1. Он балдық шкала қолайлы.\n"
    assert "Он балдық шкала қолайлы." in [words for words, _ in found(text)]
