"""Calculated fees and due dates as their page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.answer.calculators.calculated_fee import CalculatedFee
from kb.answer.calculators.due_date import DueDate
from kb.answer.calculators.telling import Told
from kb.model import Bound, Statement
from kb.norms import label, value_notes
from kb.norms.days_off import Rest
from kb.pipeline.calculated import DueRow, FeeRow, ServiceDueDates, ServiceFees
from kb.pipeline.ruled_values import Part, RuledValue
from kb.pipeline.spoken_language import in_language
from kb.web.conditions import value_conditions
from kb.web.source_link import SourceLink, source_link
from kb.web.value_words import Shown, value_words
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherResult:
    """A sum or a day that is possible as well, and why or how."""

    shown: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatedView:
    """One calculated value: `result` is the sum or the day, `rule` the formula or the term.

    `standing` tells that the value is only told, or known from an old report. `skipped` are the days that are passed
    over with their reasons; `links` are the clauses of the value, `other_links` those of what it was computed with.
    """

    result: str
    named: bool
    rule: Shown
    conditions: tuple[Shown, ...]
    standing: tuple[str, ...]
    steps: tuple[str, ...]
    warnings: tuple[str, ...]
    others: tuple[OtherResult, ...]
    skipped: tuple[str, ...]
    payer: str | None
    links: tuple[SourceLink, ...]
    other_links: tuple[SourceLink, ...]


def fee_views(found: ServiceFees, words: Words) -> tuple[CalculatedView, ...]:
    """The fees with their sums, without what repeats in the other language."""
    return tuple(_fee(row, words) for row in in_language(found.rows, words.language, lambda one: one.statements))


def due_views(found: ServiceDueDates, words: Words) -> tuple[CalculatedView, ...]:
    """The terms with their days, without what repeats in the other language."""
    return tuple(_due(row, words) for row in in_language(found.rows, words.language, lambda one: one.statements))


def told_lines(told: Sequence[Told], words: Words) -> tuple[str, ...]:
    """Sentences in the language of the page."""
    return tuple(one.words[words.language] for one in told)


def _fee(row: FeeRow, words: Words) -> CalculatedView:
    fee = row.fee
    return CalculatedView(
        result=_sum(fee, words),
        named=fee.amount is not None,
        rule=_with_notes(Shown(text=fee.formula.words[words.language]), row.value, words),
        conditions=value_conditions(row.value.spokesman(words.language), words),
        standing=_standing(row.value, words),
        steps=told_lines(fee.steps, words),
        warnings=told_lines(fee.warnings, words),
        others=tuple(
            OtherResult(
                shown=words("calculate.tenge", amount=words.number(one.amount)), lines=told_lines(one.steps, words)
            )
            for one in fee.alternatives
        ),
        skipped=(),
        payer=row.payer.words[words.language],
        links=_links(row.statements, words),
        other_links=_links((row.base,) if row.base else (), words),
    )


def _due(row: DueRow, words: Words) -> CalculatedView:
    due = row.due
    cited = tuple(source_link(one, words) for one in due.cited)
    return CalculatedView(
        result=words.day_in_words(due.day) if due.day else words("calculate.no_day"),
        named=due.day is not None,
        rule=_with_notes(value_words(row.value.spokesman(words.language), words), row.value, words),
        conditions=value_conditions(row.value.spokesman(words.language), words),
        standing=_standing(row.value, words),
        steps=told_lines(due.steps, words),
        warnings=told_lines(due.warnings, words),
        others=tuple(
            OtherResult(shown=words.day_in_words(one.day), lines=told_lines((one.why,), words))
            for one in due.alternatives
        ),
        skipped=_skipped(due, words),
        payer=None,
        links=_links(row.statements, words),
        other_links=(*_links((row.extension,) if row.extension else (), words), *cited),
    )


def _with_notes(rule: Shown, value: RuledValue, words: Words) -> Shown:
    """With from when a term runs, or how a fee is paid."""
    notes = value_notes(value.spokesman(words.language).value, words.language)
    return replace(rule, text="; ".join((rule.text, *notes)))


def _sum(fee: CalculatedFee, words: Words) -> str:
    if fee.amount is None:
        return words("calculate.no_sum")
    amount = words("calculate.tenge", amount=words.number(fee.amount))
    return words("calculate.at_most", amount=amount) if fee.bound is Bound.MAX else amount


def _skipped(due: DueDate, words: Words) -> tuple[str, ...]:
    """Holidays and moved days one by one, weekends by their number, days of rest that are worked."""
    named = [
        words("calculate.skipped_day", day=words.day(one.day), reason=one.off.words(words.language))
        for one in due.skipped
        if one.off.rest is not Rest.WEEKEND
    ]
    weekends = len(due.skipped) - len(named)
    counted = [words.count("calculate.weekend_days", weekends)] if weekends else []
    worked = [words("calculate.worked_day", day=words.day(day)) for day in due.worked]
    return (*named, *counted, *worked)


def _standing(value: RuledValue, words: Words) -> tuple[str, ...]:
    parts = []
    if value.part is Part.HEARD:
        parts.append(label("card_part", value.part.value, words.language))
    if value.unconfirmed:
        parts.append(words("card.unconfirmed", year=value.unconfirmed))
    return tuple(parts)


def _links(statements: Sequence[Statement], words: Words) -> tuple[SourceLink, ...]:
    links = (source_link(one.evidence, words) for one in statements)
    return tuple({link.href: link for link in links}.values())
