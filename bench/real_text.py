"""Sentences and queries from the real documents."""

import os
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.model import Language
from kb.text import identify_language

_END = re.compile(r"(?<=[.;!?])\s+|\n+")
SHORTEST, LONGEST = 30, 400  # characters of a sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A real sentence and its language."""

    text: str
    language: Language


def shared_folder() -> Path:
    """KB_SHARED, else the folder `shared` beside the project; raises FileNotFoundError when it is not there."""
    folder = Path(os.environ.get("KB_SHARED") or Path(__file__).parents[2] / "shared")
    if not (folder / "seeds").is_dir():
        raise FileNotFoundError(f"no real documents in {folder}: set KB_SHARED to their folder")
    return folder


def read_sentences(shared: Path) -> list[Sentence]:
    """All distinct sentences of the seed documents and the acts."""
    paths = [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "data" / "acts").rglob("*.md"))]
    texts: dict[str, None] = {}
    for path in paths:
        for part in _END.split(path.read_text(encoding="utf-8", errors="replace")):
            line = " ".join(part.split())
            if SHORTEST <= len(line) <= LONGEST:
                texts[line] = None
    return [Sentence(text, identify_language(text)) for text in texts]


def pick_queries(sentences: Sequence[Sentence], count: int, dice: random.Random) -> list[str]:
    """`count` queries: two to six words that stand together in a real sentence."""
    queries: list[str] = []
    while len(queries) < count:
        words = [word for word in dice.choice(sentences).text.split() if word.isalpha()]
        if len(words) >= 6:
            start, length = dice.randrange(len(words) - 5), dice.randint(2, 6)
            queries.append(" ".join(words[start : start + length]))
    return queries
