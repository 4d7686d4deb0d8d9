"""A report of another year, with its own numbering; all facts are invented."""

import pytest

from kb.extract import Extraction, extract_document
from kb.model import Attribute, Channel, Deadline, Fee, FeeKind, SourceKind, SurveyChannel, SurveyPlace
from tests.unit.extract.documents import read_report

REPORT = """МЕМЛЕКЕТТІК КӨРСЕТІЛЕТІН ҚЫЗМЕТТЕР САПАСЫНЫҢ ҚОҒАМДЫҚ МОНИТОРИНГІ НӘТИЖЕЛЕРІ

2031 жыл

Қызметтер рейтингі

Қызмет атауы	N	Орташа балл	Қанағаттанушылық
Мүкжидек теруге билет беру	80	4,25	55,0%
Көлсай жағасына шатыр тігуге рұқсат беру	40	4,75	80,0%

14. Көлсай жағасына шатыр тігуге рұқсат беру

Мемлекеттік қызмет көрсету жөнінде жалпы ақпарат

Мемлекеттік қызметті ұлттық парктің әкімшілігі көрсетеді.

Өтініштерді қабылдау қызмет берушінің кеңсесі және www.egov.kz порталы арқылы жүзеге асырылады.

Мемлекеттік қызмет көрсету мерзімі: кеңсеге жүгінгенде – 4 жұмыс күні; портал арқылы – 2 жұмыс күні.

Қызмет құны: 1,5 АЕК.

Зерттеудің негізгі нәтижелері

Қызмет нәтижесіне толық қанағаттанғандар 80,0%, орташа баға 4,75 балл. Барлығы 40 демалушыдан жауап алынды.

1-кесте. Бағалар

	1 балл	2 балл	3 балл	4 балл	5 балл
Жауап бергендер үлесі	0,0%	0,0%	5,0%	15,0%	80,0%
Жауап бергендер саны, N	0	0	2	6	32

2-кесте. Қызмет алынған орын

Меморган		Портал
Қанағаттанушылық	Орташа балл	Қанағаттанушылық	Орташа балл
70,0%	4,60	90,0%	4,90

Бірыңғай байланыс орталығы мерзімі 9 жұмыс күні деп жауап берді. «Рұқсатты тек 12 күнде алдым», – дейді демалушы.

Мерзімді 1 күнге дейін қысқарту керек. Шатырға 7000 теңге шығындадық.

Көрсетілетін қызмет жөнінде тұжырымдар мен ұсыныстар

- Порталды кеңінен таныстыру қажет.

15. Мүкжидек теруге билет беру

Мемлекеттік қызмет көрсету жөнінде жалпы ақпарат

Мемлекеттік қызмет орман шаруашылығы мекемелерімен ұсынылады.

Мемлекеттік қызмет көрсету мерзімі жұмыс күні.

Мемлекеттік қызмет жеке тұлғаларға ақылы түрде көрсетіледі.

Зерттеудің негізгі нәтижелері

Қанағаттанушылық 55,0%, орташа 4,25 балл.

Көрсетілетін қызмет жөнінде тұжырымдар мен ұсыныстар

- Билет бағасын көрнекі жерге ілу керек.
"""
TENT, BERRY = "mon2031-14", "mon2031-15"


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract_document(read_report(REPORT))


def terms(extraction: Extraction, service: str) -> dict[tuple[str, str], SourceKind]:
    found = {}
    for item in extraction.statements:
        if item.service == service and isinstance(item.value, Deadline):
            found[str(item.value.value), item.value.unit.value] = item.source_kind
    return found


def test_services_take_year_and_number_from_the_report(extraction: Extraction) -> None:
    names = {mention.key: mention.name_kk for mention in extraction.mentions}
    assert names == {
        TENT: "Көлсай жағасына шатыр тігуге рұқсат беру",
        BERRY: "Мүкжидек теруге билет беру",
    }


def test_terms_keep_who_states_them_and_wishes_are_none(extraction: Extraction) -> None:
    assert terms(extraction, TENT) == {
        ("4", "working_day"): SourceKind.STANDARD,
        ("2", "working_day"): SourceKind.STANDARD,
        ("9", "working_day"): SourceKind.CONTACT_CENTRE,
        ("12", "day"): SourceKind.PRACTICE,
    }


