"""What a document tells about a service that is no value of its standard: figures of a survey, complaints, claims."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kb.model.evidence import Evidence
from kb.model.service import SurveyChannel
from kb.model.source import SourceKind


class RemarkKind(StrEnum):
    """What a remark is.

    A FIGURE is a number that a text or table gives; a CLAIM compares or orders figures in words («higher in all», «the
    lowest»); a COMPLAINT is what people or inspectors met, a PROMISE what a body says that it does; a HEADING is the
    label of a column or row of figures.
    """

    FIGURE = "figure"
    CLAIM = "claim"
    COMPLAINT = "complaint"
    PROMISE = "promise"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark, read under the mention with the key `service`.

    `subject` is what it is about, `measure` what its `value` counts (codes of the norms table `remark`), None where the
    words name none. `table` is the number of the table it stands in, None in running text; `row` and `column` are the
    codes of its labels there. `relation` and `other` are a claim's: `subject` is in that relation to `other`; a FIGURE
    with the relation `people` counts those who are the share `other` in per cent.
    """

    service: str
    kind: RemarkKind
    source_kind: SourceKind
    evidence: Evidence
    subject: str | None = None
    measure: str | None = None
    value: Decimal | None = None
    channel: SurveyChannel | None = None
    group: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    relation: str | None = None
    other: str | None = None
