"""What extraction gives back for a document."""

from dataclasses import dataclass

from kb.model import Gap, Issue, Mention, Remark, Statement, SurveyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Mentions, statements, survey rows, gaps, remarks and issues of one document, each in reading order."""

    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    survey: tuple[SurveyRow, ...] = ()
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[Remark, ...] = ()
    issues: tuple[Issue, ...] = ()
