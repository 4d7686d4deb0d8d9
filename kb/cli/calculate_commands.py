"""`kb calculate`: the fee in tenge, and the day on which a service is due."""

from typing import Annotated

import typer

from kb.answer.calculators.fees import MOST_COPIES
from kb.cli.calculated_view import show_due_dates, show_fees
from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, Lang, WordLanguage, read_day
from kb.cli.output import write_json
from kb.cli.service_choice import choose_service
from kb.cli.words import Words
from kb.model import ChannelCode, Language
from kb.norms import codes
from kb.pipeline import today_in_kazakhstan
from kb.pipeline.calculating_json import due_dates_to_json, fees_to_json
from kb.pipeline.fitting_values import PersonalCase

calculate = typer.Typer(help="Calculate a fee in tenge, or the day on which a service is due.", no_args_is_help=True)

ServiceWords = Annotated[str, typer.Argument(metavar="SERVICE", help="An id, or a part of the name.")]
Case = Annotated[str | None, typer.Option("--case", help="Words of the case: reissue, city.")]
Recipient = Annotated[str | None, typer.Option("--recipient", help="Code of the recipient.")]
Channel = Annotated[ChannelCode | None, typer.Option("--channel", help="Where it is asked for.")]


@calculate.command("fee")
def fee(
    service: ServiceWords,
    *,
    as_of: AsOf = None,
    case: Case = None,
    recipient: Recipient = None,
    channel: Channel = None,
    copies: Annotated[int, typer.Option("--copies", min=1, max=MOST_COPIES, help="How many documents.")] = 1,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Calculate what a service costs on a day, every case with its formula and its clause."""
    day, person = read_day(as_of) or today_in_kazakhstan(), personal_case(case, recipient, channel)
    with opened_registry() as registry:
        name = choose_service(registry, service).id
        found = registry.calculators.fees(name, day=day, person=person, copies=copies)
    if as_json:
        write_json(fees_to_json(found))
    else:
        show_fees(found, Words(Language(lang.value)))


@calculate.command("due")
def due(
    service: ServiceWords,
    *,
    filed: Annotated[str, typer.Option("--filed", metavar="YYYY-MM-DD", help="The day of filing.")],
    case: Case = None,
    recipient: Recipient = None,
    channel: Channel = None,
    extended: Annotated[bool, typer.Option("--extended", help="Also as extensions lengthen it.")] = False,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Calculate the day on which a service is due, every term with its steps and its clause."""
    day, person = read_day(filed), personal_case(case, recipient, channel)
    if day is None:
        raise WrongCall("--filed needs a day; expected YYYY-MM-DD")
    language = Language(lang.value)
    with opened_registry() as registry:
        name = choose_service(registry, service).id
        found = registry.calculators.due_dates(name, filed=day, person=person, extended=extended, language=language)
    if as_json:
        write_json(due_dates_to_json(found))
    else:
        show_due_dates(found, Words(language))


def personal_case(case: str | None, recipient: str | None, channel: ChannelCode | None) -> PersonalCase:
    """What the options tell of the case; raises WrongCall for an unknown recipient."""
    if recipient is not None and recipient not in codes("recipient"):
        raise WrongCall(f"--recipient: no code {recipient!r}; give one of {', '.join(codes('recipient'))}")
    return PersonalCase(case=case.strip() if case and case.strip() else None, recipient=recipient, channel=channel)
