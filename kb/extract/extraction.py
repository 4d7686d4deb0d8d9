"""What extraction gives back for a document."""

from dataclasses import dataclass

from kb.model import Gap, Issue, Mention, Statement, SurveyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Mentions, statements, survey rows, gaps and issues of one document, each in reading order."""

    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    survey: tuple[SurveyRow, ...] = ()
    gaps: tuple[Gap, ...] = ()
    issues: tuple[Issue, ...] = ()
