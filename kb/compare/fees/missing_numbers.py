"""A fee whose number one record leaves out and another record of the same text gives for the same case."""

from collections.abc import Iterator

from kb.compare.clash import Clash, Point
from kb.compare.fees.amounts import OF_INDEX, amount_of
from kb.compare.material import ServiceMaterial
from kb.compare.records.rows import is_row, record_of, record_path
from kb.extract.passage import cut_passage
from kb.extract.statements import extract_passages
from kb.extract.wording import wording
from kb.model import Attribute, Document, Fee, FindingClass, Statement
from kb.text import fold_plain
from kb.text.words import read_words

ALIKE = 0.5  # of the shorter case's words stand in the other
FEWEST = 4  # shared words: fewer stand in most cases of most fees


def told_in_other_records(material: ServiceMaterial) -> Iterator[Clash]:
    """A fee in MRP without its number, and the place in the same text where the number stands."""
    for statement in material.of(Attribute.FEE):
        fee, record = statement.value, record_of(statement)
        if not isinstance(fee, Fee) or fee.kind not in OF_INDEX or fee.amount is not None or record is None:
            continue
        document = material.text_of(record[0])
        case = statement.scope.case
        if document is None or case is None:
            continue
        wanted = _words(case.text)
        found = ((_likeness(wanted, other), other) for other in _other_fees(document, record[1], statement))
        best = max((one for one in found if one[0] >= ALIKE), key=lambda one: one[0], default=None)
        if best is not None:
            yield Clash(
                kind=FindingClass.FEE, a=Point.of(statement), b=Point.of(best[1]), reason="number_in_other_record"
            )


def _other_fees(document: Document, record: str, statement: Statement) -> Iterator[Statement]:
    """The fees with a number in the rows of all other records of a text."""
    for clause in document.clauses:
        other = record_path(clause.id)
        if other is None or other == record or not is_row(clause.id, other):
            continue
        if not wording("narrative", "fee").search(fold_plain(document.text[clause.start : clause.end])):
            continue
        passage = cut_passage(
            document,
            clause.start,
            clause.end,
            service=clause.id,
            source_kind=statement.source_kind,
            clause=clause.id,
        )
        for one in extract_passages([passage]):
            if isinstance(one.value, Fee) and amount_of(one.value) is not None:
                yield one


def _likeness(wanted: frozenset[str], other: Statement) -> float:
    words = _words(other.scope.case.text) if other.scope.case else frozenset()
    shared = len(wanted & words)
    return shared / min(len(wanted), len(words)) if shared >= FEWEST else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(word.folded_kk for word in read_words(text).items)