def test_sums_of_other_things_are_no_fees(extraction: Extraction) -> None:
    fees = [item.value for item in extraction.statements if item.service == TENT and isinstance(item.value, Fee)]
    assert [(fee.kind, str(fee.amount)) for fee in fees] == [(FeeKind.MRP, "1.5")]


def test_channels_of_the_section_are_read(extraction: Extraction) -> None:
    codes = {
        item.value.code.value
        for item in extraction.statements
        if item.service == TENT and isinstance(item.value, Channel)
    }
    assert codes == {"provider_office", "egov_portal"}


def test_what_is_left_out_is_a_gap(extraction: Extraction) -> None:
    gaps = [(gap.service, gap.attribute) for gap in extraction.gaps]
    assert gaps == [(BERRY, Attribute.DEADLINE.value), (BERRY, Attribute.FEE.value)]


def test_survey_figures_are_read_from_words_marks_and_places(extraction: Extraction) -> None:
    rows = {(row.service, row.source, row.channel): row for row in extraction.survey}
    overall = rows[TENT, SurveyPlace.SECTION, SurveyChannel.ALL]
    assert (overall.satisfaction_pct, overall.mean, overall.n, overall.rated) == (80.0, 4.75, 40, 40)
    assert overall.counts == (0, 0, 2, 6, 32)
    office = rows[TENT, SurveyPlace.SECTION, SurveyChannel.PROVIDER_OFFICE]
    portal = rows[TENT, SurveyPlace.SECTION, SurveyChannel.EGOV_PORTAL]
    assert (office.satisfaction_pct, office.mean) == (70.0, 4.6)
    assert (portal.satisfaction_pct, portal.mean) == (90.0, 4.9)


def test_lines_of_the_ranking_go_to_the_service_of_their_name(extraction: Extraction) -> None:
    rows = {row.service: row for row in extraction.survey if row.source is SurveyPlace.TABLE}
    assert (rows[TENT].n, rows[TENT].satisfaction_pct, rows[TENT].mean) == (40, 80.0, 4.75)
    assert (rows[BERRY].n, rows[BERRY].satisfaction_pct, rows[BERRY].mean) == (80, 55.0, 4.25)


def test_every_quote_is_its_slice(extraction: Extraction) -> None:
    places = [item.evidence for item in (*extraction.statements, *extraction.survey, *extraction.mentions)]
    assert len(places) >= 19
    assert all(REPORT[place.start : place.end] == place.quote for place in places)


def test_a_report_without_a_year_says_so() -> None:
    found = extract_document(read_report(REPORT.replace("2031 жыл", "")))
    assert [issue.code for issue in found.issues] == ["report.year"]
    assert found.statements == ()


def test_a_share_without_its_sign_is_a_share_and_a_mark_is_not() -> None:
    damaged = REPORT.replace("толық қанағаттанғандар 80,0%,", "қанағаттанушылық 80,4-ті құрайды,")
    (row,) = [
        row
        for row in extract_document(read_report(damaged)).survey
        if (row.service, row.channel, row.source) == (TENT, SurveyChannel.ALL, SurveyPlace.SECTION)
    ]
    assert (row.satisfaction_pct, row.mean) == (80.4, 4.75)


def test_a_footnote_among_the_general_information_states_nothing() -> None:
    mark = REPORT.replace("кеңсесі және www.egov.kz порталы арқылы", "кеңсесі⁷ арқылы", 1)
    note = "⁷ 3-тармақ – Мемлекеттік корпорация арқылы өтініш беріледі"
    with_note = mark.replace("кеңсесі⁷ арқылы жүзеге асырылады.", f"кеңсесі⁷ арқылы жүзеге асырылады.\n\n{note}", 1)
    assert channels(with_note) == channels(mark)
    assert channels(with_note.replace("кеңсесі⁷", "кеңсесі")) != channels(mark)  # no word carries it: it is text


def channels(report: str) -> set[str]:
    found = extract_document(read_report(report)).statements
    wanted = [one.value for one in found if one.service == "mon2031-14" and isinstance(one.value, Channel)]
    return {one.code for one in wanted if one.offered}


def test_marks_of_footnotes_are_no_part_of_a_name() -> None:
    marked = REPORT.replace(
        "14. Көлсай жағасына шатыр тігуге рұқсат беру", "14. Көлсай жағасына шатыр тігуге рұқсат беру⁴*", 1
    )
    names = {one.key: one.name_kk for one in extract_document(read_report(marked)).mentions}
    assert names["mon2031-14"] == "Көлсай жағасына шатыр тігуге рұқсат беру"
