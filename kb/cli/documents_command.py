"""`kb documents`: the documents that a person's case needs."""

from typing import Annotated

import typer
from rich.markup import escape

from kb.answer.calculators.checklist import ChecklistItem, Need
from kb.answer.documents.item_names import item_name
from kb.cli.calculate_commands import Case, Channel, Recipient, ServiceWords, personal_case
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.service_choice import choose_service
from kb.cli.value_line import evidence_line
from kb.cli.words import Words
from kb.model import Language
from kb.norms import label
from kb.pipeline import today_in_kazakhstan
from kb.pipeline.checklists import SHORT_NAME, ServiceChecklist, checklist_to_json


def documents(
    service: ServiceWords,
    *,
    as_of: AsOf = None,
    case: Case = None,
    recipient: Recipient = None,
    channel: Channel = None,
    representative: Annotated[
        bool | None, typer.Option("--representative/--in-person", help="Who brings them.")
    ] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """List the documents that a case needs, those that only special cases need, and what is still to be told."""
    day, person = read_day(as_of) or today_in_kazakhstan(), personal_case(case, recipient, channel)
    language = Language(lang.value)
    with opened_registry() as registry:
        name = choose_service(registry, service).id
        found = registry.checklists.of_service(
            name, day=day, person=person, representative=representative, language=language
        )
    if as_json:
        write_json(checklist_to_json(found))
    else:
        _show(found, Words(language))


def _show(found: ServiceChecklist, words: Words) -> None:
    out = console()
    out.print(f"[bold]{escape(found.name)}[/]  {escape(found.service.id)}")
    channels = " / ".join(label("channel", code, words.language) for code in sorted(found.checklist.channels))
    heading = " · ".join(filter(None, (channels, found.checklist.case.chosen)))
    if heading:
        out.print(escape(heading))
    listed = [item for item in found.checklist.items if item.listed]
    if not listed:
        out.print(words("documents.none"))
    for number, item in enumerate(listed, start=1):
        _line(f"{number:3}.", item, words)
    special = [item for item in found.checklist.items if item.need is Need.IF and not item.listed]
    if special:
        out.print(f"\n[bold]{words('documents.special')}[/]")
    for item in special:
        _line("  •", item, words)
    for question in found.checklist.questions:
        told = "; ".join(question.options)
        out.print(escape(f"{words(f'documents.asks_{question.asks.value}')} {told}".rstrip()))


def _line(mark: str, item: ChecklistItem, words: Words) -> None:
    condition = f" — {item.condition}" if item.need is Need.IF and item.condition else ""
    out = console()
    out.print(escape(f"{mark} {item_name(item.statement, SHORT_NAME)}{condition}"))
    out.print(f"     [dim]{escape(evidence_line(item.statement.evidence, words))}[/]")
