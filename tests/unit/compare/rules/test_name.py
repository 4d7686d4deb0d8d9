"""Names that the texts give one service; cards and services are invented."""

import pytest

from kb.compare.checking import check_service
from kb.extract import extract_document
from kb.model import FindingClass
from tests.unit.compare.compared import material
from tests.unit.compare.rules.requirement_tables import NAME, act


def _found(*names: str) -> list[tuple[str, str]]:
    documents = [act(name=name) for name in names]
    statements = [one for document in documents for one in extract_document(document).statements]
    checked = check_service(material(statements, *documents), kinds=[FindingClass.NAME])
    return [(one.a.evidence.quote, one.b.evidence.quote) for one in checked.findings]


def test_two_names_each_with_words_of_its_own() -> None:
    other = "Выдача паспорта пасечника арендаторам ульев"
    assert _found(NAME, other) == [(NAME, other)]


@pytest.mark.parametrize(
    "other",
    [
        NAME,
        "Владельцам ульев выдача карточки пасечника",
        "Выдача карточки пасечника",
        "Предоставление карточки пасечника владельцам ульев",
        "Выдача карточек пасечника владельцам ульев",
    ],
)
def test_word_order_a_short_form_synonyms_and_endings_are_one_name(other: str) -> None:
    assert not _found(NAME, other)
