"""Clauses made by shuffling real sentences, in the shape of the clause index and in any number."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.real_text import Sentence
from kb.model import Language
from kb.search import IndexDocument
from kb.search.analysed import analysed_fields
from kb.search.clause_document import LAST_DAY, NO_DAY
from kb.search.marked_text import marks_to_json

CLAUSES_AN_ACT = 200
HEADINGS = 2000
HEADING_WORDS = 8
SENTENCES_A_CLAUSE = (1, 3)
FIELDS = ("fee", "deadline", "document", "provider", "result", "refusal_ground")
USED = 5  # each fifth clause sets something for a service


@dataclass(frozen=True, slots=True)
class _Analysed:
    """A text with its tokens by part of the analysis, and the places of its words."""

    text: str
    language: Language
    tokens: dict[str, str]
    words: str
    places: tuple[int, ...]


class MadeClauses:
    """Any number of clauses, the same ones for the same seed; sentences and headings are analysed once."""

    def __init__(self, sentences: Sequence[Sentence], *, seed: int) -> None:
        self._seed = seed
        self._sentences = [_analyse(one.text, one.language) for one in sentences]
        chosen = random.Random(seed).choices(sentences, k=HEADINGS)  # noqa: S311  the same choice on every run
        self._headings = [_analyse(" ".join(one.text.split()[:HEADING_WORDS]), one.language) for one in chosen]

    def documents(self, count: int) -> Iterator[IndexDocument]:
        """The first `count` clauses."""
        return (self._document(number, edition=0) for number in range(count))

    def act(self, act: int) -> list[IndexDocument]:
        """The clauses of one act in other words, under the ids that they have."""
        return [self._document(number, edition=1) for number in _numbers(act)]

    def text_bytes(self, count: int) -> int:
        """UTF-8 bytes of the words of the first `count` clauses with their headings."""
        sizes = {id(one): len(one.text.encode()) for one in (*self._sentences, *self._headings)}
        return sum(
            sizes[id(part)] + 1
            for number in range(count)
            for heading, parts in (self._choice(number, edition=0),)
            for part in (heading, *parts)
        )

    def _choice(self, number: int, *, edition: int) -> tuple[_Analysed, list[_Analysed]]:
        dice = random.Random(f"{self._seed}/{edition}/{number}")  # noqa: S311
        return dice.choice(self._headings), dice.choices(self._sentences, k=dice.randint(*SENTENCES_A_CLAUSE))

    def _document(self, number: int, *, edition: int) -> IndexDocument:
        heading, parts = self._choice(number, edition=edition)
        # a clause is indexed with the words of its heading: see kb.search.clause_document
        headed = (heading, *parts)
        names = dict.fromkeys(name for part in headed for name in part.tokens)
        text = {name: " ".join(part.tokens[name] for part in headed if name in part.tokens) for name in names}
        act, language = number // CLAUSES_AN_ACT, parts[0].language
        used = not number % USED
        return IndexDocument(
            id=f"c{number}",
            tokens={
                **{f"text_{name}": tokens for name, tokens in text.items()},
                **{f"label_{name}": tokens for name, tokens in heading.tokens.items()},
            },
            keywords={
                "act": (f"made{act}",),
                "clause": (f"p-{number}",),
                "document": (f"made-{act}.md",),
                "source": ("bench",),
                "sample": ("no",),
                "act_type": (("order", "rules", "law")[act % 3],),
                "body": (f"body-{act % 40}",),
                "field": (FIELDS[number // USED % len(FIELDS)],) if used else (),
                "services": (f"s{number // USED % 1300}",) if used else (),
                "language": (language.value,),
                "status": ("in_force" if act % 4 else "repealed",),
            },
            numbers={"day_from": 20200101 if act % 2 else NO_DAY, "day_until": LAST_DAY if act % 4 else 20251231},
            stored=json.dumps(_shown(heading.text, parts, act, number), ensure_ascii=False),
        )


def act_ids(act: int) -> list[str]:
    """The ids of the clauses of one act."""
    return [f"c{number}" for number in _numbers(act)]


def _numbers(act: int) -> range:
    return range(act * CLAUSES_AN_ACT, (act + 1) * CLAUSES_AN_ACT)


def _analyse(text: str, language: Language) -> _Analysed:
    tokens = analysed_fields("", [(text, language)])
    marks = marks_to_json(text)
    parts = {name.removeprefix("_"): found for name, found in tokens.items()}
    return _Analysed(text, language, parts, marks["words"], tuple(marks["places"]))


def _shown(label: str, parts: Sequence[_Analysed], act: int, number: int) -> dict[str, object]:
    places: list[int] = []
    start = 0
    for part in parts:
        places += [start + place for place in part.places]
        start += len(part.text) + 1
    return {
        "text": " ".join(part.text for part in parts),
        "marks": {"words": " ".join(part.words for part in parts), "places": places},
        "label": label,
        "document": f"made-{act}.md",
        "snapshot": f"sha256:{act:064x}",
        "act": f"made{act}",
        "edition": None,
        "language": parts[0].language.value,
        "clause": f"p-{number}",
        "start": 0,
        "line": 1,
        "sample": False,
    }
