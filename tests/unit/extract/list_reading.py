"""Lists of invented services, read as points of a standard."""

from kb.extract.free_text import extract_text
from kb.model import Attribute, Language, RequiredDocument, Statement, Text

OPENINGS = {
    (Attribute.DOCUMENT, Language.RU): "Перечень документов, необходимых для оказания государственной услуги:\n",
    (Attribute.DOCUMENT, Language.KK): "Мемлекеттік қызмет көрсету үшін қажетті құжаттар тізбесі:\n",
    (Attribute.REFUSAL_GROUND, Language.RU): "Основания для отказа в оказании государственной услуги:\n",
    (Attribute.REFUSAL_GROUND, Language.KK): "Мемлекеттік қызметті көрсетуден бас тарту үшін негіздер:\n",
}


def read_list(items: str, language: Language, attribute: Attribute) -> list[Statement]:
    """The statements of a list whose label is the usual one."""
    statements = extract_text(OPENINGS[attribute, language] + items, language).statements
    return [item for item in statements if item.attribute is attribute]


def words(statements: list[Statement]) -> list[str]:
    """The values as printed."""
    return [item.value.text for item in statements if isinstance(item.value, Text)]


def documents(items: str, language: Language) -> list[RequiredDocument]:
    """The documents of a list."""
    statements = read_list(items, language, Attribute.DOCUMENT)
    return [item.value for item in statements if isinstance(item.value, RequiredDocument)]
