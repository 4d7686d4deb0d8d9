"""`kb monitor evaluation`: the evaluation of state bodies."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.command_actor import command_actor
from kb.cli.evaluation_view import appeal_line, change_line, method_lines, sheet_lines, total_words
from kb.cli.failures import WrongCall, warn
from kb.cli.monitor_commands import WRONG_CALL, CsvFile, write_rows
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.words import Words
from kb.model import Language
from kb.model.evaluation import AppealState
from kb.monitoring import BadMarks
from kb.monitoring.evaluation import BODY, method_to_json, read_method_file, read_points
from kb.pipeline import Registry, today_in_kazakhstan
from kb.pipeline.evaluation_json import appeal_json, change_to_json, head_to_json, sheet_to_json
from kb.pipeline.evaluation_names import evaluated_name

evaluation = typer.Typer(help="Evaluation of state bodies: methods, points, appeals, totals.", rich_markup_mode=None)
MethodId = Annotated[str, typer.Argument(metavar="METHOD", help="Id of a version of the method.")]
EvaluationId = Annotated[str, typer.Argument(metavar="EVALUATION", help="Id of an evaluation; list shows them.")]
Year = Annotated[int, typer.Option(min=2007, max=2100, help="The year that is evaluated.")]
Day = Annotated[str | None, typer.Option("--day", metavar="YYYY-MM-DD", help="When it was done; today if left out.")]
Why = Annotated[str, typer.Option("--reason", help="On what ground.")]
Behalf = Annotated[str, typer.Option("--behalf", metavar="BODY", help="Code of the body that does it.")]


@evaluation.command("methods")
def list_methods(*, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """List the versions of the method."""
    with opened_registry() as registry:
        methods = registry.evaluations.methods()
    if as_json:
        write_json([method_to_json(one) for one in methods])
        return
    for one in methods:
        source = one.source.ru if lang is WordLanguage.RU else one.source.kk
        console().print(escape(f"{one.id}\t{one.year or '—'}\t{source}"))


@evaluation.command("method")
def show_method(method: MethodId, *, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """Show a version: blocks, areas, indicators, evaluators, stages, each with its place in the source."""
    with opened_registry() as registry:
        found = registry.evaluations.method(method)
    if as_json:
        write_json(method_to_json(found))
        return
    for line in method_lines(found, Words(Language(lang.value))):
        console().print(escape(line))


@evaluation.command("add-method")
def add_method(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="YAML or JSON of the form that method --json writes.")],
    *,
    lang: Lang = WordLanguage.KK,
) -> None:
    """Take in a version of the method, with its weights; it is never changed afterwards."""
    with opened_registry() as registry:
        try:
            method = read_method_file(file)
            registry.evaluations.add_method(method, actor=command_actor())
        except BadMarks as problem:
            raise _told(problem) from None
    console().print(escape(Words(Language(lang.value))("evaluation.added", id=method.id)))


@evaluation.command("changes")
def compare_versions(
    before: MethodId, after: MethodId, *, lang: Lang = WordLanguage.KK, csv: CsvFile = None, as_json: AsJson = False
) -> None:
    """Show what changed from one version to another."""
    with opened_registry() as registry:
        changes = registry.evaluations.changes(before, after)
    lines = [change_to_json(one) for one in changes]
    if as_json:
        write_json({"before": before, "after": after, "changes": lines})
    elif csv:
        write_rows(lines, csv)
    else:
        words = Words(Language(lang.value))
        for one in changes:
            console().print(escape(change_line(one, words)))


@evaluation.command("import")
def import_points(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="CSV, XLSX or JSON of one year.")],
    *,
    method: Annotated[str, typer.Option(help="Id of the version that the points are given by.")],
    year: Year,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put bodies in the place of those that are there.")
    ] = False,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Take in points, penalties and days of stages, all of them or none."""
    with opened_registry() as registry:
        try:
            evaluations = read_points(files, registry.evaluations.method(method), year)
            registry.evaluations.keep(evaluations, actor=command_actor(), replace=replace)
        except BadMarks as problem:
            raise _told(problem) from None
    counts = {
        "bodies": len(evaluations),
        "scores": sum(len(one.scores) for one in evaluations),
        "penalties": sum(len(one.penalties) for one in evaluations),
    }
    if as_json:
        write_json({"evaluations": [one.id for one in evaluations], **counts})
        return
    console().print(Words(Language(lang.value))("evaluation.imported", **counts))


