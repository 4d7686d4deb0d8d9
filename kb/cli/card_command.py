"""`kb card`: all that is stated of a service."""

from datetime import date
from typing import Annotated

import typer

from kb.cli.card_tables import show_difference, show_history, show_sides
from kb.cli.card_view import show_card, show_head
from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.service_choice import choose_service
from kb.cli.words import Words
from kb.model import Act, Attribute, Card, Language
from kb.model.service_shapes import service_reference
from kb.pipeline import dated_card, today_in_kazakhstan
from kb.pipeline.card_difference import card_difference, change_to_json
from kb.pipeline.card_history import card_history, history_to_json
from kb.pipeline.dating import rule_card
from kb.pipeline.side_by_side import compare_sides, sides_to_json
from kb.pipeline.spoken_language import in_language


def card(
    service: Annotated[str, typer.Argument(help="An id of the service, or a part of its name.")],
    *,
    attribute: Annotated[
        Attribute | None, typer.Argument(metavar="[ATTRIBUTE]", help="With --history: one field (deadline, fee, …).")
    ] = None,
    as_of: AsOf = None,
    history: Annotated[bool, typer.Option("--history", help="All values of a field over time.")] = False,
    diff: Annotated[
        tuple[str, str] | None, typer.Option("--diff", metavar="DAY DAY", help="What changed between two days.")
    ] = None,
    against: Annotated[
        str | None, typer.Option("--against", metavar="YYYY-MM-DD", help="What changed from --as-of until this day.")
    ] = None,
    sides: Annotated[bool, typer.Option("--sides", help="What act, card and report say, side by side.")] = False,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Show a service with all that is stated of it, and where."""
    words = Words(Language(lang.value))
    day = read_day(as_of) or today_in_kazakhstan()
    days = _two_days(diff, against, day)
    if history + sides + (days is not None) > 1:
        raise WrongCall("--history, --diff (or --against) and --sides are different views; ask for one of them")
    if attribute and not history:
        raise WrongCall(f"a field ({attribute.value}) is named for --history only; add --history")
    with opened_registry() as registry:
        found = registry.card(choose_service(registry, service).id)
        acts = registry.acts.of_card(found)
    if history:
        _history(found, acts, attribute, day, words, as_json=as_json)
    elif days:
        _difference(found, acts, days, words, as_json=as_json)
    elif sides:
        _sides(found, acts, day, words, as_json=as_json)
    elif as_json:
        write_json(dated_card(found, day, acts=acts))
    else:
        show_card(found, rule_card(found, day, acts=acts), day, words)


def _two_days(diff: tuple[str, str] | None, against: str | None, day: date) -> tuple[date, date] | None:
    if diff and against:
        raise WrongCall("--diff names both days; leave out --against")
    other = read_day(against)
    if other:
        return day, other
    first, second = (read_day(one) for one in diff) if diff else (None, None)
    return (first, second) if first and second else None


def _history(
    found: Card, acts: tuple[Act, ...], attribute: Attribute | None, day: date, words: Words, *, as_json: bool
) -> None:
    entries = card_history(found, today=day, acts=acts, attribute=attribute)
    if as_json:
        service = service_reference(found.service)
        write_json({"service": service, "entries": [history_to_json(one) for one in entries]})
        return
    show_head(found, words)
    console().print(words("history.title"))
    show_history(in_language(entries, words.language, lambda one: one.statements), words)


def _difference(found: Card, acts: tuple[Act, ...], days: tuple[date, date], words: Words, *, as_json: bool) -> None:
    changes = card_difference(found, *days, acts=acts)
    if as_json:
        write_json(
            {
                "service": service_reference(found.service),
                "from": days[0].isoformat(),
                "to": days[1].isoformat(),
                "changes": [change_to_json(one) for one in changes],
            }
        )
        return
    show_head(found, words)
    console().print(words("difference.title", before=days[0], after=days[1]))
    show_difference(in_language(changes, words.language, lambda one: (*one.before, *one.after)), words)


def _sides(found: Card, acts: tuple[Act, ...], day: date, words: Words, *, as_json: bool) -> None:
    if as_json:
        compared = compare_sides(found, day, acts=acts)
        service = service_reference(found.service)
        write_json({"service": service, "as_of": day.isoformat(), **sides_to_json(compared)})
        return
    show_head(found, words)
    console().print(words("card.as_of", day=day))
    show_sides(compare_sides(found, day, acts=acts, language=words.language), words)
