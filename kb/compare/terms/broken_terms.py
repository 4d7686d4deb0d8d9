"""Terms that are told in words not to be kept, against the terms that are set."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.terms.lengths import usual_most
from kb.compare.terms.norm_terms import is_general, set_terms
from kb.compare.terms.quoted import line_of
from kb.model import Deadline, FindingClass, Purpose, Remark, SourceKind, Statement
from kb.resolve.speakers import is_norm
from kb.text.words import read_words

BROKEN_WAIT = "broken_wait"
DAY = Decimal(1)
NONE = Decimal(0)
Term = tuple[Statement, Deadline]


def between_broken(material: ServiceMaterial) -> Iterator[Clash]:
    """What is told in words to have broken a term, against the term of the case that the tale names, or the longest."""
    services, queues = (_own_terms(material, purpose) for purpose in (Purpose.SERVICE, Purpose.QUEUE))
    for remark in material.remarks:
        own = queues if remark.subject == BROKEN_WAIT else services
        if own and (term := _broken(material, remark, own)):
            b = Point(evidence=remark.evidence, source_kind=remark.source_kind)
            yield Clash(kind=FindingClass.DEADLINE, a=Point.of(term), b=b, reason=str(remark.subject))


def _own_terms(material: ServiceMaterial, purpose: Purpose) -> Sequence[Term]:
    """The terms of a purpose that the standard's own words set, else those that any norm does."""
    terms = [
        (one, term)
        for one, term in set_terms(material)
        if is_norm(one) and term.purpose is purpose and term.value is not None
    ]
    return [one for one in terms if one[0].source_kind is SourceKind.STANDARD and is_general(one[0])] or terms


def _broken(material: ServiceMaterial, remark: Remark, terms: Sequence[Term]) -> Statement | None:
    """The term that a remark tells to have been broken; None where it tells of none, or leaves room."""
    told = _told_cases(line_of(material, remark.evidence), terms)
    longest, term = max(told, key=lambda one: usual_most(one[1]) or NONE)
    match remark.subject:
        case "broken_term" | "broken_wait":
            return longest
        case "told_tomorrow":
            return longest if (usual_most(term) or DAY) < DAY else None
        case "more_needed":
            same = (one for one, set_to in terms if (set_to.value, set_to.unit.value) == (remark.value, remark.measure))
            return next(same, None)
    return None


def _told_cases(line: str, terms: Sequence[Term]) -> Sequence[Term]:
    """The terms whose case stands in a line with all its words; all terms where it names none of them."""
    told = _stems(line)
    named = [one for one in terms if one[0].scope.case and _stems(one[0].scope.case.text) <= told]
    return named or terms


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(word.folded_kk for word in read_words(text).items)
