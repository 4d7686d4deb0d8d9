"""`kb feedback`: what people said of answers, and the work that comes of it."""

from enum import StrEnum
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.command_actor import command_actor
from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.query_commands import OlderThan, Since
from kb.cli.words import Words
from kb.model import Language
from kb.model.feedback import GapClass, GapState, KeptMark, MarkFilter, MarkKind
from kb.pipeline.feedback_json import mark_count_to_json, mark_to_json
from kb.pipeline.today import KAZAKHSTAN

feedback = typer.Typer(help="What people said of answers: list, sort, forget.", rich_markup_mode=None)


class GivenClass(StrEnum):
    """A class as the command takes it; `none` takes it away."""

    SYNONYM = "synonym"
    CARD = "card"
    NORM = "norm"
    CONTRADICTION = "contradiction"
    OUT_OF_SCOPE = "out_of_scope"
    NONE = "none"


Name = Annotated[str, typer.Argument(metavar="MARK", help="Id of a mark.")]


@feedback.command("list")
def list_marks(
    *,
    kind: Annotated[MarkKind | None, typer.Option(help="Only marks of this kind.")] = None,
    gap: Annotated[GapClass | None, typer.Option("--class", help="Only marks of this class.")] = None,
    state: Annotated[GapState | None, typer.Option(help="Only open or done ones.")] = None,
    unsorted: Annotated[bool, typer.Option("--unsorted", help="Only marks without a class.")] = False,
    gaps: Annotated[bool, typer.Option("--gaps", help="Only marks that leave work behind them.")] = False,
    service: Annotated[str | None, typer.Option(help="Only marks about this service.")] = None,
    since: Since = None,
    after: Annotated[str | None, typer.Option(metavar="CURSOR", help="Behind this mark.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 50,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """List marks, the newest first."""
    words = Words(Language(lang.value))
    with opened_registry() as registry:
        wanted = MarkFilter(
            kind=kind,
            gap=gap,
            state=state,
            unsorted=unsorted,
            gaps=gaps,
            service=registry.service(service).id if service else None,
            since=read_day(since),
        )
        page = registry.feedback.listed(wanted, after=after, limit=limit)
        counts, days = registry.feedback.counts(wanted), registry.feedback.days
    if as_json:
        items = [mark_to_json(one) for one in page.items]
        told = [mark_count_to_json(one) for one in counts]
        write_json({"items": items, "next": page.next, "counts": told, "kept_days": days})
        return
    for one in page.items:
        console().print(escape(_line(one, words)))
    if not page.items:
        console().print(words("feedback.none"))
    if page.next:
        console().print(words("feedback.next", cursor=page.next))
    console().print(words("feedback.kept", days=days))


@feedback.command("sort")
def sort(
    name: Name,
    *,
    gap: Annotated[GivenClass | None, typer.Option("--class", help="What is missing; none takes it away.")] = None,
    state: Annotated[GapState | None, typer.Option(help="Done, or open again.")] = None,
    lang: Lang = WordLanguage.KK,
) -> None:
    """Say what is missing, or that the work is done."""
    if gap is None and state is None:
        raise WrongCall("kb feedback sort needs --class, --state or both")
    actor = command_actor()
    with opened_registry() as registry:
        if gap is not None:
            given = None if gap is GivenClass.NONE else GapClass(gap.value)
            kept = registry.feedback.sort(name, given, actor=actor)
        if state is not None:
            kept = registry.feedback.settle(name, state, actor=actor)
    console().print(escape(_line(kept, Words(Language(lang.value)))))


@feedback.command("forget")
def forget(
    *,
    older_than: OlderThan = None,
    lang: Lang = WordLanguage.KK,
) -> None:
    """Delete marks that are old enough; --older-than 0 deletes all."""
    with opened_registry() as registry:
        count = registry.feedback.forget(actor=command_actor(), older_than=older_than)
    console().print(Words(Language(lang.value))("feedback.forgotten", count=count))


def _line(kept: KeptMark, words: Words) -> str:
    mark = kept.mark
    told = words(
        "feedback.line",
        day=kept.made_at.astimezone(KAZAKHSTAN).date().isoformat(),
        kind=mark.kind.value,
        gap=mark.gap.value if mark.gap else words("feedback.unsorted"),
        state=kept.state.value,
    )
    about = "  ".join(part for part in (mark.service, mark.question, mark.words) if part)
    return f"{kept.id}  {about}  ({told})"