@evaluation.command("totals")
def show_totals(*, year: Year, lang: Lang = WordLanguage.KK, csv: CsvFile = None, as_json: AsJson = False) -> None:
    """Show the totals of all bodies of a year, or what is missing for them."""
    with opened_registry() as registry:
        sheets = registry.evaluations.listed(year)
    lines = [head_to_json(one) for one in sheets]
    if as_json:
        write_json({"year": year, "bodies": lines})
    elif csv:
        write_rows(lines, csv)
    else:
        words = Words(Language(lang.value))
        for one in sheets:
            name = evaluated_name(one.evaluation, words.language)
            total = total_words(one.totals[BODY], one.method, words)
            console().print(escape(f"{one.evaluation.id}\t{name}\t{total}"))


@evaluation.command("show")
def show_body(
    name: EvaluationId, *, lang: Lang = WordLanguage.KK, csv: CsvFile = None, as_json: AsJson = False
) -> None:
    """Show points, totals, penalties, stages and appeals of a body."""
    with opened_registry() as registry:
        _show(registry, name, lang, csv=csv, as_json=as_json)


@evaluation.command("appeal")
def file_appeal(
    name: EvaluationId,
    item: Annotated[str, typer.Argument(metavar="ITEM", help="Id of the item whose points are appealed.")],
    *,
    why: Why,
    day: Day = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """File an appeal of the evaluated body."""
    with opened_registry() as registry:
        made = registry.evaluations.file_appeal(
            name, item, day=read_day(day) or today_in_kazakhstan(), reason=why, actor=command_actor()
        )
        method = registry.evaluations.sheet(name).method
    if as_json:
        write_json(appeal_json(method, made))
        return
    console().print(escape(appeal_line(made, method, Words(Language(lang.value)))))


@evaluation.command("move")
def move_appeal(
    number: Annotated[int, typer.Argument(metavar="APPEAL", min=1, help="Number of an appeal.")],
    state: Annotated[AppealState, typer.Argument(help="The state that it comes to.")],
    *,
    why: Why,
    behalf: Behalf,
    day: Day = None,
    points: Annotated[str | None, typer.Option(help="The points that an accepted appeal gives.")] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Consider, accept, reject or withdraw an appeal."""
    with opened_registry() as registry:
        moved = registry.evaluations.move_appeal(
            number, state, behalf=behalf, day=read_day(day) or today_in_kazakhstan(), reason=why,
            actor=command_actor(), points=_points(points),
        )  # fmt: skip
        method = registry.evaluations.sheet(moved.evaluation).method
    if as_json:
        write_json(appeal_json(method, moved))
        return
    console().print(escape(appeal_line(moved, method, Words(Language(lang.value)))))


def _show(registry: Registry, name: str, lang: WordLanguage, *, csv: Path | None, as_json: bool) -> None:
    sheet = registry.evaluations.sheet(name)
    if as_json:
        write_json(sheet_to_json(sheet))
    elif csv:
        write_rows(sheet_to_json(sheet)["items"], csv)
    else:
        for line in sheet_lines(sheet, Words(Language(lang.value))):
            console().print(escape(line))


def _points(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("nan")
    if not found.is_finite():
        raise WrongCall(f"--points {text!r} is no number; write digits and a point only")
    return found


def _told(problem: BadMarks) -> typer.Exit:
    for line in problem.problems:
        warn(line)
    return typer.Exit(WRONG_CALL)
