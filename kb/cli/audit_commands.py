"""`kb audit`: what people changed."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, json_line, write_json, written_file
from kb.cli.words import Words
from kb.model import Language
from kb.model.access import AuditEntry
from kb.pipeline.audit_trail import audit_entry_to_json
from kb.pipeline.today import KAZAKHSTAN

audit = typer.Typer(
    help="What people changed: list, export, verify. No command changes this trail.", rich_markup_mode=None
)


@audit.command("list")
def list_audit(
    *,
    actor: Annotated[str | None, typer.Option(help="Only what was done under this name.")] = None,
    action: Annotated[str | None, typer.Option(help="Only this action: key.add, review.decide, …")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List changes, the newest first."""
    with opened_registry() as registry:
        found = registry.access.trail.listed(actor=actor, action=action, limit=limit).items
    if as_json:
        write_json({"items": [audit_entry_to_json(one) for one in found]})
        return
    for one in found:
        console().print(escape(_line(one)))


@audit.command("export")
def export_audit(
    out: Annotated[Path | None, typer.Option("--out", help="File to write; stdout when left out.")] = None,
) -> None:
    """Write the whole trail as JSON Lines, the newest first."""
    with opened_registry() as registry, written_file(out) as file:
        file.writelines(json_line(audit_entry_to_json(one)) for one in registry.access.trail.all())


@audit.command("verify")
def verify(
    *,
    holds: Annotated[
        str | None,
        typer.Option(metavar="DIGEST", help="A digest that was noted elsewhere: fails where the trail has lost it."),
    ] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Compute the digest of every entry again; note the last one elsewhere, it tells a trail that was cut short."""
    with opened_registry() as registry:
        found = registry.access.trail.check()
        lost = holds is not None and not registry.access.trail.holds(holds)
    whole = found.broken is None and not lost
    if as_json:
        write_json({"whole": whole, "entries": found.entries, "head": found.head, "broken": found.broken, "lost": lost})
    else:
        words = Words(Language(lang.value))
        console().print(words("audit.follow", entries=found.entries, head=found.head))
        if found.broken is not None:
            console().print(words("audit.broken", number=found.broken))
        if lost:
            console().print(words("audit.lost"))
    if not whole:
        raise typer.Exit(1)


def _line(entry: AuditEntry) -> str:
    at = entry.at.astimezone(KAZAKHSTAN).isoformat(sep=" ", timespec="seconds")
    told = " → ".join(json.dumps(one, ensure_ascii=False) for one in (entry.before, entry.after) if one is not None)
    return f"{entry.id}  {at}  {entry.actor.name} ({entry.actor.role})  {entry.action}  {entry.target}  {told}".rstrip()
