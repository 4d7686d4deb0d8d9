"""`kb key`: who may write."""

import sys
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.command_actor import command_actor
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.words import Words
from kb.model import Language
from kb.model.access import AccessKey, Role
from kb.model.plain_json import Json, day_to_json
from kb.pipeline.today import KAZAKHSTAN, today_in_kazakhstan

key = typer.Typer(help="Keys of people who may write: add, list, withdraw.", rich_markup_mode=None)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Whose key it is: what is written with it bears this name.")]


@key.command("add")
def add(
    name: Name,
    *,
    role: Annotated[Role, typer.Option(help="What it may do; each role all that the one before may.")],
    until: Annotated[
        str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="Last day; until withdrawn when left out.")
    ] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Make a key and print it, this once: only a digest of it is kept."""
    last_day = read_day(until)
    with opened_registry() as registry:
        made = registry.access.add_key(name, role, actor=command_actor(), last_day=last_day)
    if as_json:
        write_json({**_key_json(made.key), "secret": made.secret})
        return
    console(stderr=True).print(Words(Language(lang.value))("key.made", name=escape(made.key.name)))
    sys.stdout.write(f"{made.secret}\n")  # whole, however narrow the terminal is


@key.command("list")
def list_keys(*, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """List all keys that were ever made, without what opens with them."""
    with opened_registry() as registry:
        found = registry.access.keys()
    if as_json:
        write_json({"items": [_key_json(one) for one in found]})
        return
    words = Words(Language(lang.value))
    for one in found:
        console().print(escape(_key_line(one, words)))
    if not found:
        console().print(words("key.none"))


@key.command("withdraw")
def withdraw(name: Name) -> None:
    """Take a key out of use and end its sessions."""
    with opened_registry() as registry:
        registry.access.withdraw_key(name, actor=command_actor())


def _key_json(one: AccessKey) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "role": one.role.value,
        "made_at": one.made_at.isoformat(),
        "last_day": day_to_json(one.last_day),
        "withdrawn_at": one.withdrawn_at.isoformat() if one.withdrawn_at else None,
        "holds": one.holds(today_in_kazakhstan()),
    }


def _key_line(one: AccessKey, words: Words) -> str:
    made = one.made_at.astimezone(KAZAKHSTAN).date().isoformat()
    if one.withdrawn_at:
        state = words("key.withdrawn", day=one.withdrawn_at.astimezone(KAZAKHSTAN).date().isoformat())
    elif not one.holds(today_in_kazakhstan()):
        state = words("key.over", day=one.last_day)
    else:
        state = words("key.until", day=one.last_day) if one.last_day else words("key.holds")
    return f"{one.name}  {one.role.value}  {made}  {state}"
