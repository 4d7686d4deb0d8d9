"""`kb monitor quotes`: what people said in focus groups."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.command_actor import command_actor
from kb.cli.failures import WrongCall, warn
from kb.cli.monitor_commands import WRONG_CALL, read_head_file
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json
from kb.cli.words import Words
from kb.model import Language
from kb.model.monitoring import wave_to_json
from kb.model.quote import Quote
from kb.monitoring import BadMarks
from kb.monitoring.quotes import theme_words
from kb.pipeline.practice.practice_json import quote_to_json

quotes = typer.Typer(help="Quotes of focus groups: import, waves, list, remove.", rich_markup_mode=None)
QuotedWave = Annotated[str, typer.Argument(metavar="WAVE", help="The id of a wave of quotes.")]


@quotes.command("import")
def import_quotes(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="CSV, XLSX or JSON; see docs/practice.md.")],
    *,
    wave: Annotated[Path | None, typer.Option("--wave", help="JSON with the head of the wave.")] = None,
    of: Annotated[str | None, typer.Option("--of", metavar="WAVE", help="A wave of the base they belong to.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="In the place of the quotes that the wave has.")] = False,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Take in the quotes of one wave, masked, all of them or none."""
    if wave is not None and of is not None:
        raise WrongCall("--wave brings the head of a wave, --of names one of the base; give one of them")
    actor = command_actor()
    with opened_registry() as registry:
        head = read_head_file(wave) if wave else wave_to_json(registry.monitoring.wave(of)) if of else None
        try:
            read = registry.practice.quotes.bring(files, actor=actor, head=head, replaces=replace)
        except BadMarks as problem:
            for line in problem.problems:
                warn(line)
            raise typer.Exit(WRONG_CALL) from None
    if as_json:
        write_json({"wave": wave_to_json(read.wave), "quotes": len(read.quotes)})
        return
    console().print(Words(Language(lang.value))("quotes.imported", wave=read.wave.id, count=len(read.quotes)))


@quotes.command("waves")
def list_waves(*, as_json: AsJson = False) -> None:
    """List the waves that have quotes."""
    with opened_registry() as registry:
        found = registry.practice.quotes.waves()
    if as_json:
        write_json([{**wave_to_json(wave), "quotes": count} for wave, count in found])
        return
    for wave, count in found:
        console().print(escape(f"{wave.id}\t{wave.year}\t{wave.organisation}\t{count}"))


@quotes.command("list")
def list_quotes(wave: QuotedWave, *, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """The quotes of a wave."""
    with opened_registry() as registry:
        found = registry.practice.quotes.of_wave(wave)
    if as_json:
        write_json([quote_to_json(one) for one in found])
        return
    for one in found:
        console().print(escape(_line(one, Language(lang.value))))


@quotes.command("remove")
def remove_quotes(wave: QuotedWave, *, lang: Lang = WordLanguage.KK) -> None:
    """Delete the quotes of a wave."""
    with opened_registry() as registry:
        count = registry.practice.quotes.remove(wave, actor=command_actor())
    console().print(Words(Language(lang.value))("quotes.removed", wave=wave, count=count))


def _line(one: Quote, language: Language) -> str:
    return f"{one.service}  {theme_words(one.theme, language)}  «{one.words}»"
