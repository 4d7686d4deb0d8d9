"""A read document → its extraction, by its layout."""

from collections.abc import Callable

from kb.extract.act import extract_act
from kb.extract.card import extract_card
from kb.extract.errors import ExtractError
from kb.extract.extraction import Extraction
from kb.extract.free_text import extract_text
from kb.extract.news import extract_news
from kb.extract.order_overlays import with_orders
from kb.extract.register import extract_register
from kb.extract.report import extract_report
from kb.extract.requisites import extract_requisites
from kb.model import Document, Issue, Severity


def _states_nothing(document: Document) -> Extraction:
    """Plain documents are searched by clause; whose values stand in them is not known, which is told."""
    found = extract_text(document.text, document.language).statements
    if not found:
        return Extraction()
    first = found[0].evidence
    message = (
        f"{document.snapshot.document}: {len(found)} values and no service that they belong to, the first in line "
        f"{first.line}; only found by search. Bring the act, card or report in its own layout, or see 'kb extract'"
    )
    issue = Issue(
        code="values_without_service",
        severity=Severity.WARNING,
        document=document.snapshot.document,
        message=message,
        line=first.line,
    )
    return Extraction(issues=(issue,))


EXTRACTORS: dict[str, Callable[[Document], Extraction]] = {
    "report": extract_report,
    "act": lambda document: with_orders(document, extract_act(document)),
    "card": extract_card,
    "register": extract_register,
    "requisites": extract_requisites,
    "news": extract_news,
    "plain": _states_nothing,
}


def extract_document(document: Document) -> Extraction:
    """What the document states; raises ExtractError for a layout that no extractor knows."""
    extract = EXTRACTORS.get(document.layout)
    if extract is None:
        raise ExtractError(
            f"{document.snapshot.document}: layout {document.layout!r} has no extractor; "
            f"expected one of {', '.join(EXTRACTORS)}"
        )
    return extract(document)
