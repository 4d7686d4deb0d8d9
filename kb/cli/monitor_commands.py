"""`kb monitor`: answers of public monitoring in, ratings out, reports computed anew."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from kb.app import Settings
from kb.cli.csv_table import write_csv
from kb.cli.failures import WrongCall, warn
from kb.cli.monitor_names import RowNames, known_services
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json, written_file
from kb.cli.words import Words
from kb.model import Language
from kb.model.monitoring import QuestionKind, Recomputed, Standing, wave_to_json
from kb.monitoring import (
    BadMarks,
    Group,
    Measure,
    Rating,
    Selection,
    WaveStore,
    import_wave,
    lost_to_json,
    pool_answers,
    question_kinds,
    rate,
    rated_to_json,
    recomputed_to_json,
    recomputed_words,
    require_comparable,
    wave_services,
)
from kb.pipeline.monitored import open_waves, recompute_document

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


def opened_waves() -> WaveStore:
    """The waves of the settings' home."""
    return open_waves(Settings().open_home())


def import_answers(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="CSV, XLSX or JSON of one wave.")],
    *,
    wave: Annotated[
        Path | None, typer.Option("--wave", help="JSON with the head of the wave, where no file has it.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put the wave in the place of the one of its id.")] = False,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Take the answers of one wave in, all of them or none."""
    try:
        services = known_services()
        report = import_wave(
            opened_waves(), files, services=services, head=_read_head(wave) if wave else None, replace=replace
        )
    except BadMarks as problem:
        for line in problem.problems:
            warn(line)
        raise typer.Exit(WRONG_CALL) from None
    if as_json:
        told = {"rows": report.rows, "answers": report.answers, "silent": report.silent}
        write_json({"wave": wave_to_json(report.wave), **told})
        return
    words = Words(Language(lang.value))
    line = words(
        "monitor.imported", wave=report.wave.id, rows=report.rows, answers=report.answers, silent=report.silent
    )
    console().print(escape(line))


def list_waves(*, as_json: AsJson = False) -> None:
    """List the waves of the base."""
    store = opened_waves()
    waves = [store.wave(name) for name in store.ids()]
    if as_json:
        write_json([wave_to_json(one) for one in waves])
        return
    for one in waves:
        console().print(escape(f"{one.id}\t{one.year}\t{one.method}\t{one.since}–{one.until}\t{one.organisation}"))


def rate_wave(
    wave: WaveId,
    *,
    by: By = Group.SERVICE,
    measure: Annotated[Measure, typer.Option(help="What the order is by.")] = Measure.SATISFACTION,
    question: Annotated[str, typer.Option(help="The question, one of those answered in marks.")] = "satisfaction",
    best_two: Annotated[bool, typer.Option("--best-two", help="Count fours as satisfied too.")] = False,
    least: Annotated[int, typer.Option(min=0, help="Leave out what fewer people gave a mark.")] = 0,
    body: Annotated[str | None, typer.Option(help="Only the answers on this body.")] = None,
    region: Annotated[str | None, typer.Option(help="Only those of this region.")] = None,
    channel: Annotated[str | None, typer.Option(help="Only those of this channel.")] = None,
    against: Annotated[str | None, typer.Option(metavar="WAVE", help="Compare with the figures of this wave.")] = None,
    common: Annotated[bool, typer.Option("--common", help="Compare only the services that both waves have.")] = False,
    lang: Lang = WordLanguage.KK,
    csv: CsvFile = None,
    as_json: AsJson = False,
) -> None:
    """Rate services, bodies, regions or channels of a wave."""
    store, words = opened_waves(), Words(Language(lang.value))
    if question_kinds().get(question) is not QuestionKind.MARK:
        raise WrongCall(f"«{question}» is not answered in marks of 1 to 5; kb monitor measure shows other answers")
    if common and not against:
        raise WrongCall("--common goes with --against, the wave to compare with")
    services = _shared_services(store, wave, against, common=common) if against else None
    selection = Selection(services=services, body=body, region=region, channel=channel)

    def rated(name: str) -> Rating:
        pooled = pool_answers(store, name, by, question, selection)
        counted = pooled.services if by is Group.BODY else None
        return rate(pooled.groups, measure=measure, best_two=best_two, least=least, services=counted)

    rating, former = rated(wave), rated(against) if against else None
    named = RowNames(by, store.wave(wave), words.language)
    earlier = {row.key: row for row in former.rows} if former else {}
    lines = [
        {
            **rated_to_json(row),
            "name": named(row.key),
            **({"before": rated_to_json(earlier[row.key]) if row.key in earlier else None} if former else {}),
        }
        for row in rating.rows
    ]
    if as_json:
        left_out = {"excluded": rating.excluded, "unanswered": rating.unanswered, "least": rating.least}
        write_json({"wave": wave, "by": by.value, "measure": measure.value, "rows": lines, **left_out})
    elif csv:
        write_rows(lines, csv)
    else:
        _print_rating(rating, lines, words)


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


def _read_head(path: Path) -> Mapping[str, Any]:
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


def _shared_services(store: WaveStore, one: str, other: str, *, common: bool) -> frozenset[str]:
    """The services that both waves asked about; raises NotComparable where they differ and `common` was not asked."""
    first, second = wave_services(store, one), wave_services(store, other)
    if not common:
        require_comparable(first, second)
    return first & second


def _print_rating(rating: Rating, lines: Sequence[Mapping[str, Any]], words: Words) -> None:
    columns = ("rank", "name", "satisfaction", "interval", "mean", "ten_point", "rated", "flags")
    table = Table(*(words(f"monitor.{name}") for name in columns))
    for row, line in zip(rating.rows, lines, strict=True):
        flags = ", ".join(words(f"monitor.flag.{flag.value}") for flag in row.flags)
        cells = (
            row.rank, line["name"], row.satisfaction, f"{row.low}–{row.high}", row.mean, row.ten_point, row.rated,
            flags,
        )  # fmt: skip
        table.add_row(*(escape(str(cell)) for cell in cells))
    console().print(table)
    if rating.excluded:
        console().print(escape(words("monitor.excluded", least=rating.least, keys=", ".join(rating.excluded))))
    if rating.unanswered:
        console().print(escape(words("monitor.unanswered", keys=", ".join(rating.unanswered))))


monitor.command("import")(import_answers)
monitor.command("waves")(list_waves)
monitor.command("rate")(rate_wave)
monitor.command("recompute")(recompute_report)
