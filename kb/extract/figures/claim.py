"""A claim of running text as a remark."""

from decimal import Decimal

from kb.extract.figures.parts import Paragraph, Part
from kb.model import Remark, RemarkKind, SourceKind, SurveyChannel


def claim(
    paragraph: Paragraph,
    part: Part,
    relation: str,
    subject: str,
    *,
    channel: str | None = None,
    other: str | None = None,
    group: str | None = None,
    value: Decimal | None = None,
) -> Remark:
    """The claim that a part makes."""
    return Remark(
        service=paragraph.passage.service,
        kind=RemarkKind.CLAIM,
        source_kind=SourceKind.SURVEY,
        evidence=paragraph.cite(part.start, part.end),
        subject=subject,
        value=value,
        channel=SurveyChannel(channel) if channel else None,
        group=group,
        relation=relation,
        other=other,
    )
