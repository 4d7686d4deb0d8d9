"""A read document → its extraction, by its layout."""

from collections.abc import Callable

from kb.extract.act import extract_act
from kb.extract.card import extract_card
from kb.extract.errors import ExtractError
from kb.extract.extraction import Extraction
from kb.extract.news import extract_news
from kb.extract.register import extract_register
from kb.extract.report import extract_report
from kb.extract.requisites import extract_requisites
from kb.model import Document


def _states_nothing(document: Document) -> Extraction:
    """Plain documents are searched by clause; they state nothing about a service of the register."""
    del document
    return Extraction()


EXTRACTORS: dict[str, Callable[[Document], Extraction]] = {
    "report": extract_report,
    "act": extract_act,
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
