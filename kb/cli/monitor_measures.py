"""`kb monitor measure`, `tension`, `correlate`: measures that are no ratings."""

from fractions import Fraction
from typing import Annotated, Any

import typer
from rich.markup import escape

from kb.cli.monitor_commands import By, CsvFile, WaveId, monitor, opened_waves, write_rows
from kb.cli.monitor_names import RowNames
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json
from kb.model import Language
from kb.model.monitoring import Answers, QuestionKind
from kb.monitoring import (
    CorrelationKind,
    Group,
    answer_pairs,
    correlate,
    pool_answers,
    question_kinds,
    question_words,
    tension_by,
)
from kb.monitoring.intervals import wilson
from kb.monitoring.measures import YES, mean, median, risk_share
from kb.monitoring.rounding import half_up

__all__ = ["monitor"]  # with these commands beside those of monitor_commands

OVERALL = "satisfaction"
DIGITS = 3  # of coefficients, as reports print them


def measure_question(
    wave: WaveId,
    question: Annotated[str, typer.Argument(help="The code of a question.")],
    *,
    by: By = Group.SERVICE,
    lang: Lang = WordLanguage.KK,
    csv: CsvFile = None,
    as_json: AsJson = False,
) -> None:
    """Show the share of yes with its interval, or mean and median of minutes, marks and scores."""
    store = opened_waves()
    pooled = pool_answers(store, wave, by, question)
    named = RowNames(by, store.wave(wave), Language(lang.value))
    kind = question_kinds()[question]
    lines = [
        {"key": key, "name": named(key), "asked": own.asked, "rated": own.rated, **_figures(own, kind)}
        for key, own in pooled.groups.items()
    ]
    _write({"wave": wave, "question": question, "by": by.value}, lines, csv=csv, as_json=as_json)


def show_tension(
    wave: WaveId, *, by: By = Group.BODY, lang: Lang = WordLanguage.KK, csv: CsvFile = None, as_json: AsJson = False
) -> None:
    """Show the social tension index: the mean of five negative indicators, in per cent."""
    store = opened_waves()
    named = RowNames(by, store.wave(wave), Language(lang.value))
    lines = [
        {"key": key, "name": named(key), "index": None if index is None else float(half_up(index, 2))}
        for key, index in tension_by(store, wave, by).items()
    ]
    _write({"wave": wave, "by": by.value}, lines, csv=csv, as_json=as_json)


def correlate_questions(
    wave: WaveId,
    questions: Annotated[list[str], typer.Argument(metavar="QUESTION…", help="Codes of questions.")],
    *,
    other: Annotated[str, typer.Option("--with", help="The question to hold them against.")] = OVERALL,
    kind: Annotated[CorrelationKind, typer.Option(help="The kind of the coefficient.")] = CorrelationKind.SPEARMAN,
    lang: Lang = WordLanguage.KK,
    csv: CsvFile = None,
    as_json: AsJson = False,
) -> None:
    """Show how marks go together with satisfaction, where the wave has respondents; the strongest first."""
    store = opened_waves()
    found = [(code, correlate(answer_pairs(store, wave, code, other), kind)) for code in questions]
    found.sort(key=lambda one: (one[1].value is None, -(one[1].value or 0.0), one[0]))
    lines = [
        {
            "key": code,
            "name": question_words(code, Language(lang.value)),
            "pairs": one.pairs,
            "value": None if one.value is None else float(half_up(Fraction(one.value), DIGITS)),
        }
        for code, one in found
    ]
    _write({"wave": wave, "with": other, "kind": kind.value}, lines, csv=csv, as_json=as_json)


def _figures(own: Answers, kind: QuestionKind) -> dict[str, float | None]:
    if not own.rated:
        return {}
    if kind is QuestionKind.YES_NO:
        bounds = wilson(own.of_values(YES), own.rated)
        parts = {"share": risk_share(own), "low": Fraction(bounds.low), "high": Fraction(bounds.high)}
        return {name: float(half_up(100 * part, 1)) for name, part in parts.items()}
    return {"mean": float(half_up(mean(own), 2)), "median": float(half_up(median(own), 2))}


def _write(head: dict[str, Any], lines: list[dict[str, Any]], *, csv: Any, as_json: bool) -> None:
    if as_json:
        write_json({**head, "rows": lines})
    elif csv:
        write_rows(lines, csv)
    else:
        for line in lines:
            told = "\t".join("—" if value is None else str(value) for key, value in line.items() if key != "key")
            console().print(escape(told))


monitor.command("measure")(measure_question)
monitor.command("tension")(show_tension)
monitor.command("correlate")(correlate_questions)
