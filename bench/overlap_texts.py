"""Clauses that partly repeat one another: made ones in any number, and paragraphs of the real documents."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from kb.compare.overlap import ClauseText
from kb.model import Language
from kb.text import identify_language

CLAUSES_AN_ACT, SERVICES = 100, 1_300
SENTENCES = (1, 4)
WORDS = (8, 30)
COPIED, STANDING = 0.15, 0.05  # of the sentences: copies of an earlier one, phrases of all acts
BACK = 2_000  # clauses, among which a copy has its original
PHRASES = 10
CHANGED = 2  # words of a copy at most
SHORTEST = 60  # characters of a paragraph
SEED = 20261127


def made_texts(words: Sequence[str], count: int) -> Iterator[ClauseText]:
    """So many clauses of words that are drawn as often as they stand in `words`."""
    for number in range(count):
        dice = random.Random(f"{SEED}/{number}")  # noqa: S311  the same clauses on every run
        sentences = [_sentence(words, number, place, dice) for place in range(dice.randint(*SENTENCES))]
        act = number // CLAUSES_AN_ACT
        yield ClauseText(
            work=f"made{act}",
            document=f"made-{act}.md",
            snapshot=f"sha256:{act:064x}",
            clause=f"p-{number}",
            language=Language.RU,
            start=0,
            text=" ".join(sentences),
            services=(f"s{act % SERVICES}",),
        )


def _sentence(words: Sequence[str], number: int, place: int, dice: random.Random) -> str:
    kind = dice.random()
    if kind < STANDING:
        return _own_sentence(words, f"phrase/{dice.randrange(PHRASES)}")
    if kind >= STANDING + COPIED or not number:
        return _own_sentence(words, f"{number}/{place}")
    copied = _own_sentence(words, f"{dice.randrange(max(0, number - BACK), number)}/0").split()
    for _ in range(dice.randint(0, CHANGED)):
        copied[dice.randrange(len(copied) - 1)] = dice.choice(words)
    return " ".join(copied)


def _own_sentence(words: Sequence[str], name: str) -> str:
    dice = random.Random(f"{SEED}/{name}")  # noqa: S311
    return " ".join(dice.choices(words, k=dice.randint(*WORDS))) + "."


def real_texts(shared: Path, count: int) -> Iterator[ClauseText]:
    """So many paragraphs of the acts and reports, drawn from all, in their order."""
    paths = [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "data" / "acts").rglob("*.md"))]
    lines = [
        (path, start, line)
        for path in paths
        for start, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"))
        if len(line) >= SHORTEST
    ]
    dice = random.Random(SEED)  # noqa: S311
    for number in sorted(dice.sample(range(len(lines)), min(count, len(lines)))):
        path, start, line = lines[number]
        yield ClauseText(
            work=path.name,
            document=str(path.name),
            snapshot=f"sha256:{paths.index(path):064x}",
            clause=f"p-{start}",
            language=identify_language(line),
            start=0,
            text=line,
        )
