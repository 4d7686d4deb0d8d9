"""`python -m bench`: what the product costs, measured in one run on one machine.

Exit status 1 when search, reading, extraction, checking, overlap, monitoring, answers or memory cost more than their
aim allows.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.analysis_rate import measure_analysis
from bench.answering import measure_answering, print_answering
from bench.archive_cost import measure_archive, print_archive_cost
from bench.changed_act import measure_changed_act, print_changed_act
from bench.checking import checking_holds, measure_checking, measure_recheck, print_checking
from bench.document_build import Run, measure_build
from bench.extraction import holds, measure_extraction, print_extraction
from bench.memory import SIZES, WHOLE, is_flat, measure_memory, print_memory
from bench.monitoring import measure_monitoring, print_monitoring
from bench.overlap import measure_overlaps, print_overlap
from bench.reading import ReadingFigure, measure_reading
from bench.real_text import read_sentences, shared_folder
from bench.report import print_figures, write_figures
from bench.search_engines import measure_elastic, measure_embedded
from bench.search_growth import Growth, Material
from bench.search_report import print_analysis, print_progress, print_search, search_held, search_to_json

ANSWERS = ("asks", "keys", "load")
QUICK_SECONDS = 15.0
PARTS = (
    "reading",
    "extraction",
    "analysis",
    "embedded",
    "elastic",
    "build",
    "archive",
    "memory",
    "checking",
    "overlap",
    "monitoring",
    *ANSWERS,
)
SIZES_OF_SEARCH = (10_000, 50_000, 200_000)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--clauses", type=int, action="append", help="a size of the clause index (may be repeated)")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part (may be repeated)")
    parser.add_argument("--whole", action="store_true", help="memory of up to 20,000 documents instead of 8,000")
    parser.add_argument("--home", type=Path, help="the built base that is asked; else one is made of the seeds")
    parser.add_argument("--operators", type=int, default=50, help="who ask at once")
    parser.add_argument("--seconds", type=float, default=300.0, help="for how long they ask")
    parser.add_argument("--quick", action="store_true", help="operators ask for a few seconds only")
    return parser.parse_args()


def _answers(shared: Path, wanted: argparse.Namespace, parts: list[str]) -> list[bool]:
    if not parts:
        return []
    seconds = QUICK_SECONDS if wanted.quick else wanted.seconds
    found = measure_answering(shared, home=wanted.home, operators=wanted.operators, seconds=seconds, parts=parts)
    print_answering(found)
    return [found.holds]


def _ratings(parts: Sequence[str]) -> list[bool]:
    if "monitoring" not in parts:
        return []
    found = measure_monitoring()
    print_monitoring(found)
    return [found.holds]


def main() -> int:
    """Measures, prints, writes."""
    wanted = _arguments()
    parts = wanted.only or PARTS
    shared = shared_folder()
    runs: list[Run] = []
    pages: list[ReadingFigure] = measure_reading() if "reading" in parts else []
    rate = measure_analysis(shared) if "analysis" in parts else None
    found: list[Growth] = []
    if "embedded" in parts or "elastic" in parts:
        material = Material(read_sentences(shared), queries=wanted.queries)
        sizes = wanted.clauses or SIZES_OF_SEARCH
        engines = {"embedded": measure_embedded, "elastic": measure_elastic}
        for one in (one for part, measure in engines.items() if part in parts for one in measure(material, sizes)):
            print_progress(one)
            found.append(one)
        print_search(found)
    if rate:
        print_analysis(rate)
    if "build" in parts:
        runs = measure_build(shared)
    if "archive" in parts:
        print_archive_cost(measure_archive(shared))
    print_figures(runs, pages)
    if wanted.json:
        write_figures(wanted.json, runs, pages, search=search_to_json(found, rate))
    held = [*search_held(found), *(page.holds for page in pages)]
    if rate:
        held.append(rate.holds)
    if "extraction" in parts:
        rates, reread = measure_extraction(shared), measure_changed_act()
        print_extraction(rates)
        print_changed_act(reread)
        held += [holds(rates), reread.holds]
    if "checking" in parts:
        checks, recheck = measure_checking(), measure_recheck()
        print_checking(checks, recheck)
        held.append(checking_holds(checks, recheck))
    if "overlap" in parts:
        overlaps = measure_overlaps(shared)
        print_overlap(overlaps)
        held.append(overlaps.holds)
    held += _answers(shared, wanted, [part for part in ANSWERS if part in parts])
    held += _ratings(parts)
    if "memory" in parts:
        figures = measure_memory(WHOLE if wanted.whole else SIZES)
        print_memory(figures)
        held.append(is_flat(figures))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
