"""Questions on passages of an encyclopaedia (KazQAD), searched the way clauses are.

The collection: passages that questions were written for, made harder by the paragraphs of a long real report. The index
and the query are the product's own; only the texts are others.
"""

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from indexes.weights import Weights
from kb.model import Clause, ClauseKind, Document, Language, Snapshot
from kb.pipeline import Progress, Step
from kb.relevance.errors import BadData
from kb.relevance.figures import DEPTH
from kb.relevance.service_ranking import Rank
from kb.search import (
    BadQuery,
    IndexDocument,
    SearchBackend,
    SearchRequest,
    clause_documents,
    fill_indexes,
    open_backend,
    search_base,
)

# Paragraphs of the report with fewer words are headings and cells of tables.
LONG_PARAGRAPH = 5
# A long passage is indexed in pieces; of several that are found, the first one counts.
PIECES = 30
PREFIX = "anyq-relevance"
DAY = date(2026, 1, 1)
HALVES = ("even", "odd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text to be found, with the title that it stands under."""

    id: str
    title: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Passages, the questions on them by id, and the grades of the passages that answer each."""

    passages: tuple[Passage, ...]
    questions: Mapping[str, str]
    judgements: Mapping[str, Mapping[str, int]]

    def half(self, name: str) -> tuple[str, ...]:
        """The ids of the topics that tune (`even`) or measure (`odd`), by the MD5 digest of the id."""
        return tuple(topic for topic in self.questions if HALVES[_digest(topic) % 2] == name)


def read_collection(folder: Path, report: Path) -> Collection:
    """The validation part of KazQAD in `folder` with the paragraphs of `report`; raises BadData for files unlike it."""
    try:
        return _read_collection(folder, report)
    except (OSError, ValueError, KeyError, IndexError) as problem:
        raise BadData(f"{folder}: not the validation part of KazQAD ({problem!r})") from problem


def _read_collection(folder: Path, report: Path) -> Collection:
    rows = map(json.loads, _only(folder, "*reading-comprehension*.jsonl").read_text(encoding="utf-8").splitlines())
    passages = {
        row["id"].split("#")[1]: Passage(id=row["id"].split("#")[1], title=row["title"], text=row["context"])
        for row in rows
    }
    judgements: dict[str, dict[str, int]] = {}
    for topic, _, passage, grade in _table(_only(folder, "*qrels*.tsv")):
        if passage in passages and int(grade) > 0:
            judgements.setdefault(topic, {})[passage] = int(grade)
    topics = {topic: text for topic, text in _table(_only(folder, "*topics*.tsv")) if topic in judgements}
    paragraphs = [
        Passage(id=f"paragraph-{number}", title=None, text=line)
        for number, line in enumerate(report.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line.split()) >= LONG_PARAGRAPH
    ]
    if not topics or not paragraphs:
        raise ValueError(f"{len(topics)} topics with a passage, {len(paragraphs)} paragraphs")
    return Collection(passages=(*passages.values(), *paragraphs), questions=topics, judgements=judgements)


@contextmanager
def opened_passages(collection: Collection, search_url: str | None, *, progress: Progress) -> Iterator[SearchBackend]:
    """An index of the passages in the engine at `search_url`, or in the embedded one; used inside the block only."""
    with TemporaryDirectory(prefix="anyq-relevance-") as folder:
        backend = open_backend(search_url, Path(folder), prefix=PREFIX)
        try:
            documents = {"services": iter(()), "clauses": _documents(collection, progress)}
            build = f"{datetime.now(UTC):%Y%m%d%H%M%S%f}"
            backend.swap(*fill_indexes(backend, documents, build=build).values())
            yield backend
        finally:
            backend.close()


def passage_rank(backend: SearchBackend, *, weights: Weights | None = None) -> Rank:
    """Ranks passages by the clause search of the base."""

    def rank(text: str) -> tuple[str, ...]:
        try:
            request = SearchRequest(text=text, as_of=DAY, limit=PIECES)
            clauses = search_base(backend, request, weights=weights).clauses
        except BadQuery:
            return ()
        return tuple(dict.fromkeys(hit.snippet.evidence.document for hit in clauses))[:DEPTH]

    return rank


def _documents(collection: Collection, progress: Progress) -> Iterator[IndexDocument]:
    for number, passage in enumerate(collection.passages):
        if number % 100 == 0:
            progress(Step(stage="measure", done=number, total=len(collection.passages), item="topics, index"))
        yield from clause_documents(_document(passage))


def _document(passage: Passage) -> Document:
    body = passage.text.encode()
    key = hashlib.sha256(passage.id.encode()).hexdigest()
    snapshot = Snapshot(
        digest=f"sha256:{key}",
        document=passage.id,
        source="relevance",
        media_type="text/plain",
        taken_at=datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC),
        size=len(body),
    )
    clause = Clause(
        id="p-1",
        kind=ClauseKind.PARAGRAPH,
        start=0,
        end=len(passage.text),
        language=Language.KK,
        label=passage.title,
    )
    return Document(
        snapshot=snapshot,
        text=passage.text,
        language=Language.KK,
        layout="plain",
        title=None,
        blocks=(),
        clauses=(clause,),
    )


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise ValueError(f"{len(found)} files {pattern}, expected one")
    return found[0]


def _table(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _digest(topic: str) -> int:
    return int(hashlib.md5(topic.encode(), usedforsecurity=False).hexdigest(), 16)
