"""The whole texts that describe a service, and the acts that set or mention it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kb.model import ActReference, Clause, Document, Mention, Statement
from kb.resolve import ActHistory
from kb.search import BodyText, act_ids, act_number_ids
from kb.store import Reader

# Services follow one another in the order of their ids, so that those of one text mostly come together.
KEPT_DOCUMENTS = 8


class Descriptions:
    """Reads from the base where its services are described; a document that several share is read once in a row."""

    def __init__(self, base: Reader, history: ActHistory) -> None:
        self._history = history
        self._acts = {act.id: act for act in base.acts()}
        self._document = lru_cache(maxsize=KEPT_DOCUMENTS)(base.document)

    def texts(self, mentions: Iterable[Mention]) -> Iterator[BodyText]:
        """The words of each clause that a mention stands at, with all that stands under it."""
        for mention in mentions:
            document = self._document(mention.evidence.snapshot)
            clause = _clause(document, mention.evidence.clause) if document else None
            if document and clause:
                yield BodyText(document.text[clause.start : clause.end], clause.language)

    def cited(self, statements: Sequence[Statement]) -> Iterator[str]:
        """Codes and numbers of the acts that the statements stand in or name."""
        for name in dict.fromkeys(one.evidence.act for one in statements if one.evidence.act):
            act = self._acts.get(self._history.id_of(name))
            yield from act_ids(act) if act else (name,)
        for one in statements:
            if isinstance(one.value, ActReference):
                yield from act_number_ids(one.value.number, one.value.date)


def _clause(document: Document, name: str | None) -> Clause | None:
    return next((clause for clause in document.clauses if clause.id == name), None)
