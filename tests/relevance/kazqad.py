"""The KazQAD test collection in a small tantivy index: how well the analysis finds passages.

`KB_SHARED=../shared python -m tests.relevance.kazqad` prints the figures for several weights.
"""

import csv
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import ir_measures
import tantivy
from ir_measures import RR, R, nDCG

from kb.model import Language
from kb.text import Terms, analyse, fold_kazakh

MEASURES = (nDCG @ 10, RR @ 10, R @ 10)
FIELDS = ("exact", "kk", "tri")
# paragraphs of a monitoring report that make the collection harder have at least so many words
LONG_PARAGRAPH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Passages, questions and judgements; `held_out` are the questions that no tuning has seen."""

    passages: Mapping[str, str]
    questions: Mapping[str, str]
    judgements: Mapping[str, Mapping[str, int]]
    held_out: frozenset[str]


def read_collection(shared: Path) -> Collection:
    """The validation part of KazQAD with the paragraphs of one real report as distractors."""
    folder = shared / "data" / "kazqad"
    passages: dict[str, str] = {}
    for line in (folder / "kazqad-reading-comprehension-v1.0-kk-validation.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        passages[row["id"].split("#")[1]] = f"{row['title']}\n{row['context']}"
    (report,) = (shared / "seeds").glob("001_*.txt")
    paragraphs = [
        text for text in report.read_text(encoding="utf-8").splitlines() if len(text.split()) >= LONG_PARAGRAPH
    ]
    judgements: dict[str, dict[str, int]] = {}
    for topic, _, passage, grade in _rows(folder / "kazqad-qrels-v1.0-validation.tsv"):
        if passage in passages and int(grade) > 0:
            judgements.setdefault(topic, {})[passage] = int(grade)
    questions = {
        topic: text for topic, text in _rows(folder / "kazqad-topics-v1.0-kk-validation.tsv") if topic in judgements
    }
    return Collection(
        passages=passages | {f"report-{number}": text for number, text in enumerate(paragraphs)},
        questions=questions,
        judgements=judgements,
        held_out=frozenset(topic for topic in questions if _half(topic) == 1),
    )


def _rows(path: Path) -> Iterable[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _half(topic: str) -> int:
    """0 for the half that weights were chosen on, 1 for the half held out."""
    return int(hashlib.md5(topic.encode(), usedforsecurity=False).hexdigest(), 16) % 2


class SmallIndex:
    """Passages by their terms, in memory."""

    def __init__(self, passages: Mapping[str, str]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        for field in FIELDS:
            builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema)
        writer = self.index.writer(heap_size=50_000_000, num_threads=1)
        for name, text in passages.items():
            terms = analyse(text, Language.KK)
            writer.add_document(
                tantivy.Document(id=name, **{field: " ".join(getattr(terms, field)) for field in FIELDS})
            )
        writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def find(self, terms: Terms, weights: Mapping[str, float], limit: int = 10) -> dict[str, float]:
        """The best passages with their scores; a term that the question repeats counts again."""
        wanted = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(tantivy.Query.term_query(self.schema, field, term), weight),
            )
            for field, weight in weights.items()
            for term in getattr(terms, field)
        ]
        hits = self.searcher.search(tantivy.Query.boolean_query(wanted), limit).hits
        return {self.searcher.doc(address)["id"][0]: score for score, address in hits}


def measure(
    index: SmallIndex,
    collection: Collection,
    weights: Mapping[str, float],
    topics: Iterable[str],
    *,
    plain: bool = False,
) -> dict[str, float]:
    """nDCG@10, reciprocal rank and recall of the questions `topics`; `plain` asks them without Kazakh letters."""
    asked = {topic: collection.questions[topic] for topic in topics}
    run = {topic: index.find(analyse(fold_kazakh(text) if plain else text), weights) for topic, text in asked.items()}
    judged = {topic: dict(collection.judgements[topic]) for topic in run}
    return {str(name): value for name, value in ir_measures.calc_aggregate(MEASURES, judged, run).items()}


def print_figures(weights: Sequence[Mapping[str, float]]) -> None:
    """Both halves for each set of weights."""
    collection = read_collection(Path(os.environ.get("KB_SHARED", "../shared")))
    index = SmallIndex(collection.passages)
    for chosen in weights:
        for name, topics in (
            ("tuning", set(collection.questions) - collection.held_out),
            ("held out", collection.held_out),
        ):
            figures = measure(index, collection, chosen, topics)
            print(chosen, name, len(topics), {key: round(value, 4) for key, value in figures.items()})  # noqa: T201


if __name__ == "__main__":
    print_figures([
        {"exact": 1.0}, {"kk": 1.0}, {"tri": 1.0}, {"kk": 1.0, "tri": 0.25}, {"kk": 1.0, "tri": 0.5},
        {"kk": 1.0, "tri": 0.5, "exact": 0.1}, {"kk": 1.0, "tri": 0.35, "exact": 0.25},
    ])  # fmt: skip
