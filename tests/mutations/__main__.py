"""Prints what is found of planted changes: `python -m tests.mutations [--seed N] [--times N] [--show CLASS]`."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from tests.mutations.plant_words import plants
from tests.mutations.planted_text import planted_texts
from tests.mutations.planting import SEED, TIMES, Harness, Planted, aims

SHOWN = 5
SHORT = 110


def main() -> None:
    """The table; with --show all misses (or alarms) of a class, without it the first of each."""
    names = [one.name for one in plants()]
    parser = argparse.ArgumentParser(prog="python -m tests.mutations")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--times", type=int, default=TIMES, help="changes of a class")
    parser.add_argument("--show", metavar="CLASS", choices=names, help=f"only this class: {', '.join(names)}")
    options = parser.parse_args()
    harness = Harness(tuple(planted_texts()), seed=options.seed)
    chosen = [one for one in plants() if options.show in (None, one.name)]
    planted = [list(harness.plant(one, times=options.times)) for one in chosen]
    for line in table_lines([one for one in planted if one]):
        sys.stdout.write(f"{line}\n")
    for of_class in planted:
        missed = [one for one in of_class if one.told is one.plant.harmless]
        for one in missed if options.show else missed[:SHOWN]:
            sys.stdout.write(f"\n{told_as(one)}\n")


def table_lines(planted: Sequence[Sequence[Planted]]) -> Iterator[str]:
    """A line a class: how many were told of, of how many, and what is asked."""
    yield f"{'class':24} {'kind':9} {'told':>5} {'of':>4} {'share':>6}  aim"
    for of_class in planted:
        plant, told = of_class[0].plant, sum(one.told for one in of_class)
        aim = f"{'<=' if plant.harmless else '>='} {aims()[plant.kind]:.2f}"
        yield f"{plant.name:24} {plant.kind.value:9} {told:5} {len(of_class):4} {told / len(of_class):6.2f}  {aim}"
    for kind in dict.fromkeys(of_class[0].plant.kind for of_class in planted):
        every = [one for of_class in planted for one in of_class if one.plant.kind is kind]
        told = sum(one.told for one in every)
        yield f"{'all':24} {kind.value:9} {told:5} {len(every):4} {told / len(every):6.2f}"


def told_as(one: Planted) -> str:
    """A change in words: class, twin, file and line, what became what."""
    words = (" ".join(text.split())[:SHORT] for text in (one.was, one.became))
    return f"{one.plant.name} ({one.twin}) {one.text}:{one.line}\n    - {next(words)}\n    + {next(words)}"


if __name__ == "__main__":
    main()
