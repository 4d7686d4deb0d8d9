"""All that is wrong with the references of an act."""

from datetime import date

from kb.compare.known_acts import KnownActs
from kb.compare.legal_basis.annex_numbers import find_two_numbers
from kb.compare.legal_basis.basis_fault import BasisFault
from kb.compare.legal_basis.cited_acts import find_cited_faults
from kb.compare.legal_basis.own_references import find_annexes_twice, find_dangling
from kb.extract.links import find_links
from kb.model import Document


def find_basis_faults(document: Document, *, day: date, known: KnownActs) -> tuple[BasisFault, ...]:
    """The faults in the order of the text."""
    links = find_links(document)
    found = [
        *find_dangling(document, links),
        *find_annexes_twice(document),
        *find_two_numbers(document, links),
        *find_cited_faults(document, links, day=day, known=known),
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))
