"""`kb monitor measure`, `tension`, `correlate`: measures that are no ratings."""

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from kb.cli.failures import WrongCall
from kb.cli.monitor_commands import By, CsvFile, WaveId, write_rows
from kb.cli.monitor_rating import NOTHING, Named, monitor
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json
from kb.cli.words import Words
from kb.model import Language
from kb.model.monitoring import Answers, QuestionKind
from kb.monitoring import (
    CorrelationKind,
    Group,
    correlate,
    question_kinds,
    question_words,
)
from kb.monitoring.intervals import wilson
from kb.monitoring.measures import YES, mean, median, risk_share
from kb.monitoring.rounding import half_up
from kb.pipeline.monitoring.shapes import outcomes_to_json

__all__ = ["monitor"]  # with these commands beside those of monitor_commands

OVERALL = "satisfaction"
EVERY_THEME = "advice"
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
    """Show the share of yes with its interval, the outcomes of tests of advice («advice» is all its themes together),
    or mean and median of minutes, marks and scores."""
    with opened_registry() as registry:
        named = Named(registry.monitoring.names(wave), by, Language(lang.value))
        if question == EVERY_THEME:
            kind = QuestionKind.ADVICE
            groups = {row.key: row.overall for row in registry.monitoring.advice(wave, by)}
        else:
            groups = dict(registry.monitoring.pooled(wave, by, question).groups)
            kind = question_kinds()[question]
        lines = [
            {"key": key, "name": named(key), "asked": own.asked, "rated": own.rated, **_figures(own, kind)}
            for key, own in groups.items()
        ]
    _write({"wave": wave, "question": question, "by": by.value}, lines, csv=csv, as_json=as_json, lang=lang)


def show_tension(
    wave: WaveId, *, by: By = Group.BODY, lang: Lang = WordLanguage.KK, csv: CsvFile = None, as_json: AsJson = False
) -> None:
    """Show the social tension index: the mean of five negative indicators, in per cent."""
    with opened_registry() as registry:
        named = Named(registry.monitoring.names(wave), by, Language(lang.value))
        lines = [
            {
                "key": row.key,
                "name": named(row.key),
                "index": None if row.index is None else float(row.index),
                **{code: {"met": one.met, "rated": one.rated} for code, one in row.indicators.items()},
            }
            for row in registry.monitoring.tension(wave, by)
        ]
    _write({"wave": wave, "by": by.value}, lines, csv=csv, as_json=as_json, lang=lang)


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
    if other in questions:
        raise WrongCall(f"«{other}» is what the others are held against; leave it out, or name another one by --with")
    with opened_registry() as registry:
        found = [(code, correlate(registry.monitoring.pairs(wave, code, other), kind)) for code in questions]
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
    _write({"wave": wave, "with": other, "kind": kind.value}, lines, csv=csv, as_json=as_json, lang=lang)


def _figures(own: Answers, kind: QuestionKind) -> dict[str, Any]:
    if kind is QuestionKind.ADVICE:
        return outcomes_to_json(own)
    if not own.rated:
        return {}
    if kind is QuestionKind.YES_NO:
        bounds = wilson(own.of_values(YES), own.rated)
        parts = {"share": risk_share(own), "low": Fraction(bounds.low), "high": Fraction(bounds.high)}
        return {name: float(half_up(100 * part, 1)) for name, part in parts.items()}
    return {"mean": float(half_up(mean(own), 2)), "median": float(half_up(median(own), 2))}


def _write(
    head: dict[str, Any], lines: list[dict[str, Any]], *, csv: Path | None, as_json: bool, lang: WordLanguage
) -> None:
    if as_json:
        write_json({**head, "rows": lines})
    elif csv:
        write_rows(lines, csv)
    else:
        words = Words(Language(lang.value))
        columns = [name for name in dict.fromkeys(name for line in lines for name in line) if name != "key"]
        table = Table(*(escape(_heading(name, words)) for name in columns))
        for line in lines:
            table.add_row(*(escape(_shown(line.get(name))) for name in columns))
        console().print(table)


def _heading(name: str, words: Words) -> str:
    if name in question_kinds():
        return question_words(name, words.language)
    return words("monitor.answered" if name == "rated" else f"monitor.{name}")  # not all of these answers are marks


def _shown(value: Any) -> str:
    match value:
        case None:
            return NOTHING
        case {"met": met, "rated": rated}:
            return f"{met}/{rated}"
    return str(value)


monitor.command("measure")(measure_question)
monitor.command("tension")(show_tension)
monitor.command("correlate")(correlate_questions)
