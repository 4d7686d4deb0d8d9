"""The paragraphs of the texts that a service's statements stand in."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from kb.model import ClauseKind, Document, Evidence, Statement
from kb.pipeline.build_cache import BuildCache, state_of
from kb.store import Reader

DOCUMENTS = 6  # texts of one service that are looked through: both languages of an act and its parts
# Cutting the report of 2017 into paragraphs took a tenth of a question's time (`bench --only asks`).
MOST_TEXTS = 24
_NO_TEXT = (ClauseKind.HEADING, ClauseKind.TABLE, ClauseKind.NOTE)

_NOTE = ">"  # how texts mark what editors note on an edition
_ByRoot = Mapping[str, Sequence[Evidence]]


class PassageCache:
    """Texts cut into paragraphs, once for each build. Safe to use from several threads."""

    def __init__(self, *, most: int = MOST_TEXTS) -> None:
        self._kept: BuildCache[_ByRoot] = BuildCache(most=most)

    def reading(
        self, base: Reader, document_of: Callable[[str], Document | None]
    ) -> Callable[[Sequence[Statement]], tuple[Evidence, ...]]:
        """What gives all that stands under the first clauses (an annex, a section of a report) of statements, paragraph
        by paragraph in reading order, without headings, tables and notes. `document_of` gives a text by its digest."""
        state = state_of(base)

        def by_root(snapshot: str) -> _ByRoot:
            held = self._kept.held(state, snapshot)
            if held is None:
                document = document_of(snapshot)
                held = _cut(document) if document else {}
                self._kept.keep(state, snapshot, held)
            return held

        def passages(statements: Sequence[Statement]) -> tuple[Evidence, ...]:
            roots: dict[str, set[str]] = defaultdict(set)
            for statement in statements:
                if statement.evidence.clause:
                    roots[statement.evidence.snapshot].add(_root(statement.evidence.clause))
            return tuple(
                passage
                for snapshot, wanted in list(roots.items())[:DOCUMENTS]
                for passage in _in_order(by_root(snapshot), wanted)
            )

        return passages


def _in_order(texts: _ByRoot, roots: set[str]) -> Iterator[Evidence]:
    yield from sorted((one for root in roots for one in texts.get(root, ())), key=lambda one: (one.start, one.end))


def _cut(document: Document) -> _ByRoot:
    parents = {clause.parent for clause in document.clauses}
    found: dict[str, list[Evidence]] = defaultdict(list)
    for clause in document.clauses:
        text = document.text[clause.start : clause.end].strip()
        if clause.id not in parents and clause.kind not in _NO_TEXT and text and not text.startswith(_NOTE):
            found[_root(clause.id)].append(document.cite(clause.start, clause.end, clause.id))
    return dict(found)


def _root(clause: str) -> str:
    return clause.partition("/")[0]
