"""One service, body, region or channel over the waves."""

from collections.abc import Sequence

from kb.model.monitoring import Wave
from kb.monitoring import Group, Measure, NothingAnswered, RatedRow
from kb.pipeline.monitoring.tables import Trend, TrendNote, TrendPoint
from kb.pipeline.monitoring.wave_answers import WaveAnswers


def trend_of(
    answers: WaveAnswers, waves: Sequence[Wave], by: Group, key: str, *, measure: Measure, question: str
) -> Trend:
    """The figures of a key, of waves that come newest first; a point that cannot be held against the one before it says
    why."""
    own = answers.current_ids((key,))[key] if by is Group.SERVICE else key
    points: list[TrendPoint] = []
    before: tuple[Wave, frozenset[str]] | None = None
    for wave in reversed(waves):
        row = _row_of(answers, wave, by, own, measure=measure, question=question)
        if row is None:
            continue
        services = frozenset(answers.by_service(wave.id, by, question).get(own, {}))
        points.append(_trend_point(wave, row, services, before))
        before = (wave, services)
    return Trend(by=by, key=own, measure=measure, points=tuple(points))


def _row_of(
    answers: WaveAnswers, wave: Wave, by: Group, key: str, *, measure: Measure, question: str
) -> RatedRow | None:
    try:
        rows = answers.rating(wave.id, by, measure=measure, question=question).rows
    except NothingAnswered:
        return None
    return next((row for row in rows if row.key == key), None)


def _trend_point(
    wave: Wave, row: RatedRow, services: frozenset[str], before: tuple[Wave, frozenset[str]] | None
) -> TrendPoint:
    former, earlier = before or (wave, services)
    notes = []
    if services != earlier:
        notes.append(TrendNote.OTHER_SERVICES)
    if wave.method != former.method:
        notes.append(TrendNote.OTHER_METHOD)
    common = len(services & earlier) if before else 0
    return TrendPoint(
        wave=wave, row=row, notes=tuple(notes), common=common, gone=len(earlier - services), new=len(services - earlier)
    )
