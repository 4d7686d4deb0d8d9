from collections.abc import Iterable

import pytest

from kb.model import Language
from kb.norms import show_clause
from kb.read import register_columns, source_wording


@pytest.mark.parametrize(
    ("path", "language", "shown"),
    [
        ("annex-2/row-5/p-1", "ru", "приложение 2, строка 5, абзац 1"),
        ("article-9-1/sub-3", "ru", "статья 9-1, подпункт 3)"),
        ("appendix-3/point-4/sub-1", "kk", "3-қосымша, 4-тармақ, 1) тармақша"),
        ("appendix/sub-2", "ru", "приложение, подпункт 2)"),
        ("section-12/info", "ru", "раздел 12, общие сведения"),
        ("chapter-1/table-2/note-1", "en", "chapter 1, table 2, note 1"),
        ("register/row-99105001/payment~2", "ru", "реестр государственных услуг, строка 99105001, платность (2)"),
        ("register/row-99105001~2", "kk", "мемлекеттік қызметтер тізілімі, 99105001-жол (2)"),
        ("card-99417/documents/applicant-1", "en", "card 99417, documents, applicant 1"),
        ("card-EL99/documents/legal_entity", "ru", "карточка EL99, документы, юридическое лицо"),
        ("unheard-of/1~2", "ru", "unheard-of, 1~2"),
        ("<b>", "ru", "<b>"),
    ],
)
def test_a_path_in_words(path: str, language: str, shown: str) -> None:
    assert show_clause(path, language) == shown


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("egov", source_wording("scrapers.egov")["blocks"]),
        ("govkz", source_wording("scrapers.govkz")["blocks"]),
        ("elicense", source_wording("scrapers.elicense")["blocks"]),
        ("elicense", source_wording("scrapers.elicense")["applicants"]),
        ("body_site", source_wording("scrapers.body_site")["fields"]),
        ("registry", register_columns()),
    ],
)
def test_all_parts_of_cards_and_of_the_register_have_words(source: str, codes: Iterable[str]) -> None:
    wordless = [
        code for code in codes for language in (Language.KK, Language.RU) if show_clause(code, language) == code
    ]
    assert wordless == [], source
