"""Papers asked for beyond what is told, lists that differ, lists left open; the services are invented."""

import pytest

from kb.extract import extract_document
from kb.model import FindingClass
from tests.unit.compare.rules.report_texts import INFORMATION, findings, quotes
from tests.unit.extract.documents import read_report

LISTED = "Киіз үй порталында құжаттар тізімі берілген."
ASKED = "«Қосымша анықтамалар талап етті»."


@pytest.mark.parametrize(
    "told",
    [
        "«Тізімде қажет емес құжаттар бар. Жүйе оларды міндетті түрде талап етеді».",
        "«Қажет емес құжаттарды жинадым».",
        "«Киіз туралы куәлікті жасатуға тура келді, кейін ол керек болмады».",
        "«Анықтаманы бекер алыппын».",
        "«Оператор тізімін берді, кеңсеге келсем, басқа тізім берді».",
        "«Әр қызметкер әртүрлі тізім береді».",
        "«Құжаттар тізімі бірдей емес».",
        "«Базада бар анықтаманы қайта сұрайды».",
        "«Алдымен үш құжат деді, кейін тағы екеуін сұрады».",
        "«Стандартта үш құжат, ал бізден жетеуін сұрады».",
        "«Тізімде болмаса да, киіз туралы анықтама сұрады».",
        "«Тағы қағаз талап етті, ол ешқайда жазылмаған».",
        "«Просили справку, которой нет в перечне».",
        "«Собрали ненужные документы».",
    ],
)
def test_papers_and_lists_told_otherwise(told: str) -> None:
    assert len(findings(FindingClass.DOCUMENTS, told)) == 1


@pytest.mark.parametrize(
    "told",
    [
        ASKED,
        LISTED,
        "Артық құжат талап етілмейді.",
        "Қажет емес құжаттарды тізімнен алып тастау керек.",
        "«Базада бар болғандықтан, анықтама сұрамады».",
        "Заңда көрсетілген құжаттарды ғана талап етеді.",
        "«Сәуірде тізім берді, ал мамырда өзгерген басқа тізім берді».",
        "Құжаттарды жинау оңай деп санайтындардың үлесі 62%. «Қосымша анықтама сұрады».",
    ],
)
def test_a_complaint_or_a_list_alone_and_wishes_are_silent(told: str) -> None:
    assert findings(FindingClass.DOCUMENTS, told) == []


def test_more_papers_against_where_the_list_is_told_or_how_simple_it_is_said_to_be() -> None:
    for said in (LISTED, "Алушылар рәсімнің қарапайымдылығын атап өтті."):
        ((promise, complaint),) = quotes(findings(FindingClass.DOCUMENTS, said, ASKED))
        assert promise in said
        assert complaint in ASKED
    needless = "«Қажет емес құжаттарды жинадым»."
    assert len(findings(FindingClass.DOCUMENTS, LISTED, needless)) == 1  # one tale, told by one finding


@pytest.mark.parametrize(
    "told",
    [
        "Стандарттың 9-тармағына сәйкес қызметкер қажет болған жағдайда өзге де құжаттарды талап етуге құқылы.",
        "Тізімнің соңында «және басқа да құжаттар» деп жазылған.",
        "Стандартта қызмет беруші қосымша мәлімет сұрата алады деп көзделген.",
        "В перечне есть пункт «и другие документы».",
    ],
)
def test_a_list_that_a_report_tells_to_be_open(told: str) -> None:
    (found,) = findings(FindingClass.OPEN_CLAUSE, told)
    assert found.b.evidence.quote in told
    (beside,) = findings(FindingClass.OPEN_CLAUSE, LISTED, told)
    assert beside.a.evidence.quote in LISTED


@pytest.mark.parametrize(
    "told", ["«Қызметкерлер қосымша құжаттар сұрайды».", "Қажет болса, қосымша ақпарат алуға болады."]
)
def test_papers_asked_for_and_advice_leave_no_list_open(told: str) -> None:
    assert findings(FindingClass.OPEN_CLAUSE, told) == []


def test_a_footnote_that_stands_in_the_next_section_is_of_the_one_with_its_mark() -> None:
    heading = "Мемлекеттік қызмет көрсету жөнінде жалпы ақпарат"
    text = "\n\n".join(
        (
            "ҚОҒАМДЫҚ МОНИТОРИНГ НӘТИЖЕЛЕРІ",
            "2031 жыл",
            "14. Киіз үй тігуге рұқсат беру",
            heading,
            *INFORMATION,
            "Көрсетілетін қызмет жөнінде тұжырымдар мен ұсыныстар",
            "- Тізімнің 3-тармағын анықтап алу керек⁷.",
            "15. Арба жасауға рұқсат беру",
            heading,
            INFORMATION[0],
            "⁷ 3-тармақ - Қажет болған жағдайда қызмет беруші қосымша құжаттарды талап етеді",
            *INFORMATION[1:],
            "",
        )
    )
    remarks = [one for one in extract_document(read_report(text)).remarks if one.subject == "open_list"]
    assert [one.service for one in remarks] == ["mon2031-14"]
