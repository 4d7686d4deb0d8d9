"""Sentences and queries from the real documents, and clauses made by shuffling them."""

import json
import os
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexes.schema import read_schema
from kb.model import Language
from kb.search import IndexDocument
from kb.search.analysed import analysed_fields
from kb.search.marked_text import marks_to_json
from kb.text import identify_language

_END = re.compile(r"(?<=[.;!?])\s+|\n+")
SHORTEST, LONGEST = 30, 400  # characters of a sentence
SENTENCES_A_CLAUSE = (1, 3)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A real sentence with its fields, analysed once."""

    text: str
    language: Language
    fields: dict[str, str]


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
    sentences = []
    for text in texts:
        language = identify_language(text)
        sentences.append(Sentence(text, language, analysed_fields("text", [(text, language)])))
    return sentences


def shuffle_clauses(sentences: Sequence[Sentence], count: int, dice: random.Random) -> Iterator[IndexDocument]:
    """`count` clauses of one to three sentences each, in the shape of the clause index."""
    names = [name for name in read_schema("clauses").fields if name.startswith("text_")]
    for number in range(count):
        parts = dice.choices(sentences, k=dice.randint(*SENTENCES_A_CLAUSE))
        text = " ".join(part.text for part in parts)
        tokens = {name: " ".join(part.fields[name] for part in parts if name in part.fields) for name in names}
        yield IndexDocument(
            id=f"c{number}",
            tokens=tokens,
            keywords={"language": (parts[0].language.value,), "sample": ("no",)},
            numbers={"day_from": 0, "day_until": 99991231},
            stored=json.dumps(_stored(text, parts[0].language, number), ensure_ascii=False),
        )


def pick_queries(sentences: Sequence[Sentence], count: int, dice: random.Random) -> list[str]:
    """`count` queries: two to six words that stand together in a real sentence."""
    queries: list[str] = []
    while len(queries) < count:
        words = [word for word in dice.choice(sentences).text.split() if word.isalpha()]
        if len(words) >= 6:
            start, length = dice.randrange(len(words) - 5), dice.randint(2, 6)
            queries.append(" ".join(words[start : start + length]))
    return queries


def _stored(text: str, language: Language, number: int) -> dict[str, object]:
    return {
        "text": text,
        "marks": marks_to_json(text),
        "label": "",
        "document": f"made-{number % 500}.md",
        "snapshot": f"sha256:{number % 500:064x}",
        "act": None,
        "edition": None,
        "language": language.value,
        "clause": f"p-{number}",
        "start": 0,
        "line": 1,
        "sample": False,
    }
