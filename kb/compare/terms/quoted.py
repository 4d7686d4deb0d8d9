"""The line that a value is told in, and whether in somebody's own words."""

from kb.compare.material import ServiceMaterial
from kb.model import Evidence, Statement

OPENING, CLOSING = "«“", "»”"


def is_quoted(material: ServiceMaterial, statement: Statement) -> bool:
    """Whether the value stands inside quotation marks that its line opens; False where the text is not known."""
    evidence = statement.evidence
    document = material.text_of(evidence.snapshot)
    if document is None:
        return False
    line = document.text[document.text.rfind("\n", 0, evidence.end) + 1 : evidence.end]
    return max(map(line.rfind, OPENING)) > max(map(line.rfind, CLOSING))


def line_of(material: ServiceMaterial, evidence: Evidence) -> str:
    """The whole line that a quote stands in; the quote where the text is not known."""
    document = material.text_of(evidence.snapshot)
    if document is None:
        return evidence.quote
    end = document.text.find("\n", evidence.end)
    return document.text[document.text.rfind("\n", 0, evidence.end) + 1 : end if end >= 0 else None]
