"""Channels, forms, providers and advice in the many words of reports; the services are invented."""

import pytest

from kb.model import FindingClass
from tests.unit.compare.rules.report_texts import INFORMATION, findings, quotes

BOTH = (
    INFORMATION[0],
    "Өтініштерді қабылдау және нәтижені беру Мемлекеттік корпорация және www.egov.kz порталы арқылы жүзеге асырылады.",
    INFORMATION[2],
)
ELECTRONIC = (*BOTH, "Мемлекеттік қызметті көрсету нысаны: электрондық.")
EITHER = (*BOTH, "Мемлекеттік қызметті көрсету нысаны: электрондық және (немесе) қағаз түрінде.")
SERVED = ("9-кесте. Қызмет алынған орын", "", "\t\tМеморган\tМемлекеттік корпорация\tПортал\tБарлығы")
ALL_ONLINE = "14\tКиіз үй тігуге рұқсат беру\t0\t0\t61\t61"


@pytest.mark.parametrize(
    "told",
    [
        "«Рұқсатты ХҚКО-дан алдым».",
        "Тұрғындар бұл қызметті көбіне портал арқылы алады.",
        "Қызмет алушылар порталға жүгінеді.",
        "Өтініштер электрондық пошта арқылы қабылданады.",
        "«Құжаттарды WhatsApp арқылы жібердім».",
        "Сұхбаткерлер қызметті elicense порталынан алғанын айтты.",
        "Фактически заявления принимают в ЦОНе.",
    ],
)
def test_ways_beyond_the_list(told: str) -> None:
    assert findings(FindingClass.CHANNEL, told)


@pytest.mark.parametrize(
    "told",
    [
        "Портал арқылы қызмет алу мүмкін емес.",
        "Электронды өтініш беру мүмкіндігі жоқ.",
        "«Порталдан бұл қызметті таба алмадық».",
        "«ХҚКО-да бұл қызмет көрсетілмейді деді».",
        "Мемлекеттік корпорация бұл қызмет бойынша құжат алмайды.",
        "Алушылар департаментке тікелей жүгінеді.",
        "В ЦОНе документы не принимают.",
    ],
)
def test_ways_of_the_list_that_are_told_not_to_serve(told: str) -> None:
    assert findings(FindingClass.CHANNEL, told, information=BOTH)


@pytest.mark.parametrize(
    "told",
    [
        "Реквизиттер порталда көрсетілген.",
        "«Портал арқылы басқа қызмет алғанмын».",
        "«Анықтаманы ХҚКО-дан алдым, содан соң бардым».",
        "Келешекте қызметті портал арқылы көрсету жоспарлануда.",
        "Ақпаратты портал арқылы алды.",
    ],
)
def test_other_things_and_plans_are_no_way(told: str) -> None:
    assert findings(FindingClass.CHANNEL, told) == []


def test_most_people_went_elsewhere_in_the_sentence_that_says_what_the_standard_has() -> None:
    told = (
        "Стандартқа сәйкес қызметті «Мемлекеттік корпорация» арқылы алуға болады, бірақ алушылардың басым бөлігі "
        "Қолөнер орталығына жүгінген."
    )
    ((listed, elsewhere),) = quotes(findings(FindingClass.CHANNEL, told, information=BOTH))
    assert listed in told
    assert "орталығына жүгінген" in elsewhere


def test_a_channel_that_served_nobody_where_text_and_table_have_one_other() -> None:
    told = "Қызмет elicense.kz веб-порталы арқылы ұсынылады."
    found = findings(FindingClass.CHANNEL, told, information=BOTH, tables=(*SERVED, ALL_ONLINE))
    assert ALL_ONLINE in [one.b.evidence.quote for one in found]
    alone = findings(FindingClass.CHANNEL, information=BOTH, tables=(*SERVED, ALL_ONLINE))
    assert alone == []


