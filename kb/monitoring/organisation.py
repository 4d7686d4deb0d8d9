"""Who asked, in the language of a page: a wave of a report that names nobody keeps the words of two languages."""

from kb.model.language import Language
from kb.monitoring.template import load_table


def unnamed_organisation() -> str:
    """What the head of a wave keeps where its report names no organisation: the words in Kazakh and Russian."""
    words = load_table("from_report")["not_named"]
    return f"{words['kk']} / {words['ru']}"


def organisation_in(organisation: str, language: Language) -> str:
    """The organisation of a wave as it is shown: a name as it is, else that nobody is named, in the language alone."""
    if organisation != unnamed_organisation():
        return organisation
    return str(load_table("from_report")["not_named"][language.value])
