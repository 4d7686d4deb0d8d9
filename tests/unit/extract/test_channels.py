"""Where a service is given, in sentences made for these tests."""

import pytest

from kb.extract.free_text import extract_text
from kb.model import Attribute, Channel, Language

KK, RU = Language.KK, Language.RU
OFFICE, CORPORATION, EGOV, ELICENSE, OTHER = (
    "provider_office",
    "state_corporation",
    "egov_portal",
    "elicense_portal",
    "other",
)


def read(text: str, language: Language) -> dict[str, bool]:
    found = [item.value for item in extract_text(text, language).statements]
    return {channel.code.value: channel.offered for channel in found if isinstance(channel, Channel)}


CASES = [
    (
        "Құжаттарды қабылдау қызмет берушінің кеңсесі және Мемлекеттік корпорация арқылы жүзеге асырылады.",
        KK,
        {OFFICE: True, CORPORATION: True},
    ),
    ("Өтініштерді қабылдау www.egov.kz веб-порталы арқылы жүзеге асырылады.", KK, {EGOV: True}),
    ("Құжаттарды қабылдау: мамандандырылған халыққа қызмет көрсету орталығы.", KK, {CORPORATION: True}),
    ("Қызметті ұсыну орны: қалалық ветеринария басқармасы.", KK, {OFFICE: True}),
    (
        "Қызметті алу орны: Мемлекеттік корпорация, www.egov.kz порталы (іс жүзінде портал арқылы көрсетілмейді).",
        KK,
        {CORPORATION: True, EGOV: False},
    ),
    (
        "Способы предоставления: услугодатель, Государственная корпорация «Правительство для граждан», портал.",
        RU,
        {OFFICE: True, CORPORATION: True, EGOV: True},
    ),
    ("Прием заявления и выдача результата: через портал www.elicense.kz.", RU, {ELICENSE: True}),
    ("Прием документов: канцелярия услугодателя; оплата через банк или почту.", RU, {OFFICE: True}),
]


OWN_PORTALS = [
    ("Способы предоставления: портал lodka.kz.", RU, {OTHER: True}),
    ("Көрсету тәсілдері: lodka.kz порталы.", KK, {OTHER: True}),
    ("Способы предоставления: портал lodka.kz; портал egov.kz.", RU, {OTHER: True, EGOV: True}),
    ("Способы представления: через ИС «Лодка».", RU, {OTHER: True}),
    ("Көрсету тәсілдері: «Қайық» ақпараттық жүйесі арқылы.", KK, {OTHER: True}),
    ("Способы представления: портал «цифрового правительства» и услугодатель.", RU, {EGOV: True, OFFICE: True}),
]


@pytest.mark.parametrize(("text", "language", "wanted"), OWN_PORTALS)
def test_a_portal_of_its_own_is_not_that_of_the_government(
    text: str, language: Language, wanted: dict[str, bool]
) -> None:
    assert read(text, language) == wanted


@pytest.mark.parametrize(("text", "language", "wanted"), CASES)
def test_channels_are_read(text: str, language: Language, wanted: dict[str, bool]) -> None:
    assert read(text, language) == wanted


def test_the_village_akim_listed_apart_is_a_place_of_its_own() -> None:
    text = "Қызмет ұсынылатын орындар:\n1) Мемлекеттік корпорация;\n2) кент, ауыл, ауылдық округ әкімі."
    assert read(text, KK) == {CORPORATION: True, OTHER: True}


def only(text: str, language: Language) -> list[str]:
    found = [item.value for item in extract_text(text, language).statements]
    return [channel.code.value for channel in found if isinstance(channel, Channel) and channel.only]


ONLY = [
    ("Құжаттарды қабылдау тек Мемлекеттік корпорация арқылы жүзеге асырылады.", KK, [CORPORATION]),
    ("Құжаттарды қабылдау Мемлекеттік корпорация арқылы ғана жүзеге асырылады.", KK, [CORPORATION]),
    ("Өтініштерді қабылдау www.egov.kz порталы арқылы баламасыз жүргізіледі.", KK, [EGOV]),
    ("Прием заявлений осуществляется только через портал www.elicense.kz.", RU, [ELICENSE]),
    ("Прием документов: исключительно через Государственную корпорацию, канцелярия не принимает.", RU, [CORPORATION]),
    # several, or one for some people or cases only
    ("Прием документов: через канцелярию услугодателя и портал.", RU, []),
    ("Прием заявлений: не только через портал.", RU, []),
    ("Өтініштерді қабылдау тек портал арқылы емес.", KK, []),
    ("Прием заявлений: для участников ярмарок только через портал.", RU, []),
    ("Прием заявлений: только при переезде через портал.", RU, []),
    ("Өтініштерді қабылдау: көшкен жағдайда тек портал арқылы.", KK, []),
    ("Прием и выдача:\n1) прием заявлений – только через портал;\n2) через Государственную корпорацию.", RU, []),
]


@pytest.mark.parametrize(("text", "language", "wanted"), ONLY)
def test_a_channel_is_the_only_one_where_the_words_say_so(text: str, language: Language, wanted: list[str]) -> None:
    assert only(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Государственная услуга оказывается только через портал.", RU, EGOV),
        ("Мемлекеттік қызмет тек портал арқылы көрсетіледі.", KK, EGOV),
        ("Мемлекеттік қызмет Мемлекеттік корпорация арқылы ғана көрсетіледі.", KK, CORPORATION),
    ],
)
def test_through_what_a_service_is_given_is_no_provider(text: str, language: Language, code: str) -> None:
    (found,) = extract_text(text, language).statements
    assert (found.attribute, only(text, language)) == (Attribute.CHANNEL, [code])
