"""Figures of the search, in tables for the terminal and as JSON."""

from collections.abc import Sequence

from rich.box import SIMPLE
from rich.markup import escape
from rich.table import Table

from kb.cli.output import console
from kb.model.plain_json import Json
from kb.relevance import Experiment, Floors, Report, Row, Shortfall, Trial, find_shortfalls, find_unmeasured

COUNTED = frozenset({"queries", "empty"})
INTERVAL = ("low", "high")
MOST_FAILING = 20


def show_report(report: Report, floors: Floors) -> None:
    """Writes a table a part; figures with a floor have it behind them, those under it stand out."""
    out = console()
    for part in dict.fromkeys(row.part for row in report.rows):
        rows = [row for row in report.rows if row.part == part]
        names = [name for name in rows[0].figures if name not in INTERVAL]
        table = Table(box=SIMPLE, title=part, title_justify="left")
        table.add_column("")
        for name in names:
            table.add_column(name, justify="right")
        for row in rows:
            table.add_row(escape(row.name), *(_cell(row, name, floors) for name in names))
        out.print(table)
    for row in report.rows:
        for failing in row.failing[:MOST_FAILING]:
            out.print(escape(f"{row.part} {row.name}: {failing}"))
        if len(row.failing) > MOST_FAILING:
            out.print(escape(f"{row.part} {row.name}: and {len(row.failing) - MOST_FAILING} more, --json has them all"))
    for line in report.told:
        out.print(escape(line))
    if missing := find_unmeasured(report.rows, floors):
        out.print(escape(f"floors that nothing was measured for: {', '.join(missing)}"))


def show_trials(experiment: Experiment, trials: Sequence[Trial]) -> None:
    """Writes an experiment with a row a value, the chosen one marked, and what was concluded."""
    out = console()
    out.print(f"[bold]{escape(experiment.name)}[/]: {escape(experiment.about)}")
    title = f"{experiment.parameter}, {experiment.part}"
    table = Table(box=SIMPLE, title=escape(title), title_justify="left")
    for name in ("", "value", "ndcg", "first", "recall", "empty", "apart: ndcg", "first"):
        table.add_column(name, justify="right")
    for trial in trials:
        apart = [_number(name, trial.apart[name]) if trial.apart else "" for name in ("ndcg", "first")]
        figures = [_number(name, trial.figures[name]) for name in ("ndcg", "first", "recall", "empty")]
        table.add_row("→" if trial.chosen else "", f"{trial.value:g}", *figures, *apart)
    out.print(table)
    out.print(escape(experiment.result))


def report_to_json(report: Report, shortfalls: Sequence[Shortfall], floors: Floors) -> Json:
    """The object of `kb relevance --json`."""
    return {
        "rows": [
            {"part": row.part, "name": row.name, "figures": dict(row.figures), "failing": list(row.failing)}
            for row in report.rows
        ],
        "told": list(report.told),
        "shortfalls": [
            {
                "part": one.row.part,
                "name": one.row.name,
                "figure": one.figure,
                "measured": one.row.figures[one.figure],
                "floor": one.floor,
            }
            for one in shortfalls
        ],
        "unmeasured": list(find_unmeasured(report.rows, floors)),
    }


def trials_to_json(experiment: Experiment, trials: Sequence[Trial]) -> Json:
    """An experiment with its trials, of `kb relevance --experiment … --json`."""
    return {
        "name": experiment.name,
        "about": experiment.about,
        "parameter": experiment.parameter,
        "part": experiment.part,
        "result": experiment.result,
        "trials": [
            {
                "value": trial.value,
                "chosen": trial.chosen,
                "figures": dict(trial.figures),
                "apart": dict(trial.apart) if trial.apart else None,
            }
            for trial in trials
        ],
    }


def _cell(row: Row, name: str, floors: Floors) -> str:
    if name not in row.figures:
        return ""
    text = _number(name, row.figures[name])
    if name == "ndcg":
        text += " [dim]({}–{})[/]".format(*(_number(side, row.figures[side]) for side in INTERVAL))
    floor = floors.get((row.part, row.name), {}).get(name)
    if floor is None:
        return text
    failed = find_shortfalls([row], {(row.part, row.name): {name: floor}})
    mark = "<" if failed else "ok"
    text += f" {mark} {floor:g}"
    return f"[bold red]{text}[/]" if failed else text


def _number(name: str, value: float) -> str:
    return f"{value:.0f}" if name in COUNTED else f"{value:.3f}"
