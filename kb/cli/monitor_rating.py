"""`kb monitor rate`: services, bodies, regions or channels of a wave in order."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from kb.cli.failures import WrongCall
from kb.cli.monitor_commands import By, CsvFile, WaveId, monitor, write_rows
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json
from kb.cli.words import Words
from kb.model import Language
from kb.model.monitoring import QuestionKind
from kb.monitoring import (
    CoefficientKind,
    Group,
    Measure,
    Rating,
    WeightedRating,
    formula_of,
    question_kinds,
    rated_to_json,
    read_coefficients,
)
from kb.pipeline.monitoring import Chosen, RowNames, weighted_to_json

__all__ = ["monitor"]  # with this command beside those of monitor_commands

NOTHING = "—"
OF_SERVICES = "weighted_service"
COLUMNS = ("rank", "name", "satisfaction", "interval", "mean", "ten_point", "rated", "flags")


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
    service: Annotated[str | None, typer.Option(help="Only those of the service of this id, a former one too.")] = None,
    against: Annotated[str | None, typer.Option(metavar="WAVE", help="Compare with the figures of this wave.")] = None,
    common: Annotated[bool, typer.Option("--common", help="Compare only the services that both waves have.")] = False,
    coefficients: Annotated[
        Path | None, typer.Option(help="CSV or YAML with demand and complexity of services, to weigh by.")
    ] = None,
    lang: Lang = WordLanguage.KK,
    csv: CsvFile = None,
    as_json: AsJson = False,
) -> None:
    """Rate services, bodies, regions or channels of a wave."""
    words = Words(Language(lang.value))
    if question_kinds().get(question) is not QuestionKind.MARK:
        raise WrongCall(f"«{question}» is not answered in marks of 1 to 5; kb monitor measure shows other answers")
    if common and not against:
        raise WrongCall("--common goes with --against, the wave to compare with")
    given = read_coefficients(coefficients) if coefficients else None
    with opened_registry() as registry:
        waves = registry.monitoring
        among = waves.shared_services(wave, against, common=common) if against else None
        chosen = Chosen(service=service, among=among, body=body, region=region, channel=channel)
        asked: dict[str, Any] = {
            "measure": measure, "question": question, "chosen": chosen, "best_two": best_two, "least": least,
        }  # fmt: skip
        rating = waves.rating(wave, by, **asked)
        former = waves.rating(against, by, **asked) if against else None
        weighted = waves.weighted(wave, by, given, **asked) if given else None
        lines = _lines(rating, former, weighted, Named(waves.names(wave), by, words.language))
    if as_json:
        left_out = {"excluded": rating.excluded, "unanswered": rating.unanswered, "least": rating.least}
        told = {"weighted": weighted_to_json(weighted, words.language)} if weighted else {}
        write_json({"wave": wave, "by": by.value, "measure": measure.value, "rows": lines, **left_out, **told})
    elif csv:
        write_rows(lines, csv)
    else:
        _print_rating(rating, weighted, lines, words)


class Named:
    """Names of keys in one language."""

    def __init__(self, names: RowNames, by: Group, language: Language) -> None:
        self._names, self._by, self._language = names, by, language

    def __call__(self, key: str) -> str:
        return self._names(self._by, key, self._language)


def _lines(
    rating: Rating, former: Rating | None, weighted: WeightedRating | None, named: Named
) -> list[dict[str, Any]]:
    """The rows as JSON, in the order of the weighted figure where there is one."""
    earlier = {row.key: row for row in former.rows} if former else {}
    told = {one.row.key: one for one in weighted.rows} if weighted else {}
    lines = []
    for row in [one.row for one in weighted.rows] if weighted else rating.rows:
        line: dict[str, Any] = {**rated_to_json(row), "name": named(row.key)}
        if former:
            line["before"] = rated_to_json(earlier[row.key]) if row.key in earlier else None
        if own := told.get(row.key):
            line["weighted_rank"] = own.rank
            line["weighted"] = None if own.weighted is None else float(own.weighted)
            line["coefficients"] = {
                kind.value: float(own.coefficients[kind]) if kind in own.coefficients else None
                for kind in CoefficientKind
            }
            line["without_coefficient"] = list(own.missing)
        lines.append(line)
    return lines


def _print_rating(
    rating: Rating, weighted: WeightedRating | None, lines: Sequence[Mapping[str, Any]], words: Words
) -> None:
    more = () if weighted is None else ("weighted", *_weights(weighted))
    table = Table(*(words(f"monitor.{name}") for name in (*COLUMNS, *more)))
    for line in lines:
        flags = ", ".join(words(f"monitor.flag.{flag}") for flag in line["flags"])
        cells = [
            line["weighted_rank"] or NOTHING if weighted else line["rank"], line["name"], line["satisfaction"],
            f"{line['low']}–{line['high']}", f"{line['mean']:.2f}", f"{line['ten_point']:.2f}", line["rated"], flags,
        ]  # fmt: skip
        if weighted:
            cells.append(NOTHING if line["weighted"] is None else line["weighted"])
            if weighted.formula == OF_SERVICES:
                cells += [words("monitor.not_given") if one is None else one for one in line["coefficients"].values()]
            else:
                cells.append(", ".join(line["without_coefficient"]) or NOTHING)
        table.add_row(*(escape(str(cell)) for cell in cells))
    console().print(table)
    if rating.excluded:
        _tell(words("monitor.excluded", least=rating.least, keys=", ".join(rating.excluded)))
    if rating.unanswered:
        _tell(words("monitor.unanswered", keys=", ".join(rating.unanswered)))
    if weighted:
        told = formula_of(weighted.formula, words.language)
        _tell(f"{told.name}: {told.formula}. {told.note} {told.source}")
        _tell(words("monitor.coefficients", source=weighted.source or words("monitor.not_given")))


def _weights(weighted: WeightedRating) -> tuple[str, ...]:
    """The columns beside the weighted figure: only services have coefficients of their own."""
    if weighted.formula == OF_SERVICES:
        return tuple(kind.value for kind in CoefficientKind)
    return ("without_coefficient",)


def _tell(line: str) -> None:
    console().print(escape(line))


monitor.command("rate")(rate_wave)
