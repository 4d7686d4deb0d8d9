"""Runs of mystery calls as their pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Language
from kb.model.mystery import MysteryResult, MysteryRun
from kb.pipeline.mystery import ALL, MysteryReport
from kb.pipeline.mystery_score import CHECKS, PASSED
from kb.pipeline.today import KAZAKHSTAN
from kb.web.bar_chart import BarChart, bar_chart
from kb.web.words import Words

NAMES = (PASSED, *CHECKS)
SHOWN_RUNS = 20  # in a chart; the table has all


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A run in the table; `shares` stand in the order of `NAMES`, each with how many of how many."""

    id: int
    day: str
    file: str
    target: str
    version: str
    base: str
    shares: tuple[tuple[str, str] | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question that missed something, or that changed since the run before."""

    id: str
    q: str
    language: Language
    missed: str
    state: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """A run with its questions: those that became better and worse, and all that missed something."""

    row: RunRow
    languages: tuple[tuple[str, RunRow], ...]
    before: int | None
    better: tuple[QuestionRow, ...]
    worse: tuple[QuestionRow, ...]
    missed: tuple[QuestionRow, ...]


def trend_charts(runs: Sequence[MysteryRun], words: Words) -> tuple[BarChart, ...]:
    """Per language the share of questions that met all that was expected, the earliest run first."""
    latest = list(reversed(runs[:SHOWN_RUNS]))
    languages = dict.fromkeys(language for run in latest for language in run.counts)
    return tuple(
        bar_chart(
            f"runs-{language}",
            words(f"mystery.of.{language}"),
            [
                (f"{_day(run, words)} · {run.file} · {run.id}", share * 100, _percent(share, words))
                for run in latest
                if (share := run.share(PASSED, language)) is not None
            ],
            most=100,
        )
        for language in languages
    )


def run_row(run: MysteryRun, words: Words, *, language: str = ALL) -> RunRow:
    """A run in one row, for all questions or those of a language."""
    shares = run.counts.get(language, {})
    return RunRow(
        id=run.id,
        day=_day(run, words),
        file=run.file,
        target=run.target,
        version=run.version,
        base=run.base,
        shares=tuple(_share(shares.get(name), words) for name in NAMES),
    )


def run_view(report: MysteryReport, words: Words) -> RunView:
    """A run as its page shows it."""
    by_id = {one.id: _question(one, words) for one in report.results}
    return RunView(
        row=run_row(report.run, words),
        languages=tuple(
            (words(f"mystery.of.{language}"), run_row(report.run, words, language=language))
            for language in report.run.counts
        ),
        before=report.before.id if report.before else None,
        better=tuple(by_id[name] for name in report.better),
        worse=tuple(by_id[name] for name in report.worse),
        missed=tuple(by_id[one.id] for one in report.results if not one.passed),
    )


def _question(one: MysteryResult, words: Words) -> QuestionRow:
    return QuestionRow(
        id=one.id,
        q=one.q,
        language=Language(one.language),
        missed=", ".join(words(f"mystery.check.{name}") for name, met in one.checks.items() if not met),
        state=str(one.told.get("state") or ""),
        answer=str(one.told.get("answer") or ""),
    )


def _share(pair: tuple[int, int] | None, words: Words) -> tuple[str, str] | None:
    if pair is None or not pair[1]:
        return None
    met, had = pair
    return _percent(met / had, words), words("register.of", count=words.number(met), known=words.number(had))


def _percent(share: float, words: Words) -> str:
    return f"{words.number(round(share * 100, 1))} %"


def _day(run: MysteryRun, words: Words) -> str:
    return words.day(run.ran_at.astimezone(KAZAKHSTAN).date())
