"""The Kazakh and the Russian text of one act that do not say the same."""

from collections.abc import Iterator
from datetime import date

from kb.compare.clash import Clash, Point, Words
from kb.compare.explaining import shorten
from kb.compare.material import ActMaterial
from kb.compare.parity import ParityDifference, ParityKind, compare_languages, pair_documents
from kb.compare.rule import ActRule
from kb.model import Document, FindingClass, FindingSeverity, Language, SourceKind
from kb.norms import label

# What misleads people about money, terms and where to go weighs more than an address of a clause.
HIGH = (
    ParityKind.NUMBER,
    ParityKind.TERM,
    ParityKind.UNIT,
    ParityKind.PRICE,
    ParityKind.PERCENT,
    ParityKind.NEGATION,
    ParityKind.BOUND,
)
LOW = (ParityKind.ADDRESS, ParityKind.ACT_NUMBER, ParityKind.DATE, ParityKind.ACT_NAME, ParityKind.PART)


def check(material: ActMaterial) -> Iterator[Clash]:
    """Each difference between the texts in force, as the Kazakh side and the Russian side."""
    kazakh = [one for one in material.texts if one.language is Language.KK]
    russian = [one for one in material.texts if one.language is Language.RU]
    for kk, ru in pair_documents(kazakh, russian):
        if _day(kk) != _day(ru):  # the base lacks the edition of one language: what differs was amended since
            continue
        for difference in compare_languages(kk, ru):
            yield _clash(kk, ru, difference)


def _day(document: Document) -> date | None:
    return document.edition.date if document.edition else None


def _clash(kk: Document, ru: Document, found: ParityDifference) -> Clash:
    reason = "differ" if found.kk_values and found.ru_values else "only_kk" if found.kk_values else "only_ru"
    severity = FindingSeverity.MEDIUM
    if found.kind in HIGH:
        severity = FindingSeverity.HIGH
    elif found.kind in LOW:
        severity = FindingSeverity.LOW
    return Clash(
        kind=FindingClass.LANGUAGE_PARITY,
        a=_point(kk, found.kk.start, found.kk.end, found.kk.clause),
        b=_point(ru, found.ru.start, found.ru.end, found.ru.clause),
        reason=reason,
        words=_words(kk, ru, found),
        severity=severity,
    )


def _words(kk: Document, ru: Document, found: ParityDifference) -> dict[str, Words]:
    """What differs, and both quotes as whole words: a difference often is told by the stem of a word."""
    return {
        "what": {language: label("parity_kind", found.kind.value, language) for language in Language},
        "a": _whole_words(kk.text, found.kk.start, found.kk.end),
        "b": _whole_words(ru.text, found.ru.start, found.ru.end),
    }


def _whole_words(text: str, start: int, end: int) -> str:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return shorten(text[start:end])


def _point(document: Document, start: int, end: int, clause: str) -> Point:
    return Point(evidence=document.cite(start, end, clause), source_kind=SourceKind.ACT)


RULES = (ActRule(kind=FindingClass.LANGUAGE_PARITY, severity=FindingSeverity.MEDIUM, check=check),)
