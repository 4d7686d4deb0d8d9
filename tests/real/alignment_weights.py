"""How many hand-made pairs other weights of the alignment would get right: `python -m tests.real.alignment_weights
SHARED`. The files of `TUNED` may choose the weights; the others only tell what came of it."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import yaml

from kb.model import Document
from kb.read import align_clauses, alignment, likeness
from tests.real.act_file import read_act
from tests.real.test_pairs import PAIRS, disagreements

TUNED = ("code-2020", "law", "standard-2014")
# What is tried beside the weights that stand in the code, one at a time.
OTHERS = {
    "NUMBER": (0.2, 0.4),
    "FIGURES": (0.15, 0.35),
    "WORDS": (0.15, 0.35),
    "LENGTH": (0.1, 0.3, 0.4),
    "LEAST": (0.25, 0.3, 0.4, 0.45),
    "SPREAD": (0.15, 0.2, 0.22, 0.25, 0.35, 0.5),
}

_File = tuple[str, list[dict[str, int | None]], Document, Document]


def main() -> None:
    """Prints the pairs right of both halves for each weight."""
    parser = argparse.ArgumentParser(prog="python -m tests.real.alignment_weights", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with data/acts")
    acts = parser.parse_args().shared / "data" / "acts"
    files = [_open(path, acts) for path in sorted(PAIRS.glob("*.yaml"))]
    print(f"as it is: {_right(files)}")  # noqa: T201
    for name, value in _trials():
        module = alignment if name == "LEAST" else likeness
        kept = getattr(module, name)
        setattr(module, name, value)
        print(f"{name} {kept} -> {value}: {_right(files)}")  # noqa: T201
        setattr(module, name, kept)


def _trials() -> Iterator[tuple[str, float]]:
    for name, values in OTHERS.items():
        for value in values:
            yield name, value


def _open(path: Path, acts: Path) -> _File:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return path.stem, data["pairs"], read_act(acts / data["kk"]), read_act(acts / data["ru"])


def _right(files: list[_File]) -> str:
    right, total = {True: 0, False: 0}, {True: 0, False: 0}
    for name, pairs, kk, ru in files:
        wrong = disagreements(pairs, kk, ru, align_clauses(kk, ru))
        total[name in TUNED] += len(pairs)
        right[name in TUNED] += len(pairs) - len(wrong)
    return f"{right[True]} of {total[True]} tuned, {right[False]} of {total[False]} held out"


if __name__ == "__main__":
    main()
