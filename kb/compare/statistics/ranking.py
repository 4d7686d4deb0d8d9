"""A section's result against the row of the service's name in the ranking."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.clash import Clash, Point
from kb.compare.explaining import shorten
from kb.compare.statistics.figures import OTHER_NAME, Figures
from kb.compare.statistics.rounding import agree
from kb.model import FindingClass, SurveyChannel, SurveyPlace, SurveyRow


def compare_ranking(figures: Figures) -> Iterator[Clash]:
    """One clash where share, mean or number of respondents differ, with the row where the section's figures stand."""
    rows = [row for row in figures.survey if row.channel is SurveyChannel.ALL]
    section = next((row for row in rows if row.source is SurveyPlace.SECTION), None)
    ranked = next((row for row in rows if row.source is SurveyPlace.TABLE), None)
    if section is None or ranked is None:
        return
    if not _differ(section, ranked):
        return
    elsewhere = next((one for one in figures.numbers if one.row == OTHER_NAME), None)
    words = {"section": _shown(section), "table": _shown(ranked)}
    if elsewhere:
        words["elsewhere"] = shorten(elsewhere.evidence.quote)
    yield Clash(
        kind=FindingClass.STATISTICS,
        a=Point(evidence=ranked.evidence, source_kind=ranked.source_kind),
        b=Point(evidence=section.evidence, source_kind=section.source_kind),
        reason="ranking_shifted" if elsewhere else "ranking",
        words=words,
    )


def _differ(section: SurveyRow, ranked: SurveyRow) -> bool:
    pairs = (
        (section.satisfaction_pct, ranked.satisfaction_pct),
        (section.mean, ranked.mean),
        (section.n, ranked.n),
    )
    return any(
        one is not None and other is not None and not agree(_decimal(one), _decimal(other)) for one, other in pairs
    )


def _decimal(figure: float) -> Decimal:
    return Decimal(str(figure))


def _shown(row: SurveyRow) -> str:
    """Share, mean and number as the report prints them."""
    share = f"{row.satisfaction_pct} %" if row.satisfaction_pct is not None else None
    count = f"N = {row.n}" if row.n is not None else None
    mean = str(row.mean) if row.mean is not None else None
    return "; ".join(text.replace(".", ",") for text in (share, mean, count) if text)
