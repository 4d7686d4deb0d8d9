"""Payment details and advice by telephone, promised and not kept; the services are invented."""

import pytest

from kb.model import FindingClass, Language
from tests.unit.compare.rules.report_texts import findings, quotes

PUBLISHED = "Баждың реквизиттері министрліктің сайтында көрсетілген."
CALLED = "«Бізге телефон шалған кезде, кеңес беріп, сайтқа сілтеме жібереміз» (қызмет ұсынушы)."


@pytest.mark.parametrize(
    ("told", "cited"),
    [
        ("«Терезеде қате реквизиттер берді».", "қате реквизиттер берді"),
        ("«БСН қате берді, ақша қайтпады».", "БСН қате берді"),
    ],
)
def test_wrong_payment_details_against_the_published_ones(told: str, cited: str) -> None:
    found = findings(FindingClass.ADVICE, PUBLISHED, told)
    assert quotes(found) == [("реквизиттері министрліктің сайтында көрсетілген", cited)]


def test_no_advice_by_telephone_against_the_promise_of_it() -> None:
    found = findings(FindingClass.ADVICE, CALLED, "«Телефон арқылы кеңес бермейді».")
    assert quotes(found) == [("телефон шалған кезде, кеңес беріп", "Телефон арқылы кеңес бермейді")]
    assert "телефон" in found[0].why[Language.KK]


@pytest.mark.parametrize(
    "told",
    [
        (PUBLISHED, "Реквизиттерді стендке ілген дұрыс."),
        ("«Терезеде қате реквизиттер берді».",),
        (CALLED, "«Телефон соғу қиын, желі бос емес»."),
        ("«Телефон арқылы кеңес бермейді».",),
        (CALLED, "Телефон арқылы кеңес беру жұмысын күшейткен жөн."),
    ],
)
def test_one_side_alone_and_other_troubles_are_silent(told: tuple[str, ...]) -> None:
    assert findings(FindingClass.ADVICE, *told) == []


def test_a_complaint_told_twice_is_one_finding() -> None:
    told = (PUBLISHED, "«Қате реквизиттер берді».", "Қате реквизиттер берілген жағдайлар болған.")
    assert len(findings(FindingClass.ADVICE, *told)) == 1


def test_offices_that_send_to_each_other() -> None:
    assert len(findings(FindingClass.ADVICE, "«Орталық музейге бару керек деді, ал музей орталық береді деді».")) == 1
    assert findings(FindingClass.ADVICE, "«Орталық музейге бару керек деді».") == []
