"""Survey figures in words."""

from collections.abc import Sequence
from decimal import Decimal

from kb.answer.wording import say
from kb.model import Language, SurveyChannel, SurveyRow
from kb.norms import label, show_number


def describe_survey(rows: Sequence[SurveyRow], language: Language) -> tuple[tuple[SurveyRow, str], ...]:
    """Rows that carry a figure, each with its words; the whole service first, then its channels."""
    telling = [row for row in rows if row.satisfaction_pct is not None or row.mean is not None]
    order = list(SurveyChannel)
    telling.sort(key=lambda row: (row.region is not None, order.index(row.channel)))
    return tuple((row, _row(row, language)) for row in telling)


def _row(row: SurveyRow, language: Language) -> str:
    satisfaction = _number(row.satisfaction_pct, language)
    if row.satisfaction_pct is not None:
        satisfaction = say("percent", language, value=satisfaction)
    place = label("survey_channel", row.channel, language)
    return say(
        "survey_row",
        language,
        satisfaction=satisfaction,
        mean=_number(row.mean, language),
        n=_number(row.n, language),
        channel=f"{place}; {label('survey_place', row.source, language)}",
    )


def _number(value: float | None, language: Language) -> str:
    if value is None:
        return say("survey_unknown", language)
    return show_number(Decimal(str(value)), language)
