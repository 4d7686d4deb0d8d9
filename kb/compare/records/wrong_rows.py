"""Rows that hold what belongs into another row of their record."""

from collections.abc import Iterator
from itertools import combinations

from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.records.rows import Row, records
from kb.extract.terms import find_terms
from kb.model import FindingClass
from kb.text import fold, fold_kazakh
from kb.text.words import read_words

FORMS = ("form", "result_form")
BODIES = ("provider", "channel", "recipient")  # rows that name somebody or a place, never what the service is
LONG_ENOUGH = 3  # words: two rows may both say «natural persons»


def wrong_rows(material: ServiceMaterial) -> Iterator[Clash]:
    """A term in the row of the form, and the words of another row in that of a body or a place."""
    for rows in records(material):
        for row in rows:
            if row.topic in FORMS and _is_term(row.value):
                others = [one for one in rows if one.topic in FORMS and one is not row and not _is_term(one.value)]
                others += [one for one in rows if one.topic == "deadline"]
                if others:
                    yield _clash(row, others[0], "term_for_form")
        for one, other in combinations(rows, 2):
            body = one.topic in BODIES or other.topic in BODIES
            if body and one.topic != other.topic and _same_words(one.value, other.value):
                yield _clash(one, other, "same_words")


def _is_term(value: str) -> bool:
    folded = fold(value).text
    plain = fold_kazakh(folded)
    terms = find_terms(folded, plain, bare=True)
    return bool(terms) and not (plain[: terms[0].start] + plain[terms[-1].end :]).strip(" .;-")


def _same_words(one: str, other: str) -> bool:
    left, right = ([word.folded_kk for word in read_words(text).items] for text in (one, other))
    return len(left) >= LONG_ENOUGH and left == right


def _clash(row: Row, other: Row, reason: str) -> Clash:
    a, b = (Point(evidence=one.evidence, source_kind=one.source_kind) for one in (row, other))
    return Clash(kind=FindingClass.WITHIN_RECORD, a=a, b=b, reason=reason)
