"""`kb services`: services by conditions, and the register in numbers."""

from decimal import Decimal
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.service_name import service_name
from kb.cli.words import Words
from kb.model import ChannelCode, Language, RegisterStatus
from kb.norms import codes, label, show_number
from kb.pipeline import Selection, ServiceFilter, YearCounters
from kb.pipeline.catalogue_json import counters_to_json, selection_to_json
from kb.search import tell_unknown

_SHARES = "register_share"


def services(
    *,
    owner: Annotated[str | None, typer.Option(help="Code of the owner.")] = None,
    provider: Annotated[str | None, typer.Option(help="Code of a provider.")] = None,
    provider_kind: Annotated[str | None, typer.Option(help="Kind of the provider.")] = None,
    channel: Annotated[ChannelCode | None, typer.Option(help="Where it is asked for.")] = None,
    recipient: Annotated[str | None, typer.Option(help="Code of the recipient.")] = None,
    paid: Annotated[bool | None, typer.Option("--paid/--free", help="Whether it is paid for.")] = None,
    form: Annotated[str | None, typer.Option(help="Code of the form.")] = None,
    automation: Annotated[str | None, typer.Option(help="The highest form.")] = None,
    one_stop: Annotated[bool | None, typer.Option("--one-stop/--not-one-stop", help="On one application.")] = None,
    life_situation: Annotated[str | None, typer.Option(help="Five digits of the register.")] = None,
    status: Annotated[RegisterStatus | None, typer.Option(help="Whether the register has it.")] = None,
    text: Annotated[str | None, typer.Option(help="Words of the name.")] = None,
    year: Annotated[int | None, typer.Option(help="As this year's last edition of the register has them.")] = None,
    as_of: AsOf = None,
    after: Annotated[str | None, typer.Option(help="`next` of the page before.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many to list.")] = 50,
    counters: Annotated[bool, typer.Option("--counters", help="The register in numbers, year by year.")] = False,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """List services by conditions, or show the register in numbers over the years."""
    words = Words(Language(lang.value))
    _check_codes(
        owner=owner,
        provider=provider,
        provider_kind=provider_kind,
        recipient=recipient,
        form=form,
        automation=automation,
        life_situation=life_situation,
    )
    asked = ServiceFilter(
        owner=owner,
        provider=provider,
        provider_kind=provider_kind,
        channel=channel,
        recipient=recipient,
        paid=paid,
        form=form,
        automation=automation,
        one_stop=one_stop,
        life_situation=life_situation,
        status=status,
        text=text,
    )
    if counters:
        if asked != ServiceFilter() or as_of or year is not None or after:
            raise WrongCall("--counters counts whole editions and takes no condition")
        with opened_registry() as registry:
            years = registry.catalogue.counters()
        if as_json:
            write_json(counters_to_json(years))
        else:
            _show_counters(years, words)
        return
    with opened_registry() as registry:
        found = registry.catalogue.select(asked, as_of=read_day(as_of), year=year, after=after, limit=limit)
    if as_json:
        write_json(selection_to_json(found))
    else:
        _show_services(found, words)


def _check_codes(**given: str | None) -> None:
    for name, value in given.items():
        if value is not None and (problem := tell_unknown("register", name, value)):
            raise WrongCall(f"--{name.replace('_', '-')}: {problem}")


def _show_services(found: Selection, words: Words) -> None:
    out = console()
    for one in found.items:
        owner = f"  ({one.owner})" if one.owner else ""
        out.print(escape(f"{one.id}  {service_name(one, words)}{owner}"))
    out.print(escape(words("services.total", shown=len(found.items), total=found.total)))
    if found.edition:
        out.print(escape(words("services.edition", day=found.edition.isoformat())))
    if found.next:
        out.print(escape(words("services.next", cursor=found.next)))


def _show_counters(years: tuple[YearCounters, ...], words: Words) -> None:
    if not years:
        console().print(escape(words("services.no_edition")))
        return
    table = Table(words("services.year"), words("services.edition_day"), words("services.services"), box=None)
    for name in codes(_SHARES):
        table.add_column(label(_SHARES, name, words.language))
    missing = words("services.missing")
    for one in years:
        if one.edition is None or one.shares is None:
            table.add_row(str(one.year), missing)
            continue
        shares = (one.shares[name] for name in codes(_SHARES))
        cells = (
            missing if share.percent is None else f"{_number(share.percent, words)} % ({share.count})"
            for share in shares
        )
        table.add_row(str(one.year), one.edition.isoformat(), str(one.services), *cells)
    console().print(table)


def _number(percent: float, words: Words) -> str:
    return show_number(Decimal(str(percent)), words.language)
