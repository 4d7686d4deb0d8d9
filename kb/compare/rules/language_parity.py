"""The Kazakh and the Russian text of one act that do not say the same."""

from collections.abc import Iterator
from datetime import date

from kb.compare.clash import Clash, Point
from kb.compare.material import ActMaterial
from kb.compare.parity import ParityDifference, ParityKind, compare_languages
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
    for kk, ru in _beside(kazakh, russian):
        if _day(kk) != _day(ru):  # the base lacks the edition of one language: what differs was amended since
            continue
        for difference in compare_languages(kk, ru):
            yield _clash(kk, ru, difference)


def _day(document: Document) -> date | None:
    return document.edition.date if document.edition else None


def _beside(kazakh: list[Document], russian: list[Document]) -> Iterator[tuple[Document, Document]]:
    """The only texts of an edition; where a source keeps annexes apart, those whose clauses have most ids in common."""
    for kk in kazakh:
        ids = {clause.id for clause in kk.clauses}
        alike = [(len(ids & {clause.id for clause in ru.clauses}), place) for place, ru in enumerate(russian)]
        common, place = max(alike, default=(0, 0), key=lambda one: (one[0], -one[1]))
        if common:
            yield kk, russian[place]


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
        words={"what": {language: label("parity_kind", found.kind.value, language) for language in Language}},
        severity=severity,
    )


def _point(document: Document, start: int, end: int, clause: str) -> Point:
    return Point(evidence=document.cite(start, end, clause), source_kind=SourceKind.ACT)


RULES = (ActRule(kind=FindingClass.LANGUAGE_PARITY, severity=FindingSeverity.MEDIUM, check=check),)
