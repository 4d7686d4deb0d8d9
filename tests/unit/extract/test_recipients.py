"""Who may ask for a service, in sentences made for these tests."""

import pytest

from kb.extract.free_text import extract_text
from kb.model import Attribute, Language, Text
from kb.norms import codes

RECIPIENTS = [
    ("Кто может получить услугу: физические и юридические лица.", Language.RU, {"individual", "legal_entity"}),
    ("Кто может получить услугу: иностранцы и лица без гражданства.", Language.RU, {"foreigner", "stateless"}),
    ("Кто может получить услугу: иностранные граждане.", Language.RU, {"foreigner"}),
    ("Кто может получить услугу: граждане и кандасы.", Language.RU, {"citizen", "kandas"}),
    (
        "Кто может получить услугу: пенсионеры, студенты, работодатели.",
        Language.RU,
        {"pensioner", "student", "employer"},
    ),
    ("Кто может получить услугу: родители несовершеннолетних.", Language.RU, {"parent", "minor"}),
    ("Қызметті кімдер ала алады: зейнеткерлер, мүгедектігі бар адамдар.", Language.KK, {"pensioner", "disabled"}),
    ("Қызметті кімдер ала алады: шетелдіктер және азаматтығы жоқ адамдар.", Language.KK, {"foreigner", "stateless"}),
    ("Қызметті кімдер ала алады: білім алушылар, жұмыс берушілер.", Language.KK, {"student", "employer"}),
    ("Алушылар: жеке және занды тұлғалар.", Language.KK, {"individual", "legal_entity"}),
    ("Қызметті алушылар: заньды және жеке тұлғалар", Language.KK, {"individual", "legal_entity"}),
    ("Мемлекеттік көрсетілетін қызметті алушылар – дара кәсіпкерлер.", Language.KK, {"sole_trader"}),
    ("3) Қызмет алушылар:\n- зейнеткерлер;\n- студенттер.\nҚұны: тегін.", Language.KK, {"pensioner", "student"}),
    ("Получатели услуги: физические и юридические лица.", Language.RU, {"individual", "legal_entity"}),
    ("Услугополучатели:\nкандасы;\nпенсионеры.", Language.RU, {"kandas", "pensioner"}),
]


@pytest.mark.parametrize(("text", "language", "wanted"), RECIPIENTS)
def test_recipients_have_their_codes(text: str, language: Language, wanted: set[str]) -> None:
    statements = extract_text(text, language).statements
    values = [item.value for item in statements if item.attribute is Attribute.RECIPIENT]
    assert {value.code for value in values if isinstance(value, Text)} == wanted
    assert wanted <= set(codes("recipient"))


NONE = [
    ("Көрсетілетін қызметті алушы: жеке тұлғаның өтінішін тапсырады.", Language.KK),
    ("Сұралған қызмет алушылар: жеке тұлғалар – 40%.", Language.KK),
    ("Услугополучатель: заявление физического лица.", Language.RU),
]


@pytest.mark.parametrize(("text", "language"), NONE)
def test_one_recipient_before_a_colon_and_people_asked_are_no_recipients(text: str, language: Language) -> None:
    assert not [one for one in extract_text(text, language).statements if one.attribute is Attribute.RECIPIENT]
