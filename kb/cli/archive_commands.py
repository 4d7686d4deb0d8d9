"""`kb archive`: what was collected, whether it is whole, and taking it out."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kb.app import Settings
from kb.cli.failures import WrongCall, warn
from kb.cli.options import AsJson, Lang, WordLanguage, read_day
from kb.cli.output import console, json_line, write_json
from kb.cli.progress_bar import shown_progress
from kb.cli.words import Words
from kb.collect import Archive, Entry, export_warc
from kb.model import Language
from kb.model.plain_json import Json
from kb.pipeline import Step

archive = typer.Typer(help="The record of all that came in.", rich_markup_mode=None)

OneSource = Annotated[str | None, typer.Option("--source", help="Only this source.")]


@archive.command("verify")
def verify(lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """Read the whole archive and name what is damaged; status 1 when something is."""
    words = Words(Language(lang.value))
    with shown_progress(words) as progress:

        def show(done: int, total: int, name: str) -> None:
            if progress:
                progress(Step(stage="verify", done=done, total=total, item=name))

        found = _archive().damage(progress=show)
    if as_json:
        write_json(
            {
                "damage": [
                    {
                        "file": one.file,
                        "start": one.offset,
                        "end": one.end,
                        "document": one.document,
                        "message": one.words,
                    }
                    for one in found
                ]
            }
        )
    else:
        for one in found:
            warn(one.words)
        console().print(words("archive.damaged", count=len(found)) if found else words("archive.whole"))
    if found:
        raise typer.Exit(1)


@archive.command("list")
def list_captures(
    source: OneSource = None,
    document: Annotated[str | None, typer.Option(help="Only documents whose name holds this text.")] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """List all visits, the oldest first; with --json one JSON object a line."""
    words = Words(Language(lang.value))
    out = console()
    for entry in _archive().entries(source=source):
        snapshot = entry.capture.snapshot
        if document is not None and document not in snapshot.document:
            continue
        if as_json:
            sys.stdout.write(json_line(_shape(entry)))
            continue
        marks = [snapshot.language or "—", str(snapshot.size), str(entry.capture.status or "—")]
        if entry.capture.revisit:
            marks.append(words("archive.revisit"))
        if entry.capture.failure:
            marks.append(words("archive.failure"))
        moment = snapshot.taken_at.isoformat(timespec="seconds")
        out.print(escape(f"{moment}  {snapshot.document}  {'  '.join(marks)}"))


@archive.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="DOCUMENT|DIGEST", help="Name of a document, or digest of a body.")],
    *,
    at: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="As it stood at the end of this day.")] = None,
    text_language: Annotated[str | None, typer.Option("--text-lang", help="Language of the document.")] = None,
    body: Annotated[bool, typer.Option("--body", help="Write the bytes to standard output.")] = False,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Show a visit: headers, dates, and where its record lies."""
    words = Words(Language(lang.value))
    kept = _archive()
    entry = _chosen(kept, name, read_day(at), text_language)
    if body:
        sys.stdout.buffer.write(kept.body(entry.capture.snapshot.digest))
        return
    exchange = kept.exchange(entry)
    shape = _shape(entry) | {
        "headers": [list(pair) for pair in exchange.headers] if exchange else [],
        "request_headers": [list(pair) for pair in exchange.request_headers] if exchange else [],
    }
    if as_json:
        write_json(shape)
        return
    table = Table(box=None, pad_edge=False, show_header=False)
    for key, value in shape.items():
        if value in (None, [], False):
            continue
        lines = (
            [": ".join(pair) if isinstance(pair, list) else str(pair) for pair in value]
            if isinstance(value, list)
            else [str(value)]
        )
        table.add_row(f"[bold]{words(f'archive.{key}')}[/]", escape("\n".join(lines)))
    console().print(table)


@archive.command("export")
def export(
    out: Annotated[Path, typer.Option("--out", metavar="FILE.warc.gz", help="The file to write.")],
    source: OneSource = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Only visits from this day on.")] = None,
    lang: Lang = WordLanguage.KK,
) -> None:
    """Write visits to a WARC file that other programs, and kb import, read."""
    words = Words(Language(lang.value))
    damaged: list[str] = []
    pieces = export_warc(_archive(), out.name, damaged=damaged.append, source=source, since=read_day(since))
    visits, size = _write(out, pieces)
    for line in damaged:
        warn(line)
    console().print(escape(words("archive.exported", file=out, size=size, visits=visits)))
    if damaged:
        raise typer.Exit(1)


def _write(path: Path, pieces: Iterator[bytes]) -> tuple[int, int]:
    """Visits and bytes written to a file that appears when all of them are.

    Raises WrongCall when it cannot be written, and when there is no visit to write; what was there stays then.
    """
    visits, size = -1, 0  # the opening is no visit
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            for piece in pieces:
                visits += 1
                size += file.write(piece)
        if visits == 0:
            raise WrongCall("the archive holds nothing of what was asked for, no file was written; see kb archive list")
        beside.replace(path)
    except OSError as problem:
        raise WrongCall(f"{path}: cannot be written ({problem.strerror})") from problem
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return visits, size


def _archive() -> Archive:
    return Settings().open_home().archive()


def _chosen(kept: Archive, name: str, day: date | None, language: str | None) -> Entry:
    """The newest visit that fits, a good one before a failed one; raises WrongCall when there is none."""
    digest = name.startswith("sha256:")
    fitting = (
        entry
        for entry in kept.entries(document=None if digest else name)
        if (not digest or entry.capture.snapshot.digest == name)
        and (day is None or entry.capture.snapshot.taken_at.date() <= day)
        and (language is None or entry.capture.snapshot.language == language)
    )
    chosen = max(fitting, key=lambda one: (not one.capture.failure, one.capture.snapshot.taken_at), default=None)
    if chosen is None:
        raise WrongCall(f"the archive holds no {name!r} as asked; see kb archive list")
    return chosen


def _shape(entry: Entry) -> Json:
    capture, snapshot = entry.capture, entry.capture.snapshot
    return {
        "document": snapshot.document,
        "language": snapshot.language.value if snapshot.language else None,
        "source": snapshot.source,
        "taken_at": snapshot.taken_at.isoformat(),
        "digest": snapshot.digest,
        "size": snapshot.size,
        "media_type": snapshot.media_type,
        "status": capture.status,
        "revisit": capture.revisit,
        "failure": capture.failure,
        "listing": snapshot.listing,
        "sample": snapshot.sample,
        "final_url": capture.final_url,
        "redirects": list(capture.redirects),
        "file": entry.file,
        "offset": entry.offset,
        "length": entry.length,
    }
