"""Orders that a report tells of, in its general information, its text and its footnotes; all facts are invented."""

from datetime import date

import pytest

from kb.extract import Extraction, extract_document
from kb.model import ChannelCode, Language, SourceKind, Standing
from kb.resolve import RuledStanding, compare_forces, rule_statements
from tests.unit.extract.documents import read_report
from tests.unit.extract.overlay_texts import in_words

REPORT = """МЕМЛЕКЕТТІК КӨРСЕТІЛЕТІН ҚЫЗМЕТТЕР САПАСЫНЫҢ ҚОҒАМДЫҚ МОНИТОРИНГІ НӘТИЖЕЛЕРІ

2031 жыл

7. Маяк паспортын беру

Мемлекеттік қызмет көрсету жөнінде жалпы ақпарат

Мемлекеттік қызметті теңіз комитеті көрсетеді.

Өтініштерді қабылдау стандарт бойынша Мемкорпорация және қызмет берушінің кеңсесі арқылы жүзеге асырылады, бірақ \
2031 жылдың ақпан айынан бастап тек Мемкорпорация арқылы ғана жүргізіледі.² Қызмет көрсету мерзімі №91 бұйрыққа \
сәйкес 6 күнді құрайды.

Зерттеудің негізгі нәтижелері

Қызмет нәтижесіне толық қанағаттанғандар 80,0%, орташа баға 4,75 балл.

Бірыңғай байланыс орталығы мерзімі 14 жұмыс күні деп жауап берді.

Мерзім 6 жұмыс күніне дейін қысқартылды (2031 жылдың ақпан айынан бастап).

² «Маяк паспортын беру» қызметін Мемлекеттік корпорация арқылы баламасыз көрсету туралы 2031 жылғы 9 қаңтардағы \
№ 91 бұйрық

Көрсетілетін қызмет жөнінде тұжырымдар мен ұсыныстар

- Мерзімді 2032 жылдан бастап 1 күнге дейін қысқарту керек.

8. Қайық тіркеу

Мемлекеттік қызмет көрсету жөнінде жалпы ақпарат

Мемлекеттік қызметті теңіз комитеті көрсетеді.

Өтініштерді қабылдау қызмет берушінің кеңсесі арқылы жүзеге асырылады.

Қызмет көрсету мерзімі 2029 жылғы 5 мамырдағы № 12 бұйрыққа сәйкес 4 жұмыс күнін құрайды.

Зерттеудің негізгі нәтижелері

2031 жылдың маусым айынан бастап³ бұл қызметті Мемкорпорация ұсына бастады.

³ Теңіз министрінің 2031 жылғы 20 мамырдағы № 140 бұйрығы

Көрсетілетін қызмет жөнінде тұжырымдар мен ұсыныстар

- Қызметті кеңінен таныстыру қажет.
"""
LIGHT, BOAT = "mon2031-07", "mon2031-08"
DAY = date(2031, 7, 1)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract_document(read_report(REPORT))


def overlays(extraction: Extraction, service: str):
    return [one for one in extraction.statements if one.service == service and one.standing is not Standing.STATED]


def test_the_order_of_a_footnote_sets_channel_and_terms_of_its_day(extraction: Extraction) -> None:
    found = overlays(extraction, LIGHT)
    assert sorted(in_words(one) for one in found) == [
        "overlay 6 day from 2031-02-01",
        "overlay 6 working_day from 2031-02-01",
        "overlay state_corporation only from 2031-02-01",
    ]
    assert {(one.by.number, one.by.date) for one in found if one.by} == {("91", date(2031, 1, 9))}
    assert {one.source_kind for one in found} == {SourceKind.ACT}


def test_a_value_is_stated_once_and_the_standards_own_channels_stay(extraction: Extraction) -> None:
    mine = [one for one in extraction.statements if one.service == LIGHT]
    terms = [in_words(one) for one in mine if one.attribute.value == "deadline"]
    assert sorted(terms) == ["overlay 6 day from 2031-02-01", "overlay 6 working_day from 2031-02-01",
                             "stated 14 working_day"]  # fmt: skip
    stated = {one.value.code for one in mine if one.attribute.value == "channel" and one.standing is Standing.STATED}
    assert stated == {ChannelCode.STATE_CORPORATION, ChannelCode.PROVIDER_OFFICE}


def test_a_transfer_adds_a_channel_and_an_order_that_approves_a_term_is_none(extraction: Extraction) -> None:
    (added,) = overlays(extraction, BOAT)
    assert in_words(added) == "overlay state_corporation from 2031-06-01"
    assert added.by is not None
    assert added.by.number == "140"


def effective(extraction: Extraction, service: str, day: date) -> set[str]:
    mine = [one for one in extraction.statements if one.service == service]
    rulings = rule_statements(mine, day, force=compare_forces({}, DAY))
    kept = [one.statement for one in rulings if one.effective and one.statement.attribute.value == "channel"]
    return {one.value.code.value for one in kept}


def test_the_pilot_leaves_one_channel_and_the_transfer_adds_one(extraction: Extraction) -> None:
    before, after = date(2031, 1, 31), date(2031, 7, 1)
    assert effective(extraction, LIGHT, before) == {"state_corporation", "provider_office"}
    assert effective(extraction, LIGHT, after) == {"state_corporation"}
    assert effective(extraction, BOAT, before) == {"provider_office"}
    assert effective(extraction, BOAT, after) == {"state_corporation", "provider_office"}


def test_the_contact_centre_with_the_old_term_is_overridden_by_the_order(extraction: Extraction) -> None:
    mine = [one for one in extraction.statements if one.service == LIGHT]
    rulings = rule_statements(mine, DAY, force=compare_forces({}, DAY))
    (call,) = [one for one in rulings if one.statement.source_kind is SourceKind.CONTACT_CENTRE]
    assert call.standing is RuledStanding.OVERRIDDEN
    assert call.overridden_by is not None
    assert call.overridden_by.by is not None
    assert (call.overridden_by.by.number, call.since) == ("91", date(2031, 2, 1))


def test_the_quotations_are_slices(extraction: Extraction) -> None:
    assert len(overlays(extraction, LIGHT)) == 3
    for one in extraction.statements:
        assert REPORT[one.evidence.start : one.evidence.end] == one.evidence.quote
        assert one.evidence.language is Language.KK


def test_the_two_orders_that_the_real_report_tells_of(shared) -> None:
    text = next((shared / "seeds").glob("001_*.txt")).read_text(encoding="utf-8")
    found = [one for one in extract_document(read_report(text)).statements if one.standing is Standing.OVERLAY]
    told = {(one.service, one.by.number if one.by else None, in_words(one)) for one in found}
    assert told == {
        ("mon2017-03", "153", "overlay 8 day from 2017-04-01"),
        ("mon2017-03", "153", "overlay 8 working_day from 2017-04-01"),
        ("mon2017-03", "153", "overlay state_corporation only from 2017-04-01"),
        ("mon2017-11", "418", "overlay state_corporation from 2017-07-01"),
    }
    days = {one.by.date for one in found if one.by}
    assert days == {date(2017, 4, 21), date(2017, 7, 5)}
