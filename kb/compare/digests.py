"""Digests of clauses: the same words give the same digest wherever they are read."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable

from kb.extract.clause_order import ClauseOrder
from kb.model import Document, Evidence
from kb.text import fold

KEPT_TEXTS = 16  # in memory at a time: the findings of one service stand in few
LONGEST = 4000  # characters: what is longer (a whole section) is told by the line of the evidence


class ClauseDigests:
    """The digests of the clauses that hold evidence; texts are looked at when they are asked for, a few are kept."""

    def __init__(self, text_of: Callable[[str], Document | None]) -> None:
        self._text_of = text_of
        self._known: OrderedDict[str, tuple[Document, ClauseOrder] | None] = OrderedDict()

    def digest(self, evidence: Evidence) -> str:
        """The digest of the innermost clause around the evidence, of its line where no short clause holds it, of the
        quoted words where the text is not known."""
        words = " ".join(fold(self._clause_words(evidence)).text.split())
        return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:20]

    def _clause_words(self, evidence: Evidence) -> str:
        known = self._read(evidence.snapshot)
        if known is None:
            return evidence.quote
        document, order = known
        clause = order.clause(order.at(evidence.start))
        if clause and clause.end >= evidence.end and clause.end - clause.start <= LONGEST:
            return document.text[clause.start : clause.end]
        start = document.text.rfind("\n", 0, evidence.start) + 1
        end = document.text.find("\n", evidence.end)
        return document.text[start : end if end >= 0 else len(document.text)]

    def _read(self, snapshot: str) -> tuple[Document, ClauseOrder] | None:
        if snapshot not in self._known:
            document = self._text_of(snapshot)
            self._known[snapshot] = (document, ClauseOrder(document)) if document else None
            if len(self._known) > KEPT_TEXTS:
                self._known.popitem(last=False)
        self._known.move_to_end(snapshot)
        return self._known[snapshot]
