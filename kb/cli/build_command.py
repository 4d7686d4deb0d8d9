"""`kb build`: the archive into a base."""

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
from kb.pipeline import BuildReport, build_base


def build(
    source: Annotated[str | None, typer.Option(help="Read the documents of this source only.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Read all documents again.")] = False,
    lang: Lang = WordLanguage.KK,
) -> None:
    """Bring the base and its search index up to the archive."""
    words = Words(Language(lang.value))
    with shown_progress(words) as progress:
        report = build_base(Settings().open_home(), source=source, full=full, progress=progress, actor=work_actor())
    tell_build(report, words)
    if report.failures:
        raise typer.Exit(1)


def tell_build(report: BuildReport, words: Words) -> None:
    """What a build did on stdout, what failed on stderr."""
    for issue in report.failures:
        warn(issue.message)
    out = console()
    if not report.changed:
        out.print(words("build.current"))
    else:
        out.print(words("build.read", read=report.read, unchanged=report.unchanged))
    out.print(words("build.counts", **report.counts))
    if report.counts.get("issues"):
        out.print(words("build.issues"))
