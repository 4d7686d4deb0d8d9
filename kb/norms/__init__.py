"""See docs/rooms.md."""

from kb.norms.clause_path import show_clause
from kb.norms.errors import NormsError
from kb.norms.fee_words import show_fee
from kb.norms.labels import codes, label
from kb.norms.lexicon import Term, lexicon
from kb.norms.mrp import Mrp, mrp_on, mrp_period
from kb.norms.quantities import show_number, show_term
from kb.norms.regions import Region, regions
from kb.norms.tenge import fee_in_tenge, round_tenge

__all__ = [
    "Mrp", "NormsError", "Region", "Term", "codes", "fee_in_tenge", "label", "lexicon", "mrp_on",
    "mrp_period", "regions", "round_tenge", "show_clause", "show_fee", "show_number", "show_term",
]  # fmt: skip
