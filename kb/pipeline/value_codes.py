"""The codes that a person may give a value, by its attribute."""

from collections.abc import Collection

from kb.model import Attribute
from kb.norms import codes
from kb.norms.bodies import bodies

_TABLES = {
    Attribute.CHANNEL: "channel",
    Attribute.DOCUMENT: "document_type",
    Attribute.FORM: "form",
    Attribute.RESULT_FORM: "form",
    Attribute.RECIPIENT: "recipient",
}
_OF_BODIES = (Attribute.PROVIDER, Attribute.COMPETENT_BODY)


def code_table(attribute: Attribute) -> str | None:
    """The norms table with the codes of an attribute; None for bodies and for what has no codes."""
    return _TABLES.get(attribute)


def known_codes(attribute: Attribute) -> Collection[str]:
    """The codes that its values can have; none where it has none."""
    if attribute in _OF_BODIES:
        return bodies().keys()
    table = code_table(attribute)
    return codes(table) if table else ()
