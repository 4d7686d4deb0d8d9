"""Calculated fees and due dates in words, a block a value."""

from collections.abc import Iterable

from rich.markup import escape

from kb.answer.calculators.calculated_fee import CalculatedFee
from kb.answer.calculators.due_date import DueDate
from kb.answer.calculators.telling import Told, show_date
from kb.cli.card_view import speaker_line
from kb.cli.output import console
from kb.cli.service_name import service_name
from kb.cli.value_line import evidence_line, quote_line, scope_line, value_line
from kb.cli.words import Words
from kb.model import Bound
from kb.norms import label, show_number
from kb.norms.days_off import Rest
from kb.pipeline.calculated import DueRow, FeeRow, ServiceDueDates, ServiceFees
from kb.pipeline.ruled_values import Part, RuledValue
from kb.pipeline.spoken_language import in_language


def show_fees(found: ServiceFees, words: Words) -> None:
    """Writes each fee with its sum, its formula and its steps, then its places."""
    out = console()
    out.print(f"[bold]{escape(service_name(found.service, words))}[/]")
    out.print(escape(words("calculate.fee_on", day=show_date(found.day, words.language))))
    for row in in_language(found.rows, words.language, lambda one: one.statements):
        out.print(f"\n[bold]{escape(_sum(row.fee, words))}[/]  {escape(_conditions(row.value, words))}".rstrip())
        out.print(escape(f"  {row.fee.formula.words[words.language]}"))
        _lines(row.fee.steps, words)
        for one in row.fee.alternatives:
            amount = words("calculate.tenge", amount=show_number(one.amount, words.language))
            out.print(escape(f"  {words('calculate.or')} {amount}"))
            _lines(one.steps, words)
        _ending(row, words, payer=row.payer)
    _left_out(found.left_out, found.warnings, words)


def show_due_dates(found: ServiceDueDates, words: Words) -> None:
    """Writes each term with its last day and its steps, the days that are skipped, then its places."""
    out = console()
    out.print(f"[bold]{escape(service_name(found.service, words))}[/]")
    out.print(escape(words("calculate.filed", day=show_date(found.filed, words.language))))
    for row in in_language(found.rows, words.language, lambda one: one.statements):
        out.print(f"\n[bold]{escape(_day(row.due, words))}[/]  {escape(_conditions(row.value, words))}".rstrip())
        out.print(escape(f"  {value_line(row.statements[0], words)}"))
        _lines(row.due.steps, words)
        for day in row.due.skipped:
            if day.off.rest is not Rest.WEEKEND:
                shown = show_date(day.day, words.language)
                out.print(escape(f"  {words('calculate.skipped')} {shown}: {day.off.words(words.language)}"))
        for worked in row.due.worked:
            out.print(escape(f"  {words('calculate.worked')} {show_date(worked, words.language)}"))
        for one in row.due.alternatives:
            shown = show_date(one.day, words.language)
            out.print(escape(f"  {words('calculate.or')} {shown}: {one.why.words[words.language]}"))
        _ending(row, words)
    _left_out(found.left_out, found.warnings, words)


def _sum(fee: CalculatedFee, words: Words) -> str:
    if fee.amount is None:
        return words("calculate.no_sum")
    amount = words("calculate.tenge", amount=show_number(fee.amount, words.language))
    return words("calculate.at_most", amount=amount) if fee.bound is Bound.MAX else amount


def _day(due: DueDate, words: Words) -> str:
    return show_date(due.day, words.language) if due.day else words("calculate.no_day")


def _conditions(value: RuledValue, words: Words) -> str:
    parts = [scope_line(value.spokesman(words.language), words)]
    if value.part is Part.HEARD:
        parts.append(label("card_part", value.part.value, words.language))
    if value.unconfirmed:
        parts.append(words("card.unconfirmed", year=value.unconfirmed))
    return "; ".join(part for part in parts if part)


def _ending(row: FeeRow | DueRow, words: Words, *, payer: Told | None = None) -> None:
    out = console()
    for warning in row.fee.warnings if isinstance(row, FeeRow) else row.due.warnings:
        out.print(escape(f"  ! {warning.words[words.language]}"))
    if payer is not None:
        out.print(escape(f"  {words('calculate.payer')} {payer.words[words.language]}"))
    other = row.base if isinstance(row, FeeRow) else row.extension
    for statement in (*row.statements, *((other,) if other else ())):
        out.print(f"    [dim]{escape(speaker_line(statement, words))}[/]")
    for evidence in row.due.cited if isinstance(row, DueRow) else ():
        out.print(f"    [dim]«{escape(quote_line(evidence))}»: {escape(evidence_line(evidence, words))}[/]")


def _lines(told: Iterable[Told], words: Words) -> None:
    for one in told:
        console().print(escape(f"  {one.words[words.language]}"))


def _left_out(count: int, warnings: Iterable[Told], words: Words) -> None:
    out = console()
    for warning in warnings:
        out.print(escape(f"! {warning.words[words.language]}"))
    if count:
        out.print(escape(words("calculate.left_out", count=count)))
