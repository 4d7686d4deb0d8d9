"""Where a service is given, in sentences made for these tests."""

import pytest

from kb.extract.free_text import extract_text
from kb.model import Channel, Language

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


@pytest.mark.parametrize(("text", "language", "wanted"), CASES)
def test_channels_are_read(text: str, language: Language, wanted: dict[str, bool]) -> None:
    assert read(text, language) == wanted


def test_the_village_akim_listed_apart_is_a_place_of_its_own() -> None:
    text = "Қызмет ұсынылатын орындар:\n1) Мемлекеттік корпорация;\n2) кент, ауыл, ауылдық округ әкімі."
    assert read(text, KK) == {CORPORATION: True, OTHER: True}
