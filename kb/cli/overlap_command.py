"""`kb overlap`: how much of the texts repeats elsewhere, and the passages side by side."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json
from kb.cli.service_name import service_name
from kb.cli.value_line import evidence_line
from kb.cli.words import Words
from kb.model import Evidence, Language
from kb.model.overlap import OverlapShare, share_to_json
from kb.norms import show_number
from kb.pipeline import Registry, UnknownName
from kb.pipeline.overlaps import OverlapSummary
from kb.pipeline.repeat_passages import RepeatPassages, passages_to_json
from kb.read import WordChange, WordChangeKind


def overlap(
    *,
    service: Annotated[str | None, typer.Option(help="The passages of the service of this id.")] = None,
    act: Annotated[str | None, typer.Option(help="The passages of this act or document, together with --with.")] = None,
    other: Annotated[str | None, typer.Option("--with", help="The act or document to hold it against.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many rows of a table, or passages.")] = 30,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Show how much of the texts repeats elsewhere: of all, by service, by pair of acts; or the passages themselves."""
    if (act is None) != (other is None):
        raise WrongCall("--act and --with go together: they name the two acts that are held against each other")
    if service and act:
        raise WrongCall("give either --service or --act with --with")
    words = Words(Language(lang.value))
    with opened_registry() as registry:
        if service is None and act is None:
            _tell_summary(registry, words, limit=limit, as_json=as_json)
            return
        share = registry.overlaps.share(service) if service else None
        page = registry.overlaps.repeats(service=service, acts=(act, other) if act and other else None, limit=limit)
        passages = registry.overlaps.passages(page.items)
        if not page.items and act and other:
            _require_texts(registry, act, other)
    if as_json:
        write_json(
            {
                "share": share_to_json(share) if share else None,
                "items": [passages_to_json(one) for one in passages],
                "next": page.next,
            }
        )
        return
    if share:
        console().print(_share_line(share, words))
    _print_passages(passages, words)
    if page.next:
        console().print(escape(words("overlap.more", count=limit)))


def _require_texts(registry: Registry, *names: str) -> None:
    """Raises WrongCall for a name that is no act of the base and no text in which anything repeats."""
    repeating = {name for one in registry.overlaps.summary().acts for name in (one.first, one.second)}
    for name in names:
        if name in repeating:
            continue
        try:
            registry.act(name)
        except UnknownName as problem:
            raise WrongCall(f"no act or document {name!r} in this base; see kb overlap") from problem


def _tell_summary(registry: Registry, words: Words, *, limit: int, as_json: bool) -> None:
    summary = registry.overlaps.summary()
    if as_json:
        write_json(
            {
                "overall": share_to_json(summary.overall) if summary.overall else None,
                "services": [share_to_json(one) for one in summary.services[:limit]],
                "acts": [share_to_json(one) for one in summary.acts[:limit]],
            }
        )
        return
    console().print(_share_line(summary.overall, words) if summary.overall else escape(words("overlap.nothing")))
    _print_shares(registry, summary, words, limit)


def _print_shares(registry: Registry, summary: OverlapSummary, words: Words, limit: int) -> None:
    columns = [words(f"overlap.{name}") for name in ("part", "repeated", "characters")]
    if summary.services:
        table = Table(words("overlap.service"), *columns)
        for one in summary.services[:limit]:
            table.add_row(escape(service_name(registry.service(one.first), words)), *_numbers(one, words))
        console().print(table)
    if summary.acts:
        table = Table(words("overlap.act"), words("overlap.other"), *columns)
        for one in summary.acts[:limit]:
            table.add_row(escape(one.first), escape(one.second), *_numbers(one, words))
        console().print(table)


def _numbers(share: OverlapShare, words: Words) -> list[str]:
    counts = (show_number(Decimal(number), words.language) for number in (share.repeated, share.characters))
    return [f"{share.part:.0%}", *counts]


def _share_line(share: OverlapShare, words: Words) -> str:
    part, repeated, characters = _numbers(share, words)
    return escape(words("overlap.share", part=part, repeated=repeated, characters=characters))


def _print_passages(passages: Sequence[RepeatPassages], words: Words) -> None:
    if not passages:
        console().print(escape(words("overlap.none")))
        return
    table = Table("1", "2", show_lines=True)
    for one in passages:
        left = _cell(one.a, one.words, WordChangeKind.ADDED, words)
        table.add_row(left, _cell(one.b, one.words, WordChangeKind.REMOVED, words))
    console().print(table)


def _cell(evidence: Evidence, stretches: Sequence[WordChange], absent: WordChangeKind, words: Words) -> str:
    """A passage under its place; what the other has not is underlined, and between brackets for a pipe."""
    text = "".join(
        escape(one.words) if one.kind is WordChangeKind.SAME else f"[bold underline]\\[{escape(one.words)}][/]"
        for one in stretches
        if one.kind is not absent
    )
    return f"[dim]{escape(evidence_line(evidence, words))}[/]\n{text}"
