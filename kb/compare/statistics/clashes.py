"""Two places of a survey as a clash."""

from decimal import Decimal

from kb.compare.clash import Clash, Point, Words
from kb.model import FindingClass, FindingSeverity, Language, Remark, SurveyChannel
from kb.norms import label

OVERALL = "overall"


def point(remark: Remark) -> Point:
    """A remark as a side."""
    return Point(evidence=remark.evidence, source_kind=remark.source_kind)


def clash(a: Remark, b: Remark, reason: str, *, severity: FindingSeverity | None = None, **words: Words) -> Clash:
    """The clash of two remarks, `a` the one that stands first."""
    if b.evidence.start < a.evidence.start:
        a, b = b, a
    return Clash(kind=FindingClass.STATISTICS, a=point(a), b=point(b), reason=reason, words=words, severity=severity)


def words_of(code: str | None) -> dict[Language, str]:
    """The words of a subject or measure."""
    return {language: label("remark", code or OVERALL, language) for language in Language}


def channel_words(channel: SurveyChannel | None) -> dict[Language, str]:
    """The words of a place of service."""
    return {language: label("survey_channel", channel or SurveyChannel.ALL, language) for language in Language}


def number(value: Decimal | float | int) -> Decimal:
    """A number to be shown."""
    return Decimal(str(value))
