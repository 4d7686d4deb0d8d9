"""`kb monitor`: answers of public monitoring in, ratings out, reports computed anew."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from kb.app import Settings
from kb.cli.command_actor import command_actor, work_actor
from kb.cli.csv_table import write_csv
from kb.cli.failures import WrongCall, warn
from kb.cli.monitor_report import show_report, take_report
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json, written_file
from kb.cli.words import Words
from kb.model import Language
from kb.model.monitoring import Recomputed, Standing, wave_to_json
from kb.monitoring import (
    BadMarks,
    Group,
    import_wave,
    lost_to_json,
    organisation_in,
    recomputed_to_json,
    recomputed_words,
)
from kb.pipeline.monitored import open_waves, recompute_document
from kb.pipeline.monitoring import audited_waves, remove_wave, taken_in

WRONG_CALL = 2
LARGEST_HEAD = 2**20
MOST_PLACES = 3  # of what a figure was computed from, in a line
STDOUT = Path("-")

monitor = typer.Typer(
    help="Public monitoring: import answers, rate, compute printed figures anew.", rich_markup_mode=None
)
CsvFile = Annotated[
    Path | None, typer.Option("--csv", help="Write the rows to this file as CSV; - is standard output.")
]
By = Annotated[Group, typer.Option("--by", help="What the rows are of.")]
WaveId = Annotated[str, typer.Argument(metavar="WAVE", help="The id of a wave; kb monitor waves lists them.")]


def import_answers(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE…", help="CSV, XLSX or JSON of one wave.")] = None,
    *,
    report: Annotated[
        str | None,
        typer.Option("--report", metavar="DOCUMENT", help="Take the counts of a report of the base, or of a file."),
    ] = None,
    wave: Annotated[
        Path | None, typer.Option("--wave", help="JSON with the head of the wave, where no file has it.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put the wave in the place of the one of its id.")] = False,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Take the answers of one wave in, or those that the tables of a report tell; all of them or none."""
    if (report is None) == (not files):
        raise WrongCall("give files of answers, or --report with one document")
    words = Words(Language(lang.value))
    head = read_head_file(wave) if wave else None
    try:
        home = Settings().open_home()
        with opened_registry() as registry:
            services = registry.monitoring.known_services()
        asked = {"files": [file.name for file in files or ()], "report": report, "replace": replace}
        with audited_waves(home, actor=work_actor(), asked=asked) as noted:
            if report is not None:
                told, taken = take_report(home, report, services=services, head=head, replace=replace)
                noted.update(taken_in(taken))
                show_report(told, taken, words, as_json=as_json)
                return
            done = import_wave(open_waves(home), files or [], services=services, head=head, replace=replace)
            noted.update(taken_in([done]))
    except BadMarks as problem:
        for line in problem.problems:
            warn(line)
        raise typer.Exit(WRONG_CALL) from None
    if as_json:
        write_json({"wave": wave_to_json(done.wave), "rows": done.rows, "answers": done.answers, "silent": done.silent})
        return
    line = words("monitor.imported", wave=done.wave.id, rows=done.rows, answers=done.answers, silent=done.silent)
    console().print(escape(line))


def list_waves(*, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """List the waves of the base."""
    with opened_registry() as registry:
        waves = registry.monitoring.waves()
    if as_json:
        write_json([wave_to_json(one) for one in waves])
        return
    for one in waves:
        asked_by = organisation_in(one.organisation, Language(lang.value))
        console().print(escape(f"{one.id}\t{one.year}\t{one.method}\t{one.since}–{one.until}\t{asked_by}"))


def recompute_report(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document of the base, or a file.")],
    *,
    standing: Annotated[Standing | None, typer.Option(help="Only figures of this standing.")] = None,
    lang: Lang = WordLanguage.KK,
    csv: CsvFile = None,
    as_json: AsJson = False,
) -> None:
    """Compute the printed figures of a report anew from others that it prints, and tell where they differ."""
    found = recompute_document(Settings().open_home(), document)
    figures = [one for one in found.figures if standing in (None, one.standing)]
    lines = [recomputed_to_json(one) for one in figures]
    counts = {name.value: count for name, count in found.counts.items()}
    if as_json:
        lost = [lost_to_json(row) for row in found.lost]
        write_json({"document": found.document, "counts": counts, "figures": lines, "lost": lost})
        return
    if csv:
        write_rows([{**line, "ground": [place["line"] for place in line["ground"]]} for line in lines], csv)
        return
    words = Words(Language(lang.value))
    console().print(escape(words("monitor.counts", **counts, lost=len(found.lost))))
    for one in figures:
        if one.standing is Standing.DIFFERS or standing:
            console().print(escape(_figure_line(one, words)))


def _figure_line(one: Recomputed, words: Words) -> str:
    bounds = "—" if one.low is None else str(one.low) if one.low == one.high else f"{one.low}…{one.high}"
    kind, code = ("reasons", one.reason) if one.reason else ("standings", one.standing.value)
    return words(
        "monitor.figure",
        line=one.evidence.line,
        subject=one.subject,
        rule=recomputed_words("rules", one.rule, words.language),
        printed=one.printed,
        bounds=bounds,
        reason=recomputed_words(kind, code, words.language),
        ground=", ".join(str(place.line) for place in one.ground[:MOST_PLACES]),
    )


def write_rows(lines: Sequence[Mapping[str, Any]], file: Path) -> None:
    """Rows as CSV; texts that a spreadsheet would run as formulas are made harmless."""
    with written_file(None if file == STDOUT else file) as written:
        write_csv([dict(line) for line in lines], written)


def read_head_file(path: Path) -> Mapping[str, Any]:
    """The head of a wave as JSON has it; raises WrongCall with what is wrong with the file."""
    try:
        if path.stat().st_size > LARGEST_HEAD:
            raise WrongCall(f"{path}: a head of a wave has no more than {LARGEST_HEAD // 2**20} MB")
        head = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise WrongCall(f"{path}: cannot be read ({problem.strerror})") from problem
    except (ValueError, RecursionError) as problem:
        raise WrongCall(f"{path}: is no JSON ({problem})") from problem
    if not isinstance(head, dict):
        raise WrongCall(f"{path}: expected one JSON object with the head of the wave")
    return head


def remove_answers(wave: WaveId, *, lang: Lang = WordLanguage.KK) -> None:
    """Take a wave out of the base; the audit trail keeps that it was there."""
    removed = remove_wave(Settings().open_home(), wave, actor=command_actor())
    console().print(escape(Words(Language(lang.value))("monitor.removed", wave=removed.id)))


monitor.command("import")(import_answers)
monitor.command("remove")(remove_answers)
monitor.command("waves")(list_waves)
monitor.command("recompute")(recompute_report)
