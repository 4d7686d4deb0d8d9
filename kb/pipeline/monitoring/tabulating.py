"""The answers of a wave as tables: by aspects, by channels, of tension, of advice."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from kb.model.monitoring import Answers
from kb.monitoring import (
    Group,
    Measure,
    NothingAnswered,
    Pooled,
    RatedRow,
    Rating,
    Tension,
    advice_questions,
    aspect_questions,
    rate,
    tension_of,
    wave_questions,
)
from kb.monitoring.measures import difference, pool
from kb.monitoring.rounding import half_up
from kb.monitoring.tension import INDICATORS
from kb.pipeline.monitoring.tables import AdviceRow, AspectTable, ChannelRow, ChannelTable, TableRow, TensionRow
from kb.pipeline.monitoring.wave_answers import Chosen, WaveAnswers

CORPORATION, OFFICES = "state_corporation", "provider_office"

Groups = Mapping[str, Mapping[str, Answers]]  # answers by question and key


def aspect_table(answers: WaveAnswers, wave: str, by: Group, *, measure: Measure, chosen: Chosen) -> AspectTable:
    """Every key by every aspect that the wave asked about."""
    columns: dict[str, Rating] = {}
    for code in aspect_questions():
        try:
            columns[code] = answers.rating(wave, by, measure=measure, question=code, chosen=chosen)
        except NothingAnswered:
            continue
    return AspectTable(
        by=by,
        aspects=tuple(columns),
        missing=tuple(code for code in aspect_questions() if code not in columns),
        rows=tuple(TableRow(key=key, cells=cells) for key, cells in _by_key(columns).items()),
    )


def channel_table(answers: WaveAnswers, wave: str, by: Group, *, measure: Measure, question: str) -> ChannelTable:
    """Every key by every channel; raises NothingAnswered where the wave did not ask the question."""
    pooled = {
        channel: answers.pooled(wave, by, question, Chosen(channel=channel))
        for channel in answers.pooled(wave, Group.CHANNEL, question).groups
    }
    columns = {channel: rate(own.groups, measure=measure) for channel, own in pooled.items()}
    rows = (
        ChannelRow(key=key, cells=cells, difference=_difference(pooled, key)) for key, cells in _by_key(columns).items()
    )
    return ChannelTable(by=by, channels=tuple(columns), rows=tuple(rows))


def tension_rows(answers: WaveAnswers, wave: str, by: Group, chosen: Chosen) -> tuple[TensionRow, ...]:
    """The index of each key, the highest first; raises NothingAnswered where the wave left out one of the questions."""
    left_out = [code for code in INDICATORS if code not in wave_questions(answers.waves, wave)]
    if left_out:
        raise NothingAnswered(f"the wave {wave!r} did not ask {', '.join(left_out)}; the index takes five questions")
    asked = _asked(answers, wave, by, INDICATORS, chosen)
    rows = [_tension_row(key, tension_of(own)) for key, own in _questions_by_key(asked).items()]
    return tuple(sorted(rows, key=lambda row: (row.index is None, -(row.index or 0), row.key)))


def advice_rows(answers: WaveAnswers, wave: str, by: Group, chosen: Chosen) -> tuple[AdviceRow, ...]:
    """Tests of advice of each key; raises NothingAnswered where the wave has none."""
    themes = _asked(answers, wave, by, advice_questions(), chosen)
    if not themes:
        raise NothingAnswered(f"the wave {wave!r} has no tests of operators' advice")
    return tuple(
        AdviceRow(key=key, overall=pool(own.values()), themes=own) for key, own in _questions_by_key(themes).items()
    )


def _asked(answers: WaveAnswers, wave: str, by: Group, codes: Iterable[str], chosen: Chosen) -> Groups:
    """The answers to those of the questions that were asked so."""
    found: dict[str, Mapping[str, Answers]] = {}
    for code in codes:
        try:
            found[code] = answers.pooled(wave, by, code, chosen).groups
        except NothingAnswered:
            continue
    return found


def _questions_by_key(asked: Groups) -> Groups:
    keys = sorted({key for groups in asked.values() for key in groups})
    return {key: {code: groups[key] for code, groups in asked.items() if key in groups} for key in keys}


def _by_key(columns: Mapping[str, Rating]) -> Mapping[str, Mapping[str, RatedRow]]:
    found: dict[str, dict[str, RatedRow]] = {}
    for column, rating in columns.items():
        for row in rating.rows:
            found.setdefault(row.key, {})[column] = row
    return dict(sorted(found.items()))


def _difference(pooled: Mapping[str, Pooled], key: str) -> Decimal | None:
    one, other = (
        pooled[channel].groups.get(key, Answers()) if channel in pooled else Answers()
        for channel in (CORPORATION, OFFICES)
    )
    return half_up(100 * difference(one, other), 1) if one.rated and other.rated else None


def _tension_row(key: str, told: Tension) -> TensionRow:
    index = None if told.index is None else half_up(told.index, 2)
    return TensionRow(key=key, index=index, indicators=told.indicators)
