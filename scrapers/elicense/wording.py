"""How the panels, tabs and links of a permit are called, from `wording.yaml`."""

from typing import Any

from kb.model import Language
from kb.read import CardTitles, find_code, source_wording

FILE = "scrapers/elicense/wording.yaml"


def _wording() -> dict[str, Any]:
    return source_wording(__package__)


def titles(language: Language) -> CardTitles:
    """How the panels and the tabs of applicants are called. The title of the documents is a sentence on some pages:
    the short one says what the panel is about."""
    return CardTitles(
        file=FILE,
        block_of=lambda title: find_code(_wording()["blocks"], title),
        applicant_of=lambda tab: find_code(_wording()["applicants"], tab),
        short={"documents": str(_wording()["documents_title"][language.value])},
    )


def is_form_link(words: str) -> bool:
    """Whether the words of a link lead to the form of a document."""
    return find_code({"form": _wording()["form_links"]}, words) is not None