def test_a_result_of_the_portal_beside_a_result_on_paper_only() -> None:
    paper = "Мемлекеттік қызмет нәтижесін ұсыну нысаны: қағаз түрінде."
    ((portal, form),) = quotes(findings(FindingClass.FORM, information=(*EITHER, paper)))
    assert ("egov" in portal, form) == (True, "қағаз түрінде")
    taken = EITHER[1].replace(" және нәтижені беру", "")
    assert findings(FindingClass.FORM, information=(EITHER[0], taken, *EITHER[2:], paper)) == []


def test_a_portal_that_only_takes_applications_gives_no_result() -> None:
    paper = "Мемлекеттік қызмет нәтижесін ұсыну нысаны: қағаз түрінде."
    items = (
        "Өтініштерді қабылдау және нәтижені беру:",
        "1) қызмет берушінің кеңсесі;",
        "2) www.egov.kz порталы арқылы жүзеге асырылады.",
    )
    office = "Нәтижелерді беру қызмет берушінің кеңсесі арқылы жүзеге асырылады."
    through = (*items[:2], "2) қызмет берушінің кеңсесі – өтінішті портал арқылы қабылдағанда.")
    for listed, number in ((items, 1), ((*items, office), 0), (through, 0)):
        found = findings(FindingClass.FORM, information=(EITHER[0], *listed, *EITHER[2:], paper))
        assert len(found) == number


@pytest.mark.parametrize(
    "told",
    ["«Бәрібір қағазын алып кел деді».", "Қағаз көшірмесін де талап етеді.", "«Папкамен апарып тапсырдық»."],
)
def test_paper_where_the_service_is_electronic(told: str) -> None:
    assert len(findings(FindingClass.FORM, told, information=ELECTRONIC)) >= 1
    assert findings(FindingClass.FORM, told, information=EITHER) == []


@pytest.mark.parametrize("told", ["Бұрын құжаттар қағаз түрінде тапсырылатын.", "«Қағаз түрінде талап етпейді»."])
def test_what_was_once_and_what_is_not_asked_for(told: str) -> None:
    assert findings(FindingClass.FORM, told, information=ELECTRONIC) == []


@pytest.mark.parametrize(
    "told",
    [
        "Іс жүзінде қызметті Әділет министрлігінің департаменттері көрсетеді.",
        "Қызмет ҚР Қаржы министрлігімен ұсынылады.",
        "Қызмет беруші ретінде Қаржы министрлігі көрсетілген.",
        "Қызмет Ішкі істер министрлігіне қарайды.",
        "Негізінен бұл қызметпен Әділет министрлігі айналысады.",
    ],
)
def test_another_provider_in_the_text(told: str) -> None:
    assert len(findings(FindingClass.PROVIDER, told)) == 1


@pytest.mark.parametrize(
    "told",
    ["Қызмет бойынша шағымды Әділет министрлігі қарайды.", "Қызмет сапасын бағалауды Қаржы министрлігі жүргізеді."],
)
def test_bodies_that_do_something_else(told: str) -> None:
    assert findings(FindingClass.PROVIDER, told) == []


@pytest.mark.parametrize(
    "told",
    [
        "Телефон арқылы кеңес беріледі. «Телефонға ешкім жауап бермейді».",
        "«Басқарма кеңсеге жұмсайды, кеңсе қайтадан басқармаға жібереді».",
    ],
)
def test_advice_promised_and_people_sent_around(told: str) -> None:
    assert len(findings(FindingClass.ADVICE, told)) == 1


def test_a_denial_that_the_report_itself_explains() -> None:
    denied = "Адамдар бұл қызмет порталда ұсынылмайды дейді"
    assert findings(FindingClass.CHANNEL, f"{denied}.", information=EITHER)
    explained = f"{denied}, оның себебі киіз үйді кеңсе өзі қарайды."
    assert findings(FindingClass.CHANNEL, explained, information=EITHER) == []
