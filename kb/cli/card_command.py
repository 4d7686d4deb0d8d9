"""`kb card`: all that is stated of a service."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.service_choice import choose_service
from kb.cli.service_name import service_name
from kb.cli.value_line import evidence_line, quote_line, scope_line, tenge_line, value_line
from kb.cli.words import Words
from kb.model import Attribute, Card, Fee, Language, Statement, SurveyRow
from kb.norms import label
from kb.pipeline import dated_card, fees_of, today_in_kazakhstan
from kb.resolve import statements_on

SHOWN_QUOTE = 240


def card(
    service: Annotated[str, typer.Argument(help="An id of the service, or a part of its name.")],
    as_of: AsOf = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Show a service with all that is stated of it, and where."""
    day = read_day(as_of) or today_in_kazakhstan()
    with opened_registry() as registry:
        found = registry.card(choose_service(registry, service).id)
    if as_json:
        write_json(dated_card(found, day))
    else:
        _show(found, day, Words(Language(lang.value)))


def _show(card: Card, day: date, words: Words) -> None:
    out = console()
    out.print(f"[bold]{escape(service_name(card.service, words))}[/]")
    out.print(words("card.ids", ids=escape(", ".join(card.service.ids))))
    if not card.statements:
        out.print(words("card.empty"))
    fees = fees_of(card)
    for attribute in Attribute:
        stated = [one for one in card.statements if one.attribute is attribute]
        if stated:
            out.print(f"\n[bold]{label('attribute', attribute.value, words.language)}[/]")
        for one in stated:
            _show_statement(one, day, words, fees=fees)
    if card.gaps:
        out.print(f"\n[bold]{words('card.gaps')}[/]")
    for gap in card.gaps:
        name = label("attribute", gap.attribute, words.language)
        out.print(f"  • {name}\n    [dim]{escape(evidence_line(gap.evidence, words))}[/]")
    if card.survey:
        out.print(f"\n[bold]{words('card.survey')}[/]")
    for row in card.survey:
        out.print(f"  • {escape(_survey_line(row, words))}\n    [dim]{escape(evidence_line(row.evidence, words))}[/]")


def _show_statement(one: Statement, day: date, words: Words, *, fees: Mapping[str, Fee]) -> None:
    out = console()
    parts = [value_line(one, words)]
    parts += [line for line in (scope_line(one), tenge_line(one, day, words, fees=fees)) if line]
    if not statements_on([one], day):
        parts.append(words("card.expired", day=day))
    out.print(f"  • {escape(' — '.join(parts))}")
    quote = quote_line(one.evidence)
    if quote != parts[0]:
        out.print(f"    «{escape(quote if len(quote) <= SHOWN_QUOTE else quote[:SHOWN_QUOTE] + '…')}»")
    speaker = label("source_kind", one.source_kind.value, words.language)
    out.print(f"    [dim]{escape(speaker)}: {escape(evidence_line(one.evidence, words))}[/]")


def _survey_line(row: SurveyRow, words: Words) -> str:
    parts = [label("survey_channel", row.channel.value, words.language)]
    parts += [row.region] if row.region else []
    parts += [words("survey.share", percent=row.satisfaction_pct)] if row.satisfaction_pct is not None else []
    parts += [words("survey.mean", mean=row.mean)] if row.mean is not None else []
    parts += [words("survey.asked", n=row.n)] if row.n is not None else []
    return ", ".join(parts)
