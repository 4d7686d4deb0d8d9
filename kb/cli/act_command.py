"""`kb act`: acts, their editions, what changed in them, both languages side by side, references."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kb.app import Settings
from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.words import Words
from kb.model import Language
from kb.norms import show_clause
from kb.pipeline.act_json import difference_to_json, edition_to_json, link_to_json, pairs_to_json
from kb.pipeline.acts import Acts
from kb.read import WordChange, WordChangeKind, lines_of

act = typer.Typer(help="Acts: editions, differences, both languages, references.", rich_markup_mode=None)

Name = Annotated[str, typer.Argument(metavar="ID", help="Any code of the act.")]
_SHOWN = {
    WordChangeKind.SAME: "{}",
    WordChangeKind.REMOVED: "[red strike]\\[-{}-][/]",
    WordChangeKind.ADDED: "[green bold]{{+{}+}}[/]",
}


@act.command("list")
def list_acts(lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """List the acts of the base."""
    words = Words(Language(lang.value))
    with _acts() as acts:
        found = acts.listed()
    if as_json:
        write_json(
            [
                {"id": one.id, "title_kk": one.title_kk, "title_ru": one.title_ru, "status": one.status.value}
                for one in found
            ]
        )
        return
    for one in found:
        titles = (one.title_ru, one.title_kk) if words.language is Language.RU else (one.title_kk, one.title_ru)
        title = next((title for title in titles if title), words("act.untitled"))
        console().print(escape(f"{one.id}  {title}  ({words(f'act.{one.status.value}')})"))


@act.command("show")
def show(name: Name, as_of: AsOf = None, lang: Lang = WordLanguage.KK) -> None:
    """Show the text of an act as it was in force on a day."""
    words = Words(Language(lang.value))
    with opened_registry() as registry:
        told = registry.act(name).act
    with _acts() as acts:
        edition = acts.edition(name, language=_text_language(lang), as_of=read_day(as_of))
    out = console()
    out.print(
        f"[bold]{escape(told.id)}[/] {escape((told.title_ru if lang is WordLanguage.RU else told.title_kk) or '')}"
    )
    out.print(escape(words(f"act.{told.status.value}") + (f": {told.repealed_by}" if told.repealed_by else "")))
    for document in edition.documents:
        out.print(escape(lines_of(document.text)))


@act.command("editions")
def editions(name: Name, as_json: AsJson = False) -> None:
    """List the editions of an act."""
    with _acts() as acts:
        found = acts.editions(name)
    if as_json:
        write_json([edition_to_json(one) for one in found])
        return
    for one in found:
        names = ", ".join(document.snapshot.document for document in one.documents)
        console().print(escape(f"{one.date or '—'}  {one.language.value}  {names}"))


@act.command("diff")
def diff(
    name: Name,
    start: Annotated[str, typer.Option("--from", metavar="YYYY-MM-DD", help="The edition in force on this day.")],
    end: Annotated[str, typer.Option("--to", metavar="YYYY-MM-DD", help="The edition in force on this day.")],
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Show what changed in an act between two days, clause by clause."""
    words = Words(Language(lang.value))
    before, after = read_day(start), read_day(end)
    if before is None or after is None:
        raise WrongCall("both --from and --to are needed")
    if before > after:
        raise WrongCall(f"--from {start} lies behind --to {end}; give the earlier day first")
    with _acts() as acts:
        parts = acts.difference(name, before, after, language=_text_language(lang))
    if as_json:
        write_json([difference_to_json(part) for part in parts])
        return
    out = console()
    for part in parts:
        if part.difference is None:
            whole = "added" if part.after else "removed"
            document = part.after or part.before
            out.print(escape(f"{words(f'act.{whole}')}: {document.snapshot.document if document else ''}"))
            continue
        apart = [
            show_clause(name, words.language) if name else words("act.body")
            for name in (*part.only_before, *part.only_after)
        ]
        if apart:
            out.print(escape(words("act.parts_differ", parts=", ".join(apart))))
        for change in part.difference.changes:
            named = (show_clause(place, words.language) for place in (change.before, change.after) if place)
            places = " → ".join(dict.fromkeys(named))
            out.print(f"[bold]{words(f'act.{change.kind.value}')}[/] {escape(places)}")
            out.print(f"  {_marked(change.words)}")
        out.print(words("act.same", count=part.difference.same))


@act.command("parallel")
def parallel(name: Name, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Show both languages of an act side by side, with how sure each pair is."""
    with _acts() as acts:
        parts = acts.parallel(name, as_of=read_day(as_of))
    if as_json:
        write_json([pairs_to_json(part) for part in parts])
        return
    for part in parts:
        table = Table("kk", "ru", "%", show_lines=True)
        kk, ru = ({one.id: one for one in document.clauses} for document in (part.kk, part.ru))
        for pair in part.pairs:
            left, right = kk.get(pair.kk or ""), ru.get(pair.ru or "")
            table.add_row(
                escape(f"{left.id}\n{lines_of(part.kk.text[left.start : left.end])}") if left else "—",
                escape(f"{right.id}\n{lines_of(part.ru.text[right.start : right.end])}") if right else "—",
                f"{pair.confidence:.0%}" if left and right else "",
            )
        console().print(table)


@act.command("links")
def links(name: Name, as_of: AsOf = None, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """List the references of an act and where they lead."""
    words = Words(Language(lang.value))
    with _acts() as acts:
        found = acts.links(name, language=_text_language(lang), as_of=read_day(as_of))
    if as_json:
        write_json([link_to_json(one) for one in found])
        return
    for one in found:
        quote = " ".join(one.document.text[one.link.start : one.link.end].split())
        reached = one.clause or (one.act if one.act and not one.link.path else None)
        end = " ".join(part for part in (one.act, one.clause) if part) if reached else words("act.dangling")
        console().print(escape(f"{one.link.clause or '—'}: «{quote}» → {end}"))


@contextmanager
def _acts() -> Iterator[Acts]:
    store = Settings().open_home().store()
    try:
        yield Acts(store)
    finally:
        store.close()


def _text_language(lang: WordLanguage) -> Language:
    return Language.RU if lang is WordLanguage.RU else Language.KK


def _marked(changes: tuple[WordChange, ...]) -> str:
    return "".join(_SHOWN[one.kind].format(escape(one.words)) for one in changes)
