"""A read document → its extraction, by its layout."""

from kb.extract.act import extract_act
from kb.extract.card import extract_card
from kb.extract.errors import ExtractError
from kb.extract.extraction import Extraction
from kb.extract.register import extract_register
from kb.extract.report import extract_report
from kb.model import Document


def extract_document(document: Document) -> Extraction:
    """What the document states; raises ExtractError for a layout that no extractor knows.

    Plain documents are searched by clause; they state nothing about a service of the register.
    """
    match document.layout:
        case "report":
            return extract_report(document)
        case "act":
            return extract_act(document)
        case "card":
            return extract_card(document)
        case "register":
            return extract_register(document)
        case "plain":
            return Extraction()
        case other:
            raise ExtractError(
                f"{document.snapshot.document}: layout {other!r} has no extractor; "
                "expected report, act, card, register or plain"
            )
