"""Channels told of in a report, and the lists of two acts; the services are invented."""

import pytest

from kb.compare.checking import check_service
from kb.model import Attribute, Channel, ChannelCode, FindingClass, Language, Prevailing, Scope, ScopeField, SourceKind
from tests.unit.compare.compared import document, material, stated
from tests.unit.compare.rules.report_texts import INFORMATION, findings, quotes

PORTAL = (INFORMATION[0], "Өтініштерді қабылдау www.egov.kz порталы арқылы жүзеге асырылады.", *INFORMATION[2:])
SERVED = (
    "9-кесте. Қызмет алынған орын",
    "",
    "		Меморган	Мемлекеттік корпорация	«Электрондық үкімет» веб-порталы	Барлығы",
)


@pytest.mark.parametrize(
    ("told", "cited"),
    [
        ("«Құжаттарды пошта арқылы жібердік, жауап ұзақ келді».", "пошта арқылы"),
        ("Көптеген ауылдарда өтініштер ішкі порталдар арқылы беріледі.", "ішкі порталдар"),
        ("«Рұқсатты Мемкорпорация арқылы алдым».", "Мемкорпорация"),
    ],
)
def test_a_way_used_that_the_standard_lacks(told: str, cited: str) -> None:
    (found,) = findings(FindingClass.CHANNEL, told)
    assert cited in found.b.evidence.quote
    assert (found.prevails, found.rule) == (Prevailing.A, "normative_text")


@pytest.mark.parametrize(
    "told",
    [
        "Рұқсатты пошта арқылы жіберу керек деген пікір бар.",
        "«Электрондық пошта арқылы жауап күттім».",
        "Келесі жылы құжаттар ішкі порталдар арқылы қабылданады деп жоспарлануда.",
        "«Қызметті қызмет ұсынушыдан алдым, бәрі жақсы».",
        "Егер Мемкорпорация арқылы көрсетілген болса, кезек аз болар еді.",
    ],
)
def test_wishes_plans_and_what_the_standard_has_are_silent(told: str) -> None:
    assert findings(FindingClass.CHANNEL, told) == []


def test_a_portal_that_does_not_serve_is_set_against_the_standard_and_the_praise() -> None:
    found = findings(
        FindingClass.CHANNEL,
        "«Порталдың өзі өтінішті қабылдамайды».",
        "Қызмет электрондық үкіметтің веб-порталы арқылы толық ұсынылады.",
        information=PORTAL,
    )
    assert [(one.a.source_kind, one.b.evidence.quote) for one in found] == [
        (SourceKind.STANDARD, "Порталдың өзі өтінішті қабылдамайды"),
        (SourceKind.PRACTICE, "Порталдың өзі өтінішті қабылдамайды"),
    ]


def test_an_order_that_leaves_one_channel_goes_before_the_standard_and_the_call_centre() -> None:
    found = findings(
        FindingClass.CHANNEL,
        "Бірыңғай байланыс орталығы «қайда барамын» деген сұраққа жауап берді. Маман департаментте қызмет көрсетіледі "
        "деп жауап берді.",
        information=(
            INFORMATION[0],
            "Құжаттарды қабылдау стандарт бойынша Мемкорпорация және қызмет ұсынушының кеңсесі арқылы орындалады, "
            "алайда 2031 жылдың ақпан айынан бастап № 77 бұйрыққа сәйкес тек Мемкорпорация арқылы ғана орындалады.",
            *INFORMATION[2:],
        ),
    )
    assert [(one.a.source_kind, one.b.source_kind) for one in found] == [
        (SourceKind.STANDARD, SourceKind.ACT),
        (SourceKind.ACT, SourceKind.CONTACT_CENTRE),
    ]
    assert (found[0].prevails, found[0].rule) == (Prevailing.B, "overlay")


def test_people_counted_where_the_standard_offers_no_desk() -> None:
    row = "14	Киіз үй тігуге рұқсат беру	21	0	7	28"
    (found,) = findings(FindingClass.CHANNEL, information=PORTAL, tables=(*SERVED, row))
    assert found.b.evidence.quote == row
    assert "21" in found.why[Language.RU]
    assert (
        findings(FindingClass.CHANNEL, information=PORTAL, tables=(*SERVED, row.replace("	21	", "	0	")))
        == []
    )
    assert findings(FindingClass.CHANNEL, tables=(*SERVED, row.replace("	7	", "	0	"))) == []
    other = row.replace("Киіз үй тігуге рұқсат беру", "Балық аулайтын көлді жалға алу")
    assert findings(FindingClass.CHANNEL, information=PORTAL, tables=(*SERVED, other)) == []


def test_advance_registration_that_is_promised_and_not_there() -> None:
    promise = "Алдын ала жазылу журналында тіркелу – 15 минуттан көп емес."
    found = findings(FindingClass.CHANNEL, "«Алдын ала жазылу жоқ».", information=(*INFORMATION, promise))
    assert quotes(found) == [("Алдын ала жазылу", "Алдын ала жазылу жоқ")]
    assert findings(FindingClass.CHANNEL, "«Алдын ала жазылу жоқ».") == []


OFFICE, CENTRE, EGOV = ChannelCode.PROVIDER_OFFICE, ChannelCode.STATE_CORPORATION, ChannelCode.EGOV_PORTAL
WORDS = {OFFICE: "через канцелярию", CENTRE: "через госкорпорацию", EGOV: "через портал"}
CHILDREN = Scope(case=ScopeField(text="для детей"))


def acts(one: list[ChannelCode], other: list[ChannelCode], scope: Scope | None = None) -> int:
    statements, texts = [], []
    for number, codes in enumerate((one, other), start=1):
        text = document([WORDS[code] for code in codes], name=f"act-{number}.txt", digest=f"sha256:{number}")
        texts.append(text)
        statements += [
            stated(text, WORDS[code], Channel(code=code), attribute=Attribute.CHANNEL, act=f"V{number}", scope=scope)
            for code in codes
        ]
    return len(check_service(material(statements, *texts), kinds=[FindingClass.CHANNEL]).findings)


def test_the_lists_of_two_acts() -> None:
    assert acts([OFFICE, CENTRE], [CENTRE, EGOV]) == 1
    assert acts([OFFICE, CENTRE], [CENTRE]) == 1
    assert acts([OFFICE, CENTRE], [CENTRE, OFFICE]) == 0
    assert acts([OFFICE], [EGOV], scope=CHILDREN) == 0
