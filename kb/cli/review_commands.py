"""`kb review`: doubtful readings, and what people decide on them."""

import json
from dataclasses import replace
from typing import Annotated, Any

import typer
from rich.markup import escape

from kb.cli.card_view import decision_line
from kb.cli.command_actor import command_actor
from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json
from kb.cli.value_line import evidence_line, quote_line, scope_line, value_line
from kb.cli.words import Words
from kb.model import Attribute, Decision, DoubtReason, Language, ReviewKind, ReviewState, Verdict
from kb.norms import label
from kb.pipeline import Registry, Reviewed
from kb.pipeline.review_json import reviewed_to_json
from kb.store import ReviewFilter

review = typer.Typer(help="Doubtful readings: list, show, accept, edit, reject.", rich_markup_mode=None)

Item = Annotated[str, typer.Argument(metavar="ID", help="Id of an item, as the list shows it.")]
Why = Annotated[str, typer.Option("--reason", help="Why you decide so.")]
Who = Annotated[str, typer.Option("--author", help="Your name.")]
Changes = Annotated[
    list[str], typer.Option("--set", metavar="FIELD=VALUE", help="A field of the right value; may be repeated.")
]


@review.command("list")
def list_items(
    *,
    state: Annotated[ReviewState | None, typer.Option(help="Only items that stand so.")] = None,
    kind: Annotated[ReviewKind | None, typer.Option(help="Values or pairs of services.")] = None,
    reason: Annotated[DoubtReason | None, typer.Option(help="Only items that are doubtful for this.")] = None,
    attribute: Annotated[Attribute | None, typer.Option(help="Only values of this attribute.")] = None,
    service: Annotated[str | None, typer.Option(help="Only items on the service of this id.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 50,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """List what people should look at, the most doubtful first."""
    words = Words(Language(lang.value))
    with opened_registry() as registry:
        wanted = ReviewFilter(
            state=state, kind=kind, reason=reason, attribute=attribute,
            service=registry.service(service).id if service else None,
        )  # fmt: skip
        page = registry.reviews.listed(wanted, limit=limit)
        counts = registry.reviews.counts(wanted)
    if as_json:
        write_json({"items": [reviewed_to_json(one) for one in page.items], "counts": counts})
        return
    for one in page.items:
        _print_item(one, words)
    console().print(words("review.count", shown=len(page.items), total=sum(counts["state"].values())))


@review.command("show")
def show(item: Item, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """Show an item with its words and all decisions."""
    with opened_registry() as registry:
        found = registry.reviews.item(item)
    _tell(found, lang, as_json)


@review.command("accept")
def accept(item: Item, why: Why, who: Who, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """Confirm a value, or that two services are one."""
    with opened_registry() as registry:
        decided = registry.reviews.decide(item, Verdict.ACCEPT, reason=why, actor=command_actor(who))
    _tell(decided, lang, as_json)


@review.command("reject")
def reject(item: Item, why: Why, who: Who, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """Take a value out of cards and answers, or say that two services are two."""
    with opened_registry() as registry:
        decided = registry.reviews.decide(item, Verdict.REJECT, reason=why, actor=command_actor(who))
    _tell(decided, lang, as_json)


@review.command("edit")
def edit(
    item: Item, why: Why, who: Who, *, changes: Changes, lang: Lang = WordLanguage.KK, as_json: AsJson = False
) -> None:
    """Give the right value: --set value=5 --set unit=working_day."""
    with opened_registry() as registry:
        decided = _edit(registry, item, why=why, who=who, changes=changes)
    _tell(decided, lang, as_json)


def _edit(registry: Registry, item: str, *, why: str, who: str, changes: list[str]) -> Reviewed:
    value = dict(_change(change) for change in changes)
    return registry.reviews.decide(item, Verdict.EDIT, reason=why, actor=command_actor(who), value=value)


def _change(change: str) -> tuple[str, Any]:
    """A field and its value: a number, true, false, null or a list as JSON writes it, anything else as words."""
    name, equals, text = change.partition("=")
    if not equals or not name.strip():
        raise WrongCall(f"--set {change!r} is no FIELD=VALUE")
    try:
        return name.strip(), json.loads(text)
    except ValueError:
        return name.strip(), text


def _tell(reviewed: Reviewed, lang: WordLanguage, as_json: bool) -> None:
    if as_json:
        write_json(reviewed_to_json(reviewed))
        return
    words = Words(Language(lang.value))
    _print_item(reviewed, words)
    for one in reviewed.item.evidence:
        console().print(f"    «{escape(quote_line(one))}»")
    for title, decisions in (("review.decisions", reviewed.decisions), ("review.earlier", reviewed.earlier)):
        if decisions:
            console().print(f"  {words(title)}")
        for decision in decisions:
            console().print(f"    {escape(_given(decision, words) + decision_line(decision, words))}")


def _print_item(reviewed: Reviewed, words: Words) -> None:
    item, out = reviewed.item, console()
    reasons = "; ".join(label("doubt_reason", reason.value, words.language) for reason in item.reasons)
    state = label("review_state", reviewed.state.value, words.language)
    if item.statement:
        named = label("attribute", item.statement.attribute.value, words.language)
        told = f"{named}: {value_line(item.statement, words)}"
        scope = scope_line(item.statement, words)
        told += f" — {scope}" if scope else ""
    else:
        told = " / ".join(item.names)
    out.print(f"[bold]{item.id}[/]  {escape(told)}")
    out.print(f"    {escape(reasons)} ({escape(state)})")
    for one in item.evidence:
        out.print(f"    [dim]{escape(evidence_line(one, words))}[/]")


def _given(decision: Decision, words: Words) -> str:
    """The value that a person gave."""
    read = decision.item.statement
    return f"{value_line(replace(read, value=decision.value), words)}: " if read and decision.value else ""
