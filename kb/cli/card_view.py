"""A card on a day, in lines for the terminal."""

from collections.abc import Mapping
from datetime import date

from rich.markup import escape

from kb.cli.output import console
from kb.cli.service_name import service_name
from kb.cli.value_line import act_line, evidence_line, quote_line, scope_line, tenge_line, value_line
from kb.cli.words import Words
from kb.model import Card, Decision, Fee, Statement, SurveyRow
from kb.norms import label
from kb.pipeline.dating import fees_of
from kb.pipeline.ruled_values import ATTRIBUTE_ORDER, Part, RuledValue, ruled_values
from kb.pipeline.spoken_language import in_language
from kb.resolve import Ruling, precedence_rules

SHOWN_QUOTE = 240


def show_card(card: Card, rulings: tuple[Ruling, ...], day: date, words: Words) -> None:
    """Writes what is stated of the service: by attribute, what is in force first, then what is not and why."""
    out = console()
    show_head(card, words)
    out.print(words("card.as_of", day=day))
    if not card.statements:
        out.print(words("card.empty"))
    fees = fees_of(card)
    values = in_language(ruled_values(rulings, day), words.language, lambda one: one.statements)
    for attribute in ATTRIBUTE_ORDER:
        part = Part.CURRENT
        mine = [one for one in values if one.statements[0].attribute is attribute]
        if mine:
            out.print(f"\n[bold]{label('attribute', attribute.value, words.language)}[/]")
        for one in mine:
            if one.part is not part:
                part = one.part
                out.print(f"  [italic]{label('card_part', part.value, words.language)}[/]")
            _show_value(one, day, words, fees=fees, decisions=card.decisions)
    if card.rejected:
        out.print(f"\n[bold]{words('card.rejected')}[/]")
    for statement, decision in card.rejected:
        out.print(f"  • [strike]{escape(value_line(statement, words))}[/] — {escape(decision_line(decision, words))}")
        out.print(f"    [dim]{escape(speaker_line(statement, words))}[/]")
    if card.gaps:
        out.print(f"\n[bold]{words('card.gaps')}[/]")
    for gap in card.gaps:
        name = label("attribute", gap.attribute, words.language)
        out.print(f"  • {name}\n    [dim]{escape(evidence_line(gap.evidence, words))}[/]")
    if card.survey:
        out.print(f"\n[bold]{words('card.survey')}[/]")
    for row in card.survey:
        out.print(f"  • {escape(_survey_line(row, words))}\n    [dim]{escape(evidence_line(row.evidence, words))}[/]")


def show_head(card: Card, words: Words) -> None:
    """Writes the name and the numbers of the service."""
    out = console()
    out.print(f"[bold]{escape(service_name(card.service, words))}[/]")
    out.print(words("card.ids", ids=escape(", ".join(card.service.ids))))


def speaker_line(statement: Statement, words: Words) -> str:
    """Who tells a value, and where."""
    speaker = label("source_kind", statement.source_kind.value, words.language)
    return f"{speaker}: {evidence_line(statement.evidence, words)}"


def decision_line(decision: Decision, words: Words) -> str:
    """Who decided on a value, when and why; with the value that was read where it was corrected."""
    read = decision.item.statement
    told = words(
        f"review.{decision.item.kind.value}.{decision.verdict.value}", value=value_line(read, words) if read else ""
    )
    return f"{decision.decided_at.date()} {decision.author}: {told} — {decision.reason}"


def _show_value(
    value: RuledValue, day: date, words: Words, *, fees: Mapping[str, Fee], decisions: Mapping[str, Decision]
) -> None:
    out = console()
    one = value.spokesman(words.language)
    told = value_line(one, words)
    parts = [told, *(line for line in (scope_line(one, words), tenge_line(one, day, words, fees=fees)) if line)]
    parts += [words("card.overridden_by", act=act_line(one.by, words))] if one.by else []
    parts += [words("card.disputed")] if value.disputed else []
    parts += [words("card.unconfirmed", year=value.unconfirmed)] if value.unconfirmed else []
    parts += _own_period(one, value, words)
    out.print(f"  • {escape(' — '.join(parts))}")
    if value.overridden:
        out.print(f"    {escape(overridden_line(value.overridden, words))}")
    for other in value.narrowed_by:
        scope = scope_line(other, words)
        out.print(f"    {escape(words('card.narrowed', value=value_line(other, words), scope=scope))}")
    for statement in value.statements:
        quote = quote_line(statement.evidence)
        if quote != told:
            out.print(f"    «{escape(quote if len(quote) <= SHOWN_QUOTE else quote[:SHOWN_QUOTE] + '…')}»")
        out.print(f"    [dim]{escape(speaker_line(statement, words))}[/]")
        if decision := decisions.get(statement.id):
            out.print(f"    {escape(decision_line(decision, words))}")


def overridden_line(ruling: Ruling, words: Words) -> str:
    """What holds in place of a value, by which act, from when, by which rule."""
    by = ruling.overridden_by
    if by is None or ruling.rule is None:
        return ""
    parts = [words("card.overridden", value=value_line(by, words), place=evidence_line(by.evidence, words))]
    parts += [words("card.overridden_by", act=act_line(by.by, words))] if by.by else []
    parts += [words("card.since", day=ruling.since)] if ruling.since else []
    rule = precedence_rules()[ruling.rule]
    parts.append(words("card.rule", title=rule.title[words.language], source=rule.source[words.language]))
    return "; ".join(parts)


def _own_period(one: Statement, value: RuledValue, words: Words) -> list[str]:
    """Why a former or coming value does not hold, and the days that its text gives it."""
    parts = []
    if value.part in (Part.PAST, Part.NOT_YET):
        parts.append(label("day_standing", value.rulings[0].standing.value, words.language))
    if one.valid_from and (value.part is not Part.CURRENT or one.valid_from != one.evidence.edition):
        parts.append(words("card.since", day=one.valid_from))
    if one.valid_to:
        parts.append(words("card.until", day=one.valid_to))
    return parts


def _survey_line(row: SurveyRow, words: Words) -> str:
    parts = [label("survey_channel", row.channel.value, words.language)]
    parts += [row.region] if row.region else []
    parts += [words("survey.share", percent=row.satisfaction_pct)] if row.satisfaction_pct is not None else []
    parts += [words("survey.mean", mean=row.mean)] if row.mean is not None else []
    parts += [words("survey.asked", n=row.n)] if row.n is not None else []
    return ", ".join(parts)
