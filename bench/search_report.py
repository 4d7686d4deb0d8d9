"""The figures of the search part as tables and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.analysis_rate import AIM, AnalysisRate
from bench.search_growth import SIZE_AIM, UPDATE_AIM, Growth
from bench.timing import Comparison


def print_progress(one: Growth) -> None:
    """A line as soon as one size is measured: all of them take minutes."""
    search, bare = f"{one.plain.p50:.1f} / {one.plain.p95:.1f}", f"{one.plain.bare_p50:.1f} / {one.plain.bare_p95:.1f}"
    Console().print(f"{one.engine}, {one.clauses:,} clauses: p50 / p95 {search} ms, bare {bare} ms")


def print_search(found: Sequence[Growth]) -> None:
    """Times beside the bare engine, then what grows with the number of clauses; to standard output."""
    times = _table(
        "Search, ms (aims, at the most clauses: 1.3 × bare or bare + 3 ms; suggestions 2 × bare at p95)",
        ("engine", "clauses", "what", "p50", "bare p50", "ratio", "p95", "bare p95", "ratio", "aim"),
    )
    for one in found:
        last = one.clauses == max(other.clauses for other in found)
        rows = (("search", one.plain, True), ("with facets", one.faceted, False), ("suggestions", one.suggest, True))
        for name, figures, has_aim in rows:
            told = _told(figures.holds) if last and has_aim else ""
            times.add_row(one.engine, f"{one.clauses:,}", name, *_times(figures), told)
    growth = _table(
        f"Growth (aims: {SIZE_AIM:g} × the text; an act of 200 clauses replaced in {UPDATE_AIM:.0%} of a build)",
        ("engine", "clauses", "build s", "peak MB", "text MB", "index MB", "ratio", "aim", "update s", "share", "aim"),
    )
    for one in found:
        last = one.clauses == max(other.clauses for other in found)
        growth.add_row(
            one.engine,
            f"{one.clauses:,}",
            f"{one.build_seconds:.1f}",
            f"{one.peak_mb:.0f}",
            f"{one.text_bytes / 1e6:.1f}",
            f"{one.index_bytes / 1e6:.1f}",
            f"{one.size_ratio:.2f}",
            _told(one.holds["size"]) if last else "",
            f"{one.update_seconds:.2f}",
            f"{one.update_share:.2%}",
            _told(one.holds["update"]) if last else "",
        )
    out = Console(width=140)
    out.print(times)
    out.print(growth)


def print_analysis(rate: AnalysisRate) -> None:
    """A table, to standard output."""
    table = _table(
        f"Analysis of the largest seed document (aim: {AIM:,} tokens/s)",
        ("tokens", "tokens/s", "again, with full caches", "aim"),
    )
    table.add_row(f"{rate.tokens:,}", f"{rate.first:,.0f}", f"{rate.again:,.0f}", _told(rate.holds))
    Console().print(table)


def search_held(found: Sequence[Growth]) -> list[bool]:
    """Every aim at the most clauses, engine by engine."""
    most = max((one.clauses for one in found), default=0)
    return [held for one in found if one.clauses == most for held in one.holds.values()]


def search_to_json(found: Sequence[Growth], rate: AnalysisRate | None) -> dict[str, Any]:
    """The same as JSON values."""
    return {
        "search": [{**asdict(one), "aims": one.holds} for one in found],
        "analysis": {**asdict(rate), "aim_holds": rate.holds} if rate else None,
    }


def _times(figures: Comparison) -> list[str]:
    numbers = (
        figures.p50,
        figures.bare_p50,
        figures.p50 / figures.bare_p50,
        figures.p95,
        figures.bare_p95,
        figures.p95 / figures.bare_p95,
    )
    return [f"{number:.2f}" for number in numbers]


def _told(holds: bool) -> str:
    return "held" if holds else "MISSED"


def _table(title: str, headings: Sequence[str]) -> Table:
    table = Table(title=title)
    for heading in headings:
        table.add_column(heading, justify="left" if heading in ("engine", "what", "aim") else "right")
    return table
