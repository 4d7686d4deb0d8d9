"""Queries disturbed the ways people write them."""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from kb.relevance.errors import BadData
from kb.relevance.judged_query import JudgedQuery
from kb.yaml_text import parse_yaml

SHORTEST = 5  # letters of a word that a slip is made in: shorter ones become other words
SLIPS = 3  # one such word of so many gets one
PATIENCE = 60  # seconds for a script over all queries


class Noise(StrEnum):
    """How a query is disturbed.

    PLAIN has Russian letters for Kazakh ones, LATIN2021 and CHAT Latin ones, LAYOUT what the keys give with the Latin
    layout on, TYPO slips in a third of the longer words, GLUE two neighbouring words written as one.
    """

    PLAIN = "plain"
    LATIN2021 = "latin2021"
    CHAT = "chat"
    LAYOUT = "layout"
    TYPO = "typo"
    GLUE = "glue"


# The texts of the queries, in their order, for a kind of noise and a seed.
Disturber = Callable[[Sequence[JudgedQuery], Noise, int], list[str]]


def disturb_queries(queries: Sequence[JudgedQuery], noise: Noise, seed: int) -> list[str]:
    """The disturbed texts; each depends on its query, the noise and the seed alone, not on the queries around it."""
    return [disturb(query.text, noise, random.Random(f"{seed} {noise} {query.id}")) for query in queries]  # noqa: S311


def disturb(text: str, noise: Noise, chance: random.Random) -> str:
    """The text as `noise` makes it, with one blank between words; the same chance gives the same text."""
    words = text.split()
    match noise:
        case Noise.PLAIN:
            small: dict[str, str] = _data()["plain"]
            letters = str.maketrans(small | {letter.upper(): other.upper() for letter, other in small.items()})
            words = [word.translate(letters) for word in words]
        case Noise.LATIN2021:
            words = _spelled(words, _data()["latin2021"])
        case Noise.CHAT:
            words = _spelled(words, {letter: chance.choice(ways) for letter, ways in _data()["chat"].items()})
        case Noise.LAYOUT:
            layout = _data()["layout"]
            words = _spelled(words, dict(zip(layout["meant"], layout["typed"], strict=True)))
        case Noise.TYPO:
            words = [_slip(word, chance) for word in words]
        case Noise.GLUE if len(words) > 1:
            place = chance.randrange(len(words) - 1)
            words[place : place + 2] = ["".join(words[place : place + 2])]
    return " ".join(" ".join(words).split())


def script_disturber(script: Path) -> Disturber:
    """Disturbs by a Python script: `script KIND SEED`, queries as JSON lines in, `id<TAB>text` lines out.

    The disturber raises BadData when the script fails or leaves a query out.
    """

    def disturbed(queries: Sequence[JudgedQuery], noise: Noise, seed: int) -> list[str]:
        asked = "".join(json.dumps({"id": one.id, "q": one.text, "lang": one.language}) + "\n" for one in queries)
        command = [sys.executable, str(script), noise.value, str(seed)]
        try:
            done = subprocess.run(  # noqa: S603 - the caller's own script, called without a shell
                command, input=asked, capture_output=True, encoding="utf-8", check=True, timeout=PATIENCE
            )
        except subprocess.SubprocessError as problem:
            said = str(getattr(problem, "stderr", "") or problem).strip().rpartition("\n")[2]
            raise BadData(f"{script} {noise.value} {seed} did not disturb the queries: {said}") from problem
        found = dict(line.split("\t", 1) for line in done.stdout.splitlines() if "\t" in line)
        lost = [query.id for query in queries if query.id not in found]
        if lost:
            raise BadData(f"{script} {noise.value} {seed} left out {len(lost)} queries, the first is {lost[0]!r}")
        return [found[query.id] for query in queries]

    return disturbed


def _spelled(words: Sequence[str], letters: dict[str, str]) -> list[str]:
    return ["".join(letters.get(letter, letter) for letter in word.lower()) for word in words]


def _slip(word: str, chance: random.Random) -> str:
    """Two letters exchanged, one left out or one typed twice; never the first, which people get right."""
    if len(word) < SHORTEST or chance.randrange(SLIPS):
        return word
    place = chance.randrange(1, len(word) - 1)
    before, letter, other, behind = word[:place], word[place], word[place + 1], word[place + 2 :]
    return before + chance.choice((other + letter, other, letter + letter + other)) + behind


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = parse_yaml(files("kb.relevance").joinpath("data/noise.yaml").read_text(encoding="utf-8"))
    return data
