"""Texts that are in another language than their address says."""

from dataclasses import replace

from kb.model import Document, Issue, Language, Severity
from kb.text import fold_kazakh, identify_language

# A page of a few words (names, numbers) tells no language; its address is believed. Two or three sentences do.
LEAST_CHARACTERS = 200


def with_real_language(document: Document) -> Document:
    """The document in the language that its text is written in; an issue tells when the address says another one."""
    said = document.snapshot.language
    if said is None:
        return document
    real = _language_of(document.text)
    if real is None or real is said:
        return document
    issue = Issue(
        code="language_mixup",
        severity=Severity.WARNING,
        document=document.snapshot.document,
        message=f"{document.snapshot.document}: the address is that of the {said.value} text, the text is "
        f"{real.value}; see whether the publisher mixed the two up, or which address the {said.value} text has",
    )
    return replace(
        document,
        language=real,
        edition=document.edition and replace(document.edition, language=real),
        clauses=tuple(replace(one, language=real) if one.language is said else one for one in document.clauses),
        issues=(*document.issues, issue),
    )


def _language_of(text: str) -> Language | None:
    """Kazakh or Russian; None for a text that is too short to tell or in neither."""
    if len(text) < LEAST_CHARACTERS:
        return None
    found = identify_language(text)
    if found is Language.KK and not _has_kazakh_letters(text):
        return None  # Kazakh is also what is said of texts that tell nothing
    return None if found is Language.EN else found


def _has_kazakh_letters(text: str) -> bool:
    lower = text.lower()
    return fold_kazakh(lower) != lower
