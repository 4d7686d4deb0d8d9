"""Rows of the ranking that hold a section's own figures under another service's name."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.model import Remark, RemarkKind, SourceKind, SurveyChannel, SurveyPlace, SurveyRow

OTHER_NAME = "other_name"
Triple = tuple[float | None, float | None, int | None]


def find_neighbours(survey: Sequence[SurveyRow]) -> Iterator[Remark]:
    """For each section whose figures are not those of its row: the row of another service that has
    their share and mean, where several do the one that has their number too."""
    whole = [row for row in survey if row.channel is SurveyChannel.ALL]
    ranked = {row.service: row for row in whole if row.source is SurveyPlace.TABLE}
    for row in whole:
        own = ranked.get(row.service)
        if row.source is not SurveyPlace.SECTION or own is None or _figures(own) == _figures(row):
            continue
        alike = [one for one in ranked.values() if one is not own and _figures(one)[:2] == _figures(row)[:2]]
        same = [one for one in alike if one.n == row.n] or alike
        if len(same) == 1 and own.satisfaction_pct is not None:
            other = same[0]
            yield Remark(
                service=row.service,
                kind=RemarkKind.FIGURE,
                source_kind=SourceKind.SURVEY,
                evidence=other.evidence,
                subject="overall",
                measure="share",
                value=Decimal(str(other.satisfaction_pct)) if other.satisfaction_pct is not None else None,
                channel=SurveyChannel.ALL,
                row=OTHER_NAME,
            )


def _figures(row: SurveyRow) -> Triple:
    return row.satisfaction_pct, row.mean, row.n
