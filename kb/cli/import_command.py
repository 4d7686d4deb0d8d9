"""`kb import`: files into the archive."""

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from kb.app import Settings
from kb.cli.command_actor import work_actor
from kb.cli.failures import warn
from kb.cli.options import Lang, WordLanguage
from kb.cli.output import console
from kb.cli.progress_bar import shown_progress
from kb.cli.words import Words
from kb.model import Language
from kb.pipeline import Imported, import_body, import_paths

STDIN = "-"
STDIN_DOCUMENT = "stdin"


def import_files(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files or folders; - reads standard input.")],
    source: Annotated[
        str | None, typer.Option(help="Source of the files; told from the content when left out.")
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Mark the files as samples.")] = False,
    lang: Lang = WordLanguage.KK,
) -> None:
    """Put files (txt, md, html, pdf, docx, json, yaml, csv, warc) into the archive."""
    words = Words(Language(lang.value))
    home = Settings().open_home()
    actor = work_actor()
    imported: list[Imported] = []
    failures: list[str] = []
    files = [Path(path) for path in paths if path != STDIN]
    with shown_progress(words) as progress:
        if files:
            report = import_paths(home, files, source=source, sample=sample, progress=progress, actor=actor)
            imported += report.imported
            failures += report.failures
        if STDIN in paths:
            body = sys.stdin.buffer.read()
            report = import_body(home, body, document=STDIN_DOCUMENT, source=source, sample=sample, actor=actor)
            imported += report.imported
            failures += report.failures
    for line in failures:
        warn(line)
    states = Counter(one.state for one in imported)
    for state, count in sorted(states.items()):
        console().print(words(f"import.{state}", count=count))
    if failures:
        raise typer.Exit(2)
